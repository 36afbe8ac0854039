/**
 * Last year's figures beside this year's (so với năm trước): the former book's figures added up under today's tree, so
 * that an office is compared with the units it has now, closed ones counted where their successors stand.
 */
import { fromText, subtract, toText, type Exact } from "./exact";
import type { NodeFigure } from "./figure";
import type { Indicator, Plan } from "./plan";
import type { LastYear, Report } from "./report";
import { rollUpOffices } from "./roll-up";
import { treeAt, type Tree } from "./tree";
import type { Roster, UnitCode } from "./unit";

export interface LastYearFound {
  readonly lastYear: LastYear;
  /** This year's indicators that go on with none of last year's. */
  readonly unmatched: readonly string[];
  /** Units with figures last year that today's list does not know: they are not in any sum. */
  readonly unlisted: readonly UnitCode[];
}

/** `before`: the former book's report on its own day; `null` where it is of another stage. */
export function lastYearOf(before: Report, now: Report): LastYearFound | null {
  if (before.state.stage !== now.state.stage) return null;
  const today = treeAt(now.state.roster, now.treeDate);
  const tree = treeAt(withClosed(now.state.roster, today), now.treeDate);
  const contributions = before.contributions.filter(({ unit }) => tree.unit(unit) !== undefined);
  const unlisted = [...new Set(before.contributions.filter(({ unit, figure }) => tree.unit(unit) === undefined && figure.state === "reported").map(({ unit }) => unit))];
  const expected = new Map<string, UnitCode[]>();
  for (const { indicator, unit } of contributions) expected.set(indicator, [...expected.get(indicator) ?? [], unit]);
  const figures = new Map(rollUpOffices({ plan: before.plan, stage: before.state.stage, tree, contributions, expected }).map((figure) => [`${figure.node}|${figure.indicator}`, figure]));
  const pairs = now.plan.indicators.map((indicator) => [indicator, predecessor(indicator, now.plan, before.plan)] as const);
  const kept = pairs.flatMap(([{ code }, former]) => today.offices.flatMap((node): [string, string][] => {
    const figure = former && figures.get(`${node}|${former.code}`);
    return figure?.value ? [[`${node}|${code}`, keptText(figure)]] : [];
  }));
  return {
    lastYear: { plan: before.plan.id, label: before.plan.period.label, figures: Object.fromEntries(kept) },
    unmatched: pairs.filter(([indicator, former]) => !former && now.nodes.some((figure) => figure.indicator === indicator.code)).map(([{ code }]) => code),
    unlisted,
  };
}

/** What the plan says it goes on with; in another year of the same plan the same code; else one of the very same name and kind. */
function predecessor({ code, continues, name, measure }: Indicator, plan: Plan, former: Plan): Indicator | undefined {
  if (continues !== undefined) return former.indicators.find((one) => continues === `${former.id}/${one.code}`);
  if (former.id === plan.id) return former.indicators.find((one) => one.code === code);
  const same = former.indicators.filter((one) => one.name === name && one.measure === measure);
  return same.length === 1 ? same[0] : undefined;
}

/** Closed units hang where the one that follows them stands today, so that their figures of last year are counted there. */
function withClosed(roster: Roster, today: Tree): Roster {
  const units = roster.units.map((unit) => {
    if (today.isOpen(unit.code) || unit.code === today.root) return unit;
    const followers = roster.successors.filter(({ from }) => from === unit.code);
    const above = followers.length === 1 ? today.parentOf(followers[0]?.to ?? "") : null;
    const { closedOn: _closed, openedOn: _opened, ...standing } = unit;
    return { ...standing, parents: [{ parent: above ?? today.root }] };
  });
  return { ...roster, units };
}

const keptText = ({ numerator, denominator, value, missing }: NodeFigure): string => [...[numerator, denominator, value].map((part) => (part ? toText(part) : "")), missing.length].join("|");

export interface Before {
  readonly numerator: Exact | null;
  readonly denominator: Exact | null;
  readonly value: Exact;
  /** Units that had no figure then. */
  readonly missing: number;
}

/** Last year's figure of a node; `null` where there is none to compare with. */
export function beforeOf({ lastYear }: Pick<Report["state"], "lastYear">, node: string, indicator: string): Before | null {
  const text = lastYear?.figures[`${node}|${indicator}`];
  if (text === undefined) return null;
  const parts = text.split("|");
  const [numerator, denominator, value] = parts.slice(0, 3).map((part) => (part === "" ? null : fromText(part)));
  return value ? { numerator: numerator ?? null, denominator: denominator ?? null, value, missing: Number(parts[3] ?? "0") } : null;
}

/** How much it rose; negative where it fell. `null` while units are missing in either year: what was not reported is no fall. */
export function changeOn({ value, missing }: Pick<NodeFigure, "value" | "missing">, before: Before): Exact | null {
  return value && missing.length === 0 && before.missing === 0 ? subtract(value, before.value) : null;
}

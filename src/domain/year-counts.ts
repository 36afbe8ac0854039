/**
 * An indicator of several years told year by year (theo từng năm): how many units reached it in each year, by kind of
 * unit, beside the office's own figure of the year and the average the plan asks for. What it adds up to is the figure
 * of the report; whoever names no year stands apart and in no year.
 */
import { compare, divide, equals, exact, parseExact, subtract, ZERO, type Exact } from "./exact";
import { isChosen } from "./duties";
import type { Figure, NodeFigure, Verdict } from "./figure";
import type { Indicator } from "./plan";
import type { Report } from "./report";
import { treeAt } from "./tree";

export interface YearLine {
  /** Kind of unit; `null`: all of them. */
  readonly kind: string | null;
  readonly name: string;
  /** In the order of the years. */
  readonly byYear: readonly number[];
  /** Đạt without a year, or with one outside the plan's period. */
  readonly withoutYear: number;
  readonly total: number;
}

export interface YearCounts {
  readonly indicator: Indicator;
  readonly years: readonly number[];
  /** One a kind, then all. */
  readonly lines: readonly YearLine[];
  /** The office's own figures of the years; `null`: not reported, or nobody asks. */
  readonly own: readonly (Exact | null)[];
  /** Figure of the report, which may have more than the units' own answers (an office's total). */
  readonly figure: Exact | null;
  /** What the whole period is to come to, in the reading that is in force; `null` where the plan sets no number. */
  readonly target: Exact | null;
  /** How much of it is still missing; nothing once it is reached. */
  readonly remaining: Exact | null;
  /** Years the average is over, in the reading of the plan that is in force; `null` where it sets none. */
  readonly divisor: Exact | null;
  readonly least: Exact | null;
  readonly average: Exact | null;
  /** What the plan concludes, of the whole period. */
  readonly verdict: Verdict | null;
}

export function yearCounts(report: Report): YearCounts[] {
  return report.plan.indicators.flatMap((indicator) => {
    const node = report.nodes.find((figure) => figure.node === treeAt(report.state.roster, report.treeDate).root && figure.indicator === indicator.code);
    return indicator.perYear && node ? [countsOf(report, indicator, indicator.perYear, node)] : [];
  });
}

function countsOf(report: Report, indicator: Indicator, { detail, least: asked }: NonNullable<Indicator["perYear"]>, node: NodeFigure): YearCounts {
  const { from, to } = report.plan.period;
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => Number(from.slice(0, 4)) + index);
  const yearOf = yearsSaid(report, `${indicator.code}.${detail}`);
  const kinds = new Map(report.state.roster.units.map(({ code, kind }) => [code, kind]));
  const reached = node.contributions.flatMap(({ unit, origin, figure, source }) =>
    (origin !== "officeTotal" && isYes(figure) ? [{ kind: kinds.get(unit) ?? "", year: yearOf.get(`${source?.file ?? ""}|${unit}`) ?? null }] : []));
  const lineOf = (kind: string | null, name: string, own: typeof reached): YearLine => {
    const byYear = years.map((year) => own.filter((one) => one.year === year).length);
    const placed = byYear.reduce((sum, count) => sum + count, 0);
    return { kind, name, byYear, withoutYear: own.length - placed, total: own.length };
  };
  const ofKinds = report.state.roster.kinds.filter(({ id }) => indicator.collectedFrom.includes(id) || reached.some(({ kind }) => kind === id)).map(({ id, name }) => lineOf(id, name, reached.filter(({ kind }) => kind === id)));
  const least = asked === undefined ? null : parseExact(asked);
  const target = indicator.targets.find((one) => one.role === "scope" && one.basis === "count" && isChosen(one));
  const wanted = target ? parseExact(target.value) : null;
  const divisor = least && wanted ? divide(wanted, least) : null;
  const figure = node.numerator;
  return {
    indicator, years, lines: [...ofKinds, lineOf(null, "", reached)], own: years.map((year) => ownOf(report, indicator.code, year)),
    figure, target: wanted, remaining: wanted && figure ? (compare(figure, wanted) >= 0 ? ZERO : subtract(wanted, figure)) : null,
    divisor, least, average: divisor && figure ? divide(figure, divisor) : null,
    verdict: target ? node.checks.find(({ target: id, against }) => id === target.id && against === "plan")?.verdict ?? null : null,
  };
}

const isYes = (figure: Figure): boolean => figure.state === "reported" && figure.measure === "yesNo" && figure.yes;

/** `<file>|<unit>` → the year that stands in the detail; a year is four digits, however it was typed. */
function yearsSaid({ ledger }: Report, side: string): ReadonlyMap<string, number> {
  return new Map(ledger.flatMap(({ path, submissions }) => submissions.flatMap(({ unit, submission }): [string, number][] => {
    const year = /(?:19|20)\d\d/u.exec(submission.sides[side]?.raw ?? "")?.[0];
    return unit === null || year === undefined ? [] : [[`${path}|${unit}`, Number(year)]];
  })));
}

function ownOf({ plan, nodes, state, treeDate }: Report, indicator: string, year: number): Exact | null {
  const of = plan.indicators.find(({ ofYear }) => ofYear?.indicator === indicator && ofYear.year === year);
  const root = treeAt(state.roster, treeDate).root;
  return of ? nodes.find(({ node, indicator: code }) => node === root && code === of.code)?.value ?? null : null;
}

/** Years in which the office's own figure is not what the units' answers come to; where it gave none, nothing differs. */
export function differingYears({ years, lines, own }: YearCounts): number[] {
  const all = lines.at(-1);
  return years.filter((_, index) => { const said = own[index]; return said !== null && said !== undefined && !equals(said, exact(all?.byYear[index] ?? 0)); });
}

/** Average of the years that have passed, the last one counted in: how the plan's pace is kept before its end. */
export function averageSoFar({ years, figure }: YearCounts, asOf: string): { readonly last: number; readonly average: Exact } | null {
  const passed = years.filter((year) => year <= Number(asOf.slice(0, 4)));
  const last = passed.at(-1);
  const average = figure && divide(figure, exact(passed.length));
  return last !== undefined && average && passed.length < years.length ? { last, average } : null;
}

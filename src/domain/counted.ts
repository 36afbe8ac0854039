/** What counts for each unit (số được tính): its files, what was typed in for it, and the officer's corrections. */
import { correct, inOrder, unknownUnit, unreported } from "./corrections";
import { enteredKey, joinEntered } from "./entered";
import { checkUnit } from "./check-unit";
import { indicatorsOf } from "./duties";
import type { Contribution } from "./figure";
import type { Judgement } from "./ledger";
import type { Correction, EnteredReport } from "./ledger-types";
import { indexRoster, unitByCode } from "./match-unit";
import type { Problem } from "./problem";
import type { Judging } from "./received";
import type { UnitCode } from "./unit";

/** Unit → indicator → contribution. */
export type Figures = ReadonlyMap<UnitCode, ReadonlyMap<string, Contribution>>;

/** What officers added to the files. */
export interface OfficersWork {
  readonly entered: readonly EnteredReport[];
  readonly corrections: readonly Correction[];
}

export interface Counted {
  /** As the units reported it, before corrections; units that nothing came from are absent. */
  readonly reported: Figures;
  /** Every expected or reported figure, corrected, missing ones included; in the roster's and the plan's order. */
  readonly effective: Figures;
  /** Reports typed in, by the unit they are of. */
  readonly entered: ReadonlyMap<UnitCode, readonly EnteredReport[]>;
  readonly problems: readonly Problem[];
  /** Content keys of the typed-in reports. */
  readonly contents: ReadonlySet<string>;
}

/** `expected`: indicator → units whose figure it needs. */
export function countedFigures(judgement: Judgement, judging: Judging, work: OfficersWork, expected: ReadonlyMap<string, readonly UnitCode[]>): Counted {
  const index = indexRoster(judging.tree.roster);
  const entered = new Map<UnitCode, EnteredReport[]>();
  const problems: Problem[] = [];
  for (const report of work.entered) {
    const unit = unitByCode(report.unit.trim(), index)?.code;
    if (unit) entered.set(unit, [...(entered.get(unit) ?? []), report]);
    else problems.push(unknownUnit(report.unit, index));
  }
  const reported = new Map<UnitCode, ReadonlyMap<string, Contribution>>();
  for (const { code: unit } of judging.tree.roster.units) {
    const joined = reportedBy(unit, judgement, judging, entered.get(unit) ?? []);
    if (joined.figures.size > 0) reported.set(unit, joined.figures);
    problems.push(...joined.problems);
  }
  const effective = everyExpected(reported, judging, expected);
  for (const correction of inOrder(work.corrections)) {
    const { contribution, problems: found } = correct(correction, { plan: judging.plan, stage: judging.stage, index, counted: effective });
    problems.push(...found);
    if (contribution) effective.get(contribution.unit)?.set(contribution.indicator, contribution);
  }
  return { reported, effective, entered, problems, contents: new Set(work.entered.map(enteredKey)) };
}

/** A typed-in report is held against the plan like a file; the file's own findings are in the ledger already. */
function reportedBy(unit: UnitCode, judgement: Judgement, judging: Judging, reports: readonly EnteredReport[]) {
  const { plan, stage, tree, decisions, registered } = judging;
  const settled = judgement.units.get(unit);
  if (reports.length === 0) return { figures: settled?.figures ?? new Map<string, Contribution>(), problems: [] };
  const joined = joinEntered({ unit, name: tree.unit(unit)?.name ?? unit, reports, settled, plan, owed: indicatorsOf(plan, stage, unit, tree), stage, decisions });
  const promised = registered.get(unit);
  const typed = new Map([...joined.figures].filter(([, { origin }]) => origin === "entered"));
  const checked = checkUnit({ plan, stage, tree, unit, figures: typed, ...(promised ? { registered: promised } : {}) });
  return { figures: joined.figures, problems: [...joined.problems, ...checked] };
}

/** Whoever is expected, and whoever reported though not expected any more (closed since): no figure given vanishes. */
function everyExpected(reported: Figures, { plan, tree }: Judging, expected: ReadonlyMap<string, readonly UnitCode[]>): Map<UnitCode, Map<string, Contribution>> {
  const asked = new Map([...expected].map(([code, units]) => [code, new Set(units)] as const));
  return new Map(tree.roster.units.map(({ code: unit }) => {
    const own = reported.get(unit);
    const owed = plan.indicators.filter(({ code }) => asked.get(code)?.has(unit) || own?.has(code));
    return [unit, new Map(owed.map(({ code }) => [code, own?.get(code) ?? unreported(unit, code)]))];
  }));
}

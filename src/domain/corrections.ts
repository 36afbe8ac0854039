/** Officers' corrections (điều chỉnh): they replace what counts, and what the unit reported stays beside them. */
import { NOT_REPORTED, type Contribution } from "./figure";
import type { Correction } from "./ledger-types";
import { nearestUnits, unitByCode, type RosterIndex } from "./match-unit";
import type { Plan, Stage } from "./plan";
import { problem, type Problem } from "./problem";
import { compareText } from "./text-order";
import { shown, typedFigure } from "./typed-figure";
import type { UnitCode } from "./unit";

export interface Correcting {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly index: RosterIndex;
  /** Unit → indicator → what would count without a correction; exactly the figures that are expected. */
  readonly counted: ReadonlyMap<UnitCode, ReadonlyMap<string, Contribution>>;
}

export interface Corrected {
  readonly contribution: Contribution | null;
  readonly problems: readonly Problem[];
}

/** Every correction, in the order in which they take effect: the latest last. */
export function inOrder(corrections: readonly Correction[]): Correction[] {
  return corrections
    .map((correction, index) => ({ correction, index }))
    .sort((a, b) => compareText(a.correction.on ?? "", b.correction.on ?? "") || a.index - b.index)
    .map(({ correction }) => correction);
}

/** What one correction comes to: the figure that counts from now on, or the reason why it does not count. */
export function correct(correction: Correction, { plan, stage, index, counted }: Correcting): Corrected {
  const { code, name } = plan.indicators.find((candidate) => candidate.code === correction.indicator) ?? { code: correction.indicator, name: correction.indicator };
  const unit = unitByCode(correction.unit.trim(), index)?.code;
  if (!unit) return refused(unknownUnit(correction.unit, index));
  const at = { unit, indicator: code };
  const indicator = plan.indicators.find((candidate) => candidate.code === code);
  const own = counted.get(unit)?.get(code);
  if (!indicator || !own) return refused(problem("cell-does-not-apply", at, { indicator: code, name, found: shown(correction.value) }));
  if (correction.reason.trim() === "") return refused(problem("correction-without-reason", at, { indicator: code, name }));
  const typed = typedFigure({ value: correction.value, indicator, stage, own: own.figure, at });
  if (!typed.ok) return refused(typed.problem);
  const contribution: Contribution = { ...own, origin: "corrected", figure: typed.figure, reported: own.reported ?? own.figure, reason: correction.reason.trim() };
  return { contribution, problems: [] };
}

function refused(found: Problem): Corrected {
  return { contribution: null, problems: [found] };
}

/** A record that names a unit the roster does not know. */
export function unknownUnit(found: string, index: RosterIndex): Problem {
  const nearest = nearestUnits({ code: found, name: found }, index).map((unit) => `${unit.name} (${unit.code})`).join("; ");
  return problem("unit-unknown", {}, { found, nearest });
}

/** A figure that nobody has reported yet. */
export function unreported(unit: UnitCode, indicator: string): Contribution {
  return { unit, indicator, origin: "file", figure: NOT_REPORTED };
}

/** Which units the list shows (lọc đơn vị): by how they stand, by office, by words; most pressing first. */
import type { CoverageState } from "#domain/ledger-types";
import type { UnitLine } from "#tasks/engine/views/coverage";
import { matcher } from "../parts/matches";

/** A unit's place in the list: one that was returned stands apart from those that sent nothing. */
export type Standing = CoverageState | "returned";

export const standings = ["missing", "returned", "late", "dateUnknown", "notDue", "onTime"] as const satisfies readonly Standing[];

/** What the list can be narrowed to: a standing, or what came in only in part, late or not. */
export type Narrowing = Standing | "partial" | "all";
export const narrowings = ["all", ...standings, "partial"] as const satisfies readonly Narrowing[];

export interface UnitFilter {
  readonly standing: Narrowing;
  /** Code of the office above; `all`: every one. */
  readonly office: string;
  readonly text: string;
}

export const everyUnit: UnitFilter = { standing: "all", office: "all", text: "" };

export function standingOf({ state, returned }: UnitLine): Standing {
  return returned && isOut(state) ? "returned" : state;
}

export function isOut(state: CoverageState): boolean {
  return state === "missing" || state === "notDue";
}

/** Something came in, not everything it must give (nộp thiếu). */
export function isPartial({ state, filled, required }: UnitLine): boolean {
  return !isOut(state) && filled < required;
}

export function stands(unit: UnitLine, narrowing: Narrowing): boolean {
  return narrowing === "all" || (narrowing === "partial" ? isPartial(unit) : standingOf(unit) === narrowing);
}

/** The same grouping as the bars: units directly under the top office have none between. */
export function officeOf({ parent }: UnitLine, offices: ReadonlySet<string>): string {
  return parent !== null && offices.has(parent) ? parent : "";
}

export function shownUnits(units: readonly UnitLine[], { standing, office, text }: UnitFilter, offices: ReadonlySet<string>): UnitLine[] {
  const says = matcher(text);
  return units
    .filter((unit) => stands(unit, standing) && (office === "all" || officeOf(unit, offices) === office) && says([unit.unit, unit.name, unit.parentName ?? ""]))
    .map((unit, index) => ({ unit, index, rank: standings.indexOf(standingOf(unit)) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ unit }) => unit);
}

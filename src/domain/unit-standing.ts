/** Where a unit stands in sight of officers (tình trạng của đơn vị): the five states of who owes what, with what was sent back told apart. */
import type { CoverageState, UnitCoverage } from "./ledger-types";

export type UnitStanding = CoverageState | "returned";

/** Nothing of it counts. */
export function isOut(state: CoverageState): boolean {
  return state === "missing" || state === "notDue";
}

/** Sent in, to be put right, and not in again: `returned` rather than missing or not due. */
export function unitStanding({ state, returned }: Pick<UnitCoverage, "state" | "returned">): UnitStanding {
  return returned && isOut(state) ? "returned" : state;
}

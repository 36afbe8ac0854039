/**
 * Who owes what, since when (tình hình nộp): at each milestone every addressed unit stands in exactly one of
 * five states. What nobody said the date of is never late; a milestone without a date makes nobody late.
 */
import type { Contribution } from "./figure";
import { rowsOfIndicator } from "./form";
import type { Coverage, CoverageState, Extension, UnitCoverage } from "./ledger-types";
import { addressees, daysAfter, extendedDay, lastDay, treeOfList, type Addressing } from "./milestones";
import { indicatorsOf } from "./duties";
import type { Milestone, Plan, Stage } from "./plan";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

/** What arrived from one unit. */
export interface Arrival {
  /** True where something of it counts. */
  readonly isIn: boolean;
  /** Earliest known day of what counts. */
  readonly receivedOn: string | null;
  /** False where part of what counts came on a day nobody stated. */
  readonly allDated: boolean;
  readonly isReturned: boolean;
  /** The unit's figures, of what was returned where nothing counts. */
  readonly figures: ReadonlyMap<string, Contribution>;
}

export interface Covering extends Addressing {
  /** The tree of the report; parents are shown under it. */
  readonly tree: Tree;
  readonly arrivals: ReadonlyMap<UnitCode, Arrival>;
  readonly extensions: readonly Extension[];
  readonly dueFrom: Readonly<Record<string, "plan" | "office">>;
  /** `<milestone>|<deliverable>|<unit>` → what was written when the document was ticked off. */
  readonly documents: Readonly<Record<string, string>>;
}

/** Coverage of every milestone of the stage, in the plan's order. */
export function coverageOf(covering: Covering): Coverage[] {
  return covering.plan.milestones.filter(({ stage }) => stage === covering.stage).map((milestone) => {
    const units = addressees(milestone, covering).map((unit) => unitCoverage(unit, milestone, covering));
    return coverageAmong(milestone.id, units);
  });
}

/** The counts of some of a milestone's units. */
export function coverageAmong(milestone: string, units: readonly UnitCoverage[]): Coverage {
  const count = (state: CoverageState): number => units.filter((unit) => unit.state === state).length;
  return {
    milestone, expected: units.length,
    onTime: count("onTime"), late: count("late"), dateUnknown: count("dateUnknown"), missing: count("missing"), notDue: count("notDue"),
    units,
  };
}

const nothing: Arrival = { isIn: false, receivedOn: null, allDated: true, isReturned: false, figures: new Map() };

function unitCoverage(unit: UnitCode, milestone: Milestone, covering: Covering): UnitCoverage {
  const { plan, stage, roster, asOf, tree, extensions, dueFrom } = covering;
  const due = lastDay(milestone);
  const extendedTo = extendedDay(extensions, unit, milestone.id, due);
  const last = extendedTo ?? due;
  const arrival = arrivalOf(unit, milestone, covering);
  const state = stateOf(arrival, last, asOf);
  const listed = treeOfList(milestone, roster, asOf);
  return {
    unit, name: tree.unit(unit)?.name ?? unit, parent: (tree.isOpen(unit) ? tree : listed).parentOf(unit),
    state, due, dueFrom: due === null ? null : dueFrom[milestone.id] ?? "plan",
    daysLate: state === "late" && arrival.receivedOn !== null && last !== null ? daysAfter(arrival.receivedOn, last) : 0,
    returned: arrival.isReturned, extendedTo, receivedOn: arrival.receivedOn,
    ...cellsOf(unit, arrival, { plan, stage, tree }),
  };
}

function stateOf({ isIn, receivedOn, allDated }: Arrival, last: string | null, asOf: string): CoverageState {
  if (!isIn) return last !== null && asOf > last ? "missing" : "notDue";
  if (last === null || (receivedOn !== null && receivedOn <= last)) return "onTime";
  if (receivedOn === null || !allDated) return asOf <= last ? "onTime" : "dateUnknown";
  return "late";
}

/** A milestone of documents alone is met when its required ones are ticked off; one with a form, when the form is in. */
function arrivalOf(unit: UnitCode, milestone: Milestone, { arrivals, documents }: Covering): Arrival {
  if (milestone.deliverables.some(({ kind }) => kind === "form")) return arrivals.get(unit) ?? nothing;
  const required = milestone.deliverables.filter((deliverable) => deliverable.required);
  const asked = required.length > 0 ? required : milestone.deliverables;
  const ticks = asked.map(({ id }) => documents[`${milestone.id}|${id}|${unit}`]?.trim() ?? "");
  const days = ticks.map(dayIn);
  const last = days.reduce<string | null>((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
  const allDated = days.every((day) => day !== null);
  return { ...nothing, isIn: ticks.every((tick) => tick !== ""), receivedOn: allDated ? last : null, allDated };
}

/** The day in what was written beside a tick: `12/BC-THCS, 05/9/2025, trục văn bản`. */
function dayIn(written: string): string | null {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
  const [, day = "", month = "", year = ""] = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(written) ?? [];
  const found = iso ?? (year === "" ? "" : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return Number.isNaN(Date.parse(`${found}T12:00:00Z`)) ? null : found;
}

interface Asking {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
}

/** Input cells of the figures the unit must give, and how many of them hold something. */
function cellsOf(unit: UnitCode, { figures }: Arrival, { plan, stage, tree }: Asking): { readonly required: number; readonly filled: number } {
  let required = 0;
  let filled = 0;
  for (const indicator of indicatorsOf(plan, stage, unit, tree)) {
    if (!indicator.required) continue;
    const cells = rowsOfIndicator(indicator, stage).reduce((sum, { base }) => sum + (base ? 2 : 1), 0);
    required += cells;
    filled += Math.min(cells, filledCells(figures.get(indicator.code), cells));
  }
  return { required, filled };
}

function filledCells(contribution: Contribution | undefined, cells: number): number {
  const figure = contribution?.figure;
  if (!figure) return 0;
  if (figure.state !== "notReported") return cells;
  return (figure.denominator ? 1 : 0) + (figure.start ? 2 : 0) + (figure.bareShare ? 1 : 0);
}

/** Builders of plans, rosters and contributions: a test states only what matters to it. */
import { exact, parseExact, ZERO, type Exact } from "#domain/exact";
import type { Contribution, Figure } from "#domain/figure";
import type { Indicator, Plan, Stage, Target } from "#domain/plan";
import type { Roster, Unit, UnitCode } from "#domain/unit";

export const code = (text: string): UnitCode => text as UnitCode;

export function aTarget(changes: Partial<Target> = {}): Target {
  return { id: "t", role: "scope", basis: "count", comparator: ">=", value: "1", ...changes };
}

export function anIndicator(changes: Partial<Indicator> = {}): Indicator {
  return {
    code: "XX01", name: "An indicator", group: "g", measure: "count", unit: "schools", collectedFrom: ["school"],
    stages: ["registration", "midterm", "summary"], overTime: "last", required: true, mayNotApply: false, targets: [], ...changes,
  };
}

export function aPlan(changes: Partial<Plan> = {}): Plan {
  return {
    id: "a-plan", version: "1", title: "A plan", shortTitle: "A plan", issuer: { name: "The office", level: "so" },
    scope: { name: "The province" }, period: { from: "2024-01-01", to: "2025-12-31", label: "2024-2025", kind: "span" },
    basedOn: [], themes: [], movements: [], subjects: [], workCategories: [], groups: [{ id: "g", name: "Group" }], headcounts: [],
    indicators: [], rules: [], registrationColumns: [], ownTargets: { asked: false, from: [] }, milestones: [], phases: [], events: [],
    awards: { forms: [], criteria: [], attention: [], timing: [] }, steps: [], roles: [], open: [], remarks: [], ...changes,
  };
}

export const KINDS: Roster["kinds"] = [
  { id: "province", name: "Province", role: "scope" },
  { id: "district", name: "District", role: "intermediate" },
  { id: "commune", name: "Commune", role: "intermediate" },
  { id: "school", name: "School", role: "unit" },
  { id: "centre", name: "Centre", role: "unit" },
];

/** `parent`: a code, or dated edges. */
export function aUnit(unit: string, kind: string, parent?: string | Unit["parents"], changes: Partial<Unit> = {}): Unit {
  const parents = parent === undefined ? [] : typeof parent === "string" ? [{ parent: code(parent) }] : parent;
  return { code: code(unit), name: `Unit ${unit}`, kind, parents, ...changes };
}

export function aRoster(units: readonly Unit[], changes: Partial<Roster> = {}): Roster {
  return { id: "a-roster", version: "1", name: "A roster", kinds: [...KINDS], units: [...units], successors: [], ...changes };
}

/** A province with two districts of two schools each and one school of its own. */
export function aProvince(): Roster {
  return aRoster([
    aUnit("P", "province"), aUnit("D1", "district", "P"), aUnit("D2", "district", "P"),
    aUnit("a", "school", "D1"), aUnit("b", "school", "D1"), aUnit("c", "school", "D2"), aUnit("d", "school", "D2"), aUnit("e", "school", "P"),
  ]);
}

export const count = (value: number): Figure => ({ state: "reported", measure: "count", value: exact(value) });
export const ratio = (n: number, d: number): Figure => ({ state: "reported", measure: "ratio", numerator: exact(n), denominator: exact(d) });
export const yes: Figure = { state: "reported", measure: "yesNo", yes: true };
export const no: Figure = { state: "reported", measure: "yesNo", yes: false };
export const notApplicable: Figure = { state: "notApplicable" };
export const blank: Figure = { state: "notReported" };
export const change = (start: readonly [number, number], end: readonly [number, number]): Figure => ({
  state: "reported", measure: "change",
  start: { numerator: exact(start[0]), denominator: exact(start[1]) }, end: { numerator: exact(end[0]), denominator: exact(end[1]) },
});

export function from(unit: string, figure: Figure, indicator = "XX01", changes: Partial<Contribution> = {}): Contribution {
  return { unit: code(unit), indicator, origin: "file", figure, ...changes };
}

export const decimal = (text: string): Exact => parseExact(text) ?? ZERO;
export const STAGE: Stage = "summary";

/** What a roster must be beyond its shape (kiểm tra danh mục đơn vị): every fault at once, as facts. */
import { FORBIDDEN_KEYS } from "./forbidden-keys";
import { holdsOn, isCalendarDay, isOpenOn } from "./roster-dates";
import { kindRoles, rootOn, topUnits } from "./roster-root";
import type { ParentEdge, Roster, Unit } from "./unit";

export type RosterFaultKind =
  // The shape.
  | "not-an-object" | "missing" | "wrong-type" | "unknown-key" | "bad-value" | "empty" | "dangerous-key"
  // One unit.
  | "duplicate-code" | "duplicate-kind" | "unknown-kind" | "bad-date" | "closed-before-opened"
  // Between units.
  | "unknown-parent" | "parent-not-an-office" | "edge-reversed" | "two-parents" | "cycle" | "no-root" | "two-roots" | "unknown-successor";

/** One thing wrong with a roster: where (`units.3.parents.0`), which kind, and the facts for its sentence. */
export interface RosterFault {
  readonly path: string;
  readonly kind: RosterFaultKind;
  readonly facts: Readonly<Record<string, string>>;
}

/** Every fault of a roster whose shape is sound. */
export function checkRoster(roster: Roster): RosterFault[] {
  return [
    ...checkKinds(roster), ...checkUnits(roster), ...checkEdges(roster), ...checkSuccessors(roster), ...checkCycles(roster), ...checkRoots(roster),
  ];
}

function fault(path: string, kind: RosterFaultKind, facts: Readonly<Record<string, string>>): RosterFault {
  return { path, kind, facts };
}


function checkKinds({ kinds }: Roster): RosterFault[] {
  const seen = new Set<string>();
  return kinds.flatMap(({ id }, index) => {
    const path = `kinds.${index}.id`;
    if (FORBIDDEN_KEYS.has(id)) return [fault(path, "dangerous-key", { key: id })];
    const again = seen.has(id);
    seen.add(id);
    return again ? [fault(path, "duplicate-kind", { kind: id })] : [];
  });
}

function checkUnits(roster: Roster): RosterFault[] {
  const kinds = kindRoles(roster);
  const first = new Map<string, number>();
  return roster.units.flatMap((unit, index) => {
    const path = `units.${index}`;
    const { code, kind, openedOn, closedOn } = unit;
    const faults: RosterFault[] = [];
    const before = first.get(code);
    if (before === undefined) first.set(code, index);
    else faults.push(fault(`${path}.code`, "duplicate-code", { code, first: `units.${before}` }));
    if (FORBIDDEN_KEYS.has(code)) faults.push(fault(`${path}.code`, "dangerous-key", { key: code }));
    if (!kinds.has(kind)) faults.push(fault(`${path}.kind`, "unknown-kind", { unit: code, kind }));
    faults.push(...badDates(path, { openedOn, closedOn }));
    if (openedOn !== undefined && closedOn !== undefined && closedOn <= openedOn) {
      faults.push(fault(path, "closed-before-opened", { unit: code, openedOn, closedOn }));
    }
    return faults;
  });
}

function badDates(path: string, dates: Readonly<Record<string, string | undefined>>): RosterFault[] {
  return Object.entries(dates).flatMap(([key, found]) =>
    found === undefined || isCalendarDay(found) ? [] : [fault(`${path}.${key}`, "bad-date", { found })]);
}

function checkEdges(roster: Roster): RosterFault[] {
  const roles = kindRoles(roster);
  const byCode = new Map<string, Unit>(roster.units.map((unit) => [unit.code, unit]));
  const tops = new Set<string>(topUnits(roster).map(({ code }) => code));
  return roster.units.flatMap((unit, index) => [
    ...unit.parents.flatMap((edge, place) => {
      const path = `units.${index}.parents.${place}`;
      const parent = byCode.get(edge.parent);
      const faults = badDates(path, { from: edge.from, to: edge.to });
      if (!parent) faults.push(fault(`${path}.parent`, "unknown-parent", { unit: unit.code, parent: edge.parent }));
      else if ((roles.get(parent.kind) ?? "unit") === "unit" && !tops.has(parent.code)) {
        faults.push(fault(`${path}.parent`, "parent-not-an-office", { unit: unit.code, parent: edge.parent }));
      }
      if (edge.from !== undefined && edge.to !== undefined && edge.to <= edge.from) {
        faults.push(fault(path, "edge-reversed", { unit: unit.code, from: edge.from, to: edge.to }));
      }
      return faults;
    }),
    ...twoParents(unit, `units.${index}.parents`),
  ]);
}

function twoParents({ code, parents }: Unit, path: string): RosterFault[] {
  return parents.flatMap((edge, place) => {
    const on = edge.from ?? "";
    const other = parents.find((one, index) => index !== place && holdsOn(one.from, one.to, on) && holdsOn(edge.from, edge.to, on) && (one.from !== edge.from || index < place));
    return other ? [fault(`${path}.${place}`, "two-parents", { unit: code, first: other.parent, second: edge.parent, on: edge.from ?? other.from ?? "" })] : [];
  });
}

function checkSuccessors({ successors, units }: Roster): RosterFault[] {
  const codes = new Set(units.map(({ code }) => code));
  return successors.flatMap(({ from, to, on }, index) => [
    ...(codes.has(to) ? [] : [fault(`successors.${index}.to`, "unknown-successor", { from, to })]),
    ...badDates(`successors.${index}`, { on }),
  ]);
}

/** A cycle holds from the day its last edge begins, so only those days need looking at; each cycle is named once. */
function checkCycles({ units }: Roster): RosterFault[] {
  const days = new Set(["", ...units.flatMap(({ parents }) => parents.flatMap(({ from }) => from ?? []))]);
  const found = new Map<string, RosterFault>();
  const place = new Map<string, number>(units.map(({ code }, index) => [code, index]));
  for (const on of [...days].sort()) {
    for (const cycle of cyclesOn(units, on)) {
      const members = [...cycle].sort();
      const key = members.join(" ");
      if (!found.has(key)) found.set(key, fault(`units.${Math.min(...members.map((code) => place.get(code) ?? 0))}.parents`, "cycle", { units: members.join(", "), on }));
    }
  }
  return [...found.values()];
}

function cyclesOn(units: readonly Unit[], on: string): string[][] {
  const up = new Map<string, string>();
  for (const { code, parents } of units) {
    const edge: ParentEdge | undefined = parents.find(({ from, to }) => holdsOn(from, to, on));
    if (edge) up.set(code, edge.parent);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of up.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    for (; at !== undefined && !done.has(at) && !path.has(at); at = up.get(at)) path.add(at);
    if (at !== undefined && path.has(at)) { const walked = [...path]; cycles.push(walked.slice(walked.indexOf(at))); }
    for (const code of path) done.add(code);
  }
  return cycles;
}

/** On every day on which a possible top opens, the one that stands at the top must be the only one open. */
function checkRoots(roster: Roster): RosterFault[] {
  const tops = topUnits(roster);
  if (tops.length === 0) return [fault("units", "no-root", {})];
  const faults = new Map<string, RosterFault>();
  for (const on of new Set(["", ...tops.flatMap(({ openedOn }) => openedOn ?? [])])) {
    const root = rootOn(roster, on, tops);
    if (!root || !isOpenOn(root, on)) continue;
    for (const other of tops) {
      if (other === root || !isOpenOn(other, on) || faults.has(other.code)) continue;
      faults.set(other.code, fault(`units.${roster.units.indexOf(other)}`, "two-roots", { first: root.code, second: other.code, on }));
    }
  }
  return [...faults.values()];
}

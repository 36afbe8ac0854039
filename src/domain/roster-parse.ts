/** Reads a roster of units (danh mục đơn vị) from plain JSON. */
import { forbiddenKeys } from "./forbidden-keys";
import { checkRoster, type RosterFault } from "./roster-checks";
import { soundPart } from "./sound-part";
import { rosterSchema, type Roster } from "./unit";

export type { RosterFault, RosterFaultKind } from "./roster-checks";

export type RosterOutcome = { readonly ok: true; readonly roster: Roster } | { readonly ok: false; readonly faults: readonly RosterFault[] };

/**
 * Checks that a value is a roster: first the shape of every field, then (once the shape is sound) what units
 * say of each other at every date. All faults of a round come back at once, as facts.
 */
export function parseRoster(json: unknown): RosterOutcome {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { ok: false, faults: [{ path: "", kind: "not-an-object", facts: {} }] };
  const dangerous = forbiddenKeys(json).map(({ path, key }): RosterFault => ({ path, kind: "dangerous-key", facts: { key } }));
  const parsed = rosterSchema.safeParse(json);
  if (!parsed.success) {
    const shape = oncePerPlace([...dangerous, ...parsed.error.issues.flatMap((issue) => shapeFaults(issue, json))]);
    return { ok: false, faults: [...shape, ...faultsOfRest(json, shape)] };
  }
  const faults = [...dangerous, ...checkRoster(parsed.data)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, roster: parsed.data };
}

/** One cause, one fault: the first that is said of a place. */
function oncePerPlace(faults: readonly RosterFault[]): RosterFault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.path, fault])).values()].toReversed();
}

/** What the units without a fault say of one another; what could be for want of those with one is not said. */
function faultsOfRest(json: object, shape: readonly RosterFault[]): RosterFault[] {
  const rest = soundPart(json, shape.map(({ path }) => path), "outermost");
  if (!rest) return [];
  const parsed = rosterSchema.safeParse(rest.json);
  if (!parsed.success) return [];
  return checkRoster(parsed.data).filter(({ kind }) => !OF_OTHERS.has(kind)).map((fault) => ({ ...fault, path: rest.placeOf(fault.path) }));
}

/** Faults that may only mean that another unit was taken out. */
const OF_OTHERS: ReadonlySet<RosterFault["kind"]> = new Set(["unknown-kind", "unknown-parent", "no-root", "unknown-successor"]);

type Issue = NonNullable<ReturnType<typeof rosterSchema.safeParse>["error"]>["issues"][number];

function shapeFaults(issue: Issue, json: object): RosterFault[] {
  const path = issue.path.map(String).join(".");
  const value = valueAt(json, issue.path);
  const found = shown(value);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, kind: "unknown-key", facts: { key } }));
  if (value === undefined) return [{ path, kind: "missing", facts: { key: String(issue.path.at(-1) ?? "") } }];
  switch (issue.code) {
    case "invalid_type": return [{ path, kind: "wrong-type", facts: { found, expected: issue.expected } }];
    case "too_small": return [{ path, kind: issue.origin === "string" || issue.origin === "array" ? "empty" : "bad-value", facts: { found } }];
    case "invalid_format": return [{ path, kind: issue.message === "YYYY-MM-DD" ? "bad-date" : "bad-value", facts: { found } }];
    default: return [{ path, kind: "bad-value", facts: { found } }];
  }
}

function valueAt(json: object, path: readonly PropertyKey[]): unknown {
  let value: unknown = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

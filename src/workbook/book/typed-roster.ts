/** What the officer typed in "Danh mục" (danh mục đơn vị): taken whole where it makes a sound roster, else kept as typed and named. */
import { foldName } from "#domain/name-folding";
import { problem, type Problem } from "#domain/problem";
import { parseRoster } from "#domain/roster-parse";
import type { Roster } from "#domain/unit";
import { rosterFaultSentence } from "#messages/faults-vi";
import { sameText } from "./cell-text";
import type { ReadRow } from "./table";
import { typedDay } from "./typed-lists";

export const ROSTER_KEYS = ["unit", "name", "kind", "parent", "from", "to", "decision", "openedOn", "closedOn", "cluster"] as const;
const DAYS: ReadonlySet<string> = new Set(["from", "to", "openedOn", "closedOn"]);

export type RosterLine = Readonly<Record<(typeof ROSTER_KEYS)[number], string>>;

export interface TypedRoster {
  readonly roster: Roster;
  /** The lines as typed, where they make no roster yet. */
  readonly unfinished?: readonly RosterLine[];
  readonly problems: readonly Problem[];
}

/** One line a unit, and one more for every further parent office. */
export function rosterLines({ units }: Roster): RosterLine[] {
  return units.flatMap(({ code, name, kind, parents, openedOn, closedOn, cluster }) => (parents.length > 0 ? parents : [null]).map((edge) => ({
    unit: code, name, kind, parent: edge?.parent ?? "", from: edge?.from ?? "", to: edge?.to ?? "", decision: edge?.decision ?? "", openedOn: openedOn ?? "", closedOn: closedOn ?? "", cluster: cluster ?? "",
  })));
}

export function typedRoster(before: Roster, { sheet, rows }: { readonly sheet: string; readonly rows: readonly ReadRow[] }, file: string): TypedRoster {
  const filled = rows.filter((row) => ROSTER_KEYS.some((key) => row.text(key) !== ""));
  const lines = filled.map((row) => Object.fromEntries(ROSTER_KEYS.map((key) => [key, textOf(row, key)])) as RosterLine);
  if (isSame(lines, rosterLines(before))) return { roster: before, problems: [] };
  const units = unitsOf(before, lines);
  const parsed = parseRoster({ ...before, units: units.map(({ unit }) => unit) });
  if (parsed.ok) return { roster: parsed.roster, problems: [] };
  const problems = parsed.faults.map((fault) => {
    const at = Number(/^units\.(\d+)/u.exec(fault.path)?.[1] ?? 0);
    const row = filled[units[at]?.line ?? 0];
    return problem("roster-edit-not-taken", { file, sheet, ...(row ? { cell: row.address("unit") } : {}) }, { unit: units[at]?.unit.name ?? "", reason: rosterFaultSentence(fault) });
  });
  return { roster: before, unfinished: lines, problems };
}

function textOf(row: ReadRow, key: (typeof ROSTER_KEYS)[number]): string {
  const text = row.text(key);
  return DAYS.has(key) ? typedDay(text) ?? text : text;
}

function isSame(a: readonly RosterLine[], b: readonly RosterLine[]): boolean {
  return a.length === b.length && a.every((line, index) => ROSTER_KEYS.every((key) => sameText(line[key], b[index]?.[key] ?? "")));
}

interface TypedUnit {
  readonly unit: { readonly code: string; readonly name: string; readonly kind: string; parents: object[]; [key: string]: unknown };
  /** Its first line. */
  readonly line: number;
}

/** What the list does not show of a unit (contact, head counts) stays. */
function unitsOf({ kinds, units: before }: Roster, lines: readonly RosterLine[]): TypedUnit[] {
  const known = new Map<string, Roster["units"][number]>(before.map((unit) => [unit.code, unit]));
  const kindOf = (text: string): string => kinds.find(({ id, name }) => id === text || foldName(name) === foldName(text))?.id ?? text;
  const units: TypedUnit[] = [];
  const byCode = new Map<string, TypedUnit>();
  lines.forEach(({ unit: code, name, kind, parent, from, to, decision, openedOn, closedOn, cluster }, line) => {
    const { openedOn: _opened, closedOn: _closed, cluster: _cluster, ...rest } = known.get(code) ?? {};
    // A further line of the same unit names one more office above it; another name under the same code is another unit.
    const same = byCode.get(code);
    const unit: TypedUnit = same && sameText(same.unit.name, name) && same.unit.kind === kindOf(kind) ? same : { unit: { ...rest, code, name, kind: kindOf(kind), parents: [], ...said({ openedOn, closedOn, cluster }) }, line };
    if (parent !== "") unit.unit.parents.push({ parent, ...said({ from, to, decision }) });
    if (unit === same) return;
    units.push(unit);
    byCode.set(code, unit);
  });
  return units;
}

const said = (facts: Readonly<Record<string, string>>): object => Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ""));

/** The lines "Danh mục" shows: those typed and not taken yet, else the roster's own. */
export function shownRosterLines(roster: Roster, unfinished: readonly Readonly<Record<string, string>>[] | undefined): readonly (readonly string[])[] {
  return (unfinished ?? rosterLines(roster)).map((line) => ROSTER_KEYS.map((key) => (line as Readonly<Record<string, string>>)[key] ?? ""));
}

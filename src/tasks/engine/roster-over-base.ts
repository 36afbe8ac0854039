/**
 * A roster that is known already, as lines to look over (danh mục của sổ đang mở): whatever the lines do not show (parents of
 * earlier days, successors, contacts, head counts) stays as it was.
 */
import { topUnits } from "#domain/roster-root";
import type { Roster, Unit } from "#domain/unit";
import type { RosterLine } from "./views/preparing";

/** A roster as `parseRoster` judges it. */
export interface RosterJson extends Readonly<Record<string, unknown>> {
  readonly units: readonly { readonly name: string }[];
}

/** The unit at the top of the list: the office that keeps the book; of one and its successor, the one that stands. */
export function topOf(roster: Roster): Unit | undefined {
  const tops = topUnits(roster);
  return tops.find(({ closedOn }) => closedOn === undefined) ?? tops[0];
}

/** Every unit but the top, `office` standing for it. */
export function linesOfRoster(roster: Roster, office: string): RosterLine[] {
  const top = topOf(roster)?.code;
  return roster.units.flatMap((unit): RosterLine[] => {
    const parent = unit.parents.at(-1)?.parent ?? top;
    return unit.code === top ? [] : [{ code: unit.code, name: unit.name, kind: unit.kind, parent: parent === top || parent === undefined ? office : parent, doubt: null, was: unit.code }];
  });
}

/** The roster with what was changed in its lines: names, kinds, codes, and parents, which then hold for all its days. */
export function overBase(base: Roster, lines: readonly RosterLine[], top: { readonly code: string; readonly name: string }): RosterJson {
  const own = topOf(base);
  const before = new Map(linesOfRoster(base, top.code).map((line) => [line.code, line]));
  const changed = new Map(lines.flatMap((line) => (line.was === undefined ? [] : [[line.was, line] as const])));
  const codeNow = (code: string): string => changed.get(code)?.code ?? code;
  const parentOf = (line: RosterLine): string => (line.parent === top.code ? own?.code ?? top.code : line.parent);
  const units = base.units.map((unit) => {
    const line = changed.get(unit.code);
    if (!line) return unit.code === own?.code ? { ...unit, name: top.name.trim() === "" ? unit.name : top.name } : unit;
    const isMoved = line.parent !== before.get(unit.code)?.parent;
    return {
      ...unit, code: line.code, name: line.name, kind: line.kind,
      parents: isMoved ? [{ parent: parentOf(line) }] : unit.parents.map((edge) => ({ ...edge, parent: codeNow(edge.parent) })),
    };
  });
  const added = lines.filter(({ was }) => was === undefined).map((line) => ({ code: line.code, name: line.name, kind: line.kind, parents: [{ parent: parentOf(line) }] }));
  return { ...base, units: [...units, ...added], successors: base.successors.map((one) => ({ ...one, from: codeNow(one.from), to: codeNow(one.to) })) };
}

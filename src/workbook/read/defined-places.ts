/** Where defined names point (tên vùng); names that lost their cells are known as lost. */
import type { WorkbookSnapshot } from "#domain/snapshot";

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface DefinedPlaces {
  /** Where a name points: its sheet's own name first, then the workbook's. `null`: no such name, or its cells are gone. */
  find(name: string, sheet?: string): Place | null;
  /** The first of these sheets on which a name points to a cell. */
  among<Sheet extends { readonly name: string }>(name: string, sheets: readonly Sheet[]): { readonly sheet: Sheet; readonly place: Place } | null;
  /** Every place a name points to, in whatever scope. */
  all(name: string): readonly Place[];
  /** The name is there, wherever it points. */
  has(name: string): boolean;
}

interface Entry {
  readonly scope: string | null;
  readonly place: Place | null;
}

export function definedPlaces({ names, sheets }: WorkbookSnapshot): DefinedPlaces {
  const known = new Set(sheets.map(({ name }) => name));
  const entries = entriesOf(names);
  const of = (name: string): readonly Entry[] => {
    const found = entries.get(name);
    if (found) return found;
    // Asked in other letters, or not there at all: known from now on for all forms with these names.
    const folded = entries.get(name.toLowerCase()) ?? NONE;
    entries.set(name, folded);
    return folded;
  };
  const isThere = ({ place }: Entry): boolean => place !== null && known.has(place.sheet);
  const find: DefinedPlaces["find"] = (name, sheet) => {
    let best: Entry | null = null;
    for (const entry of of(name)) {
      if (!isThere(entry) || (sheet !== undefined && entry.place?.sheet !== sheet)) continue;
      // A sheet's own name goes before the workbook's; asked without a sheet, the workbook's before any sheet's.
      if (entry.scope === (sheet ?? null)) return entry.place;
      best ??= entry;
    }
    return best?.place ?? null;
  };
  return {
    find,
    among: (name, sheets) => {
      const found = of(name);
      if (found.length === 0) return null;
      for (const sheet of sheets) {
        const place = found.some((entry) => entry.place?.sheet === sheet.name) ? find(name, sheet.name) : null;
        if (place) return { sheet, place };
      }
      return null;
    },
    all: (name) => {
      const found: Place[] = [];
      for (const { place } of of(name)) if (place && known.has(place.sheet)) found.push(place);
      return found;
    },
    has: (name) => of(name).length > 0,
  };
}

const NONE: readonly Entry[] = [];
const entriesByNames = new WeakMap<WorkbookSnapshot["names"], Map<string, readonly Entry[]>>();

/** By name as written and in small letters; forms made alike share one list of names, taken apart once. */
function entriesOf(names: WorkbookSnapshot["names"]): Map<string, readonly Entry[]> {
  const known = entriesByNames.get(names);
  if (known) return known;
  const entries = new Map<string, Entry[]>();
  for (const { name, refersTo, sheet } of names) {
    const entry = { scope: sheet ?? null, place: placeOf(refersTo) };
    const others = entries.get(name.toLowerCase()) ?? [];
    others.push(entry);
    entries.set(name, others).set(name.toLowerCase(), others);
  }
  const kept = new Map<string, readonly Entry[]>(entries);
  entriesByNames.set(names, kept);
  return kept;
}

const REFERENCE = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/i;

/** `'Kết quả'!$G$12` as a place; of a range, its first cell. */
export function placeOf(reference: string): Place | null {
  const match = REFERENCE.exec(reference.trim());
  if (!match) return null;
  const [, quoted, bare, letters = "", row = "0"] = match;
  const sheet = (quoted?.replaceAll("''", "'") ?? bare ?? "").trim();
  return { sheet, row: Number(row) - 1, column: columnOf(letters) };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

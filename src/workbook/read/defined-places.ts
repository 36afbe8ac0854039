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
  const entries = new Map<string, Entry[]>();
  for (const { name, refersTo, sheet } of names) {
    const place = placeOf(refersTo);
    const entry = { scope: sheet ?? null, place: place && known.has(place.sheet) ? place : null };
    const key = name.toLowerCase();
    entries.set(key, [...(entries.get(key) ?? []), entry]);
  }
  const of = (name: string): readonly Entry[] => entries.get(name.toLowerCase()) ?? [];
  const all = (name: string): Place[] => of(name).flatMap(({ place }) => (place ? [place] : []));
  return {
    find: (name, sheet) => {
      const found = of(name).filter(({ place }) => place !== null);
      if (sheet === undefined) return (found.find(({ scope }) => scope === null) ?? found[0])?.place ?? null;
      return (found.find(({ scope, place }) => scope === sheet && place?.sheet === sheet) ?? found.find(({ place }) => place?.sheet === sheet))?.place ?? null;
    },
    all,
    has: (name) => of(name).length > 0,
  };
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

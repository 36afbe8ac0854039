/**
 * Rows that a thousand forms of one plan have alike, to the last sign (dòng giống nhau): their cells are taken over
 * instead of read again. What a row says through the workbook's texts is looked at anew in every file.
 */
import type { Cell } from "#domain/snapshot";
import type { CellStyle } from "./styles";
import { detached, standsAt } from "./text-memory";

/** A cell whose text stands among the workbook's texts; `cell` is its place among those read, -1 where a blank made none. */
export interface TextRef {
  readonly cell: number;
  readonly index: number;
}

interface KeptRef extends TextRef {
  readonly text: string;
}

interface KeptRow {
  /** From `<row` to behind `</row>`. */
  readonly written: string;
  /** The styles its cells were read with: the same list, or it is read again. */
  readonly styles: readonly (CellStyle | null)[];
  readonly date1904: boolean;
  readonly cells: readonly Cell[];
  readonly refs: readonly KeptRef[];
}

/** The rows that stood at one place of one sheet. */
interface Slot {
  kept: KeptRow[];
  /** In succession; a row in which every school writes something else is not kept any more. */
  misses: number;
}

const MOST_AT_A_PLACE = 10;
const MOST_MISSES = 24;
const LONGEST_ROW = 20_000;
const MOST_CHARACTERS = 3_000_000;
const LAST_ROW = 3_000;
const MOST_PATHS = 400;

let slots = new Map<string, Slot[]>();
let characters = 0;

export interface RowContext {
  readonly strings: readonly string[];
  readonly styles: readonly (CellStyle | null)[];
  readonly date1904: boolean;
}

/** The rows of one sheet, by the path of its part. */
export interface RowMemory {
  /** Adds the cells of the row that begins here where it is known, and gives the place behind it; -1 where it is not. */
  readonly known: (xml: string, at: number, row: number, cells: Cell[], context: RowContext) => number;
  /** Keeps what a row was read as; `first`: where its cells begin among those read. */
  readonly keep: (xml: string, start: number, end: number, row: number, cells: readonly Cell[], first: number, refs: readonly TextRef[], context: RowContext) => void;
}

export function rowMemory(path: string): RowMemory {
  // Files from strangers may call their sheets anything.
  if (slots.size >= MOST_PATHS) {
    slots = new Map();
    characters = 0;
  }
  const places = slots.get(path) ?? [];
  slots.set(path, places);
  return {
    known(xml, at, row, cells, { strings, styles, date1904 }) {
      const slot = places[row];
      if (!slot) return -1;
      for (const kept of slot.kept) {
        if (kept.styles !== styles || kept.date1904 !== date1904 || !standsAt(xml, kept.written, at)) continue;
        if (!addAll(kept, strings, cells)) return -1;
        slot.misses = 0;
        return at + kept.written.length;
      }
      return -1;
    },
    keep(xml, start, end, row, cells, first, refs, { strings, styles, date1904 }) {
      if (row > LAST_ROW || end - start > LONGEST_ROW) return;
      const slot = places[row] ??= { kept: [], misses: 0 };
      slot.misses += 1;
      if (slot.misses > MOST_MISSES) return;
      const written = xml.slice(start, end);
      // A shared formula is told by another row.
      if (written.includes('t="shared"')) return;
      characters += end - start;
      if (characters > MOST_CHARACTERS) {
        slots = new Map();
        characters = 0;
        return;
      }
      const kept: KeptRow = {
        written: detached(written), styles, date1904, cells: cells.slice(first),
        refs: refs.map(({ cell, index }) => ({ cell: cell < 0 ? -1 : cell - first, index, text: strings[index] ?? "" })),
      };
      slot.kept = [kept, ...slot.kept].slice(0, MOST_AT_A_PLACE);
    },
  };
}

/** False where a text is blank now that was not, or the other way round: then a cell more or less stands here. */
function addAll({ cells: own, refs }: KeptRow, strings: readonly string[], cells: Cell[]): boolean {
  for (const { index, text } of refs) {
    const now = strings[index];
    if (now === undefined || (now === "") !== (text === "")) return false;
  }
  const first = cells.length;
  for (const cell of own) cells.push(cell);
  for (const { cell, index, text } of refs) {
    const now = strings[index] ?? "";
    const known = own[cell];
    if (now !== text && known) cells[first + cell] = { ...known, value: { kind: "text", text: now } };
  }
  return true;
}

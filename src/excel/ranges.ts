/** Addresses as Excel writes them, and rectangles of cells. */
import { addressOf, type CellRange } from "#domain/snapshot";

export function addressOfRange({ top, left, bottom, right }: CellRange): string {
  const first = addressOf(top, left);
  return top === bottom && left === right ? first : `${first}:${addressOf(bottom, right)}`;
}

/** Last row and column of a sheet, zero-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** `'Kết quả'!A1:B2,C3`, `A:A`, `5:7` as ranges; the sheet's name is left out. */
export function rangesOfAddress(text: string): CellRange[] {
  const bare = text.replace(/(?:'(?:[^']|'')*'|[^,'!]+)!/gu, "");
  return bare.split(",").flatMap((part) => {
    const match = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/u.exec(part.trim());
    if (!match || part.trim() === "") return [];
    const [, left, top, right, bottom] = match;
    const isLone = !part.includes(":");
    return [{
      top: top === undefined ? 0 : Number(top) - 1, left: left === undefined ? 0 : columnOf(left),
      bottom: isLone && top !== undefined ? Number(top) - 1 : bottom === undefined ? LAST_ROW : Number(bottom) - 1,
      right: isLone && left !== undefined ? columnOf(left) : right === undefined ? LAST_COLUMN : columnOf(right),
    }];
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function cellCount({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

export function sameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** In rows, then columns where one row is too wide. */
export function splitRange(range: CellRange, mostCells: number): CellRange[] {
  const width = range.right - range.left + 1;
  const rows = Math.max(1, Math.floor(mostCells / width));
  const pieces: CellRange[] = [];
  for (let top = range.top; top <= range.bottom; top += rows) {
    const bottom = Math.min(range.bottom, top + rows - 1);
    for (let left = range.left; left <= range.right; left += Math.min(width, mostCells)) {
      pieces.push({ top, left, bottom, right: Math.min(range.right, left + Math.min(width, mostCells) - 1) });
    }
  }
  return pieces;
}

/** Two halves across the longer side; a single cell stays one. */
export function halves(range: CellRange): CellRange[] {
  const { top, left, bottom, right } = range;
  if (bottom > top && bottom - top >= right - left) {
    const middle = Math.floor((top + bottom) / 2);
    return [{ top, left, bottom: middle, right }, { top: middle + 1, left, bottom, right }];
  }
  if (right === left) return [range];
  const middle = Math.floor((left + right) / 2);
  return [{ top, left, bottom, right: middle }, { top, left: middle + 1, bottom, right }];
}

export interface Area {
  readonly rows: number;
  readonly columns: number;
}

/** Rectangles of equal value over a whole area; cells for which `keyAt` gives `null` are left out. */
export function rectangles<Key extends string | number>({ rows, columns }: Area, keyAt: (row: number, column: number) => Key | null): { key: Key; range: CellRange }[] {
  const found: { key: Key; range: CellRange }[] = [];
  let open = new Map<string, { key: Key; range: CellRange }>();
  for (let row = 0; row < rows; row += 1) {
    const next = new Map<string, { key: Key; range: CellRange }>();
    for (let left = 0; left < columns;) {
      const key = keyAt(row, left);
      let right = left;
      while (right + 1 < columns && keyAt(row, right + 1) === key) right += 1;
      if (key !== null) {
        const place = `${left}:${right}:${key}`;
        const above = open.get(place);
        next.set(place, { key, range: { top: above?.range.top ?? row, left, bottom: row, right } });
        open.delete(place);
      }
      left = right + 1;
    }
    found.push(...open.values());
    open = next;
  }
  found.push(...open.values());
  return found.sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left);
}

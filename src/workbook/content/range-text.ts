/** Ranges as they are written (A1:B2) and as rows and columns. */
import { addressOf, type CellRange } from "#domain/snapshot";

/** Zero-based corners; a lone cell is a range of one. `null`: no address. */
export function rangeOf(text: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u.exec(text.trim());
  if (!match) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

export function rangeText({ top, left, bottom, right }: CellRange): string {
  const first = addressOf(top, left);
  return top === bottom && left === right ? first : `${first}:${addressOf(bottom, right)}`;
}

/** Several ranges as one attribute lists them. */
export function rangesOf(text: string): CellRange[] {
  return text.split(/[\s,]+/u).map(rangeOf).filter((range) => range !== null);
}

export function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Addresses of single cells, joined into as few ranges as runs down a column allow. */
export function joinCells(addresses: readonly string[]): CellRange[] {
  const columns = new Map<number, number[]>();
  for (const range of addresses.map(rangeOf)) {
    if (!range) continue;
    for (let column = range.left; column <= range.right; column += 1) {
      const rows = columns.get(column) ?? [];
      for (let row = range.top; row <= Math.min(range.bottom, range.top + MOST_ROWS); row += 1) rows.push(row);
      columns.set(column, rows);
    }
  }
  return [...columns].sort(([a], [b]) => a - b).flatMap(([column, rows]) => runs([...new Set(rows)].sort((a, b) => a - b)).map(([top, bottom]) => ({ top, left: column, bottom, right: column })));
}

/** A validation over whole columns is cut: nobody types beyond. */
const MOST_ROWS = 20_000;

function runs(sorted: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const row of sorted) {
    const last = found.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** Where rows and columns stand on the screen (vị trí hàng cột), for sheets of any size. */
import type { CellRange } from "#domain/snapshot";
import type { SheetContent } from "#domain/sheet-content";

/** Pixels. */
const ROW = 20;
const COLUMN = 66;
const CHARACTER = 7.2;
const POINT = 4 / 3;
export const HEAD_WIDTH = 44;
export const HEAD_HEIGHT = 22;
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 6;
const MOST_FROZEN = 0.6;
/** Cells of a merged range that is drawn as one; no form has one that fills screens. */
const LARGEST_MERGED = 100_000;

export interface Axis {
  readonly count: number;
  /** Where each begins, and at the end the whole length. */
  readonly starts: readonly number[];
}

export interface Geometry {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozenHeight: number;
  readonly frozenWidth: number;
  /** The merged range a cell belongs to, by its address as `row,column`. */
  readonly merged: ReadonlyMap<string, CellRange>;
}

function axis(count: number, sizeOf: (index: number) => number): Axis {
  const starts = [0];
  for (let index = 0; index < count; index += 1) starts.push((starts[index] ?? 0) + sizeOf(index));
  return { count, starts };
}

const known = new WeakMap<SheetContent, Geometry>();

export function geometryOf(sheet: SheetContent): Geometry {
  const made = known.get(sheet);
  if (made) return made;
  const heights = new Map(sheet.rows.map(({ row, height, hidden }) => [row, hidden ? 0 : height === undefined ? ROW : Math.max(2, Math.round(height * POINT))]));
  const widths = new Map(sheet.columns.map(({ column, width, hidden }) => [column, hidden ? 0 : width === undefined ? COLUMN : Math.round(width * CHARACTER + 5)]));
  let lastRow = 0;
  let lastColumn = 0;
  for (const { row, column } of sheet.cells) {
    if (row > lastRow) lastRow = row;
    if (column > lastColumn) lastColumn = column;
  }
  const rows = axis(lastRow + 1 + SPARE_ROWS, (row) => heights.get(row) ?? ROW);
  const columns = axis(lastColumn + 1 + SPARE_COLUMNS, (column) => widths.get(column) ?? COLUMN);
  const merged = new Map<string, CellRange>();
  for (const stated of sheet.merges) {
    const range = { ...stated, bottom: Math.min(stated.bottom, rows.count - 1), right: Math.min(stated.right, columns.count - 1) };
    if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > LARGEST_MERGED) continue;
    for (let row = range.top; row <= range.bottom; row += 1) for (let column = range.left; column <= range.right; column += 1) merged.set(`${row},${column}`, range);
  }
  const geometry = { rows, columns, merged, frozenHeight: rows.starts[Math.min(sheet.frozen.rows, rows.count)] ?? 0, frozenWidth: columns.starts[Math.min(sheet.frozen.columns, columns.count)] ?? 0 };
  known.set(sheet, geometry);
  return geometry;
}

/** Frozen rows and columns that would leave no room for the rest go along with it instead. */
export function fitted(geometry: Geometry, { width, height }: { readonly width: number; readonly height: number }): Geometry {
  const { frozenHeight, frozenWidth } = geometry;
  const fits = { frozenHeight: frozenHeight > height * MOST_FROZEN ? 0 : frozenHeight, frozenWidth: frozenWidth > width * MOST_FROZEN ? 0 : frozenWidth };
  return fits.frozenHeight === frozenHeight && fits.frozenWidth === frozenWidth ? geometry : { ...geometry, ...fits };
}

/** The one that holds a pixel. */
export function indexAt({ starts, count }: Axis, pixel: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Those that a stretch of pixels touches; hidden ones are left out. */
export function visible(line: Axis, from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = indexAt(line, from); index < line.count && (line.starts[index] ?? 0) < to; index += 1) if (sizeAt(line, index) > 0) found.push(index);
  return found;
}

export const sizeAt = ({ starts }: Axis, index: number): number => (starts[index + 1] ?? 0) - (starts[index] ?? 0);

/** The next one that is not hidden. */
export function next(line: Axis, from: number, by: 1 | -1): number {
  for (let index = from + by; index >= 0 && index < line.count; index += by) if (sizeAt(line, index) > 0) return index;
  return from;
}

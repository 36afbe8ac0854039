/** A sheet's cells by row and column, merged ranges taken into account. */
import type { Cell, CellRange, SheetSnapshot } from "#domain/snapshot";

export interface Grid {
  readonly sheet: SheetSnapshot;
  readonly name: string;
  /** The cell that stands exactly here. */
  at(row: number, column: number): Cell | null;
  /** The cell shown here: that of the merged range, where there is one. */
  shown(row: number, column: number): Cell | null;
  /** The merged range around a place. */
  rangeAt(row: number, column: number): CellRange | null;
  row(row: number): readonly Cell[];
  readonly lastRow: number;
  readonly lastColumn: number;
}

export function gridOf(sheet: SheetSnapshot): Grid {
  const rows = new Map<number, Cell[]>();
  let lastRow = -1;
  let lastColumn = -1;
  let line: Cell[] = [];
  for (const cell of sheet.cells) {
    if (cell.row !== line[0]?.row) rows.set(cell.row, line = rows.get(cell.row) ?? []);
    line.push(cell);
    lastRow = Math.max(lastRow, cell.row);
    lastColumn = Math.max(lastColumn, cell.column);
  }
  const at = (row: number, column: number): Cell | null => {
    const line = rows.get(row);
    if (line) for (const cell of line) if (cell.column === column) return cell;
    return null;
  };
  const rangeAt = (row: number, column: number): CellRange | null =>
    sheet.merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right) ?? null;
  const shown = (row: number, column: number): Cell | null => {
    const cell = at(row, column);
    if (cell) return cell;
    const range = rangeAt(row, column);
    return range ? at(range.top, range.left) : null;
  };
  return { sheet, name: sheet.name, at, shown, rangeAt, row: (row) => rows.get(row) ?? [], lastRow, lastColumn };
}

/** What a cell says as text; a number as it is stored. Blank for no cell. */
export function textOf(cell: Cell | null): string {
  const value = cell?.value;
  switch (value?.kind) {
    case "text": return value.text;
    case "number": return String(value.number);
    case "date": return value.iso;
    default: return "";
  }
}

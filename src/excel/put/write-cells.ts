/** Changed cells as operations (ghi ô): rectangles small enough that the library does not cut them further. */
import type { CellRange } from "#domain/snapshot";
import type { Operation } from "../batches";
import type { OwnWrites } from "../own-writes";
import { addressOfRange, splitRange } from "../ranges";
import type { SheetChanges } from "./changes";

/** Above 1,500 cells the library writes in slices of its own. */
const MOST_CELLS = 1_400;
/** A rectangle of long texts is cut by size too. */
const MOST_BYTES = 700_000;

/** In the order Excel needs: cells that were merged first, the text format last. */
export function cellOperations(sheet: string, changes: SheetChanges, ownWrites: OwnWrites): Operation[] {
  const rangeOf = (context: Excel.RequestContext, range: CellRange): Excel.Range => context.workbook.worksheets.getItem(sheet).getRange(addressOfRange(range));
  const format = ({ range, format: code }: { range: CellRange; format: string }): Operation => ({
    // One code for the whole rectangle: Excel spreads it.
    bytes: 400, apply: (context) => { rangeOf(context, range).numberFormat = code as unknown as string[][]; },
  });
  return [
    ...changes.unmerge.map((range): Operation => ({ bytes: 300, apply: (context) => rangeOf(context, range).unmerge() })),
    ...changes.formats.map(format),
    ...changes.cells.flatMap(({ range, formulas }) => piecesOf(range, formulas)).map(({ range, formulas, bytes }): Operation => ({
      bytes, apply: (context) => {
        ownWrites.wrote(sheet, range);
        rangeOf(context, range).formulas = formulas as unknown[][];
      },
    })),
    ...changes.lateFormats.map(format),
    ...changes.merge.map((range): Operation => ({ bytes: 300, apply: (context) => rangeOf(context, range).merge(false) })),
  ];
}

interface Piece {
  readonly range: CellRange;
  readonly formulas: readonly (readonly unknown[])[];
  readonly bytes: number;
}

function piecesOf(range: CellRange, formulas: readonly (readonly unknown[])[]): Piece[] {
  return splitRange(range, MOST_CELLS).flatMap((part) => {
    const lines = formulas.slice(part.top - range.top, part.bottom - range.top + 1).map((line) => line.slice(part.left - range.left, part.right - range.left + 1));
    return byBytes(part, lines);
  });
}

function byBytes(range: CellRange, lines: readonly (readonly unknown[])[]): Piece[] {
  const bytes = new TextEncoder().encode(JSON.stringify(lines)).length + 400;
  if (bytes <= MOST_BYTES || range.bottom === range.top) return [{ range, formulas: lines, bytes }];
  const middle = Math.floor(lines.length / 2);
  return [
    ...byBytes({ ...range, bottom: range.top + middle - 1 }, lines.slice(0, middle)),
    ...byBytes({ ...range, top: range.top + middle }, lines.slice(middle)),
  ];
}

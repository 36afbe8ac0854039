/** The open workbook as plain values (đọc sổ đang mở), equal to what the file reader gives of the same file. */
import type { HostOutcome } from "#domain/host";
import type { Cell, CellRange, SheetSnapshot, WorkbookSnapshot } from "#domain/snapshot";
import { cellValueOf } from "./cell-values";
import { HostStop } from "./host-faults";
import { readFonts } from "./read-fonts";
import { readCells, type ReadCell } from "./read-cells";
import { readNames } from "./read-names";
import { has, inExcel, stopIfCancelled } from "./run-excel";
import { rangesOfAddress } from "./ranges";

export interface ReadOptions {
  readonly sheets?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** Hidden and very hidden sheets included. A wanted sheet that is not there is a fault. */
export function readWorkbook(options: ReadOptions = {}): Promise<HostOutcome<WorkbookSnapshot>> {
  return inExcel(async (context) => {
    stopIfCancelled(options.signal);
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    await context.sync();
    const found = worksheets.items.filter(({ name }) => options.sheets === undefined || options.sheets.has(name));
    const missing = [...(options.sheets ?? [])].find((name) => !found.some((sheet) => sheet.name === name));
    if (missing !== undefined) throw new HostStop({ kind: "sheet-gone", sheet: missing });
    const sheets = await readSheets(context, found, options.signal);
    const names = await readNames(context, worksheets.items, found);
    return { sheets, names, hasExternalLinks: sheets.some(({ cells }) => cells.some(pointsElsewhere)), hasMacros: false };
  });
}

function pointsElsewhere({ formula }: Cell): boolean {
  return formula !== undefined && /\[[^\]]+\.(?:xls\w?|ods)\]|file:\/\//iu.test(formula);
}

async function readSheets(context: Excel.RequestContext, found: readonly Excel.Worksheet[], signal: AbortSignal | undefined): Promise<SheetSnapshot[]> {
  const used = found.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load("address");
    const whole = has("1.13") ? sheet.getUsedRangeOrNullObject(false) : null;
    const merged = whole?.getMergedAreasOrNullObject();
    merged?.load("address");
    return { id: sheet.id, range, whole, merged };
  });
  await context.sync();
  const blocks = used.flatMap(({ id, range }) => (range.isNullObject ? [] : rangesOfAddress(range.address).map((found) => ({ sheet: id, range: found }))));
  const cells = await readCells(context, blocks, { signal });
  const fonts = await readFonts(context, blocks, cells, signal);
  return found.map(({ id, name, visibility }, index) => ({
    name: name.normalize("NFC"), state: stateOf(visibility),
    cells: (cells.get(id) ?? []).map((cell) => snapshotCell(cell, fonts.get(id))),
    merges: mergesOf(used[index]),
  }));
}

function mergesOf(used: { readonly whole: Excel.Range | null; readonly merged: Excel.RangeAreas | undefined } | undefined): CellRange[] {
  if (!used?.merged || used.whole?.isNullObject === true || used.merged.isNullObject) return [];
  return rangesOfAddress(used.merged.address);
}

export function stateOf(visibility: string): SheetSnapshot["state"] {
  return visibility === "VeryHidden" ? "veryHidden" : visibility === "Hidden" ? "hidden" : "visible";
}

function snapshotCell({ row, column, value, formula, format }: ReadCell, fonts: ReadonlyMap<string, string> | undefined): Cell {
  const font = fonts?.get(`${row}:${column}`);
  return {
    row, column, value: cellValueOf(value, format), ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }),
    ...(font === undefined ? {} : { font }),
  };
}

/**
 * A workbook as it looks (nội dung sổ): bytes turned into sheets that can be shown in a browser or written into live
 * Excel. Complete for what our own writers make; of foreign files what they have in common with ours.
 */
import ExcelJS from "exceljs";
import type { ContentCell, SheetContent, TextRun, WorkbookContent } from "#domain/sheet-content";
import type { Cell, CellRange, SheetSnapshot } from "#domain/snapshot";
import { readMended } from "../book/mend-book";
import { conditionalsOf, validationsOf } from "./cell-rules";
import { fontOf, lookBook } from "./look-of";
import { contentOfSnapshot, scalarOf } from "./plain-content";
import { rangeOf } from "./range-text";

/** A file the library cannot load is read as plain values, without looks; a damaged one is shown as far as it can be mended. */
export async function contentOf(given: Uint8Array): Promise<WorkbookContent> {
  const { read, bytes } = readMended(given, "");
  if (!read.ok) return { sheets: [], names: [], styles: [{ font: {}, edges: {} }] };
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    return contentOfSnapshot(read.snapshot);
  }
  const { looks, numberOf } = lookBook();
  const values = new Map(read.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const sheets = workbook.worksheets.map((sheet) => sheetContent(sheet, values.get(sheet.name), numberOf));
  return { sheets, names: read.snapshot.names, styles: looks };
}

export type NumberOf = (style: Partial<ExcelJS.Style>) => number;

export function sheetContent(sheet: ExcelJS.Worksheet, values: SheetSnapshot | undefined, numberOf: NumberOf): SheetContent {
  const [view] = (sheet.views as typeof sheet.views | null) ?? [];
  const tab = sheet.properties.tabColor?.argb;
  const filter = filterOf(sheet);
  const { pageSetup } = sheet;
  const titles = /^\$?(\d+):\$?(\d+)$/u.exec(pageSetup.printTitlesRow ?? "");
  const area = rangeOf((pageSetup.printArea ?? "").split("&&")[0]?.replace(/\$/gu, "") ?? "");
  return {
    name: sheet.name, state: values?.state ?? sheet.state, ...(tab === undefined ? {} : { tabColour: `#${tab.slice(2)}` }),
    cells: cellsOf(sheet, values, numberOf), merges: values?.merges ?? [], columns: columnsOf(sheet), rows: rowsOf(sheet),
    frozen: view?.state === "frozen" ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 },
    validations: validationsOf(sheet), conditionals: conditionalsOf(sheet), ...(filter ? { filter } : {}),
    isProtected: (sheet as unknown as { sheetProtection?: { sheet?: boolean } | null }).sheetProtection?.sheet === true,
    showGridlines: view?.showGridLines !== false,
    page: {
      landscape: pageSetup.orientation === "landscape", fitToWidth: pageSetup.fitToPage === true, ...(area ? { area } : {}),
      ...(titles ? { titleRows: { from: Number(titles[1]) - 1, to: Number(titles[2]) - 1 } } : {}),
    },
  };
}

function filterOf({ autoFilter }: ExcelJS.Worksheet): CellRange | null {
  if (typeof autoFilter === "string") return rangeOf(autoFilter);
  if (!autoFilter || typeof autoFilter.from === "string" || typeof autoFilter.to === "string") return null;
  return { top: autoFilter.from.row - 1, left: autoFilter.from.column - 1, bottom: autoFilter.to.row - 1, right: autoFilter.to.column - 1 };
}

/** Values and formulas are our own reader's, which the library loses some of; the library knows how cells look. */
function cellsOf(sheet: ExcelJS.Worksheet, values: SheetSnapshot | undefined, numberOf: NumberOf): ContentCell[] {
  const cells: ContentCell[] = [];
  const known = values?.cells ?? [];
  let next = 0;
  const plain = (cell: Cell, style: number, runs?: readonly TextRun[]): ContentCell => ({
    row: cell.row, column: cell.column, value: scalarOf(cell.value), style, ...(cell.formula === undefined ? {} : { formula: cell.formula }), ...(runs ? { runs } : {}),
  });
  const before = (row: number, column: number): void => {
    for (let cell = known[next]; cell && (cell.row < row || (cell.row === row && cell.column < column)); cell = known[next += 1]) cells.push(plain(cell, 0));
  };
  // Rows in which nothing stands have looks as well: the empty lines in which an officer types.
  (sheet as unknown as { readonly _rows: readonly (ExcelJS.Row | undefined)[] })._rows.forEach((row) => {
    row?.eachCell({ includeEmpty: true }, (cell, column) => {
      const { number } = row;
      before(number - 1, column - 1);
      const style = numberOf(cell.style);
      const value = known[next];
      if (value?.row === number - 1 && value.column === column - 1) {
        cells.push(plain(value, style, runsOf(cell)));
        next += 1;
      } else if (style !== 0) cells.push({ row: number - 1, column: column - 1, value: null, style });
    });
  });
  before(Number.MAX_SAFE_INTEGER, 0);
  return cells;
}

function runsOf({ value }: ExcelJS.Cell): readonly TextRun[] | undefined {
  if (typeof value !== "object" || value === null || !("richText" in value)) return undefined;
  return value.richText.map(({ text, font }) => ({ text, ...(font ? { font: fontOf(font) } : {}) }));
}

function rowsOf(sheet: ExcelJS.Worksheet): SheetContent["rows"] {
  const rows: SheetContent["rows"][number][] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const height = row.height as number | undefined;
    if (height !== undefined || row.hidden) rows.push({ row: number - 1, ...(height === undefined ? {} : { height }), ...(row.hidden ? { hidden: true } : {}) });
  });
  return rows;
}

const STANDARD_WIDTH = 9;

function columnsOf(sheet: ExcelJS.Worksheet): SheetContent["columns"] {
  return Array.from({ length: sheet.columnCount }, (_, index) => {
    const { width, hidden } = sheet.getColumn(index + 1);
    // The library does not write its own standard width, but for hidden columns.
    const own = hidden ? width ?? STANDARD_WIDTH : width === STANDARD_WIDTH ? undefined : width;
    return { column: index, ...(own === undefined ? {} : { width: own }), ...(hidden ? { hidden: true } : {}) };
  }).filter(({ width, hidden }) => width !== undefined || hidden === true);
}


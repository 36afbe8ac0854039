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
import { sparsePackage } from "./sparse-package";
import type { StyledCells } from "./styled-cells";

/**
 * A file the library cannot load is read as plain values, without looks; a damaged one is shown as far as it can be mended.
 * `sparseFrom`: bytes from which on a sheet's cells are kept from the library.
 */
export async function contentOf(given: Uint8Array, sparseFrom?: number): Promise<WorkbookContent> {
  const { read, bytes } = readMended(given, "");
  if (!read.ok) return { sheets: [], names: [], styles: [{ font: {}, edges: {} }] };
  const sparse = sparsePackage(bytes, sparseFrom);
  const workbook = await loaded(sparse.bytes);
  if (!workbook) return contentOfSnapshot(read.snapshot);
  const { looks, numberOf } = lookBook();
  const values = new Map(read.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const sheets = workbook.worksheets.map((sheet) => sheetContent(sheet, values.get(sheet.name), numberOf, sparse.sheets.get(sheet.name)));
  return { sheets, names: read.snapshot.names, styles: looks };
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook | null> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    return workbook;
  } catch {
    return null;
  }
}

export type NumberOf = (style: Partial<ExcelJS.Style>) => number;

export function sheetContent(sheet: ExcelJS.Worksheet, values: SheetSnapshot | undefined, numberOf: NumberOf, styled?: StyledCells): SheetContent {
  const [view] = (sheet.views as typeof sheet.views | null) ?? [];
  const tab = sheet.properties.tabColor?.argb;
  const filter = filterOf(sheet);
  const { pageSetup } = sheet;
  const titles = /^\$?(\d+):\$?(\d+)$/u.exec(pageSetup.printTitlesRow ?? "");
  const area = rangeOf((pageSetup.printArea ?? "").split("&&")[0]?.replace(/\$/gu, "") ?? "");
  const cells = styled ? styledCells(sheet, values, styled, numberOf) : cellsOf(sheet, values, numberOf);
  const merges = values?.merges ?? [];
  return {
    name: sheet.name, state: values?.state ?? sheet.state, ...(tab === undefined ? {} : { tabColour: `#${tab.slice(2)}` }),
    cells, merges, columns: columnsOf(sheet, widthOf(cells, merges)), rows: styled?.rows ?? rowsOf(sheet),
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
  const { look, all } = lookedAt(values);
  // Rows in which nothing stands have looks as well: the empty lines in which an officer types.
  (sheet as unknown as { readonly _rows: readonly (ExcelJS.Row | undefined)[] })._rows.forEach((row) => {
    row?.eachCell({ includeEmpty: true }, (cell, column) => look(row.number - 1, column - 1, numberOf(cell.style), () => runsOf(cell)));
  });
  return all();
}

/** The same of a sheet whose cells the library did not see. */
function styledCells(sheet: ExcelJS.Worksheet, values: SheetSnapshot | undefined, { places, sampleOf }: StyledCells, numberOf: NumberOf): ContentCell[] {
  const { look, all } = lookedAt(values);
  const numbers = new Map<number, number>([[0, numberOf({})]]);
  const numberFor = (style: number): number => {
    const known = numbers.get(style);
    if (known !== undefined) return known;
    const address = sampleOf.get(style);
    const number = numberOf(address === undefined ? {} : sheet.getCell(address).style);
    numbers.set(style, number);
    return number;
  };
  for (let at = 0; at < places.length; at += 3) {
    const [row = 0, column = 0, style = 0] = [places[at], places[at + 1], places[at + 2]];
    look(row, column, numberFor(style), () => {
      const seen = sheet.findRow(row + 1)?.findCell(column + 1);
      return seen && runsOf(seen);
    });
  }
  return all();
}

/** Joins looks, cell by cell in their order, to what stands in the cells. */
function lookedAt(values: SheetSnapshot | undefined) {
  const cells: ContentCell[] = [];
  const known = values?.cells ?? [];
  let next = 0;
  const plain = (cell: Cell, style: number, runs?: readonly TextRun[]): ContentCell => ({
    row: cell.row, column: cell.column, value: scalarOf(cell.value), style, ...(cell.formula === undefined ? {} : { formula: cell.formula }), ...(runs ? { runs } : {}),
  });
  const before = (row: number, column: number): void => {
    for (let cell = known[next]; cell && (cell.row < row || (cell.row === row && cell.column < column)); cell = known[next += 1]) cells.push(plain(cell, 0));
  };
  return {
    look: (row: number, column: number, style: number, runs: () => readonly TextRun[] | undefined): void => {
      before(row, column);
      const value = known[next];
      if (value?.row === row && value.column === column) {
        cells.push(plain(value, style, value.value?.kind === "text" ? runs() : undefined));
        next += 1;
      } else if (style !== 0) cells.push({ row, column, value: null, style });
    },
    all: (): ContentCell[] => {
      before(Number.MAX_SAFE_INTEGER, 0);
      return cells;
    },
  };
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

/** As far as anything stands, or looks like something; what a program says of all sixteen thousand columns is left. */
function widthOf(cells: readonly ContentCell[], merges: readonly CellRange[]): number {
  let width = 0;
  for (const { column } of cells) width = Math.max(width, column + 1);
  for (const { right } of merges) width = Math.max(width, right + 1);
  return width;
}

function columnsOf(sheet: ExcelJS.Worksheet, count: number): SheetContent["columns"] {
  return Array.from({ length: count }, (_, index) => {
    const { width, hidden } = sheet.getColumn(index + 1);
    // The library does not write its own standard width, but for hidden columns.
    const own = hidden ? width ?? STANDARD_WIDTH : width === STANDARD_WIDTH ? undefined : width;
    return { column: index, ...(own === undefined ? {} : { width: own }), ...(hidden ? { hidden: true } : {}) };
  }).filter(({ width, hidden }) => width !== undefined || hidden === true);
}


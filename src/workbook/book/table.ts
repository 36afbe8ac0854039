/**
 * The book's list sheets, all of one shape: mark, title, headings for people, a hidden row of keys for us, rows.
 * Read back by mark and keys, so columns may be moved and sheets renamed.
 */
import type ExcelJS from "exceljs";
import { addressOf, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from "#domain/snapshot";
import { isDay, keepLight, type Content, type LightColumn, type Rows } from "../light-rows";
import { linesOf } from "../form/form-styles";
import { cellText } from "./cell-text";

export type { Content } from "../light-rows";

export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  readonly width: number;
  /** The officer may type here. */
  readonly input?: true;
  readonly hidden?: true;
  readonly format?: string;
  readonly wrap?: true;
  readonly choices?: readonly string[];
}

export interface Table {
  readonly id: string;
  readonly sheet: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Content[])[];
  /** Empty input rows below. */
  readonly spare?: number;
}

/** One whose rows are made when they are written; none of them holds days. */
export interface LongTable extends Omit<Table, "rows"> {
  readonly rows: Rows;
}

export const HEAD_ROW = 6;
export const KEY_ROW = 7;
/** First row of content (one-based). */
export const FIRST_ROW = 8;
export const FONT = "Times New Roman";
export const tableMark = (id: string): string => `[STD-BOOK | ${id}]`;

const INPUT: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF6CC" } };
const HEAD: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } };
const THIN: Partial<ExcelJS.Borders> = {
  top: { style: "thin", color: { argb: "FF999999" } }, bottom: { style: "thin", color: { argb: "FF999999" } },
  left: { style: "thin", color: { argb: "FF999999" } }, right: { style: "thin", color: { argb: "FF999999" } },
};
const GREY = { name: FONT, size: 8, color: { argb: "FF8A8A8A" } };
/** One style object for all cells of a kind: it is written once. */
const styles = {
  text: { font: { name: FONT, size: 11 }, border: THIN, alignment: { vertical: "top" as const } },
  wrap: { font: { name: FONT, size: 11 }, border: THIN, alignment: { vertical: "top" as const, wrapText: true } },
};

export function writeTable(workbook: ExcelJS.Workbook, table: Table | LongTable): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(table.sheet, {
    views: [{ state: "frozen", ySplit: KEY_ROW, xSplit: 0 }],
    pageSetup: {
      paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
      margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: "&C&\"Times New Roman\"&12&P", differentFirst: true },
  });
  sheet.getCell(1, 1).value = tableMark(table.id);
  sheet.getCell(1, 1).font = GREY;
  sheet.getCell(2, 1).value = table.title;
  sheet.getCell(2, 1).font = { name: FONT, size: 14, bold: true };
  table.notes.slice(0, 3).forEach((note, index) => {
    sheet.getCell(3 + index, 1).value = note;
    sheet.getCell(3 + index, 1).font = { name: FONT, size: 11, italic: true };
  });
  table.columns.forEach((column, index) => writeHead(sheet, column, index + 1));
  sheet.getRow(1).hidden = true;
  sheet.getRow(KEY_ROW).hidden = true;
  sheet.getRow(HEAD_ROW).height = Math.max(32, LINE_HEIGHT * headLines(table.columns) + 4);
  const total = table.rows.length + (table.spare ?? 0);
  keepLight(sheet, {
    first: FIRST_ROW, spare: table.spare ?? 0, columns: table.columns.map((column, index) => lookOf(column, holdsDays(table.rows, index))), rows: asStored(table.rows),
    heightOf: (row) => LINE_HEIGHT * linesIn(row, table.columns) + 2,
  });
  if (total > 0) table.columns.forEach((column, index) => offerChoices(sheet, column, index, total));
  if (total > 0) sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: KEY_ROW + total, column: table.columns.length } };
  return sheet;
}

/** Points of one line of 11 pt text. */
const LINE_HEIGHT = 14.5;

/** Lines of the longest heading, which breaks between words and is bold. */
function headLines(columns: readonly TableColumn[]): number {
  return Math.max(1, ...columns.map(({ heading, width, hidden }) => (hidden ? 1 : linesOf(heading, width, 11, true))));
}

/** Lines that the fullest wrapped cell needs: programs do not grow the rows of a file they did not write themselves. */
export function linesIn(row: readonly Content[], columns: readonly TableColumn[]): number {
  const lines = columns.map(({ wrap, width, hidden }, index) => {
    const content = row[index];
    if (!wrap || hidden || typeof content !== "string") return 1;
    return content.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.95))), 0);
  });
  return Math.min(26, Math.max(1, ...lines));
}

function writeHead(sheet: ExcelJS.Worksheet, column: TableColumn, index: number): void {
  const head = sheet.getCell(HEAD_ROW, index);
  head.value = column.heading;
  head.style = { font: { name: FONT, size: 11, bold: true }, fill: HEAD, border: THIN, alignment: { horizontal: "center", vertical: "middle", wrapText: true } };
  const key = sheet.getCell(KEY_ROW, index);
  key.value = column.key;
  key.font = GREY;
  const own = sheet.getColumn(index);
  own.width = column.width;
  if (column.hidden) own.hidden = true;
}

function holdsDays(rows: Table["rows"] | Rows, column: number): boolean {
  return Array.isArray(rows) && rows.some((row: readonly Content[]) => isDay(row[column] ?? null));
}

function asStored(rows: Rows): Rows {
  return { length: rows.length, at: (index) => rows.at(index)?.map((content) => (typeof content === "string" ? cellText(content) : content)) };
}

function lookOf(column: TableColumn, hasDays: boolean): LightColumn {
  const base = { ...(column.wrap ? styles.wrap : styles.text), ...(column.input ? { fill: INPUT } : {}) };
  const day = hasDays ? { day: { ...base, numFmt: "dd/mm/yyyy" } } : {};
  return { plain: column.format ? { ...base, numFmt: column.format } : base, ...day, skipsBlanks: !column.input && column.hidden === true };
}

function offerChoices(sheet: ExcelJS.Worksheet, { input, choices }: TableColumn, index: number, rows: number): void {
  if (!input || !choices) return;
  const range = rows === 1 ? addressOf(FIRST_ROW - 1, index) : `${addressOf(FIRST_ROW - 1, index)}:${addressOf(FIRST_ROW + rows - 2, index)}`;
  (sheet as unknown as { dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void } }).dataValidations
    .add(range, { type: "list", allowBlank: true, formulae: [`"${choices.join(",")}"`] });
}

export interface ReadRow {
  readonly address: (key: string) => string;
  readonly value: (key: string) => CellValue | null;
  /** Text as a person reads it; days as ISO, numbers with a point. */
  readonly text: (key: string) => string;
  readonly formula: (key: string) => string | undefined;
}

/** The rows of a table by its keys; `null` where the sheet or its key row is gone. */
export function readTable(workbook: WorkbookSnapshot, id: string): { readonly sheet: string; readonly rows: readonly ReadRow[] } | null {
  const sheet = workbook.sheets.find(({ cells }) => cells.some(({ row, value }) => row < 5 && value?.kind === "text" && value.text.trim() === tableMark(id)));
  if (!sheet) return null;
  const rows = rowsOf(sheet);
  const head = [...rows].find(([, cells]) => [...cells.values()].filter(({ value }) => value?.kind === "text" && /^[a-z][A-Za-z0-9]*$/.test(value.text)).length >= 2);
  if (!head) return null;
  const columns = new Map<string, number>();
  for (const [column, { value }] of head[1]) if (value?.kind === "text" && !columns.has(value.text)) columns.set(value.text, column);
  const read = [...rows].filter(([row]) => row > head[0]).sort(([a], [b]) => a - b).map(([row, cells]): ReadRow => {
    const cell = (key: string) => cells.get(columns.get(key) ?? -1);
    return {
      address: (key) => addressOf(row, columns.get(key) ?? 0),
      value: (key) => cell(key)?.value ?? null,
      text: (key) => textOf(cell(key)?.value ?? null),
      formula: (key) => cell(key)?.formula,
    };
  });
  return { sheet: sheet.name, rows: read };
}

function rowsOf(sheet: SheetSnapshot): Map<number, Map<number, SheetSnapshot["cells"][number]>> {
  const rows = new Map<number, Map<number, SheetSnapshot["cells"][number]>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  }
  return rows;
}

export function textOf(value: CellValue | null): string {
  if (!value) return "";
  switch (value.kind) {
    case "text": return value.text.trim();
    case "number": return String(value.number);
    case "boolean": return value.boolean ? "TRUE" : "FALSE";
    case "date": return value.iso.slice(0, 10);
    case "error": return value.error;
  }
}

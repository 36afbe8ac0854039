/** The annexes of a report as one workbook (tập phụ lục biểu): print-ready, with live sums and native charts. */
import ExcelJS from "exceljs";
import { addressOf, type CellRange } from "#domain/snapshot";
import { cellText } from "../book/cell-text";
import { FONT } from "../book/table";
import { withCharts } from "../chart/add-charts";
import type { BarChart } from "../chart/bar-chart";
import { workbookParts } from "../emit-workbook";
import { packed } from "../finish-package";
import { linesOf } from "../form/form-styles";
import type { AnnexBook, AnnexCell, AnnexChart, AnnexLine, AnnexSheet, AnnexValue } from "./annex-sheet";

const THIN: Partial<ExcelJS.Borders> = { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } };
const GREY: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } };
const HEAD: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } };
/** Rows over the headings: office and motto, title, subtitle, attached, marks. */
const TOP = 6;
const LINE = 15;
/** Of texts, off the line to their left. */
const INDENT = 1;
/** What margins leave of A4 lying across, in points. */
const PAPER = { width: 763, height: 500 } as const;
const POINTS_A_CHARACTER = 5.25;
/** A little more than a page is made to fit one: no page for a signature alone. */
const MOST_SQUEEZED = 1.3;
/** A chart's page. */
const CHART_COLUMNS = 11;
const CHART_ROWS = 30;

export async function writeAnnexBook(book: AnnexBook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
  workbook.calcProperties.fullCalcOnLoad = true;
  writeContents(workbook, book);
  const charts = book.sheets.flatMap((sheet) => writeSheet(workbook, book, sheet));
  return packed(withCharts(await workbookParts(workbook, { defaultFont: { name: FONT, size: 11 } }), charts));
}

function addSheet(workbook: ExcelJS.Workbook, name: string, headRows?: readonly [number, number]): ExcelJS.Worksheet {
  return workbook.addWorksheet(name, {
    ...(headRows ? { views: [{ state: "frozen", ySplit: headRows[1] }] } : {}),
    pageSetup: {
      paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, ...(headRows ? { printTitlesRow: `${headRows[0]}:${headRows[1]}` } : {}),
      margins: { left: 0.6, right: 0.5, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT}"&13&P` },
  });
}

/** A line of text across the sheet. */
function across(sheet: ExcelJS.Worksheet, row: number, from: number, to: number, text: string, font: Partial<ExcelJS.Font>, horizontal: "left" | "center" = "center"): void {
  if (to > from) sheet.mergeCells(row, from, row, to);
  const cell = sheet.getCell(row, from);
  cell.value = cellText(text);
  cell.style = { font: { name: FONT, size: 12, ...font }, alignment: { horizontal, vertical: "middle", wrapText: true } };
}

/** What there is, with a link to each sheet. */
function writeContents(workbook: ExcelJS.Workbook, { parent, office, attached, marks, contents, sheets }: AnnexBook): void {
  const sheet = addSheet(workbook, contents.name);
  [12, 90, 14].forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  across(sheet, 1, 1, 2, parent, { size: 12 }, "left");
  across(sheet, 2, 1, 2, office.toUpperCase(), { bold: true }, "left");
  across(sheet, 3, 1, 3, contents.title, { size: 14, bold: true });
  across(sheet, 4, 1, 3, attached, { italic: true });
  across(sheet, 5, 1, 3, marks.join(" · "), { italic: true, bold: true, color: { argb: "FFC00000" } });
  const put = (row: number, column: number, value: ExcelJS.CellValue, look: Partial<ExcelJS.Style>): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = { font: { name: FONT, size: 12 }, border: THIN, alignment: { vertical: "middle", wrapText: true }, ...look };
  };
  contents.columns.forEach((heading, index) => put(7, index + 1, heading, { font: { name: FONT, size: 12, bold: true }, fill: HEAD, alignment: { horizontal: "center", vertical: "middle" } }));
  const pages = sheets.flatMap(({ name, title, subtitle, chart }) => [{ name, title, subtitle }, ...(chart ? [{ name: chart.name, title: chart.heading, subtitle: chart.title }] : [])]);
  pages.forEach(({ name, title, subtitle }, index) => {
    const row = 8 + index;
    put(row, 1, title, {});
    put(row, 2, cellText(subtitle), {});
    put(row, 3, { formula: `HYPERLINK("#'${name}'!A1","${name}")`, result: name }, { font: { name: FONT, size: 12, underline: true, color: { argb: "FF0563C1" } }, alignment: { horizontal: "center", vertical: "middle" } });
    sheet.getRow(row).height = LINE * 1.2 * linesOf(subtitle, 90, 12) + 4;
  });
}

/** The charts it needs are drawn later, into the finished package. */
function writeSheet(workbook: ExcelJS.Workbook, book: AnnexBook, annex: AnnexSheet): BarChart[] {
  const { columns, heads, lines } = annex;
  const first = TOP + heads.length + 1;
  const rowOf = (line: number): number => first + line;
  const sheet = addSheet(workbook, annex.name, [TOP + 1, TOP + heads.length]);
  const last = columns.length;
  columns.forEach(({ width }, index) => { sheet.getColumn(index + 1).width = width; });
  const room = columns.reduce((sum, { width }) => sum + width, 0);
  writeTop(sheet, book, annex, columns.map(({ width }) => width));
  writeHeads(sheet, annex);
  lines.forEach((line, index) => writeLine(sheet, annex, line, rowOf(index), rowOf));
  drawBars(sheet, annex, rowOf);
  let row = first + lines.length;
  for (const note of annex.notes) {
    across(sheet, row, 1, last, note, { size: 10, italic: true }, "left");
    sheet.getRow(row).height = LINE * linesOf(note, room, 10) + 1;
    row += 1;
  }
  row += 1;
  writePeople(sheet, book, row, columns.map(({ width }) => width));
  sheet.pageSetup.printArea = `A1:${addressOf(row + 1, last - 1)}`;
  if (!lines.some(({ startsPage }) => startsPage) && pagesOf(sheet, columns.map(({ width }) => width), row + 2) <= MOST_SQUEEZED) sheet.pageSetup.fitToHeight = 1;
  return annex.chart ? [chartPage(workbook, book, annex, annex.chart, rowOf)] : [];
}

/** Pages at the scale at which the table is as wide as one, by the points its rows are high. */
function pagesOf(sheet: ExcelJS.Worksheet, widths: readonly number[], lastRow: number): number {
  const width = widths.reduce((sum, one) => sum + POINTS_A_CHARACTER * one + 4, 0);
  let height = 0;
  for (let row = 1; row <= lastRow; row += 1) height += sheet.getRow(row).height ?? LINE;
  return (height * Math.min(1, PAPER.width / width)) / PAPER.height;
}

/** The chart of a table fills a page of its own. */
function chartPage(workbook: ExcelJS.Workbook, book: AnnexBook, { name, lines }: AnnexSheet, chart: AnnexChart, rowOf: (line: number) => number): BarChart {
  const sheet = addSheet(workbook, chart.name);
  for (let column = 1; column <= CHART_COLUMNS; column += 1) sheet.getColumn(column).width = 12;
  writeTop(sheet, book, { title: chart.heading, subtitle: chart.title }, Array.from({ length: CHART_COLUMNS }, () => 12));
  const [first, last] = chart.lines;
  const shown = lines.slice(first, last + 1);
  const rows = Math.max(CHART_ROWS, 4 + Math.ceil(shown.length * (chart.isStacked ? 1.2 : 0.9 * chart.series.length)));
  sheet.pageSetup.fitToHeight = rows > 2 * CHART_ROWS ? 0 : 1;
  sheet.pageSetup.printArea = `A1:${addressOf(TOP + rows, CHART_COLUMNS - 1)}`;
  const columnOf = (column: number): CellRange => ({ top: rowOf(first) - 1, bottom: rowOf(last) - 1, left: column, right: column });
  return {
    name: chart.name, sheet: chart.name, source: name, title: chart.title, isStacked: chart.isStacked, format: chart.format, axisFormat: chart.axisFormat, ...(chart.most === undefined ? {} : { most: chart.most }),
    categories: columnOf(chart.labels), labels: shown.map(({ cells }) => cellText(String(valueIn(cells[chart.labels]) ?? ""))),
    series: chart.series.map(({ column, ...look }) => ({
      ...look, values: columnOf(column), cached: shown.map(({ cells }) => { const value = valueIn(cells[column]); return typeof value === "number" ? value : null; }),
    })),
    at: { top: TOP, bottom: TOP + rows - 1, left: 0, right: CHART_COLUMNS - 1 },
  };
}

/** The last column of the left half. */
function middleOf(widths: readonly number[]): number {
  const all = widths.reduce((sum, width) => sum + width, 0);
  let left = 0;
  const middle = widths.findIndex((width) => { left += width; return left >= 0.4 * all; }) + 1;
  return Math.max(1, Math.min(middle, widths.length - 1));
}

/** Office and number, what it is, to which report it belongs, on what it stands. */
function writeTop(sheet: ExcelJS.Worksheet, { office, attached, marks }: AnnexBook, { title, subtitle }: Pick<AnnexSheet, "title" | "subtitle">, widths: readonly number[]): void {
  const last = widths.length;
  const half = middleOf(widths);
  const put = (row: number, from: number, to: number, text: string, font: Partial<ExcelJS.Font>, horizontal?: "left"): void => {
    across(sheet, row, from, to, text, font, horizontal);
    const size = font.size ?? 12;
    const width = widths.slice(from - 1, to).reduce((sum, one) => sum + one, 0);
    sheet.getRow(row).height = Math.max(sheet.getRow(row).height ?? 0, size * 1.35 * linesOf(text, width, size, true) + 2);
  };
  put(1, 1, half, office.toUpperCase(), { bold: true }, "left");
  if (last > half) put(1, half + 1, last, title, { bold: true });
  put(3, 1, last, subtitle, { size: 14, bold: true });
  put(4, 1, last, attached, { italic: true });
  put(5, 1, last, marks.join(" · "), { italic: true, bold: true, color: { argb: "FFC00000" } });
}

function valueIn(cell: AnnexCell | AnnexValue | undefined): string | number | null {
  const value = asCell(cell ?? null).value;
  return value !== null && typeof value === "object" ? value.result : value;
}

function asCell(cell: AnnexCell | AnnexValue): AnnexCell {
  return typeof cell === "object" && cell !== null && "value" in cell ? cell : { value: cell };
}

function writeHeads(sheet: ExcelJS.Worksheet, { heads, columns }: AnnexSheet): void {
  const style: Partial<ExcelJS.Style> = { font: { name: FONT, size: 11, bold: true }, fill: HEAD, border: THIN, alignment: { horizontal: "center", vertical: "middle", wrapText: true } };
  heads.forEach((row, index) => {
    const at = TOP + 1 + index;
    let most = 1;
    row.forEach((head, column) => {
      const cell = sheet.getCell(at, column + 1);
      cell.style = style;
      if (!head) return;
      cell.value = cellText(head.text);
      const [wide, high] = [head.columns ?? 1, head.rows ?? 1];
      if (wide > 1 || high > 1) sheet.mergeCells(at, column + 1, at + high - 1, column + wide);
      const width = columns.slice(column, column + wide).reduce((sum, one) => sum + one.width, 0);
      if (high === 1) most = Math.max(most, linesOf(head.text, width, 11, true));
    });
    sheet.getRow(at).height = LINE * most + 4;
  });
}

function writeLine(sheet: ExcelJS.Worksheet, { columns }: AnnexSheet, { cells, kind, startsPage }: AnnexLine, row: number, rowOf: (line: number) => number): void {
  if (startsPage) sheet.getRow(row - 1).addPageBreak();
  let most = 1;
  const isCaption = kind === "part";
  let covered = 0;
  columns.forEach((column, index) => {
    const { value, format = column.format, across: horizontal = column.across ?? "left", isPartial, colour, span = 1 } = asCell(cells[index] ?? null);
    const cell = sheet.getCell(row, index + 1);
    cell.style = {
      font: { name: FONT, size: 11, ...(kind ? { bold: true } : {}), ...(isPartial ? { italic: true } : {}), ...(colour ? { color: { argb: `FF${colour}` } } : {}) },
      border: THIN, alignment: { vertical: "middle", wrapText: true, ...(isCaption || horizontal === "left" ? { horizontal: "left", indent: INDENT } : { horizontal }) }, ...(format ? { numFmt: format } : {}), ...(kind ? { fill: GREY } : {}),
    };
    if (covered > 0) { covered -= 1; return; }
    const wide = isCaption && index === 0 ? columns.length : span;
    if (wide > 1) { sheet.mergeCells(row, index + 1, row, index + wide); covered = wide - 1; }
    cell.value = value !== null && typeof value === "object" ? { formula: value.formula(rowOf), result: value.result } : typeof value === "string" ? cellText(value) : value;
    const width = columns.slice(index, index + wide).reduce((sum, one) => sum + one.width, 0);
    if (typeof value === "string") most = Math.max(most, linesOf(value, width - 2 * INDENT, 11, kind !== undefined));
  });
  sheet.getRow(row).height = LINE * Math.min(26, most) + 3;
}

/** Bars as long as the share: 0 to 100 %. */
function drawBars(sheet: ExcelJS.Worksheet, { columns, lines }: AnnexSheet, rowOf: (line: number) => number): void {
  if (lines.length === 0) return;
  columns.forEach(({ hasBar }, index) => {
    if (!hasBar) return;
    sheet.addConditionalFormatting({
      ref: `${addressOf(rowOf(0) - 1, index)}:${addressOf(rowOf(lines.length - 1) - 1, index)}`,
      // The library's types know neither the colour nor the plain fill.
      rules: [{ type: "dataBar", priority: index + 1, minLength: 0, maxLength: 100, gradient: false, border: false, showValue: true, cfvo: [{ type: "num", value: 0 }, { type: "num", value: 1 }], color: { argb: "FF9DC3E6" } } as unknown as ExcelJS.ConditionalFormattingRule],
    });
  });
}

function writePeople(sheet: ExcelJS.Worksheet, { people, placeAndDate, signer }: AnnexBook, row: number, widths: readonly number[]): void {
  const last = widths.length;
  const half = middleOf(widths);
  if (last > half) across(sheet, row, half + 1, last, placeAndDate, { italic: true });
  across(sheet, row + 1, 1, half, people.by, { bold: true });
  if (last > half) across(sheet, row + 1, half + 1, last, signer, { bold: true });
  across(sheet, row + 2, 1, half, people.byHint, { italic: true, size: 11 });
  if (last > half) across(sheet, row + 2, half + 1, last, people.headHint, { italic: true, size: 11 });
}

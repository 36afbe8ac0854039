/** Putting text, inputs and formulas on a sheet of the form, and setting it up for paper. */
import type ExcelJS from "exceljs";
import { formWords as words } from "#messages/form-vi";
import { addressOf } from "#domain/snapshot";
import { at, type Expr, type FormulaValue } from "./formula";
import { parentNameOf, type FormContext, type UnitFacts } from "./form-context";
import { GREY, heightOf, linesOf, styleOf, type Look } from "./form-styles";

/** A cell after writing: its address, and how formulas on this and on other sheets speak of it. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly here: Expr;
  readonly elsewhere: Expr;
}

export interface Canvas {
  readonly sheet: ExcelJS.Worksheet;
  readonly workbook: ExcelJS.Workbook;
}

/** Content of a cell: nothing, a constant, a day, or a formula that knows its result. */
export type Content = string | number | null | { readonly day: string } | Expr | ExcelJS.CellRichTextValue;

/** Writes one cell; rows and columns count from 1. */
export function put({ sheet }: Canvas, row: number, column: number, content: Content, look: Look = {}): Placed {
  const cell = sheet.getCell(row, column);
  cell.value = cellValue(content);
  cell.style = styleOf(look);
  const address = addressOf(row - 1, column - 1);
  const value = plainValue(content);
  return { row, column, here: at(address, value), elsewhere: at(`'${sheet.name}'!$${address.replace(/(\d+)/, "$$$1")}`, value) };
}

function cellValue(content: Content): ExcelJS.CellValue {
  if (content === null || typeof content !== "object") return content;
  if ("day" in content) return new Date(`${content.day}T00:00:00Z`);
  if ("richText" in content) return content;
  const result = content.value;
  const shown = result === null ? "" : typeof result === "object" ? { error: result.error } : result;
  return { formula: content.text, result: shown } as ExcelJS.CellFormulaValue;
}

function plainValue(content: Content): FormulaValue {
  if (content === null || typeof content !== "object") return content;
  if ("day" in content) return Math.round(Date.parse(`${content.day}T00:00:00Z`) / 86_400_000) + 25_569;
  if ("richText" in content) return content.richText.map(({ text }) => text).join("");
  return content.value;
}

/** A cell that others find by name. */
export function nameCell({ workbook, sheet }: Canvas, placed: Placed, name: string): void {
  workbook.definedNames.add(`'${sheet.name}'!${placed.here.text}`, name);
}

/** Writes into a merged range and gives every cell of it the look, so that borders close. */
export function putAcross(canvas: Canvas, row: number, from: number, to: number, content: Content, look: Look = {}): Placed {
  for (let column = from + 1; column <= to; column += 1) canvas.sheet.getCell(row, column).style = styleOf(look);
  const placed = put(canvas, row, from, content, look);
  if (to > from) canvas.sheet.mergeCells(row, from, row, to);
  return placed;
}

/** A range of one column as formulas on the same sheet write it. */
export function columnRange(column: number, fromRow: number, toRow: number): string {
  return `${addressOf(fromRow - 1, column - 1)}:${addressOf(toRow - 1, column - 1)}`;
}

/** The same as written on other sheets. */
export function rangeElsewhere({ sheet }: Canvas, range: string): string {
  return `'${sheet.name}'!${range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

export interface PaperOptions {
  readonly landscape: boolean;
  /** First and last row, last column to print. */
  readonly area: { readonly fromRow: number; readonly toRow: number; readonly toColumn: number };
  readonly titleRows?: { readonly from: number; readonly to: number };
}

/** A second page of a few lines is drawn in onto the first. */
const MOST_DRAWN_IN = 1.15;
/** Points of A4 inside the margins below. */
const ONE_LINE = 20;
const INSIDE = { portrait: { width: 467, height: 728 }, landscape: { width: 756, height: 487 } };

/** Names of units aside, so that all forms of a kind are printed alike. */
function pagesOf(sheet: ExcelJS.Worksheet, { fromRow, toRow, toColumn }: PaperOptions["area"], landscape: boolean, stretched: ReadonlySet<number>): number {
  const page = INSIDE[landscape ? "landscape" : "portrait"];
  let [width, height] = [0, 0];
  for (let column = 1; column <= toColumn; column += 1) if (!sheet.getColumn(column).hidden) width += ((sheet.getColumn(column).width ?? 9) * 7 + 5) * 0.75;
  for (let row = fromRow; row <= toRow; row += 1) if (!sheet.getRow(row).hidden) height += stretched.has(row) ? ONE_LINE : (sheet.getRow(row).height as number | undefined) ?? 15;
  return (height * Math.min(1, page.width / width)) / page.height;
}

/** A4, margins of the decree's layout, one page wide, heading rows repeated, page number from page 2. */
export function setPaper({ sheet }: Canvas, { identity, stretches }: Pick<FormContext, "identity" | "stretches">, { landscape, area, titleRows }: PaperOptions): void {
  const stretched = new Set(stretches.filter((one) => one.sheet === sheet.name).map(({ row }) => row));
  const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000;
  sheet.pageSetup = {
    paperSize: 9,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true, fitToWidth: 1, fitToHeight: pagesOf(sheet, area, landscape, stretched) <= MOST_DRAWN_IN ? 1 : 0,
    horizontalCentered: true,
    margins: landscape
      ? { left: inches(15), right: inches(15), top: inches(20), bottom: inches(18), header: inches(9), footer: inches(8) }
      : { left: inches(30), right: inches(15), top: inches(20), bottom: inches(20), header: inches(10), footer: inches(9) },
    // exceljs puts a `$` before each corner; the one before the row number is ours.
    printArea: `A$${area.fromRow}:${addressOf(area.toRow - 1, area.toColumn - 1).replace(/(\d+)/, "$$$1")}`,
    blackAndWhite: true,
    ...(titleRows ? { printTitlesRow: `${titleRows.from}:${titleRows.to}` } : {}),
  };
  const foot = `&L&"Times New Roman,Italic"&8${identity.replace(/&/g, "&&")}`;
  sheet.headerFooter = {
    differentFirst: true, differentOddEven: false,
    oddHeader: '&C&"Times New Roman,Regular"&13&P', firstHeader: "", oddFooter: foot, firstFooter: foot,
  } as ExcelJS.HeaderFooter;
}

export interface Heading {
  readonly lastColumn: number;
  /** Last column of the left half. */
  readonly split: number;
  readonly title: string;
  readonly parent: Content;
  readonly unit: Content;
}

/** The small grey identity line at the very top, and the two columns of an official heading under it. */
export function putHeading(canvas: Canvas, { identity, plan, roster }: Pick<FormContext, "identity" | "plan" | "roster">, { lastColumn, split, title, parent, unit }: Heading): void {
  putAcross(canvas, 1, 1, lastColumn, identity, { size: 8, colour: GREY, wrap: false });
  putAcross(canvas, 3, 1, split, parent, { size: 12, across: "center" });
  putAcross(canvas, 3, split + 1, lastColumn, words.nation, { size: 12, bold: true, across: "center" });
  putAcross(canvas, 4, 1, split, unit, { size: 12, bold: true, underline: true, across: "center" });
  putAcross(canvas, 4, split + 1, lastColumn, words.motto, { size: 13, bold: true, underline: true, across: "center" });
  putAcross(canvas, 5, 1, lastColumn, title, { size: 14, bold: true, across: "center", down: "bottom" });
  putAcross(canvas, 6, 1, lastColumn, words.planLine(plan) + (roster.sample ? `\n${words.sampleRoster}` : ""), { size: 11, italic: true, across: "center", down: "top" });
}

/** Heights of the heading rows every sheet begins with; names of offices and units may need a second line. */
export function sizeHeading(canvas: Canvas, { lastColumn, split }: Pick<Heading, "lastColumn" | "split">, context: FormContext): void {
  const { plan, roster, tree, profiles, facts } = context;
  const lines = linesOf(words.planLine(plan), widthOf(canvas, 1, lastColumn), 11) + (roster.sample ? 1 : 0);
  for (const [row, height] of [[1, 12], [5, 28], [6, heightOf(lines, 11)]] as const) canvas.sheet.getRow(row).height = height;
  const width = widthOf(canvas, 1, split);
  const parentHeight = ({ parentName }: Pick<UnitFacts, "parentName">): number => heightOf(linesOf(parentName.toUpperCase(), width, 12), 12, 18);
  const nameHeight = ({ name }: Pick<UnitFacts, "name">): number => heightOf(linesOf(name.toUpperCase(), width, 12, true), 12, 20);
  if (facts) {
    stretch(context, canvas, 3, parentHeight);
    stretch(context, canvas, 4, nameHeight);
    return;
  }
  const units = profiles.flatMap((profile) => profile.units);
  canvas.sheet.getRow(3).height = Math.max(...units.map((code) => parentHeight({ parentName: parentNameOf({ plan, tree }, code) })), 18);
  canvas.sheet.getRow(4).height = Math.max(...units.map((code) => nameHeight({ name: tree.unit(code)?.name ?? "" })), 20);
}

/** Gives a row of a personal form the height its unit's names need. */
export function stretch({ facts, stretches }: Pick<FormContext, "facts" | "stretches">, { sheet }: Canvas, row: number, height: (facts: UnitFacts) => number): void {
  if (facts) sheet.getRow(row).height = height(facts);
  stretches.push({ sheet: sheet.name, row, height });
}

/** Width of several columns together. */
export function widthOf({ sheet }: Canvas, from: number, to: number): number {
  let width = 0;
  for (let column = from; column <= to; column += 1) width += sheet.getColumn(column).width ?? 9;
  return width;
}

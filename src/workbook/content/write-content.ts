/** Shown sheets written as a file (ghi các trang đang mở thành file), where no file holds them all. */
import ExcelJS from "exceljs";
import type { CellLook, ContentCell, FontLook, Scalar, SheetContent, WorkbookContent } from "#domain/sheet-content";
import { workbookBytes } from "../emit-workbook";
import { rangeText } from "./range-text";

export async function writeContent({ sheets, styles, names }: WorkbookContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const looks = styles.map(styleOf);
  for (const sheet of sheets) writeSheet(workbook, sheet, looks);
  for (const { name, refersTo } of names) {
    if (!name.startsWith("_xlnm.") && !refersTo.includes("#REF!")) workbook.definedNames.add(refersTo.replace(/^=/u, ""), name);
  }
  return workbookBytes(workbook);
}

function writeSheet(workbook: ExcelJS.Workbook, content: SheetContent, looks: readonly Partial<ExcelJS.Style>[]): void {
  const { frozen, page, showGridlines } = content;
  const sheet = workbook.addWorksheet(content.name, {
    state: content.state,
    views: [frozen.rows > 0 || frozen.columns > 0 ? { state: "frozen", ySplit: frozen.rows, xSplit: frozen.columns, showGridLines: showGridlines } : { state: "normal", showGridLines: showGridlines }],
    pageSetup: {
      paperSize: 9, orientation: page.landscape ? "landscape" : "portrait", ...(page.fitToWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
      ...(page.titleRows ? { printTitlesRow: `${page.titleRows.from + 1}:${page.titleRows.to + 1}` } : {}), ...(page.area ? { printArea: rangeText(page.area) } : {}),
    },
    ...(content.tabColour === undefined ? {} : { properties: { tabColor: { argb: `FF${content.tabColour.slice(1)}` } } }),
  });
  for (const { column, width, hidden } of content.columns) {
    const own = sheet.getColumn(column + 1);
    if (width !== undefined) own.width = width;
    if (hidden) own.hidden = true;
  }
  for (const { row, height, hidden } of content.rows) {
    const own = sheet.getRow(row + 1);
    if (height !== undefined) own.height = height;
    if (hidden) own.hidden = true;
  }
  for (const cell of content.cells) {
    const own = sheet.getCell(cell.row + 1, cell.column + 1);
    own.value = valueOf(cell);
    own.style = looks[cell.style] ?? {};
  }
  for (const range of content.merges) sheet.mergeCells(range.top + 1, range.left + 1, range.bottom + 1, range.right + 1);
  for (const rule of content.validations) {
    for (const { top, left, bottom, right } of rule.ranges) {
      for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) sheet.getCell(row + 1, column + 1).dataValidation = validationOf(rule);
    }
  }
  content.conditionals.forEach(({ ranges, formula, font, fill, stopIfTrue }, index) => sheet.addConditionalFormatting({
    ref: ranges.map(rangeText).join(" "),
    rules: [{ type: "expression", formulae: [formula], priority: index + 1, style: { ...(font ? { font: fontOf(font) } : {}), ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", bgColor: { argb: `FF${fill.slice(1)}` } } }) }, ...(stopIfTrue ? { stopIfTrue } : {}) } as ExcelJS.ConditionalFormattingRule],
  }));
  if (content.filter) sheet.autoFilter = rangeText(content.filter);
}

function valueOf({ value, formula, runs }: ContentCell): ExcelJS.CellValue {
  if (formula !== undefined) return { formula, result: plainOf(value) } as ExcelJS.CellFormulaValue;
  if (runs) return { richText: runs.map(({ text, font }) => ({ text, ...(font ? { font: fontOf(font) } : {}) })) };
  return plainOf(value);
}

function plainOf(value: Scalar): ExcelJS.CellValue {
  return typeof value === "object" && value !== null ? ({ error: value.error } as ExcelJS.CellErrorValue) : value;
}

function validationOf({ kind, operator, formulas, allowBlank, severity, error, prompt }: SheetContent["validations"][number]): ExcelJS.DataValidation {
  return {
    type: kind, formulae: [...formulas], allowBlank, errorStyle: severity, showErrorMessage: error !== undefined, showInputMessage: prompt !== undefined,
    ...(operator === undefined ? {} : { operator }), ...(error ? { errorTitle: error.title, error: error.text } : {}), ...(prompt ? { promptTitle: prompt.title, prompt: prompt.text } : {}),
  } as ExcelJS.DataValidation;
}

function fontOf({ name, size, bold, italic, underline, strike, colour }: FontLook): Partial<ExcelJS.Font> {
  return {
    ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size }), ...(bold ? { bold } : {}), ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}), ...(strike ? { strike } : {}), ...(colour === undefined ? {} : { color: { argb: `FF${colour.slice(1)}` } }),
  };
}

function styleOf({ font, fill, edges, format, across, down, wrap, indent, locked }: CellLook): Partial<ExcelJS.Style> {
  return {
    font: fontOf(font),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { argb: `FF${fill.slice(1)}` } } }),
    border: Object.fromEntries(Object.entries(edges).map(([side, edge]) => [side, { style: edge.style, ...(edge.colour === undefined ? {} : { color: { argb: `FF${edge.colour.slice(1)}` } }) }])),
    ...(format === undefined ? {} : { numFmt: format }),
    alignment: { ...(across === undefined ? {} : { horizontal: across }), ...(down === undefined ? {} : { vertical: down }), ...(wrap ? { wrapText: true } : {}), ...(indent === undefined ? {} : { indent }) },
    ...(locked === false ? { protection: { locked: false } } : {}),
  };
}


/**
 * Types into a form as a clerk does (điền biểu), for sample data and tests, and does to the file what clerks
 * and their programs do to files. Formulas are kept; their results are not recomputed but dropped, as when a
 * file was saved by a program that does not calculate.
 */
import ExcelJS from "exceljs";
import { workbookBytes } from "../emit-workbook";
import { FORM_FINISH } from "./write-form";
import { META_SHEET, PREFIX } from "../form-layout";

/** A `Date` is a day in UTC. */
export type TypedValue = string | number | Date;

/** What else happened to the file on its way. */
export type FormEdit =
  /** Sheets get other names, in their order. */
  | { readonly kind: "renameSheets"; readonly nameOf: (index: number) => string }
  | { readonly kind: "reverseSheets" }
  | { readonly kind: "dropHiddenSheets" }
  /** Pasted as values into another file: no names, no formulas, no hidden sheets. */
  | { readonly kind: "pasteAsValues" };

/** A free row of a list: the list's defined name, its place from 0, and its cells from the code column rightwards. */
export interface TypedRow {
  readonly list: string;
  readonly row: number;
  readonly cells: readonly (TypedValue | null)[];
}

export interface Filling {
  /** By defined name. A formula cell keeps its formula and shows the value as its result. */
  readonly values: ReadonlyMap<string, TypedValue>;
  readonly rows?: readonly TypedRow[];
  readonly edits?: readonly FormEdit[];
}

/** The filled form; a workbook that is not yet a file is used up. A name the form does not have is left out: not every form asks everything. */
export async function fillForm(form: Uint8Array | ExcelJS.Workbook, { values, rows = [], edits = [] }: Filling): Promise<Uint8Array> {
  const workbook = form instanceof Uint8Array ? new ExcelJS.Workbook() : form;
  if (form instanceof Uint8Array) await workbook.xlsx.load(form.buffer.slice(form.byteOffset, form.byteOffset + form.byteLength) as ArrayBuffer);
  const places = placesOf(workbook);
  dropResults(workbook);
  for (const [name, value] of values) {
    const cell = cellAt(workbook, places.get(name));
    if (cell) cell.value = cell.formula ? { formula: cell.formula, result: value } : value;
  }
  for (const { list, row, cells } of rows) {
    const head = cellAt(workbook, places.get(list));
    if (!head) continue;
    const line = head.worksheet.getRow(Number(head.row) + 1 + row);
    cells.forEach((value, index) => { if (value !== null) line.getCell(Number(head.col) + 1 + index).value = value; });
  }
  for (const edit of edits) applyEdit(workbook, edit);
  return workbookBytes(workbook, FORM_FINISH);
}

/** Our defined names and where they point, `Sheet!$A$1`. */
function placesOf(workbook: ExcelJS.Workbook): Map<string, string> {
  return new Map(workbook.definedNames.model.flatMap(({ name, ranges }) => (name.startsWith(PREFIX) && ranges[0] ? [[name, ranges[0]] as const] : [])));
}

function cellAt(workbook: ExcelJS.Workbook, place: string | undefined): ExcelJS.Cell | undefined {
  const parts = /^(?:'((?:[^']|'')+)'|([^!']+))!\$?([A-Z]+)\$?(\d+)/.exec(place ?? "");
  const sheet = parts && workbook.getWorksheet((parts[1] ?? parts[2] ?? "").replace(/''/g, "'"));
  return sheet ? sheet.getCell(`${parts[3] ?? "A"}${parts[4] ?? "1"}`) : undefined;
}

function eachCell(workbook: ExcelJS.Workbook, visit: (cell: ExcelJS.Cell) => void): void {
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(visit)));
}

function dropResults(workbook: ExcelJS.Workbook): void {
  eachCell(workbook, (cell) => {
    if (cell.formula && cell.worksheet.state === "visible") cell.value = { formula: cell.formula } as ExcelJS.CellFormulaValue;
  });
  workbook.calcProperties.fullCalcOnLoad = true;
}

function applyEdit(workbook: ExcelJS.Workbook, edit: FormEdit): void {
  switch (edit.kind) {
    case "renameSheets":
      visibleSheets(workbook).forEach((sheet, index) => renameSheet(workbook, sheet, edit.nameOf(index)));
      return;
    case "reverseSheets": {
      const order = workbook.worksheets.map(orderOf);
      [...workbook.worksheets].reverse().forEach((sheet, index) => { setOrder(sheet, order[index] ?? index); });
      return;
    }
    case "dropHiddenSheets":
      hiddenSheets(workbook).forEach((sheet) => workbook.removeWorksheet(sheet.id));
      return;
    case "pasteAsValues":
      eachCell(workbook, (cell) => { if (cell.formula) cell.value = cell.result ?? null; });
      workbook.definedNames.model = [];
      workbook.eachSheet((sheet) => { dataValidations(sheet).model = {}; });
      hiddenSheets(workbook).forEach((sheet) => workbook.removeWorksheet(sheet.id));
  }
}

const visibleSheets = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet[] => workbook.worksheets.filter(({ state }) => state === "visible");
/** Sheets that lists of choices point to stay: a program that loses them loses the meta sheet only. */
const hiddenSheets = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet[] => workbook.worksheets.filter(({ name }) => name === META_SHEET);

const orderOf = (sheet: ExcelJS.Worksheet): number => (sheet as unknown as { orderNo: number }).orderNo;
function setOrder(sheet: ExcelJS.Worksheet, order: number): void {
  (sheet as unknown as { orderNo: number }).orderNo = order;
}
const dataValidations = (sheet: ExcelJS.Worksheet): { model: object } => (sheet as unknown as { dataValidations: { model: object } }).dataValidations;

/** The names and formulas that point to the sheet follow, as they do in a spreadsheet program. */
function renameSheet(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, name: string): void {
  const quotedOld = `'${sheet.name.replace(/'/g, "''")}'!`;
  const follow = (formula: string): string => formula.replaceAll(quotedOld, `'${name}'!`).replaceAll(`${sheet.name}!`, `'${name}'!`);
  eachCell(workbook, (cell) => {
    if (cell.formula) cell.value = { formula: follow(cell.formula), result: cell.result } as ExcelJS.CellFormulaValue;
  });
  workbook.definedNames.model = workbook.definedNames.model.map((one) => ({ ...one, ranges: one.ranges.map(follow) }));
  sheet.name = name;
}

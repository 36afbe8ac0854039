/** Writes a plan as an Excel workbook an officer can edit (bảng kế hoạch). */
import ExcelJS from "exceljs";
import type { Plan } from "#domain/plan";
import { planSheetWords as words } from "#messages/plan-sheet-vi";
import { workbookBytes } from "../emit-workbook";
import { heightOf, linesOf } from "../form/form-styles";
import { toCell } from "./plan-sheet-cells";
import { FACTS, FACTS_ID, planSheetMark, TABLES, type PlanColumn, type PlanTable } from "./plan-sheet-tables";

const INPUT: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF9E0" } };
const HEAD: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F3864" } };
const FONT = "Times New Roman";

/** One thing an officer has to look at in a plan made from last year's, and the sheet where it is mended. */
export interface PlanReviewRow {
  readonly title: string;
  readonly text: string;
  readonly sheet: string;
}

export async function writePlanSheet(plan: Plan, review: readonly PlanReviewRow[] = []): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
  if (review.length > 0) reviewSheet(workbook, review);
  factSheet(workbook, plan);
  for (const table of TABLES) tableSheet(workbook, table, itemsOf(plan, table));
  return workbookBytes(workbook, { defaultFont: { name: FONT, size: 11 } });
}

/** The value at a dotted path, `undefined` where the way ends. */
export function valueAt(item: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined), item);
}

function itemsOf(plan: Plan, table: PlanTable): unknown[] {
  if (!table.ofIndicator) return (valueAt(plan, table.path) as unknown[] | undefined) ?? [];
  return plan.indicators.flatMap((indicator) => (valueAt(indicator, table.path) as object[]).map((item) => ({ indicator: indicator.code, ...item })));
}

function heading(key: string): string {
  const whole = words.columns[key];
  if (whole !== undefined) return whole;
  const steps = key.split(".");
  const last = steps.pop() ?? key;
  const above = steps.map((step) => words.groups[step] ?? "").filter((word) => word !== "");
  return [...above, words.columns[last] ?? last].join(" – ");
}

function open(workbook: ExcelJS.Workbook, name: string, id: string): ExcelJS.Worksheet {
  const sheet = sheetWithHint(workbook, name, { hint: words.hint, frozenRows: 4 });
  sheet.getCell(1, 1).value = planSheetMark(id);
  sheet.getCell(1, 1).font = { name: FONT, size: 8, color: { argb: "FF999999" } };
  return sheet;
}

function sheetWithHint(workbook: ExcelJS.Workbook, name: string, { hint, frozenRows }: { readonly hint: string; readonly frozenRows: number }): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: frozenRows }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "3:3" },
  });
  sheet.getCell(2, 1).value = hint;
  sheet.getCell(2, 1).font = { name: FONT, size: 11, italic: true };
  return sheet;
}

function reviewSheet(workbook: ExcelJS.Workbook, review: readonly PlanReviewRow[]): void {
  const sheet = sheetWithHint(workbook, words.review.sheet, { hint: words.review.hint, frozenRows: 3 });
  headRow(sheet, words.review.headings);
  sheet.columns = [{ width: 32 }, { width: 100 }, { width: 22 }, { width: 10 }];
  review.forEach(({ title, text, sheet: where }, index) => {
    const row = 4 + index;
    [title, text, where].forEach((one, at) => {
      const cell = sheet.getCell(row, at + 1);
      cell.value = one;
      cell.font = { name: FONT, size: 11 };
      cell.alignment = { wrapText: true, vertical: "top" };
      cell.border = { bottom: { style: "hair" } };
    });
    inputCell(sheet.getCell(row, words.review.headings.length), null);
    fitHeight(sheet, row);
  });
}

/** As high as its texts need: not every program finds that out by itself. */
function fitHeight(sheet: ExcelJS.Worksheet, row: number): void {
  let lines = 1;
  sheet.getRow(row).eachCell(({ value, col }) => {
    if (typeof value === "string") lines = Math.max(lines, linesOf(value, sheet.getColumn(Number(col)).width ?? 10));
  });
  if (lines > 1) sheet.getRow(row).height = heightOf(lines);
}

function headRow(sheet: ExcelJS.Worksheet, headings: readonly string[]): void {
  headings.forEach((text, index) => {
    const cell = sheet.getCell(3, index + 1);
    cell.value = text;
    cell.font = { name: FONT, size: 11, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = HEAD;
    cell.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  });
}

function inputCell(cell: ExcelJS.Cell, text: string | null): void {
  cell.value = text;
  cell.numFmt = "@";
  cell.fill = INPUT;
  cell.font = { name: FONT, size: 11 };
  cell.alignment = { wrapText: true, vertical: "top" };
  cell.border = { bottom: { style: "hair" } };
}

function keyCell(cell: ExcelJS.Cell, key: string): void {
  cell.value = key;
  cell.font = { name: FONT, size: 8, color: { argb: "FF999999" } };
  cell.alignment = { vertical: "top" };
}

function factSheet(workbook: ExcelJS.Workbook, plan: Plan): void {
  const sheet = open(workbook, words.factSheet, FACTS_ID);
  headRow(sheet, words.factHeadings);
  sheet.columns = [{ width: 42 }, { width: 22 }, { width: 90 }];
  FACTS.forEach(({ key, type }, index) => {
    const row = 5 + index;
    sheet.getCell(row, 1).value = heading(key);
    sheet.getCell(row, 1).font = { name: FONT, size: 11 };
    sheet.getCell(row, 1).alignment = { wrapText: true, vertical: "top" };
    keyCell(sheet.getCell(row, 2), key);
    inputCell(sheet.getCell(row, 3), toCell(valueAt(plan, key), type));
    fitHeight(sheet, row);
  });
}

function tableSheet(workbook: ExcelJS.Workbook, table: PlanTable, items: readonly unknown[]): void {
  const sheet = open(workbook, words.tables[table.id] ?? table.id, table.id);
  const columns: PlanColumn[] = [...(table.ofIndicator ? [{ key: "indicator", type: "text" as const }] : []), ...table.columns];
  headRow(sheet, columns.map(({ key }) => heading(key)));
  columns.forEach(({ key }, index) => {
    keyCell(sheet.getCell(4, index + 1), key);
    sheet.getColumn(index + 1).width = /name|quote|text|title|duty|sentence|question|definition|note/.test(key) ? 48 : 18;
  });
  // Ten empty lines below, so that next year's rows have a place.
  for (let line = 0; line < items.length + 10; line += 1) {
    columns.forEach(({ key, type }, index) => inputCell(sheet.getCell(5 + line, index + 1), line < items.length ? toCell(valueAt(items[line], key), type) : null));
    fitHeight(sheet, 5 + line);
  }
}

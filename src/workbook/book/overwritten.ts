/** Report formulas that somebody typed over (công thức bị ghi đè): the figure shown is no longer the book's. */
import { problem, type Problem } from "#domain/problem";
import { addressOf, type WorkbookSnapshot } from "#domain/snapshot";
import { readTable, tableMark, textOf } from "./table";

/** Columns of "Báo cáo" that are formulas, zero-based: số đạt … cao nhất, mức kế hoạch, kết luận. */
const REPORT_FORMULAS: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9, 10, 11, 12]);
const DATA_FORMULAS = ["effectiveState", "effectiveN", "effectiveD", "effectiveStartN", "effectiveStartD"] as const;

export function overwrittenFormulas(workbook: WorkbookSnapshot, file: string): Problem[] {
  return [...inReport(workbook, file), ...inData(workbook, file)];
}

function inReport(workbook: WorkbookSnapshot, file: string): Problem[] {
  const sheet = workbook.sheets.find(({ cells }) => cells.some(({ row, value }) => row < 3 && value?.kind === "text" && value.text === tableMark("report")));
  if (!sheet) return [];
  // A line of the report is one whose indicator code stands in column B beside hidden sums.
  const lines = new Set(sheet.cells.filter(({ column, formula }) => column === 15 && formula !== undefined).map(({ row }) => row));
  return sheet.cells
    .filter(({ row, column, formula, value }) => lines.has(row) && row > 9 && REPORT_FORMULAS.has(column) && formula === undefined && value !== null)
    .map(({ row, column, value }) => problem("book-formula-overwritten", { file, sheet: sheet.name, cell: addressOf(row, column) }, { found: textOf(value) }));
}

function inData(workbook: WorkbookSnapshot, file: string): Problem[] {
  const table = readTable(workbook, "data");
  if (!table) return [];
  return table.rows.flatMap((row) => DATA_FORMULAS.flatMap((key) => {
    const value = row.value(key);
    return value !== null && row.formula(key) === undefined
      ? [problem("book-formula-overwritten", { file, sheet: table.sheet, cell: row.address(key) }, { found: textOf(value) })]
      : [];
  }));
}

/** The emulated workbook as a file: values, formulas, number formats, names, visibility. */
import ExcelJS from "exceljs";
import type { Scalar } from "#domain/sheet-content";
import type { EmulatedWorkbook } from "./model";

export async function saveWorkbook({ sheets, names }: EmulatedWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    const written = workbook.addWorksheet(sheet.name, { state: sheet.visibility === "VeryHidden" ? "veryHidden" : sheet.visibility === "Hidden" ? "hidden" : "visible" });
    for (const [row, line] of sheet.rows) {
      for (const [column, { value, formula, format }] of line) {
        const cell = written.getCell(row + 1, column + 1);
        cell.value = formula === undefined ? valueOf(value) : { formula, result: valueOf(value) as string };
        if (format !== "General") cell.numFmt = format;
      }
    }
    for (const { top, left, bottom, right } of sheet.merges) written.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
  for (const { name, formula } of names) workbook.definedNames.add(formula.slice(1), name);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function valueOf(value: Scalar): ExcelJS.CellValue {
  return typeof value === "object" && value !== null ? ({ error: value.error } as ExcelJS.CellErrorValue) : value;
}

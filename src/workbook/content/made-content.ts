/** A workbook just made, as it looks (nội dung sổ vừa tạo): what reading its file back would give, without the way round. */
import type ExcelJS from "exceljs";
import type { WorkbookContent } from "#domain/sheet-content";
import type { Cell, CellRange, CellValue, SheetSnapshot } from "#domain/snapshot";
import { sheetContent } from "./read-content";
import { lookBook } from "./look-of";

/** For workbooks without defined names of their own, as books are. */
export function contentOfMade(workbook: ExcelJS.Workbook): WorkbookContent {
  const { looks, numberOf } = lookBook();
  const sheets = workbook.worksheets.map((sheet) => sheetContent(sheet, snapshotOfMade(sheet), numberOf));
  return { sheets, names: [], styles: looks };
}

function snapshotOfMade(sheet: ExcelJS.Worksheet): SheetSnapshot {
  const cells: Cell[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (cell.isMerged && cell.master !== cell) return;
      const { value } = cell;
      const formula = typeof value === "object" && value !== null && "formula" in value ? value.formula : undefined;
      const said = valueOf(formula === undefined ? value : cell.result);
      if (formula === undefined && (said === null || (said.kind === "text" && said.text === ""))) return;
      cells.push({ row: number - 1, column: column - 1, value: said, ...(formula === undefined ? {} : { formula }) });
    });
  });
  return { name: sheet.name, state: sheet.state, cells, merges: mergesOf(sheet) };
}

function valueOf(value: ExcelJS.CellValue | undefined): CellValue | null {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case "number": return { kind: "number", number: value };
    case "string": return { kind: "text", text: value };
    case "boolean": return { kind: "boolean", boolean: value };
    default:
  }
  if (value instanceof Date) return { kind: "date", iso: value.toISOString().slice(0, 10) };
  if ("richText" in value) return { kind: "text", text: value.richText.map(({ text }) => text).join("") };
  return "error" in value ? { kind: "error", error: value.error } : null;
}

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function mergesOf(sheet: ExcelJS.Worksheet): CellRange[] {
  const merges = Object.values((sheet as unknown as { _merges: Readonly<Record<string, Merge | undefined>> })._merges).flatMap((merge) => (merge ? [merge] : []));
  return merges.map(({ top, left, bottom, right }) => ({ top: top - 1, left: left - 1, bottom: bottom - 1, right: right - 1 })).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** A workbook just made, as it looks (nội dung sổ vừa tạo): what reading its file back would give, without the way round. */
import type ExcelJS from "exceljs";
import type { ContentCell, SheetContent, WorkbookContent } from "#domain/sheet-content";
import type { Cell, CellRange, CellValue, SheetSnapshot } from "#domain/snapshot";
import { isDay, lightRowsOf, lookAt, type Content, type LightRows } from "../light-rows";
import { sheetContent, type NumberOf } from "./read-content";
import { lookBook } from "./look-of";
import { scalarOf } from "./plain-content";

/** For workbooks without defined names of their own, as books are. */
export function contentOfMade(workbook: ExcelJS.Workbook): WorkbookContent {
  const { looks, numberOf } = lookBook();
  const sheets = workbook.worksheets.map((sheet) => withLightRows(sheetContent(sheet, snapshotOfMade(sheet), numberOf), lightRowsOf(sheet), numberOf));
  return { sheets, names: [], styles: looks };
}

function withLightRows(content: SheetContent, light: LightRows | null, numberOf: NumberOf): SheetContent {
  if (!light) return content;
  const cells: ContentCell[] = [];
  const heights: SheetContent["rows"][number][] = [];
  for (let line = 0; line < light.rows.length + light.spare; line += 1) {
    const own = light.rows.at(line);
    const row = light.first + line - 1;
    light.columns.forEach((look, column) => {
      const said = own?.[column] ?? null;
      if (said === null && own !== undefined && look.skipsBlanks) return;
      cells.push({ row, column, ...saidBy(said), style: numberOf(lookAt(look, said)) });
    });
    if (own && light.heightOf) heights.push({ row, height: light.heightOf(own) });
  }
  return { ...content, cells: content.cells.concat(cells), rows: content.rows.concat(heights) };
}

function saidBy(content: Content): Pick<ContentCell, "value" | "formula"> {
  if (content === "" || content === null || typeof content !== "object") return { value: content === "" ? null : content };
  if (isDay(content)) return { value: content.day === null ? null : scalarOf({ kind: "date", iso: content.day }) };
  return { value: content.result, formula: content.formula };
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

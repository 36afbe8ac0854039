/** One sheet of the reader library as plain cells. */
import { utils, type CellObject, type WorkSheet } from "@e965/xlsx";
import type { Cell, CellRange, CellValue } from "#domain/snapshot";
import { beyond, MAX_COLUMNS, MAX_ROWS } from "../limits";
import { dateOf, isDateFormat, isoOf } from "../serial-days";
import type { SheetExtras } from "./ooxml-package";

/** Filled cells in row-then-column order, formulas without a result among them. */
export function cellsOf(sheet: WorkSheet, extras: SheetExtras | null, date1904: boolean): Cell[] {
  const cells: Cell[] = [];
  const uncached = new Map(extras?.uncached);
  const rows = ((sheet as { "!data"?: (CellObject | undefined)[][] })["!data"] ?? []);
  if (rows.length > MAX_ROWS) beyond("rows", MAX_ROWS);
  // Looked at first: a cell far out makes a list that is long and empty.
  rows.forEach((line) => line.length > MAX_COLUMNS && beyond("columns", MAX_COLUMNS));
  rows.forEach((line, row) => line.forEach((stored, column) => {
    if (!stored) return;
    const address = extras ? utils.encode_cell({ r: row, c: column }) : "";
    if (extras?.unfilled.has(address)) return;
    const lacksResult = uncached.delete(address);
    const cell = cellOf(stored, row, column, lacksResult, extras?.fonts.get(address), date1904);
    if (cell) cells.push(cell);
  }));
  for (const [address, formula] of uncached) {
    const { r: row, c: column } = utils.decode_cell(address);
    cells.push({ row, column, value: null, formula });
  }
  return uncached.size > 0 ? cells.sort((a, b) => a.row - b.row || a.column - b.column) : cells;
}

/** Merged ranges with sane corners. */
export function mergesOf(sheet: WorkSheet): CellRange[] {
  return (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
}

function cellOf(stored: CellObject, row: number, column: number, lacksResult: boolean, font: string | undefined, date1904: boolean): Cell | null {
  const format = typeof stored.z === "string" && stored.z !== "General" ? stored.z : undefined;
  const value = lacksResult ? null : valueOf(stored, format, date1904);
  if (value === undefined) return null;
  if (value === null && !lacksResult) return null;
  return {
    row, column, value,
    ...(typeof stored.f === "string" ? { formula: stored.f.normalize("NFC") } : {}),
    ...(format === undefined ? {} : { format }),
    ...(font === undefined ? {} : { font }),
  };
}

function valueOf(stored: CellObject, format: string | undefined, date1904: boolean): CellValue | null | undefined {
  switch (stored.t) {
    case "n": {
      const number = Number(stored.v);
      if (!Number.isFinite(number)) return { kind: "error", error: "#NUM!" };
      return format !== undefined && isDateFormat(format) ? dateOf(number, date1904) : { kind: "number", number };
    }
    case "s": {
      const text = String(stored.v ?? "").normalize("NFC");
      return text === "" && stored.f === undefined ? undefined : { kind: "text", text };
    }
    case "b": return { kind: "boolean", boolean: Boolean(stored.v) };
    case "d": return stored.v instanceof Date && !Number.isNaN(stored.v.getTime()) ? { kind: "date", iso: isoOf(stored.v.getTime()) } : undefined;
    case "e": return { kind: "error", error: ERRORS[Number(stored.v)] ?? stored.w ?? "#?" };
    default: return undefined;
  }
}

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA",
};

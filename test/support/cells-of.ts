import type { Cell, CellValue } from "#domain/snapshot";
import { addressOf } from "#domain/snapshot";
import { readSnapshot } from "#workbook/read/read-snapshot";

/** Every filled cell of a workbook by `sheet!address`. */
export function cellsOf(bytes: Uint8Array): Map<string, Cell> {
  const read = readSnapshot(bytes, "book.xlsx");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return new Map(read.snapshot.sheets.flatMap(({ name, cells }) => cells.map((cell) => [`${name}!${addressOf(cell.row, cell.column)}`, cell] as const)));
}

/** A value to compare: numbers to nine digits (a program's division may end in another last bit), blanks alike. */
export function comparable(value: CellValue | null | undefined): string {
  if (!value) return "";
  if (value.kind === "number") return value.number === 0 ? "0" : Number(value.number.toPrecision(9)).toString();
  if (value.kind === "text") return value.text;
  if (value.kind === "boolean") return value.boolean ? "TRUE" : "FALSE";
  return value.kind === "date" ? value.iso : value.error;
}

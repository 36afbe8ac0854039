/** Addresses inside the emulator, written independently of the code under test. */
import { addressOf, type CellRange } from "#domain/snapshot";
import { EmulatedError } from "./emulated-error";
import { FULL } from "./model";

/** One area, without a sheet's name. */
export function parseArea(text: string): CellRange {
  const [from = "", to = from] = text.replace(/\$/gu, "").replace(/^.*!/u, "").split(":");
  const part = (corner: string): { row: number | null; column: number | null } => {
    const match = /^([A-Za-z]{0,3})(\d{0,7})$/u.exec(corner);
    if (!match || corner === "") throw new EmulatedError("InvalidArgument", `"${text}" is no address.`);
    const letters = (match[1] ?? "").toUpperCase();
    return { row: match[2] ? Number(match[2]) - 1 : null, column: letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null };
  };
  const [first, last] = [part(from), part(to)];
  return { top: first.row ?? FULL.top, left: first.column ?? FULL.left, bottom: last.row ?? FULL.bottom, right: last.column ?? FULL.right };
}

export function areaText(area: CellRange): string {
  const isWholeRows = area.left === FULL.left && area.right === FULL.right;
  const isWholeColumns = area.top === FULL.top && area.bottom === FULL.bottom;
  if (isWholeRows) return `${area.top + 1}:${area.bottom + 1}`;
  const letters = (column: number): string => addressOf(0, column).slice(0, -1);
  if (isWholeColumns) return `${letters(area.left)}:${letters(area.right)}`;
  const first = addressOf(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${addressOf(area.bottom, area.right)}`;
}

/** With the sheet's name before each area, as Excel writes it. */
export function fullAddress(sheet: string, areas: readonly CellRange[]): string {
  const name = /^[\p{L}_][\p{L}\p{Nd}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return areas.map((area) => `${name}!${areaText(area)}`).join(",");
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/**
 * A formula that cells share (công thức dùng chung) is written once, as it reads in its first cell; in another one
 * its relative addresses move along (ECMA-376 part 1, 18.3.1.40).
 */
import { addressOf } from "#domain/snapshot";
import { uncertain } from "./uncertain";

/** Texts and quoted sheet names stay as they are; an address is a cell's, with or without `$`. */
const PIECES = /"[^"]*"|'[^']*'|(?<![\w.$\\\p{L}])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!\p{L}])|(?<![\w.$\\\p{L}])\$?(?:[A-Z]{1,3}:\$?[A-Z]{1,3}|\d+:\$?\d+)(?![\w.(!\p{L}])|\[/gu;
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** The formula as it reads so many rows and columns away. Whole rows, whole columns and tables are left to others. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (piece: string, columnFixed?: string, letters?: string, rowFixed?: string, digits?: string) => {
    if (letters === undefined || digits === undefined) return piece.startsWith('"') || piece.startsWith("'") ? piece : uncertain("shared formula");
    const column = columnFixed === "$" ? columnOf(letters) : columnOf(letters) + columns;
    const row = rowFixed === "$" ? Number(digits) - 1 : Number(digits) - 1 + rows;
    if (column < 0 || column > LAST_COLUMN || row < 0 || row > LAST_ROW) uncertain("shared formula");
    const address = addressOf(row, column);
    const split = address.search(/\d/);
    return `${columnFixed ?? ""}${address.slice(0, split)}${rowFixed ?? ""}${address.slice(split)}`;
  });
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** Cell values between Excel's matrices and ours (giá trị ô). */
import type { CellValue } from "#domain/snapshot";
import type { Scalar } from "#domain/sheet-content";
import { isDateFormat, isoOfSerial } from "./date-format";

/** What Excel's matrices hold. */
export type Raw = string | number | boolean;

const ERRORS: ReadonlySet<string> = new Set([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!",
]);

/** A text that could as well be an error: only the type of the cell tells. */
export function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && ERRORS.has(value);
}

/** A formula's text without `=`; a constant text that begins with `=` equals its own value and is none. */
export function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1).normalize("NFC") : undefined;
}

/** `undefined`: a blank cell. */
export function scalarOfRaw(value: unknown, isError: boolean): Scalar {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return isError ? { error: value } : value.normalize("NFC");
}

export function cellValueOf(value: Scalar, format: string | undefined): CellValue | null {
  if (value === null) return null;
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "boolean") return { kind: "boolean", boolean: value };
  if (typeof value === "object") return { kind: "error", error: value.error };
  const iso = format !== undefined && isDateFormat(format) ? isoOfSerial(value) : null;
  return iso === null ? { kind: "number", number: value } : { kind: "date", iso };
}

/**
 * What is handed to Excel for a constant so that exactly it arrives: Excel reads a text like something typed (`01101`
 * becomes 1101, `12/38` a day), so such a text goes with the apostrophe that says "text".
 */
export function typedOf(value: Scalar): Raw {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value !== "string") return value;
  return isTakenAsIs(value) ? value : `'${value}`;
}

function isTakenAsIs(text: string): boolean {
  if (/^[=+\-@'#]/u.test(text) || /^(?:true|false)$/iu.test(text.trim())) return false;
  if (!/^\p{L}/u.test(text)) return false;
  return !/\p{Nd}/u.test(text) || readsAsProse(text);
}

/** Four words in a row, with something after them: no number or day reads like that. */
function readsAsProse(text: string): boolean {
  let inARow = 0;
  for (const piece of text.split(/[\s,.:;–—-]+/u).slice(0, -1)) {
    inARow = /^\p{L}{2,}$/u.test(piece) ? inARow + 1 : 0;
    if (inARow === 4) return true;
  }
  return false;
}

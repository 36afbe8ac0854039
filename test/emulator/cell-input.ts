/** What Excel makes of something handed to a cell, as far as our writing depends on it. */
import type { Scalar } from "#domain/sheet-content";
import { EmulatedError } from "./emulated-error";
import type { EmulatedCell } from "./model";

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** Sets the cell as typing would: a text that looks like a number becomes one, an apostrophe keeps it text. */
export function enter(cell: EmulatedCell, raw: unknown, calculate: (formula: string) => Scalar): void {
  delete cell.formula;
  if (raw === null) return;
  if (typeof raw === "number" || typeof raw === "boolean") {
    cell.value = cell.format === "@" ? String(raw) : raw;
    return;
  }
  if (typeof raw !== "string") throw new EmulatedError("InvalidArgument", "A cell takes text, numbers and yes or no.");
  if (raw.length > 32_767) throw new EmulatedError("InvalidArgument", "Text is longer than a cell holds.");
  if (raw.startsWith("'")) {
    cell.value = raw.slice(1);
    return;
  }
  if (raw === "" || cell.format === "@") {
    cell.value = raw === "" ? null : raw;
    return;
  }
  if (raw.startsWith("=")) {
    cell.formula = raw.slice(1);
    cell.value = calculate(cell.formula);
    return;
  }
  if (/^[+\-@]/u.test(raw) && !/^[+-]?[\d.,]+%?$/u.test(raw)) throw new EmulatedError("InvalidArgument", `"${raw}" is taken for a formula.`);
  if (ERRORS.has(raw)) cell.value = { error: raw };
  else if (/^(?:true|false)$/iu.test(raw)) cell.value = raw.toLowerCase() === "true";
  else cell.value = asNumber(raw, cell) ?? raw;
}

function asNumber(text: string, cell: EmulatedCell): number | null {
  const bare = text.trim();
  if (/^[+-]?(?:\d+(?:[.,]\d+)*)(?:e[+-]?\d+)?%?$/iu.test(bare)) return Number.parseFloat(bare.replace(",", ".")) / (bare.endsWith("%") ? 100 : 1);
  if (/^\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?$/u.test(bare) || /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?\d{1,4}$/iu.test(bare)) {
    cell.format = "d-mmm";
    return 45_000;
  }
  return /^\d{1,2}:\d{2}$/u.test(bare) ? 0.5 : null;
}

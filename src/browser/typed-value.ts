/** What a person types into a cell (gõ vào ô), as a Vietnamese Excel takes it. */
import type { Scalar } from "#domain/sheet-content";

export interface Typed {
  readonly value: Scalar;
  readonly formula?: string;
  /** A number format that came along with what was typed, where the cell has none of its own. */
  readonly format?: string;
}

/** Cells formatted as text keep the words; an apostrophe says that words are meant. */
export function typedValue(text: string, format: string | undefined): Typed {
  const clean = text.normalize("NFC");
  if (clean.trim() === "") return { value: null };
  if (clean.startsWith("'")) return { value: clean.slice(1) };
  if (format === "@") return { value: clean };
  if (/^=./u.test(clean)) return { value: null, formula: clean.slice(1) };
  const plain = clean.trim();
  const percent = /^(.*\d)\s*%$/u.exec(plain)?.[1];
  const number = numberOf(percent ?? plain);
  if (number !== null) return percent === undefined ? { value: number } : { value: Number((number / 100).toPrecision(15)), format: /,|\./u.test(percent) ? "0.00%" : "0%" };
  const day = dayOf(plain);
  if (day !== null) return { value: day, format: "dd/mm/yyyy" };
  if (/^(true|false)$/iu.test(plain)) return { value: plain.toLowerCase() === "true" };
  return { value: clean };
}

/** `1.250` is a thousand two hundred and fifty, `95,5` and `95.5` the same decimal. */
function numberOf(text: string): number | null {
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  return /^[+-]?\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(",", ".")) : null;
}

function dayOf(text: string): number | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u.exec(text) ?? [];
  if (year === "") return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? date.getTime() / 86_400_000 + 25_569 : null;
}

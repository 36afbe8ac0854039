/**
 * What a book keeps, as text in its very hidden sheet: lossless, exact numbers included, in cells small enough
 * for every spreadsheet program.
 */
import { fromText, toText, type Exact } from "#domain/exact";
import type { BookState } from "#domain/report";

/** Excel holds 32,767 characters in a cell. */
export const CHUNK = 30_000;
const EXACT = "$exact";

function isExact(value: unknown): value is Exact {
  return typeof value === "object" && value !== null && "n" in value && typeof value.n === "bigint";
}

export function stateToText(state: BookState): string {
  return guarded(JSON.stringify(state, (_key, value: unknown) => (isExact(value) ? { [EXACT]: toText(value) } : value)));
}

/**
 * Letters that a program may change on the way (accents taken apart, `_x000D_`, which is an escape in a
 * workbook, signs that XML forbids), written as JSON escapes: what a school typed comes back unit by unit.
 */
function guarded(json: string): string {
  const escaped = (text: string): string => [...Array(text.length).keys()].map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
  const safe = json
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "\\u005fx")
    .replace(/[\u007f-\u009f\u1100-\u11ff\ufdd0-\ufdef\ufffe\uffff\p{M}]/gu, escaped);
  return safe === safe.normalize("NFC") ? safe : safe.replace(/[^\x20-\x7e]/gu, (letter) => (letter === letter.normalize("NFC") ? letter : escaped(letter)));
}

/** The kept state, or `null` where the text is not one (cut, edited, of another program). */
export function stateFromText(text: string): BookState | null {
  try {
    const state = JSON.parse(text, (_key, value: unknown) => {
      if (typeof value !== "object" || value === null || !(EXACT in value)) return value;
      const exact = fromText(String(value[EXACT]));
      if (!exact) throw new SyntaxError("not an exact number");
      return exact;
    }) as BookState;
    return Array.isArray(state.files) && typeof state.plan.id === "string" ? state : null;
  } catch {
    return null;
  }
}

/** Cut so that no chunk ends inside a surrogate pair, or with a space that a program may drop. */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + CHUNK, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    while (end < text.length && end > at + 1 && (text[end - 1] === " " || text[end] === " ")) end -= 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}

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
  return JSON.stringify(state, (_key, value: unknown) => (isExact(value) ? { [EXACT]: toText(value) } : value));
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

/** Cut so that no chunk ends inside a surrogate pair. */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + CHUNK, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}

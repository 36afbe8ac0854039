// vietnamese-data: the letter đ, which loses its stroke when folded
/**
 * Text folded for matching headings and labels only (so khớp chữ): letter case, tone and vowel marks, `y`/`i`
 * twins, punctuation and white space make no difference. Never shown, never stored.
 */

/** @example foldText("Tỷ lệ  (%)") // "ti le %" */
export function foldText(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = fold(text);
  // Forms of one plan say the same things a thousand times over.
  if (folded.size >= MOST_KEPT) folded.clear();
  folded.set(text, result);
  return result;
}

const MOST_KEPT = 4000;
const folded = new Map<string, string>();

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").normalize("NFC").toLowerCase()
    .replaceAll("đ", "d").replaceAll("y", "i")
    .replace(/[^\p{L}\p{N}%&]+/gu, " ").trim();
}

/** A row code or unit code as it is compared: letters and digits only, upper case. */
export function foldCode(text: string): string {
  return text.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

// vietnamese-data: the letter đ, which loses its stroke when folded
/**
 * Text folded for matching headings and labels only (so khớp chữ): letter case, tone and vowel marks, `y`/`i`
 * twins, punctuation and white space make no difference. Never shown, never stored.
 */

import { remembering } from "./remembering";

/** @example foldText("Tỷ lệ  (%)") // "ti le %" */
export const foldText = remembering((text) => text.normalize("NFD").replace(/\p{M}+/gu, "").normalize("NFC").toLowerCase()
  .replaceAll("đ", "d").replaceAll("y", "i")
  .replace(/[^\p{L}\p{N}%&]+/gu, " ").trim());

/** A row code or unit code as it is compared: letters and digits only, upper case. */
export const foldCode = remembering((text) => text.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]+/gu, ""));

/** Text as a cell can hold it (chữ trong ô): schools type, and paste, what a workbook cannot store. */

/** Excel holds 32,767 characters in a cell. */
const LONGEST = 32_000;

/** Without signs that XML forbids and lone halves of pairs; what looks like a workbook's own escape stays the text it is. */
export function cellText(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

/** The same words, whatever became of them in a cell: accents in one piece, line ends and blanks at the ends alike. */
export function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => cellText(text).replace(/_x005F_/g, "_").replace(/\r\n?/g, "\n").normalize("NFC").trim();
  return a === b || plain(a) === plain(b);
}

/**
 * XML of strangers before the reader library sees it: what declares a document type of its own is not read, nor what
 * makes a million cells of one line.
 */
import { beyond, MAX_COLUMNS, MAX_REPEATED, unsafe } from "../limits";

/** How far a root element may be away: a declaration and some comments. */
const PROLOG = 4096;

/** Stops at a document type (DTD): entities of its own could unfold to anything. */
export function refuseDocumentType(text: string): void {
  const start = text.slice(0, PROLOG).replace(/^\uFEFF/, "").replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, "").trimStart();
  if (start.startsWith("<!")) unsafe("documentType");
}

/** Links are no values, and the library makes cells of the whole range a link is said to cover. */
export function withoutLinks(sheet: string): string {
  return sheet.replace(/<(?:\w+:)?hyperlink\b[^>]*>/g, "");
}

const ROW = /<(?:\w+:)?table-row\b[^>]*?\bnumber-rows-repeated="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?table-row>)/g;
const CELL = /<(?:\w+:)?(?:covered-)?table-cell\b([^>]*?\bnumber-columns-repeated="(\d+)"[^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?(?:covered-)?table-cell>)/g;
const FILLED = /\boffice:value-type=|<text:p\b/;
const SPAN = /\bSpan="(\d+)"/g;

/** Empty rows and cells repeat to the end of every sheet; filled ones do not. */
export function refuseRepeats(text: string): void {
  for (const [, times, content = ""] of text.matchAll(ROW)) if (Number(times) > MAX_REPEATED && FILLED.test(content)) beyond("repeats", MAX_REPEATED);
  for (const [, attributes = "", times, content = ""] of text.matchAll(CELL)) {
    if (Number(times) > MAX_REPEATED && (FILLED.test(attributes) || FILLED.test(content))) beyond("repeats", MAX_REPEATED);
  }
  for (const [, times] of text.matchAll(SPAN)) if (Number(times) > MAX_COLUMNS) beyond("repeats", MAX_COLUMNS);
}

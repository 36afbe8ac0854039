/**
 * XML of strangers before the reader library sees it, which reads on where tags are missing or crossed: what is not XML
 * is not read, nor what declares a document type of its own, nor what makes a million cells of one line.
 */
import { SaxesParser } from "saxes";
import { beyond, MAX_COLUMNS, MAX_REPEATED, unsafe } from "../limits";

/** A part as text, in the encoding its first bytes announce. */
export function xmlText(content: Uint8Array): string {
  const encoding = content[0] === 0xff && content[1] === 0xfe ? "utf-16le" : content[0] === 0xfe && content[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(content);
}

/** Letters that XML does not allow are written by programs all the same; they move no tag. */
const ONLY_LETTERS = /disallowed character|malformed character entity/;

/** Stops at a document type (DTD), whose entities could unfold to anything; throws where the XML is not well formed. */
export function requireSoundXml(text: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    if (!ONLY_LETTERS.test(error.message)) throw error;
  });
  parser.on("doctype", () => unsafe("documentType"));
  parser.write(text.trimStart()).close();
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

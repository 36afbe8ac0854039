/**
 * Any workbook through the general reader library (bộ đọc chung): old formats, other programs' formats, and every
 * .xlsx that is not written the way our own reader knows for certain.
 */
import { read, type WorkBook } from "@e965/xlsx";
import { problem, type Problem } from "#domain/problem";
import type { DefinedName, SheetSnapshot, WorkbookSnapshot } from "#domain/snapshot";
import type { ZipEntry } from "../zip";
import { baggageOf, type Baggage } from "../baggage";
import { MAX_GENERAL } from "../limits";
import { useCodePages } from "./code-pages";
import { isNeeded, openOoxml, type OoxmlPackage } from "./ooxml-package";
import { cellsOf, mergesOf } from "./snapshot-cells";

type Opened = Baggage & { readonly ooxml: OoxmlPackage };
interface At { readonly file: string }

/** An .xlsx, .xlsm or .xlsb. */
export function readOoxmlGenerally(bytes: Uint8Array, entries: readonly ZipEntry[], at: At): WorkbookSnapshot | Problem {
  const size = entries.filter(isNeeded).reduce((sum, entry) => sum + entry.size, 0);
  if (size > MAX_GENERAL) return problem("file-too-large", at, { size, limit: MAX_GENERAL });
  const ooxml = openOoxml(bytes, entries);
  return ooxml ? readGenerally(ooxml.bytes, at, null, { ooxml, ...baggageOf(entries) }) : problem("file-corrupt", at, { reason: "zip" });
}

/** Any other format; `biff` are the bytes of an old .xls, in which macros are looked for. */
export function readGenerally(source: Uint8Array, at: At, biff: Uint8Array | null, opened?: Opened): WorkbookSnapshot | Problem {
  const book = parse(source, at);
  if (!("SheetNames" in book)) return book;
  // A sheet at which the library stumbles it leaves out without a word; what was on it nobody knows.
  const lost = book.SheetNames.filter((name) => !book.Sheets[name]);
  return lost.length > 0 ? problem("file-corrupt", at, { reason: lost.join(", ") }) : snapshotOf(book, biff, opened);
}

function parse(bytes: Uint8Array, at: { readonly file: string }): WorkBook | Problem {
  try {
    useCodePages();
    return quietly(() => read(bytes, { type: "array", dense: true, cellFormula: true, cellNF: true, cellHTML: false, cellText: false, cellDates: false, bookVBA: false }));
  } catch (error) {
    const reason = reasonOf(error);
    return /password|encrypt/i.test(reason) ? problem("file-encrypted", at, {}) : problem("file-corrupt", at, { reason });
  }
}

/* eslint-disable no-restricted-syntax -- the library talks to the console about formats and records it does not know; here it is kept from doing so */
function quietly<Result>(work: () => Result): Result {
  const spoken = console.error;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = spoken;
  }
}
/* eslint-enable no-restricted-syntax */

function snapshotOf(book: WorkBook, biff: Uint8Array | null, opened?: Opened): WorkbookSnapshot {
  const facts = book.Workbook;
  const date1904 = facts?.WBProps?.date1904 === true;
  const sheets: SheetSnapshot[] = [];
  book.SheetNames.forEach((sheetName, index) => {
    const sheet = book.Sheets[sheetName];
    if (!sheet) return;
    const about = facts?.Sheets?.[index] as { Hidden?: number; id?: string } | undefined;
    const extras = opened && about?.id ? opened.ooxml.extras(about.id) : null;
    sheets.push({
      name: sheetName.normalize("NFC"),
      state: about?.Hidden === 2 ? "veryHidden" : about?.Hidden === 1 ? "hidden" : "visible",
      cells: cellsOf(sheet, extras, date1904),
      merges: mergesOf(sheet),
    });
  });
  return {
    sheets, names: namesOf(book),
    hasExternalLinks: opened?.hasExternalLinks ?? sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined && /\[[^\]]+\.(xls\w?|ods)\]|file:\/\//i.test(formula))),
    hasMacros: opened?.hasMacros ?? (biff !== null && containsAscii(biff, "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0")),
    hasObjects: opened?.hasObjects ?? (biff !== null && containsAscii(biff, "M\0B\0D\0")),
  };
}

function namesOf(book: WorkBook): DefinedName[] {
  return (book.Workbook?.Names ?? []).flatMap(({ Name, Ref, Sheet }): DefinedName[] => {
    const sheet = Sheet === undefined || Sheet === null ? undefined : book.SheetNames[Sheet];
    if (typeof Name !== "string" || Name.startsWith("_xlnm")) return [];
    return [{ name: Name.normalize("NFC"), refersTo: unescaped(String(Ref ?? "")).normalize("NFC"), ...(sheet === undefined ? {} : { sheet: sheet.normalize("NFC") }) }];
  });
}

/** Of an .ods the library hands names over as they stand in the XML. */
function unescaped(reference: string): string {
  return reference.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function containsAscii(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return true;
  }
  return false;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Any workbook as plain values (đọc file): .xlsx, .xlsm, .xlsb, .xls back to Excel 5, .ods, 2003 XML. What is
 * no workbook is named for what it is. Never throws: whatever a damaged file does to the library is a problem.
 */
import { read, type WorkBook } from "@e965/xlsx";
import { problem, type Problem } from "#domain/problem";
import type { DefinedName, SheetSnapshot, WorkbookSnapshot } from "#domain/snapshot";
import { useCodePages } from "./code-pages";
import { openOoxml, type OoxmlPackage } from "./ooxml-package";
import { cellsOf, mergesOf } from "./snapshot-cells";
import { sniff, type FileKind } from "./sniff";
import { isTooLarge, MAX_EXPANDED, unpack, zipEntries } from "./zip";

export type SnapshotOutcome =
  | { readonly ok: true; readonly snapshot: WorkbookSnapshot; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Largest file taken (50 MB): a school's form is some tens of kilobytes. */
export const MAX_FILE = 50 * 1024 * 1024;

export function readSnapshot(bytes: Uint8Array, name: string): SnapshotOutcome {
  const at = { file: name };
  try {
    if (bytes.length > MAX_FILE) return fail(problem("file-too-large", at, { size: bytes.length, limit: MAX_FILE }));
    const kind = sniff(bytes, name);
    return kind.is === "workbook" ? readKnown(bytes, kind.format, name) : fail(refusal(kind, name));
  } catch (error) {
    return fail(problem("file-corrupt", at, { reason: reasonOf(error) }));
  }
}

function fail(found: Problem): SnapshotOutcome {
  return { ok: false, problems: [found] };
}

function refusal(kind: Exclude<FileKind, { is: "workbook" }>, name: string): Problem {
  const at = { file: name };
  switch (kind.is) {
    case "empty": return problem("file-empty", at, {});
    case "lock": return problem("file-is-lock", at, {});
    case "pdf": return problem("file-is-pdf", at, {});
    case "word": return problem("file-is-word", at, {});
    case "rar": return problem("file-is-rar", at, {});
    case "html": return problem("file-is-html", at, {});
    case "encrypted": return problem("file-encrypted", at, {});
    case "brokenZip": return problem("file-corrupt", at, { reason: "zip" });
    case "archive": return problem("file-not-a-workbook", at, { kind: "ZIP" });
    case "picture": return problem("file-is-picture", at, { kind: kind.kind });
    case "other": return problem("file-not-a-workbook", at, { kind: kind.kind });
  }
}

function readKnown(bytes: Uint8Array, format: "ooxml" | "ods" | "biff" | "xml", name: string): SnapshotOutcome {
  const at = { file: name };
  let source = bytes;
  let ooxml: OoxmlPackage | null = null;
  if (format === "ooxml" || format === "ods") {
    const entries = zipEntries(bytes) ?? [];
    if (isTooLarge(entries)) return fail(problem("file-too-large", at, { size: entries.reduce((sum, { size }) => sum + size, 0), limit: MAX_EXPANDED }));
    if (entries.some(({ encrypted }) => encrypted)) return fail(problem("file-encrypted", at, {}));
    if (format === "ooxml") {
      ooxml = openOoxml(bytes, entries);
      if (!ooxml) return fail(problem("file-corrupt", at, { reason: "zip" }));
      source = ooxml.bytes;
    } else {
      const manifest = entries.find(({ path }) => path === "META-INF/manifest.xml");
      if (manifest && /encryption-data/.test(new TextDecoder().decode(unpack(bytes, manifest) ?? new Uint8Array()))) return fail(problem("file-encrypted", at, {}));
      if (entries.some((entry) => /^(content|styles)\.xml$/.test(entry.path) && !unpack(bytes, entry))) return fail(problem("file-corrupt", at, { reason: "zip" }));
    }
  }
  const book = parse(source, at);
  if (!("SheetNames" in book)) return fail(book);
  const snapshot = snapshotOf(book, ooxml, format === "biff" ? bytes : null);
  if (snapshot.sheets.length === 0) return fail(problem("file-corrupt", at, { reason: "no sheets" }));
  const problems: Problem[] = [];
  if (snapshot.hasMacros) problems.push(problem("has-macros", at, {}));
  if (snapshot.hasExternalLinks) problems.push(problem("has-external-links", at, {}));
  return { ok: true, snapshot, problems };
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

function snapshotOf(book: WorkBook, ooxml: OoxmlPackage | null, biff: Uint8Array | null): WorkbookSnapshot {
  const facts = book.Workbook;
  const date1904 = facts?.WBProps?.date1904 === true;
  const sheets: SheetSnapshot[] = [];
  book.SheetNames.forEach((sheetName, index) => {
    const sheet = book.Sheets[sheetName];
    if (!sheet) return;
    const about = facts?.Sheets?.[index] as { Hidden?: number; id?: string } | undefined;
    const extras = ooxml && about?.id ? ooxml.extras(about.id) : null;
    sheets.push({
      name: sheetName.normalize("NFC"),
      state: about?.Hidden === 2 ? "veryHidden" : about?.Hidden === 1 ? "hidden" : "visible",
      cells: cellsOf(sheet, extras, date1904),
      merges: mergesOf(sheet),
    });
  });
  return {
    sheets, names: namesOf(book),
    hasExternalLinks: ooxml?.hasExternalLinks ?? sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined && /\[[^\]]+\.(xls\w?|ods)\]|file:\/\//i.test(formula))),
    hasMacros: ooxml?.hasMacros ?? (biff !== null && containsAscii(biff, "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0")),
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

/**
 * Any workbook as plain values (đọc file): .xlsx, .xlsm, .xlsb, .xls back to Excel 5, .ods, 2003 XML. What is
 * no workbook is named for what it is. Never throws: whatever a damaged file does to the library is a problem.
 */
import { problem, type Problem } from "#domain/problem";
import { addressOf, type SheetSnapshot, type WorkbookSnapshot } from "#domain/snapshot";
import { baggageOf } from "./baggage";
import { readGenerally, readOoxmlGenerally } from "./general/read-general";
import { tamedOldWorkbook } from "./general/tame-old-workbook";
import { refuseRepeats, requireSoundXml, xmlText } from "./general/tame-markup";
import { readValues } from "./sheetml/read-values";
import { beyond, MAX_CELLS, MAX_EXPANDED, MAX_FILE, MAX_FORMULA, MAX_GENERAL, MAX_TEXT, Refused, unsafe } from "./limits";
import { sniff, type FileKind } from "./sniff";
import { isTooLarge, refuseTricks, unpack, zipEntries, type ZipEntry } from "./zip";

export type SnapshotOutcome =
  | { readonly ok: true; readonly snapshot: WorkbookSnapshot; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

export function readSnapshot(bytes: Uint8Array, name: string): SnapshotOutcome {
  const at = { file: name };
  try {
    if (bytes.length > MAX_FILE) return fail(problem("file-too-large", at, { size: bytes.length, limit: MAX_FILE }));
    const kind = sniff(bytes, name);
    return kind.is === "workbook" ? readKnown(bytes, kind.format, name) : fail(refusal(kind, name));
  } catch (error) {
    return fail(error instanceof Refused ? error.found(name) : problem("file-corrupt", at, { reason: reasonOf(error) }));
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
  switch (format) {
    case "ooxml": return readOoxml(bytes, at);
    case "ods": return odsFault(bytes, at) ?? finished(readGenerally(bytes, at, null), at);
    case "biff": return bytes.length > MAX_GENERAL ? tooLarge(bytes.length, MAX_GENERAL, at) : readOld(bytes, at);
    case "xml": return bytes.length > MAX_GENERAL ? tooLarge(bytes.length, MAX_GENERAL, at) : readXml(bytes, at);
  }
}

/** Our own reader where it knows every byte, else the general one. */
function readOoxml(bytes: Uint8Array, at: At): SnapshotOutcome {
  const entries = zipEntries(bytes) ?? [];
  const fault = zipFault(entries, at);
  if (fault) return fault;
  const own = readValues(bytes, entries);
  return finished(own ? { ...own, ...baggageOf(entries) } : readOoxmlGenerally(bytes, entries, at), at);
}

/** An .xls. Workbooks older than Excel 5 lie in no container and have little that could be tamed. */
function readOld(bytes: Uint8Array, at: At): SnapshotOutcome {
  const tamed = bytes[0] === OLD_CONTAINER ? tamedOldWorkbook(bytes) : bytes;
  if (tamed === "encrypted") return fail(problem("file-encrypted", at, {}));
  return tamed ? finished(readGenerally(tamed, at, bytes), at) : fail(problem("file-corrupt", at, { reason: "records" }));
}

const OLD_CONTAINER = 0xd0;

/** The one-file XML of Excel 2003. */
function readXml(bytes: Uint8Array, at: At): SnapshotOutcome {
  refuseUnsoundXml(bytes);
  return finished(readGenerally(bytes, at, null), at);
}

interface At { readonly file: string }

function zipFault(entries: readonly ZipEntry[], at: At): SnapshotOutcome | null {
  refuseTricks(entries);
  if (new Set(entries.map(({ path }) => path.toLowerCase())).size < entries.length) unsafe("partTwice");
  if (isTooLarge(entries)) return tooLarge(sizeOf(entries), MAX_EXPANDED, at);
  return entries.some(({ encrypted }) => encrypted) ? fail(problem("file-encrypted", at, {})) : null;
}

function tooLarge(size: number, limit: number, at: At): SnapshotOutcome {
  return fail(problem("file-too-large", at, { size, limit }));
}

function sizeOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

function odsFault(bytes: Uint8Array, at: At): SnapshotOutcome | null {
  const entries = zipEntries(bytes) ?? [];
  const fault = zipFault(entries, at);
  if (fault) return fault;
  const manifest = entries.find(({ path }) => path === "META-INF/manifest.xml");
  if (manifest && /encryption-data/.test(new TextDecoder().decode(unpack(bytes, manifest) ?? new Uint8Array()))) return fail(problem("file-encrypted", at, {}));
  const parts = entries.filter(({ path }) => /^(content|styles)\.xml$/.test(path));
  if (sizeOf(parts) > MAX_GENERAL) return tooLarge(sizeOf(parts), MAX_GENERAL, at);
  for (const part of parts) {
    const content = unpack(bytes, part);
    if (!content) return fail(problem("file-corrupt", at, { reason: "zip" }));
    refuseUnsoundXml(content);
  }
  return null;
}

function refuseUnsoundXml(content: Uint8Array): void {
  const text = xmlText(content);
  requireSoundXml(text);
  refuseRepeats(text);
}

function finished(snapshot: WorkbookSnapshot | Problem, at: At): SnapshotOutcome {
  if (!("sheets" in snapshot)) return fail(snapshot);
  if (snapshot.sheets.length === 0) return fail(problem("file-corrupt", at, { reason: "no sheets" }));
  refuseBeyond(snapshot.sheets);
  const problems: Problem[] = [];
  if (snapshot.hasMacros) problems.push(problem("has-macros", at, {}));
  if (snapshot.hasExternalLinks) problems.push(problem("has-external-links", at, {}));
  if (snapshot.hasObjects) problems.push(problem("has-objects", at, {}));
  return { ok: true, snapshot, problems };
}

/** What no spreadsheet program can hold in a cell was put there by something else. */
function refuseBeyond(sheets: readonly SheetSnapshot[]): void {
  if (sheets.reduce((sum, { cells }) => sum + cells.length, 0) > MAX_CELLS) beyond("cells", MAX_CELLS);
  for (const { name: sheet, cells } of sheets) {
    for (const { value, formula, row, column } of cells) {
      const isLong = value?.kind === "text" && value.text.length > MAX_TEXT;
      if (!isLong && (formula === undefined || formula.length <= MAX_FORMULA)) continue;
      const place = { sheet, cell: addressOf(row, column) };
      if (isLong) beyond("text", MAX_TEXT, place);
      beyond("formula", MAX_FORMULA, place);
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

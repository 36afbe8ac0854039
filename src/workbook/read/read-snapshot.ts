/**
 * Any workbook as plain values (đọc file): .xlsx, .xlsm, .xlsb, .xls back to Excel 5, .ods, 2003 XML. What is
 * no workbook is named for what it is. Never throws: whatever a damaged file does to the library is a problem.
 */
import { problem, type Problem } from "#domain/problem";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { baggageOf } from "./baggage";
import { readGenerally, readOoxmlGenerally } from "./general/read-general";
import { readValues } from "./sheetml/read-values";
import { sniff, type FileKind } from "./sniff";
import { isTooLarge, MAX_EXPANDED, unpack, zipEntries, type ZipEntry } from "./zip";

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
  if (format === "ooxml") return readOoxml(bytes, at);
  const fault = format === "ods" ? odsFault(bytes, at) : null;
  return fault ? fail(fault) : finished(readGenerally(bytes, at, format === "biff" ? bytes : null), at);
}

/** Our own reader where it knows every byte, else the general one. */
function readOoxml(bytes: Uint8Array, at: { readonly file: string }): SnapshotOutcome {
  const entries = zipEntries(bytes) ?? [];
  const fault = zipFault(entries, at);
  if (fault) return fail(fault);
  const own = readValues(bytes, entries);
  return finished(own ? { ...own, ...baggageOf(entries) } : readOoxmlGenerally(bytes, entries, at), at);
}

function zipFault(entries: readonly ZipEntry[], at: { readonly file: string }): Problem | null {
  if (isTooLarge(entries)) return problem("file-too-large", at, { size: entries.reduce((sum, { size }) => sum + size, 0), limit: MAX_EXPANDED });
  return entries.some(({ encrypted }) => encrypted) ? problem("file-encrypted", at, {}) : null;
}

function odsFault(bytes: Uint8Array, at: { readonly file: string }): Problem | null {
  const entries = zipEntries(bytes) ?? [];
  const fault = zipFault(entries, at);
  if (fault) return fault;
  const manifest = entries.find(({ path }) => path === "META-INF/manifest.xml");
  if (manifest && /encryption-data/.test(new TextDecoder().decode(unpack(bytes, manifest) ?? new Uint8Array()))) return problem("file-encrypted", at, {});
  return entries.some((entry) => /^(content|styles)\.xml$/.test(entry.path) && !unpack(bytes, entry)) ? problem("file-corrupt", at, { reason: "zip" }) : null;
}

function finished(snapshot: WorkbookSnapshot | Problem, at: { readonly file: string }): SnapshotOutcome {
  if (!("sheets" in snapshot)) return fail(snapshot);
  if (snapshot.sheets.length === 0) return fail(problem("file-corrupt", at, { reason: "no sheets" }));
  const problems: Problem[] = [];
  if (snapshot.hasMacros) problems.push(problem("has-macros", at, {}));
  if (snapshot.hasExternalLinks) problems.push(problem("has-external-links", at, {}));
  return { ok: true, snapshot, problems };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

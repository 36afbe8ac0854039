/**
 * Taking in files (nhận file): whatever an office was sent becomes readings, one file at a time, so that
 * neither a thousand files nor one broken one is a problem.
 */
import type { FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import { problem } from "#domain/problem";
import type { KeptFile } from "#domain/report";
import type { FileReading } from "#domain/submission";
import { expandArchive, looksLikeArchive } from "#workbook/read/read-archive";
import { readFile } from "#workbook/read/read-file";
import { bookAsReading, looksLikeBook } from "./book-as-submissions";
import { sha256 } from "./hash";

/** A file as chosen by the officer; its bytes are fetched when its turn comes and dropped after reading. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface IntakeRequest {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
  /** Other plans a stray form may belong to, so that it can be named. */
  readonly otherPlans: readonly { readonly id: string; readonly title: string }[];
  /** The day all these files arrived, where somebody said so. */
  readonly receivedOn: string | null;
  /** Days of arrival stated file by file: path or file name → ISO day. */
  readonly receipts: ReadonlyMap<string, string>;
  /** Files the book already holds, by `fileKey`: recognised without being read again. */
  readonly known: ReadonlyMap<string, KeptFile>;
  readonly onProgress?: (done: number, total: number, path: string) => void;
  /** Cancelled between two files: what was read until then is the result. */
  readonly signal?: AbortSignal;
}

/** The same file under the same path is one entry of the ledger, however often it is given. */
export function fileKey(path: string, hash: string): string {
  return `${hash}|${path.normalize("NFC")}`;
}

/** Reads every chosen file; archives become the files they hold. Nothing chosen is left out of the result. */
export async function takeIn(chosen: readonly ChosenFile[], request: IntakeRequest): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const [index, file] of chosen.entries()) {
    if (request.signal?.aborted) break;
    kept.push(...(await takeInOne(file, request)));
    request.onProgress?.(index + 1, chosen.length, file.path);
  }
  return kept;
}

async function takeInOne(file: ChosenFile, request: IntakeRequest): Promise<KeptFile[]> {
  const path = file.path.normalize("NFC");
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch (error) {
    return [entry(path, "", unreadable(path, error), request)];
  }
  const hash = await sha256(bytes);
  const known = request.known.get(fileKey(path, hash));
  if (known) return [{ ...known, receivedOn: earliest(known.receivedOn, receivedOn(path, request)) }];
  if (!looksLikeArchive(bytes, path)) return [entry(path, hash, readOne(bytes, path, request), request)];

  const archive = expandArchive(bytes, path);
  const inner: KeptFile[] = [];
  for (const member of archive.entries) {
    const memberPath = member.path.normalize("NFC");
    inner.push(entry(memberPath, await sha256(member.bytes), readOne(member.bytes, memberPath, request), request));
  }
  // An archive with trouble of its own, or with nothing in it, stands in the ledger itself.
  if (archive.problems.length > 0 || inner.length === 0) {
    const problems = archive.problems.length > 0 ? archive.problems : [problem("file-empty", { file: path }, {})];
    inner.push(entry(path, hash, { kind: "unreadable", problems }, request));
  }
  return inner;
}

function readOne(bytes: Uint8Array, path: string, request: IntakeRequest): FileReading {
  const { plan, stage, template, otherPlans } = request;
  try {
    if (looksLikeBook(bytes)) return bookAsReading(bytes, path, { plan, stage });
    return readFile(bytes, path, { plan, stage, template, otherPlans });
  } catch (error) {
    return unreadable(path, error);
  }
}

/** The one place where an unforeseen failure of a reader is kept from stopping the batch. */
function unreadable(path: string, error: unknown): FileReading {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "unreadable", problems: [problem("file-unreadable", { file: path }, { reason })] };
}

function entry(path: string, hash: string, reading: FileReading, request: IntakeRequest): KeptFile {
  return { path, sha256: hash, reading, receivedOn: receivedOn(path, request) };
}

function receivedOn(path: string, { receipts, receivedOn: all }: IntakeRequest): string | null {
  const outer = path.split(" › ")[0] ?? path;
  return statedDay(path, receipts) ?? statedDay(outer, receipts) ?? all;
}

/**
 * The day stated for a file, by its whole path or by the end of it: the same folder may be given from higher up
 * or lower down. Two different days for what could be the same file settle nothing.
 */
function statedDay(path: string, receipts: ReadonlyMap<string, string>): string | null {
  const exact = receipts.get(path);
  if (exact !== undefined) return exact;
  const days = new Set([...receipts].filter(([name]) => name.endsWith(`/${path}`) || path.endsWith(`/${name}`)).map(([, day]) => day));
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : null;
}

/** The earlier of two days; an unknown day never hides a known one. */
export function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Joins newly read files to those a book holds already: one entry a file, its earliest day of arrival kept. */
export function mergeFiles(before: readonly KeptFile[], now: readonly KeptFile[]): KeptFile[] {
  const merged = new Map(before.map((file) => [fileKey(file.path, file.sha256), file]));
  for (const file of now) {
    const key = fileKey(file.path, file.sha256);
    const old = merged.get(key);
    merged.set(key, old ? { ...old, receivedOn: earliest(old.receivedOn, file.receivedOn) } : file);
  }
  return [...merged.values()];
}

/**
 * Taking in files (nhận file): whatever an office was sent becomes readings, one file at a time, so that
 * neither a thousand files nor one broken one is a problem.
 */
import type { KeptFile } from "#domain/report";
import type { GivenFile } from "#domain/submission";
import { sha256 } from "./hash";
import { unreadable } from "./reading/read-given";
import { readFor, type ReadingJob } from "./reading/reading-job";
import { readerHere, type Readers, type StartReaders } from "./reading/reader-pool";

/** A file as chosen by the officer; its bytes are fetched when its turn comes and dropped after reading. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface IntakeRequest extends ReadingJob {
  /** The day all these files arrived, where somebody said so. */
  readonly receivedOn: string | null;
  /** Days of arrival stated file by file: path or file name → ISO day. */
  readonly receipts: ReadonlyMap<string, string>;
  /** Files the book already holds: recognised without being read again, as long as they were read for the same. */
  readonly known: readonly KeptFile[];
  /** Starts readers that work side by side; without, files are read one by one, here. */
  readonly startReaders?: StartReaders;
  readonly onProgress?: (done: number, total: number, path: string) => void;
  /** Cancelled between two files: what was read until then is the result. */
  readonly signal?: AbortSignal;
}

/** The same file under the same path is one entry of the ledger, however often it is given. */
export function fileKey(path: string, hash: string): string {
  return `${hash}|${path.normalize("NFC")}`;
}

/**
 * Reads every chosen file; archives become the files they hold. Nothing chosen is left out of the result, whose order
 * is that of the files, whoever read them and when.
 */
export async function takeIn(chosen: readonly ChosenFile[], request: IntakeRequest): Promise<KeptFile[]> {
  const read: (readonly KeptFile[] | undefined)[] = Array.from({ length: chosen.length });
  let done = 0;
  const settle = (index: number, files: readonly KeptFile[]): void => {
    read[index] = files;
    done += 1;
    request.onProgress?.(done, chosen.length, chosen[index]?.path ?? "");
  };
  const { plan, stage, template, otherPlans } = request;
  const job: ReadingJob = { plan, stage, template, otherPlans };
  const unknown = await recognise(chosen, request, job, settle);
  await readAll(unknown, chosen, request, job, settle);
  return read.flatMap((files) => files ?? []);
}

/** A file that has to be read, with its fingerprint where that was looked at. */
interface Unknown {
  readonly index: number;
  readonly hash: string | null;
}

type Settle = (index: number, files: readonly KeptFile[]) => void;

/** Looked at together: most of the time is the disk's. */
const HASHED_AT_ONCE = 8;

/** What the book holds already is known by its bytes alone: no such file is opened again, no such archive either. */
async function recognise(chosen: readonly ChosenFile[], request: IntakeRequest, job: ReadingJob, settle: Settle): Promise<Unknown[]> {
  if (request.known.length === 0) return chosen.map((_, index) => ({ index, hash: null }));
  const known = knownFiles(request.known, readFor(job));
  const unknown: Unknown[] = [];
  for (let from = 0; from < chosen.length; from += HASHED_AT_ONCE) {
    if (request.signal?.aborted) return [];
    const some = chosen.slice(from, from + HASHED_AT_ONCE);
    const hashes = await Promise.all(some.map((file) => file.bytes().then(sha256, () => null)));
    some.forEach((file, place) => {
      const index = from + place;
      const hash = hashes[place] ?? null;
      const files = hash === null ? undefined : known.get(fileKey(file.path, hash));
      if (files) settle(index, files.map((one) => ({ ...one, receivedOn: earliest(one.receivedOn, receivedOn(one.path, request)) })));
      else unknown.push({ index, hash });
    });
  }
  return unknown;
}

/** What giving a file again would give, by the key of the file; of archives only those whose files are all still there. */
function knownFiles(before: readonly KeptFile[], key: string): ReadonlyMap<string, readonly KeptFile[]> {
  const known = new Map<string, KeptFile[]>();
  for (const file of before) {
    if (file.readFor !== key) continue;
    const given = file.archive ? fileKey(outerPath(file.path), file.archive.sha256) : fileKey(file.path, file.sha256);
    const others = known.get(given);
    if (others) others.push(file);
    else known.set(given, [file]);
  }
  for (const [given, files] of known) if (files.some(({ archive }) => archive && archive.files !== files.length)) known.delete(given);
  return known;
}

async function readAll(unknown: readonly Unknown[], chosen: readonly ChosenFile[], request: IntakeRequest, job: ReadingJob, settle: Settle): Promise<void> {
  const { signal } = request;
  if (unknown.length === 0) return;
  const readers = request.startReaders?.(job, unknown.length) ?? readerHere(job);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < unknown.length && !signal?.aborted) {
      const one = unknown[next];
      next += 1;
      const file = one && chosen[one.index];
      if (!file) return;
      const files = await readGivenBy(readers, file, one.hash, request);
      // What comes in after the end of a cancelled batch is nobody's any more.
      if (signal?.aborted && readers.lanes > 1) return;
      settle(one.index, files);
    }
  };
  try {
    await Promise.race([Promise.all(Array.from({ length: readers.lanes }, lane)), ...(signal && readers.lanes > 1 ? [cancelled(signal)] : [])]);
  } finally {
    readers.end();
  }
}

function cancelled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function readGivenBy(readers: Readers, file: ChosenFile, hash: string | null, request: IntakeRequest): Promise<KeptFile[]> {
  const path = file.path.normalize("NFC");
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch (error) {
    return [kept({ path, sha256: "", reading: unreadable(path, error) }, request)];
  }
  return (await readers.read(path, bytes, hash)).map((given) => kept(given, request));
}

function kept(given: GivenFile, request: IntakeRequest): KeptFile {
  return { ...given, receivedOn: receivedOn(given.path, request) };
}

function receivedOn(path: string, { receipts, receivedOn: all }: IntakeRequest): string | null {
  return statedDay(path, receipts) ?? statedDay(outerPath(path), receipts) ?? all;
}

/** The path of the archive a file came in; of any other file, its own. */
export function outerPath(path: string): string {
  return path.split(" › ")[0] ?? path;
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

/** Joins newly read files to those a book holds already: one entry a file, as read last, its earliest day of arrival kept. */
export function mergeFiles(before: readonly KeptFile[], now: readonly KeptFile[]): KeptFile[] {
  const merged = new Map(before.map((file) => [fileKey(file.path, file.sha256), file]));
  for (const file of now) {
    const key = fileKey(file.path, file.sha256);
    const old = merged.get(key);
    merged.set(key, old ? { ...file, receivedOn: earliest(old.receivedOn, file.receivedOn) } : file);
  }
  return [...merged.values()];
}

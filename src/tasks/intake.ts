/**
 * Taking in files (nhận file): whatever an office was sent becomes readings, one file at a time, so that
 * neither a thousand files nor one broken one is a problem.
 */
import type { KeptFile } from "#domain/report";
import type { GivenFile } from "#domain/submission";
import { sha256 } from "./hash";
import { unreadable, type ReadingJob } from "./reading/read-given";
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
  /** Files the book already holds, by `fileKey`: recognised without being read again. */
  readonly known: ReadonlyMap<string, KeptFile>;
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
  const unknown = await recognise(chosen, request, settle);
  await readAll(unknown, chosen, request, settle);
  return read.flatMap((files) => files ?? []);
}

/** A file that has to be read, with its fingerprint where that was looked at. */
interface Unknown {
  readonly index: number;
  readonly hash: string | null;
}

type Settle = (index: number, files: readonly KeptFile[]) => void;

/** What the book holds already is known by its bytes alone: no such file is opened again. */
async function recognise(chosen: readonly ChosenFile[], request: IntakeRequest, settle: Settle): Promise<Unknown[]> {
  if (request.known.size === 0) return chosen.map((_, index) => ({ index, hash: null }));
  const unknown: Unknown[] = [];
  for (const [index, file] of chosen.entries()) {
    if (request.signal?.aborted) return [];
    const path = file.path.normalize("NFC");
    const hash = await file.bytes().then(sha256, () => null);
    const known = hash === null ? undefined : request.known.get(fileKey(path, hash));
    if (known) settle(index, [{ ...known, receivedOn: earliest(known.receivedOn, receivedOn(path, request)) }]);
    else unknown.push({ index, hash });
  }
  return unknown;
}

async function readAll(unknown: readonly Unknown[], chosen: readonly ChosenFile[], request: IntakeRequest, settle: Settle): Promise<void> {
  const { plan, stage, template, otherPlans, signal } = request;
  if (unknown.length === 0) return;
  const job: ReadingJob = { plan, stage, template, otherPlans };
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

/** What is written (ghi tệp): whole or not at all, and never over something of the officer's that is not kept. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";
import { commandWords as words } from "#messages/commands-vi";
import { UsageError } from "./usage-error";

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is not one: there was nothing to remove.
  }
}

/**
 * Writes a workbook where there may be one already: a different file of that name is kept beside the new one
 * (bản trước), numbered, so that nothing of the officer's is lost. Returns the kept file's name, where there is one.
 */
export function writeKeeping(path: string, content: Uint8Array): string | null {
  const target = resolve(path);
  const kept = holdsOther(target, content) ? keptCopy(target) : null;
  writeWhole(path, content);
  return kept;
}

/** A copy beside what is about to be replaced; returns its name. */
function keptCopy(target: string): string {
  const kept = freeName(target, words.previous);
  writeWhole(kept, new Uint8Array(readFileSync(target)));
  return kept;
}

function holdsOther(target: string, content: Uint8Array): boolean {
  try {
    return statSync(target).isFile() && !readFileSync(target).equals(content);
  } catch {
    return false;
  }
}

function freeName(target: string, named: (number: number) => string): string {
  const { dir, name, ext } = parse(target);
  for (let number = 1; ; number += 1) {
    const candidate = join(dir, `${name} (${named(number)})${ext}`);
    if (!existsSync(candidate)) return candidate;
  }
}

/** The same for text that another program reads: one of ours is replaced, anything else is kept. */
export function writePiecesKeeping(path: string, pieces: Iterable<Uint8Array | string>, isOurs: (start: string) => boolean): void {
  const target = resolve(path);
  if (existsSync(target) && statSync(target).isFile() && !isOurs(startOf(target))) {
    process.stderr.write(`${words.keptPrevious(keptCopy(target))}\n`);
  }
  writePieces(path, pieces);
}

function startOf(target: string): string {
  const file = openSync(target, "r");
  const start = new Uint8Array(200);
  try {
    return new TextDecoder().decode(start.subarray(0, readSync(file, start, 0, start.length, 0)));
  } finally {
    closeSync(file);
  }
}

/** The same, and the officer is told where the former file went. */
export function writeKeepingTold(path: string, content: Uint8Array): void {
  const kept = writeKeeping(path, content);
  if (kept !== null) process.stderr.write(`${words.keptPrevious(kept)}\n`);
}

/** Writes through a temporary file beside the target, flushed and renamed: the old file or the new one, never half of either. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  writePieces(path, [content]);
}

/** The same for what is too long to be held at once. */
export function writePieces(path: string, pieces: Iterable<Uint8Array | string>): void {
  const target = resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    removeLeftovers(target);
    fill(temporary, pieces);
  } catch (error) {
    removeIfThere(temporary);
    throw writeFault(error, path);
  }
  try {
    renameSync(temporary, target);
  } catch (error) {
    throw writeFault(error, path, keptBeside(temporary, target));
  }
}

function fill(temporary: string, pieces: Iterable<Uint8Array | string>): void {
  const encoder = new TextEncoder();
  const file = openSync(temporary, "w");
  try {
    for (const piece of gathered(pieces)) {
      const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file that is open elsewhere cannot be replaced; what was worked out lies beside it then. */
function keptBeside(temporary: string, target: string): string | null {
  const beside = freeName(target, words.newCopy);
  try {
    renameSync(temporary, beside);
    return beside;
  } catch {
    removeIfThere(temporary);
    return null;
  }
}

/** No room left: on the disk, for this user, for one file. */
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** What the disk refuses has a code; anything else is a fault of ours and is not to be hidden. */
function writeFault(error: unknown, path: string, beside: string | null = null): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) return error;
  const sentence = FULL.has(code) ? words.diskFull(path) : code === "EROFS" ? words.readOnly(path) : words.cannotReadOrWrite(path);
  return new UsageError(beside === null ? sentence : `${sentence} ${words.writtenBeside(beside)}`);
}

/** What a run that was ended left unfinished is no use to anybody. */
function removeLeftovers(target: string): void {
  const start = `.${basename(target)}.`;
  for (const name of readdirSync(dirname(target))) {
    const number = name.startsWith(start) ? /^(\d+)\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (number !== undefined && !isRunning(Number(number))) removeIfThere(join(dirname(target), name));
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Stops where a workbook is open in Excel or LibreOffice: what was typed there and not saved would not be read, and
 * saving it there later would undo what was written here. Both leave a small file beside a workbook they have open.
 */
export function refuseOpenElsewhere(path: string): void {
  const { dir, base } = parse(resolve(path));
  const mark = [`~$${base}`, `.~lock.${base}#`].map((name) => join(dir, name)).find((file) => existsSync(file));
  if (mark !== undefined && existsSync(path)) throw new UsageError(words.openElsewhere(path, mark));
}

const WORTH_WRITING = 1 << 20;

/** Small pieces of text together, so that the disk is not asked for each. */
function* gathered(pieces: Iterable<Uint8Array | string>): Generator<Uint8Array | string> {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece !== "string") yield piece;
    else if ((text += piece).length >= WORTH_WRITING) {
      yield text;
      text = "";
    }
  }
  yield text;
}

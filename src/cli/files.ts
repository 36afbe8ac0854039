/** Files on disk: what was given, read one at a time; what is written, whole or not at all. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, parse, relative, resolve, sep } from "node:path";
import { commandWords as words } from "#messages/commands-vi";
import type { ChosenFile } from "#tasks/intake";
import { UsageError } from "./usage-error";

/** Every file under the given paths, in a stable order; a folder gives all it holds, named from the folder down. */
export function chosenFiles(paths: readonly string[]): ChosenFile[] {
  const files = paths.flatMap((path) => {
    const full = resolve(path);
    let stats;
    try {
      stats = statSync(full);
    } catch {
      throw new UsageError(words.cannotRead(path));
    }
    if (!stats.isDirectory()) return [chosen(full, basename(full))];
    return filesUnder(full).map((file) => chosen(file, relative(full, file).split(sep).join("/")));
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function chosen(full: string, path: string): ChosenFile {
  return { path, bytes: () => Promise.resolve().then(() => new Uint8Array(readFileSync(full))) };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(full);
    return entry.isFile() || (entry.isSymbolicLink() && statSync(full, { throwIfNoEntry: false })?.isFile()) ? [full] : [];
  });
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is not one: there was nothing to remove.
  }
}

/** Reads a whole file, or says which one could not be read. */
export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new UsageError(words.cannotRead(path));
  }
}

/**
 * Writes a workbook where there may be one already: a different file of that name is kept beside the new one
 * (bản trước), numbered, so that nothing of the officer's is lost. Returns the kept file's name, where there is one.
 */
export function writeKeeping(path: string, content: Uint8Array): string | null {
  const target = resolve(path);
  const kept = holdsOther(target, content) ? freeName(target) : null;
  if (kept !== null) writeWhole(kept, new Uint8Array(readFileSync(target)));
  writeWhole(path, content);
  return kept;
}

function holdsOther(target: string, content: Uint8Array): boolean {
  try {
    return statSync(target).isFile() && !readFileSync(target).equals(content);
  } catch {
    return false;
  }
}

function freeName(target: string): string {
  const { dir, name, ext } = parse(target);
  for (let number = 1; ; number += 1) {
    const candidate = join(dir, `${name} (${words.previous(number)})${ext}`);
    if (!existsSync(candidate)) return candidate;
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
  const encoder = new TextEncoder();
  try {
    mkdirSync(dirname(target), { recursive: true });
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
    renameSync(temporary, target);
  } catch (error) {
    removeIfThere(temporary);
    // What the disk refuses has a code; anything else is a fault of ours and is not to be hidden.
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(words.cannotReadOrWrite(path));
  }
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

/** Files on disk that were given (tệp được chọn), read one at a time. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
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
  return { path, bytes: () => wholeBytes(full) };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(full);
    return entry.isFile() || (entry.isSymbolicLink() && statSync(full, { throwIfNoEntry: false })?.isFile()) ? [full] : [];
  });
}

const TRIES = 4;
const PAUSE = 150;

/** A file that somebody is saving just now is read again once it stands still. */
async function wholeBytes(full: string): Promise<Uint8Array> {
  for (let tried = 1; ; tried += 1) {
    const before = statSync(full);
    const bytes = new Uint8Array(readFileSync(full));
    const after = statSync(full);
    if (tried === TRIES || (before.mtimeMs === after.mtimeMs && bytes.length === after.size)) return bytes;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
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

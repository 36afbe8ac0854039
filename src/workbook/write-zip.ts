/** Several files as one archive (tệp nén), for a download that is one click. */
import { zipSync, type Zippable } from "fflate";

/** Workbooks are compressed already: they are stored as they are. */
export function writeZip(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of files) entries[path] = [bytes, { level: 0, mtime: new Date(1980, 0, 2) }];
  return zipSync(entries);
}

/** A package to be read again at once: not packed. */
export function stored(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return writeZip(Object.entries(parts).map(([path, bytes]) => ({ path, bytes })));
}

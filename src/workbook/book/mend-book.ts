/**
 * A book whose file was damaged (sổ bị hỏng): sheets that do not unpack any more are left blank, so that the rest opens.
 * Without its list of sheets, its texts or its memory there is no book left to open.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Parts } from "../finish-package";
import { readSnapshot, type SnapshotOutcome } from "../read/read-snapshot";
import { isTooLarge, unpack, zipEntries } from "../read/zip";
import { sheetList } from "./package-parts";

interface Mended {
  readonly parts: Parts;
  /** Names of the sheets that were left blank. */
  readonly lost: readonly string[];
}

const BLANK = strToU8('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>');

/** A workbook as it is read, mended where it cannot be read whole. */
export function readMended(bytes: Uint8Array, path: string): { readonly read: SnapshotOutcome; readonly bytes: Uint8Array; readonly lost: readonly string[] } {
  const read = readSnapshot(bytes, path);
  const mended = read.ok ? null : mend(bytes);
  if (!mended) return { read, bytes, lost: [] };
  const sound = zipSync(mended.parts, { level: 1 });
  return { read: readSnapshot(sound, path), bytes: sound, lost: mended.lost };
}

/** The parts to go on with, those of lost sheets blank. */
export function soundParts(bytes: Uint8Array): Parts {
  return mend(bytes)?.parts ?? unzipSync(bytes);
}

/** `null` where nothing is broken, or nothing can be mended. */
function mend(bytes: Uint8Array): Mended | null {
  const entries = zipEntries(bytes) ?? [];
  if (isTooLarge(entries)) return null;
  const parts: Record<string, Uint8Array> = {};
  const broken: string[] = [];
  for (const entry of entries) {
    if (entry.path.endsWith("/")) continue;
    const content = unpack(bytes, entry);
    parts[entry.path] = content ?? BLANK;
    if (!content) broken.push(entry.path);
  }
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const lost = sheetList(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels")).filter(({ path }) => broken.includes(path));
  return broken.length > 0 && lost.length === broken.length ? { parts, lost: lost.map(({ name }) => name) } : null;
}

/**
 * A book whose file was damaged (sổ bị hỏng): sheets that do not unpack any more are left blank, so that the rest opens.
 * Without its list of sheets, its texts or its memory there is no book left to open.
 */
import { strFromU8, strToU8, zipSync } from "fflate";
import { isTooLarge, unpack, zipEntries } from "../read/zip";
import { sheetList } from "./package-parts";

export interface MendedBook {
  readonly bytes: Uint8Array;
  /** Names of the sheets that were left blank. */
  readonly lost: readonly string[];
}

const BLANK = strToU8('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>');

/** The very same where nothing is broken, or nothing can be mended. */
export function mendedBook(bytes: Uint8Array): MendedBook {
  const whole = { bytes, lost: [] };
  const entries = zipEntries(bytes) ?? [];
  if (isTooLarge(entries)) return whole;
  const parts = new Map<string, Uint8Array | null>();
  for (const entry of entries) if (!entry.path.endsWith("/")) parts.set(entry.path, unpack(bytes, entry));
  const broken = [...parts].flatMap(([path, content]) => (content ? [] : [path]));
  const text = (path: string): string => strFromU8(parts.get(path) ?? new Uint8Array());
  const sheets = sheetList(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  const lost = sheets.filter(({ path }) => broken.includes(path));
  if (broken.length === 0 || lost.length !== broken.length) return whole;
  for (const { path } of lost) parts.set(path, BLANK);
  return { bytes: zipSync(Object.fromEntries([...parts].map(([path, content]) => [path, content ?? BLANK])), { level: 1 }), lost: lost.map(({ name }) => name) };
}

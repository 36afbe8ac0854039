/**
 * Readers that have no part in ours (người làm chứng): what is accepted as a figure has to stand in the same cell for at
 * least one of them. Old binary formats have no such reader; their figures are counted as not compared.
 */
import { read } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { readOds, readXlsx } from "hucre";
import { unpack, zipEntries } from "#workbook/read/zip";
import type { Seed } from "./seeds";

/** A cell's content by sheet and address: numbers and texts in their plainest form; `null` where nothing stands. */
export type Witness = (sheet: string, address: string) => string | null;

type Opening = (bytes: Uint8Array) => Promise<Witness> | Witness;

const byExcelJs: Opening = async (bytes) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheets = new Map(workbook.worksheets.map((sheet) => [sheet.name.normalize("NFC"), sheet]));
  return (sheet, address) => plain(sheets.get(sheet)?.getCell(address).value ?? null);
};

const byHucre = (opening: typeof readXlsx): Opening => async (bytes) => {
  const workbook = await opening(bytes);
  const sheets = new Map(workbook.sheets.map(({ name, rows }) => [name.normalize("NFC"), rows]));
  return (sheet, address) => {
    const { row, column } = placeOf(address);
    return plain(sheets.get(sheet)?.[row]?.[column] ?? null);
  };
};

const bySheetJs: Opening = (bytes) => {
  const workbook = read(bytes, { type: "array", dense: false });
  const sheets = new Map(workbook.SheetNames.map((name) => [name.normalize("NFC"), workbook.Sheets[name]]));
  return (sheet, address) => plain((sheets.get(sheet)?.[address] as { v?: unknown } | undefined)?.v ?? null);
};

const OPENINGS: Readonly<Record<Seed["format"], readonly Opening[]>> = {
  // The library that reads what ours does not know is a witness only where ours was certain; being one of three, it may always speak.
  xlsx: [byExcelJs, byHucre(readXlsx), bySheetJs], ods: [byHucre(readOds)], xlsb: [], xls: [], xml: [], zip: [],
};

/** Only what figures stand in, packed anew: the other readers stumble over damage beside it. */
function bare(bytes: Uint8Array, format: Seed["format"]): Uint8Array {
  const isNeeded = (name: string): boolean => (format === "ods" ? name === "content.xml" : /^(\[Content_Types\]\.xml|_rels\/|xl\/)/.test(name));
  const parts = unpacked(bytes, isNeeded);
  return zipSync(format === "ods" ? { mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), ...parts } : parts);
}

/** By other means than ours; where those fail or find nothing, by ours, which check every byte against its sum. */
function unpacked(bytes: Uint8Array, isNeeded: (name: string) => boolean): Unzipped {
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => isNeeded(name) });
    if (Object.keys(parts).length > 0) return parts;
  } catch {
    // Their way of reading archives is not what they are asked about.
  }
  const needed = (zipEntries(bytes) ?? []).filter(({ path }) => isNeeded(path));
  return Object.fromEntries(needed.flatMap((entry) => {
    const content = unpack(bytes, entry);
    return content ? [[entry.path, Uint8Array.from(content)]] : [];
  }));
}

export type Cells = readonly (readonly [sheet: string, address: string])[];

/** What each witness sees in the cells; one that sees nothing in any of them has not opened the file. */
export async function testimonyOf(bytes: Uint8Array, format: Seed["format"], cells: Cells): Promise<(string | null)[][]> {
  const sees = async (open: Opening, from: () => Uint8Array): Promise<(string | null)[] | null> => {
    const witness = await opens(open, from);
    const seen = witness && cells.map(([sheet, address]) => witness(sheet, address));
    return seen?.some((text) => text !== null) ? seen : null;
  };
  const all = await Promise.all(OPENINGS[format].map(async (open) => (await sees(open, () => bytes)) ?? sees(open, () => bare(bytes, format))));
  return all.filter((seen) => seen !== null);
}

async function opens(open: Opening, bytes: () => Uint8Array): Promise<Witness | null> {
  try {
    return await open(bytes());
  } catch {
    return null;
  }
}

export const hasWitnesses = (format: Seed["format"]): boolean => OPENINGS[format].length > 0;

function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, "");
  if (typeof value === "object") {
    const { result, richText, text, error } = value as { result?: unknown; richText?: { text: string }[]; text?: unknown; error?: string };
    return plain(error ?? result ?? richText?.map((run) => run.text).join("") ?? text ?? null);
  }
  return same(String(value as string | number | boolean));
}

/** Numbers however they are written, percentages among them; texts put together as Vietnamese keyboards do. */
export function same(text: string): string {
  const trimmed = text.normalize("NFC").trim();
  if (/^[\d.]+%$/.test(trimmed)) return String(Number((Number(trimmed.slice(0, -1)) / 100).toPrecision(12)));
  return trimmed !== "" && Number.isFinite(Number(trimmed)) ? String(Number(Number(trimmed).toPrecision(12))) : trimmed;
}

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(digits) - 1, column: [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

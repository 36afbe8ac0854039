/**
 * An .xls made safe for the reader library (bảng tính đời cũ): its one stream of records in a fresh container, with only
 * those records still in force that carry values, names and their looks, and formulas that end where they say.
 * Record numbers and layouts: [MS-XLS] 2.3.
 */
import { CFB } from "@e965/xlsx";
import { areTokensSound } from "./formula-tokens";

/** The library leaves its container reader untyped. */
interface Containers {
  read(bytes: Uint8Array, options: { readonly type: "array" }): { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[] };
  write(container: unknown, options: { readonly type: "array" }): ArrayLike<number>;
  readonly utils: { cfb_new(): unknown; cfb_add(container: unknown, path: string, content: Uint8Array): void };
}

const FORMULA = 0x06;
/** Numbers that formulas had in Excel 3 and 4; some programs still write them. */
const [FORMULA_OF_3, FORMULA_OF_4] = [0x206, 0x406] as const;
const NAME = 0x18;
const REFERRED_SHEETS = 0x17;
const PASSWORD = 0x2f;
const ARRAY_FORMULA = 0x221;
const SHARED_FORMULA = 0x4bc;
const START = 0x809;
const SINCE_97 = 0x600;

/** Values, texts, formats, sheets, names, merged ranges, what formulas refer to. Continued records follow their own. */
const KEPT: ReadonlySet<number> = new Set([
  START, 0x0a, 0x85, 0xfc, 0x3c, 0xfd, 0x204, 0x203, 0x27e, 0xbd, FORMULA, FORMULA_OF_3, FORMULA_OF_4, 0x207, 0x205, 0xd6, 0x41e, 0xe0, 0x31, 0x42, 0x22, 0xe5,
  SHARED_FORMULA, ARRAY_FORMULA, NAME, REFERRED_SHEETS, 0x1ae, 0x23, 0x200,
]);
/** No record has this number; the library passes it over. */
const NOTHING = 0x0fff;

/** The same workbook, safe to be read; `"encrypted"` where it has a password, `null` where it is no workbook of Excel 5 or later. */
export function tamedOldWorkbook(bytes: Uint8Array): Uint8Array | "encrypted" | null {
  const containers = CFB as Containers;
  const { FullPaths, FileIndex } = containers.read(bytes, { type: "array" });
  const paths = FullPaths.map((path) => path.replace(/^[^/]*\//, ""));
  const name = paths.includes("Workbook") ? "Workbook" : "Book";
  const content = FileIndex[paths.indexOf(name)]?.content;
  if (!content) return null;
  const tamed = tamedStream(Uint8Array.from(content));
  if (typeof tamed === "string" || tamed === null) return tamed;
  const fresh = containers.utils.cfb_new();
  containers.utils.cfb_add(fresh, `/${name}`, tamed);
  return Uint8Array.from(containers.write(fresh, { type: "array" }));
}

/** Changes the stream in place, so that every record stays where others say it is. */
function tamedStream(stream: Uint8Array): Uint8Array | "encrypted" | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || view.getUint16(0, true) !== START) return null;
  const since97 = view.getUint16(4, true) >= SINCE_97;
  let at = 0;
  while (at + 4 <= stream.length) {
    const record = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const start = at + 4;
    if (record === PASSWORD) return "encrypted";
    if (start + length > stream.length) break;
    if (!KEPT.has(record) || !isSound(stream.subarray(start, start + length), record, since97)) view.setUint16(at, NOTHING, true);
    at = start + length;
  }
  return stream.slice(0, at);
}

/** Whether a record holds what it says. A cell keeps its value even where its formula is not to be trusted; a name keeps itself. */
function isSound(content: Uint8Array, record: number, since97: boolean): boolean {
  switch (record) {
    case FORMULA: case FORMULA_OF_3: case FORMULA_OF_4: return isSafe(content, 20, 22, since97) || without(content, 20, 0xffff);
    case ARRAY_FORMULA: return isSafe(content, 12, 14, since97);
    case SHARED_FORMULA: return isSafe(content, 8, 10, since97);
    case NAME: return isSafe(content, 4, nameEnd(content, since97), since97) || without(content, 4, 0);
    case REFERRED_SHEETS: return !since97 || (content.length >= 2 && content.length === 2 + 6 * ((content[0] ?? 0) | ((content[1] ?? 0) << 8)));
    default: return true;
  }
}

function isSafe(content: Uint8Array, lengthAt: number, from: number, since97: boolean): boolean {
  if (lengthAt + 2 > content.length) return false;
  const length = (content[lengthAt] ?? 0) | ((content[lengthAt + 1] ?? 0) << 8);
  return areTokensSound(content, from, from + length, since97);
}

/** Behind the fixed part and the name itself, whose letters take one byte or two. */
function nameEnd(content: Uint8Array, since97: boolean): number {
  const letters = content[3] ?? 0;
  return since97 ? 15 + letters * ((content[14] ?? 0) & 1 ? 2 : 1) : 14 + letters;
}

function without(content: Uint8Array, lengthAt: number, said: number): boolean {
  if (lengthAt + 2 > content.length) return false;
  content[lengthAt] = said & 0xff;
  content[lengthAt + 1] = said >> 8;
  return true;
}

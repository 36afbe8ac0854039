/**
 * What a book keeps, as text in its very hidden sheet: lossless, exact numbers included. One record a file, so that
 * a record somebody damaged costs that file and no other; every cell small enough for every spreadsheet program.
 */
import { fromText, toText, type Exact } from "#domain/exact";
import type { BookState, KeptFile } from "#domain/report";
import { fileOfRecord, fileRecord, type KeptFileRecord } from "./kept/kept-files";
import { layoutTable, type LayoutTable } from "./kept/layouts";

/** Excel holds 32,767 characters in a cell. */
export const CHUNK = 30_000;
const EXACT = "$exact";
/** In front of what goes on from the cell above. A record begins with a brace, a cell with neither sign belongs to nobody. */
const GOES_ON = "~";

/** Version of how a book keeps its state. */
const FORMAT = 2;

interface Head extends Omit<BookState, "files"> {
  readonly format: typeof FORMAT;
  readonly layouts: LayoutTable["layouts"];
  readonly count: number;
}

function isExact(value: unknown): value is Exact {
  return typeof value === "object" && value !== null && "n" in value && typeof value.n === "bigint";
}

const plainJson = (record: unknown): string => JSON.stringify(record, (_key, value: unknown) => (isExact(value) ? { [EXACT]: toText(value) } : value));
const toJson = (record: unknown): string => guarded(plainJson(record));

function fromJson(text: string): unknown {
  if (!text.includes(EXACT)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || !(EXACT in value)) return value;
    const exact = fromText(String(value[EXACT]));
    if (!exact) throw new SyntaxError("not an exact number");
    return exact;
  });
}

/** Files on their way from one thread to another: a text is handed over at once, a thousand small objects are not. */
export function filesToText(files: readonly KeptFile[], table: LayoutTable): string {
  return plainJson(files.map((file) => fileRecord(file, table)));
}

export function filesFromText(text: string, layouts: LayoutTable["layouts"], lean = false): KeptFile[] {
  return (fromJson(text) as KeptFileRecord[]).map((record) => fileOfRecord(record, layouts, lean));
}

/** Gives files as `lean` keeps them, those that were read where they are kept. */
export function keptLean(): (files: readonly KeptFile[]) => KeptFile[] {
  const table = layoutTable();
  return (files) => filesFromText(filesToText(files, table), table.layouts, true);
}

/** The cells of the hidden sheet, from the top down: the state, then its files. */
export function stateToCells({ files, ...rest }: BookState): string[] {
  const table = layoutTable();
  const records = files.map((file) => toJson(fileRecord(file, table)));
  const head: Head = { format: FORMAT, count: files.length, layouts: table.layouts, ...rest };
  return [toJson(head), ...records].flatMap(chunksOf);
}

/**
 * Letters that a program may change on the way (accents taken apart, `_x000D_`, which is an escape in a
 * workbook, signs that XML forbids), written as JSON escapes: what a school typed comes back unit by unit.
 */
function guarded(json: string): string {
  const escaped = (text: string): string => [...Array(text.length).keys()].map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
  const safe = json
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "\\u005fx")
    .replace(/[\u007f-\u009f\u1100-\u11ff\ufdd0-\ufdef\ufffe\uffff\p{M}]/gu, escaped);
  return safe === safe.normalize("NFC") ? safe : safe.replace(/[^\x20-\x7e]/gu, (letter) => (letter === letter.normalize("NFC") ? letter : escaped(letter)));
}

export interface KeptState {
  readonly state: BookState;
  /** Files whose record is damaged or gone: how they were named, as far as that can still be read. */
  readonly lost: readonly (string | null)[];
}

/** What is kept, or `null` where the cells are not a book's (cut at the top, of another program). A damaged record costs its file alone. */
export function stateFromCells(cells: readonly string[]): KeptState | null {
  try {
    const [first = "", ...records] = recordsOf(cells);
    const head = fromJson(first) as Head | BookState;
    if (!("format" in head)) return beforeRecords(cells);
    const { format, layouts, count, ...rest } = head;
    if (format > FORMAT || typeof rest.plan.id !== "string") return null;
    const read = records.map((record) => fileIn(record, layouts));
    const files = read.filter((file) => typeof file === "object" && file !== null);
    const named = read.filter((file) => typeof file === "string" || file === null);
    return { state: { ...rest, files }, lost: Array.from({ length: Math.max(0, count - files.length) }, (_, index) => named[index] ?? null) };
  } catch {
    return beforeRecords(cells);
  }
}

/** The file; of a damaged record its name, or `null`. */
function fileIn(record: string, layouts: LayoutTable["layouts"]): KeptFile | string | null {
  try {
    return fileOfRecord(fromJson(record) as KeptFileRecord, layouts);
  } catch {
    return nameIn(record);
  }
}

function nameIn(record: string): string | null {
  const [, path] = /"path":("(?:[^"\\]|\\.)*")/.exec(record) ?? [];
  try {
    return path === undefined ? null : String(JSON.parse(path));
  } catch {
    return null;
  }
}

function recordsOf(cells: readonly string[]): string[] {
  const records: string[] = [];
  for (const cell of cells) {
    if (cell.startsWith(GOES_ON)) records.push((records.pop() ?? "") + cell.slice(GOES_ON.length));
    else records.push(cell);
  }
  return records;
}

/** Books of before kept everything as one text. */
function beforeRecords(cells: readonly string[]): KeptState | null {
  try {
    const state = fromJson(cells.join("")) as BookState;
    return Array.isArray(state.files) && typeof state.plan.id === "string" ? { state, lost: [] } : null;
  } catch {
    return null;
  }
}

/** Cut so that no chunk ends inside a surrogate pair, or with a space that a program may drop. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + CHUNK, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    while (end < text.length && end > at + 1 && (text[end - 1] === " " || text[end] === " ")) end -= 1;
    chunks.push((at === 0 ? "" : GOES_ON) + text.slice(at, end));
    at = end;
  }
  return chunks;
}

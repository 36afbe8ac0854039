/**
 * The cells of one sheet (ô của một trang tính), in one pass over its XML. Anything but the plain order of rows and
 * cells that spreadsheet programs write stops the reading.
 */
import type { Cell, CellRange } from "#domain/snapshot";
import { readBody, type SheetContext } from "./cell-body";
import { newTag, readTag } from "./cell-tag";
import type { SharedFormulas } from "./formula";
import { rowMemory, type RowMemory, type TextRef } from "./row-memory";
import { skipSpace } from "./strings";
import { detached } from "./text-memory";
import { certain, uncertain } from "./uncertain";
import { elementNamed, elementsNamed, insideRoot, plainMarkup } from "./xml";

export interface SheetPart {
  /** Filled cells in row-then-column order, formulas without a result among them. */
  readonly cells: Cell[];
  readonly merges: readonly CellRange[];
}

/** `path` of its part: rows that other workbooks have alike there are not read again. */
export function readSheet(xml: string, path: string, context: SheetContext): SheetPart {
  const start = xml.indexOf("<sheetData");
  if (start < 0) uncertain("sheetData");
  insideRoot(plainMarkup(xml.slice(0, start)), "worksheet");
  const open = start + "<sheetData".length;
  if (xml.startsWith("/>", open)) return { cells: [], merges: mergesOf(xml.slice(open)) };
  if (xml.charCodeAt(open) !== GREATER) uncertain("sheetData");
  const { cells, end } = readRows(xml, open + 1, rowMemory(path), context);
  return { cells, merges: mergesOf(xml.slice(end)) };
}

const MERGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** In what follows the cells. */
function mergesOf(xml: string): readonly CellRange[] {
  if (plainMarkup(xml).includes("<sheetData") || !xml.endsWith("</worksheet>")) uncertain("end of the sheet");
  const inner = elementNamed(xml, "mergeCells")?.inner ?? "";
  const known = merges.get(inner);
  if (known) return known;
  const read = mergesIn(inner);
  if (merges.size >= MOST_KEPT) merges.clear();
  merges.set(detached(inner), read);
  return read;
}

/** Forms made alike are merged alike. */
const merges = new Map<string, readonly CellRange[]>();
const MOST_KEPT = 200;

function mergesIn(inner: string): CellRange[] {
  return elementsNamed(inner, "mergeCell").map(({ attributes }) => {
    const [, left = "", top = "", right = "", bottom = ""] = certain(MERGE.exec(attributes.get("ref") ?? ""), "merged range");
    const range = { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
    return range.top <= range.bottom && range.left <= range.right ? range : uncertain("merged range");
  });
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

const [SLASH, LESS, GREATER, LETTER_C] = [47, 60, 62, 99] as const;
const LAST_ROW = 1_048_576;

function readRows(xml: string, from: number, memory: RowMemory, context: SheetContext): { readonly cells: Cell[]; readonly end: number } {
  const cells: Cell[] = [];
  const shared: SharedFormulas = new Map();
  const refs: TextRef[] = [];
  let row = 0;
  let at = from;
  for (;;) {
    at = skipSpace(xml, at);
    if (xml.startsWith("</sheetData>", at)) return { cells, end: at };
    const behind = memory.known(xml, at, row + 1, cells, context);
    if (behind >= 0) {
      row += 1;
      at = behind;
      continue;
    }
    if (!xml.startsWith("<row", at)) uncertain("rows");
    const end = xml.indexOf(">", at);
    const isEmpty = xml.charCodeAt(end - 1) === SLASH;
    const next = rowNumber(xml.slice(at + 4, end));
    if (end < 0 || next <= row || next > LAST_ROW) uncertain("row numbers");
    const isNext = next === row + 1;
    row = next;
    if (isEmpty) {
      at = end + 1;
      continue;
    }
    const start = at;
    const first = cells.length;
    refs.length = 0;
    at = readRow(xml, end + 1, row, cells, refs, shared, context);
    if (isNext) memory.keep(xml, start, at, row, cells, first, refs, context);
  }
}

/** As nearly every program writes it: the number first. */
const PLAIN_ROW = /^ r="(\d{1,7})"[^'<]*$/;
const ROW_NUMBER = /^(?:\s+[\w:.-]+="[^"<]*")*?\s+r="(\d{1,7})"(?:\s+[\w:.-]+="[^"<]*")*\s*\/?$/;

function rowNumber(attributes: string): number {
  const plain = PLAIN_ROW.exec(attributes)?.[1];
  if (plain !== undefined) return Number(plain);
  return Number(certain(ROW_NUMBER.exec(attributes)?.[1], "row number"));
}

function readRow(xml: string, from: number, row: number, cells: Cell[], refs: TextRef[], shared: SharedFormulas, context: SheetContext): number {
  const tag = newTag();
  let last = -1;
  let at = from;
  for (;;) {
    if (xml.charCodeAt(at) !== LESS) at = skipSpace(xml, at);
    if (xml.charCodeAt(at) !== LESS || xml.charCodeAt(at + 1) !== LETTER_C) {
      if (xml.startsWith("</row>", at)) return at + 6;
      uncertain("cells");
    }
    readTag(xml, at + 2, row, tag);
    if (tag.column <= last) uncertain("order of cells");
    last = tag.column;
    at = tag.isEmpty ? tag.end : readBody(xml, row, tag, cells, refs, shared, context);
  }
}

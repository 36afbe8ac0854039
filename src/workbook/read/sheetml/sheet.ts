/**
 * The cells of one sheet (ô của một trang tính), in one pass over its XML. Anything but the plain order of rows and
 * cells that spreadsheet programs write stops the reading.
 */
import type { Cell, CellRange, CellValue } from "#domain/snapshot";
import { dateOf } from "../serial-days";
import { readFormula, type SharedFormulas } from "./formula";
import { rowMemory, type RowMemory, type TextRef } from "./row-memory";
import { plainText, skipSpace, textOf } from "./strings";
import { NO_STYLE, type CellStyle } from "./styles";
import { detached } from "./text-memory";
import { certain, uncertain } from "./uncertain";
import { elementNamed, elementsNamed, insideRoot, plainMarkup } from "./xml";

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly (CellStyle | null)[];
  readonly date1904: boolean;
}

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

const [SPACE, QUOTE, SLASH, ZERO, NINE, LESS, EQUALS, GREATER, A, Z] = [32, 34, 47, 48, 57, 60, 61, 62, 65, 90] as const;
const [LETTER_C, LETTER_F, LETTER_I, LETTER_V] = [99, 102, 105, 118] as const;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

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

const NO_STYLE_SAID = -1;

/** The tag of a cell, taken apart in place: one object for the whole sheet. */
interface CellTag {
  column: number;
  style: number;
  type: string;
  isEmpty: boolean;
  end: number;
}

function readRow(xml: string, from: number, row: number, cells: Cell[], refs: TextRef[], shared: SharedFormulas, context: SheetContext): number {
  const tag: CellTag = { column: 0, style: 0, type: "", isEmpty: false, end: 0 };
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

/** Attributes of `<c`, from behind the name. */
function readTag(xml: string, from: number, row: number, tag: CellTag): void {
  tag.column = -1;
  tag.style = NO_STYLE_SAID;
  tag.type = "n";
  let at = from;
  for (;;) {
    const code = xml.charCodeAt(at);
    if (code === GREATER || (code === SLASH && xml.charCodeAt(at + 1) === GREATER)) {
      tag.isEmpty = code === SLASH;
      tag.end = tag.isEmpty ? at + 2 : at + 1;
      if (tag.column < 0) uncertain("address of a cell");
      return;
    }
    if (code !== SPACE) uncertain("tag of a cell");
    if (xml.charCodeAt(at + 2) !== EQUALS || xml.charCodeAt(at + 3) !== QUOTE) {
      // Marks of newer Excel (cm, vm, ph) that change no value.
      const [mark] = certain(/^ (?:cm|vm|ph)="\d+"/.exec(xml.slice(at, at + 16)), "attribute of a cell");
      at += mark.length;
      continue;
    }
    const end = xml.indexOf('"', at + 4);
    switch (xml.charCodeAt(at + 1)) {
      case 114: tag.column = columnOfAddress(xml, at + 4, end, row); break;
      case 115: tag.style = wholeNumber(xml, at + 4, end); break;
      case 116: tag.type = kindOfCell(xml.slice(at + 4, end)); break;
      default: uncertain("attribute of a cell");
    }
    at = end + 1;
  }
}

/** ISO days (`d`) are left to the general reader. */
const KINDS: ReadonlySet<string> = new Set(["n", "s", "str", "inlineStr", "b", "e"]);

function kindOfCell(stated: string): string {
  return KINDS.has(stated) ? stated : uncertain("kind of cell");
}

/** The column of `AB12`, which has to stand in the row it says. */
function columnOfAddress(xml: string, start: number, end: number, row: number): number {
  let at = start;
  let column = 0;
  for (let code = xml.charCodeAt(at); code >= A && code <= Z && at < end; code = xml.charCodeAt(at)) {
    column = column * 26 + code - A + 1;
    at += 1;
  }
  if (column < 1 || column > LAST_COLUMN || wholeNumber(xml, at, end) !== row) uncertain("address of a cell");
  return column - 1;
}

function wholeNumber(xml: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code < ZERO || code > NINE) uncertain("whole number");
    number = number * 10 + code - ZERO;
  }
  return start < end && end - start < 9 ? number : uncertain("whole number");
}

/** What stands between `<c>` and `</c>`; returns the place behind. */
function readBody(xml: string, row: number, tag: CellTag, cells: Cell[], refs: TextRef[], shared: SharedFormulas, context: SheetContext): number {
  let at = tag.end;
  let formula: string | undefined;
  let stored: string | undefined;
  let inline: string | undefined;
  for (let isOpen = true; isOpen;) {
    if (xml.charCodeAt(at) !== LESS) at = skipSpace(xml, at);
    switch (xml.charCodeAt(at + 1)) {
      case LETTER_V: {
        if (stored !== undefined) uncertain("a second value");
        const value = readStored(xml, at);
        stored = value.text;
        at = value.end;
        break;
      }
      case LETTER_F: {
        if (formula !== undefined) uncertain("a second formula");
        const read = readFormula(xml, at + 2, row, tag.column, shared);
        ({ formula } = read);
        at = read.end;
        break;
      }
      case LETTER_I: {
        const end = xml.indexOf("</is>", at);
        if (inline !== undefined || end < 0 || !xml.startsWith("<is>", at)) uncertain("text of a cell");
        inline = textOf(xml, at + 4, end);
        at = end + 5;
        break;
      }
      default:
        if (!xml.startsWith("</c>", at)) uncertain("content of a cell");
        at += 4;
        isOpen = false;
    }
  }
  const style = tag.style === NO_STYLE_SAID ? NO_STYLE : certain(context.styles[tag.style], "style of a cell");
  const value = valueOf(tag.type, stored ?? "", inline, formula !== undefined, style, context);
  if (tag.type === "s" && stored !== undefined) refs.push({ cell: value === undefined ? -1 : cells.length, index: Number(stored) });
  if (value === undefined) return at;
  const cell: { -readonly [Key in keyof Cell]: Cell[Key] } = { row: row - 1, column: tag.column, value };
  if (formula !== undefined) cell.formula = formula;
  if (style.format !== undefined) cell.format = style.format;
  if (style.oldFont !== undefined) cell.font = style.oldFont;
  cells.push(cell);
  return at;
}

/** The text of `<v>`, and the place behind it. */
function readStored(xml: string, at: number): { readonly text: string; readonly end: number } {
  const start = xml.charCodeAt(at + 2) === GREATER ? at + 3 : xml.startsWith('<v xml:space="preserve">', at) ? at + 24 : -1;
  if (start < 0) return xml.startsWith("<v/>", at) ? { text: "", end: at + 4 } : uncertain("value");
  const end = xml.indexOf("<", start);
  return xml.startsWith("</v>", end) ? { text: xml.slice(start, end), end: end + 4 } : uncertain("value");
}

/** `undefined`: nothing stands here. `null`: a formula without a result. */
function valueOf(type: string, stored: string, inline: string | undefined, isFormula: boolean, style: CellStyle, { strings, date1904 }: SheetContext): CellValue | null | undefined {
  if (inline !== undefined && type !== "inlineStr") uncertain("text in a cell of another kind");
  if (stored === "" && inline === undefined && type !== "str") return isFormula ? null : undefined;
  switch (type) {
    case "n": {
      const number = numberOf(stored);
      return style.isDate ? dateOf(number, date1904) : { kind: "number", number };
    }
    case "s": return filled(certain(strings[wholeNumber(stored, 0, stored.length)], "shared string"), isFormula);
    case "str": return filled(plainText(stored, 0, stored.length), isFormula);
    case "inlineStr": return stored === "" ? filled(inline ?? "", isFormula) : uncertain("inline text");
    case "b": return stored === "1" || stored === "0" ? { kind: "boolean", boolean: stored === "1" } : uncertain("yes or no");
    case "e": return ERRORS.has(stored) ? { kind: "error", error: stored } : uncertain("error value");
    default: return uncertain("kind of cell");
  }
}

const ERRORS: ReadonlySet<string> = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/;

function numberOf(text: string): number {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : uncertain("number");
}

function filled(text: string, isFormula: boolean): CellValue | undefined {
  return text === "" && !isFormula ? undefined : { kind: "text", text };
}

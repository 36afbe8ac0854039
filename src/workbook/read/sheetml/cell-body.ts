/** What a cell holds (nội dung ô): its formula, its stored value, and what they mean under the cell's style. */
import type { Cell, CellValue } from "#domain/snapshot";
import { dateOf } from "../serial-days";
import { NO_STYLE_SAID, wholeNumber, type CellTag } from "./cell-tag";
import { readFormula, type SharedFormulas } from "./formula";
import type { TextRef } from "./row-memory";
import { plainText, skipSpace, textOf } from "./strings";
import { NO_STYLE, type CellStyle } from "./styles";
import { certain, uncertain } from "./uncertain";

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly (CellStyle | null)[];
  readonly date1904: boolean;
}

const [LESS, GREATER] = [60, 62] as const;
const [LETTER_F, LETTER_I, LETTER_V] = [102, 105, 118] as const;

/** What stands between `<c>` and `</c>`; returns the place behind. */
export function readBody(xml: string, row: number, tag: CellTag, cells: Cell[], refs: TextRef[], shared: SharedFormulas, context: SheetContext): number {
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

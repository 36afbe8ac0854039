/** The opening tag of a cell (thẻ mở của ô), taken apart in place: where it stands, how it looks, of what kind its value is. */
import { certain, uncertain } from "./uncertain";

const [SPACE, QUOTE, SLASH, ZERO, NINE, EQUALS, GREATER, A, Z] = [32, 34, 47, 48, 57, 61, 62, 65, 90] as const;
const LAST_COLUMN = 16_384;

export const NO_STYLE_SAID = -1;

/** One object for the whole sheet. */
export interface CellTag {
  column: number;
  style: number;
  type: string;
  isEmpty: boolean;
  end: number;
}

export const newTag = (): CellTag => ({ column: 0, style: 0, type: "", isEmpty: false, end: 0 });

/** Attributes of `<c`, from behind the name. */
export function readTag(xml: string, from: number, row: number, tag: CellTag): void {
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

export function wholeNumber(xml: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code < ZERO || code > NINE) uncertain("whole number");
    number = number * 10 + code - ZERO;
  }
  return start < end && end - start < 9 ? number : uncertain("whole number");
}

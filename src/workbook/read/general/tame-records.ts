/**
 * The binary parts of an .xlsb made safe for the reader library (bảng tính nhị phân), which trusts every length it
 * finds: only records that carry values, names and their looks are handed on, each with its texts inside itself.
 * Record numbers and layouts: [MS-XLSB] 2.3.
 */

/** The records a part is to keep; of most parts nothing is needed. */
function keptIn(path: string): ReadonlySet<number> {
  if (/\bworkbook\.bin$/i.test(path)) return WORKBOOK;
  if (/\bsharedStrings\.bin$/i.test(path)) return STRINGS;
  if (/\bstyles\.bin$/i.test(path)) return STYLES;
  return /sheet[^/]*\.bin$|sheets\/[^/]+\.bin$/i.test(path) ? SHEET : NONE;
}

const NAME = 0x27;
const FONT = 0x2b;
const FORMAT = 0x2c;
const TEXT = 0x13;
const RICH_TEXT_CELL = 0x3e;
const BOOK_PROPERTIES = 0x99;
const SHEET_LISTED = 0x9c;
const OTHER_BOOK = 0x163;
const REFERRED_SHEETS = 0x16a;
const ARRAY_FORMULA = 0x1aa;
const SHARED_FORMULA = 0x1ab;

/** Book, list of sheets, names, and what formulas refer to. */
const WORKBOOK: ReadonlySet<number> = new Set([0x83, 0x84, 0x8f, 0x90, SHEET_LISTED, NAME, BOOK_PROPERTIES, 0x161, 0x162, OTHER_BOOK, 0x165, 0x166, REFERRED_SHEETS, 0x29b]);
const NONE: ReadonlySet<number> = new Set();
const STRINGS: ReadonlySet<number> = new Set([0x9f, 0xa0, TEXT]);
/** Formats, fonts, and the styles of cells that name them. */
const STYLES: ReadonlySet<number> = new Set([FONT, FORMAT, 0x2f, 0x116, 0x117, 0x263, 0x264, 0x267, 0x268, 0x269, 0x26a, 0x272, 0x273]);
/** Rows, cells, formulas, merged ranges, and the brackets around them. */
const SHEET: ReadonlySet<number> = new Set([
  ...Array.from({ length: 0x13 }, (_, number) => number), RICH_TEXT_CELL, 0x81, 0x82, 0x91, 0x92, 0x94, 0xb0, 0xb1, 0xb2, ARRAY_FORMULA, SHARED_FORMULA,
]);

/** Where in a record its formula begins, counted from its start or from the end of its text. */
const FORMULA_AT: ReadonlyMap<number, number> = new Map([[0x08, 2], [0x09, 18], [0x0a, 11], [0x0b, 11], [NAME, 0], [ARRAY_FORMULA, 17], [SHARED_FORMULA, 16]]);

/** Where in a record its text begins. */
const TEXT_AT: ReadonlyMap<number, number> = new Map([[0x06, 8], [0x08, 8], [0x11, 4], [RICH_TEXT_CELL, 9], [TEXT, 1], [NAME, 9], [FORMAT, 2], [FONT, 21], [OTHER_BOOK, 0]]);

/** The part with nothing in it that could lead the library astray: still there, for others refer to it, if perhaps empty. */
export function tamedRecords(path: string, part: Uint8Array): Uint8Array {
  const kept = keptIn(path);
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < part.length;) {
    const head = headAt(part, at);
    if (!head || head.end > part.length) break;
    if (kept.has(head.record)) {
      const piece = safePiece(part.subarray(at, head.end), head.start - at, head.record, view, head.start);
      if (piece) pieces.push(piece);
    }
    at = head.end;
  }
  return joined(pieces);
}

interface Head {
  readonly record: number;
  /** Where the content begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** A record's number in one or two bytes, then its length in one to four, seven bits each. */
function headAt(part: Uint8Array, from: number): Head | null {
  let at = from;
  const next = (): number => part[at++] ?? 0;
  let record = next();
  if (record & 0x80) record = (record & 0x7f) + ((next() & 0x7f) << 7);
  let length = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = next();
    length += (byte & 0x7f) << (7 * index);
    if (!(byte & 0x80)) break;
  }
  return at > part.length ? null : { record, start: at, end: at + length };
}

function safePiece(piece: Uint8Array, head: number, record: number, view: DataView, start: number): Uint8Array | null {
  const length = piece.length - head;
  if (record === BOOK_PROPERTIES) return length < 8 ? null : withLength(record, piece.subarray(head, head + 8));
  if (record === SHEET_LISTED && !namesSheet(view, start, length)) return null;
  if (record === REFERRED_SHEETS && (length < 4 || view.getUint32(start, true) * 12 + 4 > length)) return null;
  const textAt = TEXT_AT.get(record);
  const text = textAt === undefined ? 0 : textEnd(view, start, textAt, length);
  if (text < 0) return null;
  const formulaAt = FORMULA_AT.get(record);
  if (formulaAt !== undefined) return withSafeFormula(record, piece.subarray(head), text + formulaAt);
  if (record !== TEXT && record !== RICH_TEXT_CELL) return piece;
  // Runs and phonetic guides say how a text looks, not what it is.
  const plain = piece.slice();
  plain[head + (textAt ?? 1) - 1] = 0;
  return plain;
}

/** A formula that ends inside its record and brings no lists along stays; of any other only the value it has is kept. */
function withSafeFormula(record: number, content: Uint8Array, at: number): Uint8Array | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const length = at + 8 <= content.length ? view.getUint32(at, true) : -1;
  const isSafe = length >= 0 && at + 8 + length <= content.length && view.getUint32(at + 4 + length, true) === 0;
  // Of a name only what it refers to: what stands behind is remarks.
  if (isSafe) return withLength(record, record === NAME ? joined([content.subarray(0, at + 8 + length), NO_REMARK]) : content);
  if (record === NAME) return null;
  return record === ARRAY_FORMULA || record === SHARED_FORMULA || content.length < at ? null : withLength(record, joined([content.subarray(0, at), new Uint8Array(8)]));
}

const NO_REMARK = Uint8Array.of(0xff, 0xff, 0xff, 0xff);

function withLength(record: number, content: Uint8Array): Uint8Array {
  const head = record < 0x80 ? [record] : [(record & 0x7f) | 0x80, record >> 7];
  let rest = content.length;
  for (; rest > 0x7f; rest >>= 7) head.push((rest & 0x7f) | 0x80);
  return joined([Uint8Array.from([...head, rest]), content]);
}

/** State and number, then the relation (which may be missing), then the name. */
function namesSheet(view: DataView, start: number, length: number): boolean {
  if (length < 12) return false;
  const relation = view.getUint32(start + 8, true) === MISSING ? 12 : textEnd(view, start, 8, length);
  return relation > 0 && textEnd(view, start, relation, length) > 0;
}

const MISSING = 0xffffffff;

/** Where the text that begins there ends inside the record; -1 where it does not. */
function textEnd(view: DataView, start: number, at: number, length: number): number {
  if (length < at + 4) return -1;
  const end = at + 4 + view.getUint32(start + at, true) * 2;
  return end <= length ? end : -1;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

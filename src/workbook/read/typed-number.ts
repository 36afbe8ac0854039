// vietnamese-data: words that stand beside a number in a cell
/**
 * Numbers as people type them (số gõ tay): `1.234`, `95,5 %`, `12/38`, `12 học sinh`. Says every reading the
 * text allows; which of them a cell may hold is for the cell to decide.
 */
import { exact, parseExact, type Exact } from "#domain/exact";
import { foldText } from "./fold-text";
import { numberInWords } from "./number-words";

export type TypedNumber =
  | {
    readonly kind: "number";
    /** The point or comma as a decimal sign first, as a grouping sign second. */
    readonly readings: readonly [Exact, ...Exact[]];
    readonly percent: boolean;
    /** Something beside the digits was passed over or put right. */
    readonly doubtful: boolean;
  }
  /** `12/38` */
  | { readonly kind: "pair"; readonly first: Exact; readonly second: Exact }
  /** `10-12`: two numbers, neither of them the one meant. */
  | { readonly kind: "range"; readonly ends: readonly [string, string] };

/** Words for what is counted; beside a single number they change nothing. */
const COUNTED = new Set([
  "hs", "hoc sinh", "hv", "hoc vien", "em", "tre", "chau", "nguoi", "gv", "giao vien", "cb", "can bo", "nv", "nhan vien", "cbgv", "cbql", "cb gv nv", "cbgvnv",
  "lop", "nhom", "nhom lop", "truong", "don vi", "phong", "sang kien", "mo hinh", "ca nhan", "tap the", "giai", "cai", "bo", "cuoc", "lan", "dien hinh",
].map((word) => foldText(word)));

/** Words that may stand before a number and leave it the number that is meant; after any other it may be a name (`lớp 9`, `biểu 06`). */
const BEFORE = /^(?:(?:khoang|uoc|xap xi|tu|co|duoc|dat|la|gom|tong|tong so|tong cong|cong|so|so luong|ty le|tang|them)[ :]*)*$/u;

/** `null`: no number can be made of it. */
export function readTypedNumber(text: string): TypedNumber | null {
  return pairOf(text) ?? rangeOf(text) ?? plain(text) ?? withWords(text);
}

function pairOf(text: string): TypedNumber | null {
  const match = /^([\d.,]+) ?\/ ?([\d.,]+)(?: ([\p{L} ]+))?$/u.exec(text);
  const first = onlyReading(match?.[1]);
  const second = onlyReading(match?.[2]);
  if (!match || !first || !second || (match[3] !== undefined && !COUNTED.has(foldText(match[3])))) return null;
  return { kind: "pair", first, second };
}

function onlyReading(digits: string | undefined): Exact | null {
  const readings = digits === undefined ? [] : readDigits(digits);
  return readings.length === 1 ? readings[0] ?? null : null;
}

function rangeOf(text: string): TypedNumber | null {
  const match = /^(\d[\d.,]*)(?: ?%)? ?(?:-|–|—|đến|->) ?(\d[\d.,]*) ?%?$/u.exec(text);
  return match ? { kind: "range", ends: [match[1] ?? "", match[2] ?? ""] } : null;
}

/** Digits, a sign, a percent sign: nothing is passed over. */
function plain(text: string, doubtful = false): TypedNumber | null {
  const match = /^([-−–+])? ?([\d.,' ]+?) ?(%| ?phần trăm)?$/u.exec(text);
  if (!match) return null;
  const negative = match[1] !== undefined && match[1] !== "+";
  const [first, ...more] = readDigits(match[2] ?? "").map((value) => (negative ? { n: -value.n, d: value.d } : value));
  return first ? { kind: "number", readings: [first, ...more], percent: match[3] !== undefined, doubtful } : null;
}

/** Words around one number; `trên 95 %` names no number, `từ 95 % trở lên` does. */
function withWords(text: string): TypedNumber | null {
  if (/^[oO]$/u.test(text)) return { kind: "number", readings: [exact(0)], percent: false, doubtful: true };
  if (/^[\doO.,]+ ?%?$/u.test(text) && /\d/u.test(text)) return plain(text.replace(/[oO]/gu, "0"), true);
  const inWords = numberInWords(text);
  if (inWords !== null) return { kind: "number", readings: [exact(inWords)], percent: false, doubtful: true };
  const match = /^([^\d]*?)((?:[-−–] ?)?\d[\d.,]*(?: \d{3})*(?: ?%)?)([^\d]*)$/u.exec(text);
  if (!match) return null;
  const before = foldText(match[1] ?? "");
  const after = foldText(match[3] ?? "");
  if (/[<>≤≥±~()[\]/*]/u.test((match[1] ?? "").replace(/^(≥|>=|~|≈) ?$/u, "")) || /[<>≤≥±()[\]/*²³]/u.test(match[3] ?? "")) return null;
  if (!BEFORE.test(before) || /\p{L}$/u.test(match[1] ?? "")) return null;
  if (/\b(tren|hon|duoi|gan|khong|chua|het)\b/u.test(`${before} ${after}`)) return null;
  return plain((match[2] ?? "").trim(), before !== "" || /[^\s.,;]/u.test(match[1] ?? "") || !(after === "" || COUNTED.has(after)));
}

/** Every number that a run of digits, points, commas and spaces can stand for. */
export function readDigits(typed: string): Exact[] {
  const digits = typed.trim().replace(/[.,]$/u, "");
  if (/^\d+$/u.test(digits)) return decimal(digits);
  if (/^\d{1,3}([ '])\d{3}(\1\d{3})*([.,]\d+)?$/u.test(digits)) return decimal(digits.replace(/[ ']/gu, "").replace(",", "."));
  if (/^\d{1,3}(\.\d{3})+,\d+$/u.test(digits)) return decimal(digits.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(,\d{3})+\.\d+$/u.test(digits)) return decimal(digits.replaceAll(",", ""));
  if (/^\d{1,3}(\.\d{3}){2,}$|^\d{1,3}(,\d{3}){2,}$/u.test(digits)) return decimal(digits.replace(/[.,]/gu, ""));
  const match = /^(\d*)[.,](\d+)$/u.exec(digits);
  if (!match) return [];
  const [, whole = "", fraction = ""] = match;
  const grouped = /^[1-9]\d{0,2}$/u.test(whole) && fraction.length === 3 ? decimal(whole + fraction) : [];
  return [...decimal(`${whole === "" ? "0" : whole}.${fraction}`), ...grouped];
}

function decimal(text: string): Exact[] {
  const value = text.length > 40 ? null : parseExact(text);
  return value ? [value] : [];
}

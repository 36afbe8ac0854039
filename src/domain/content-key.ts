/**
 * The content key (khóa nội dung) of a submission: equal figures, words and lists, equal key. File name, sheet
 * names, cell addresses, number formats and the unit named on the form play no part, so that a copy re-saved
 * by another program is known as a copy, and a school's figures under another school's code are found out.
 */
import { toText } from "./exact";
import { hash128 } from "./hash-text";
import type { PartId } from "./form";
import type { ListRow, Reading, Submission } from "./submission";

/** 32 hexadecimal digits that stand for everything a submission says. */
export function contentKey(submission: Submission): string {
  const known = keys.get(submission);
  if (known !== undefined) return known;
  const key = hash128(canonicalContent(submission));
  keys.set(submission, key);
  return key;
}

/** A book is judged again after every change; what its files say stays the same. */
const keys = new WeakMap<Submission, string>();

/**
 * What a submission says, written in one way only. Blank cells are left out, so a form that prints more empty
 * cells says the same; the order in which a list names people is not content.
 */
export function canonicalContent(submission: Submission): string {
  const lists = Object.entries(submission.lists)
    .map(([id, rows]): [string, string[]] => [id, rows.map(canonicalRow).filter((row) => row !== "").sort()])
    .filter(([, rows]) => rows.length > 0)
    .sort(byKey);
  return JSON.stringify([
    submission.stage, submission.scope,
    canonicalCells(submission.parts), canonicalCells(submission.headcounts), canonicalCells(submission.sides), lists,
  ]);
}

/** Whether anything stands in a cell, readable or not. */
export function isFilled(reading: Reading | undefined): reading is Reading {
  return reading !== undefined && (reading.value !== null || fold(reading.raw) !== "");
}

const bases: ReadonlySet<string> = new Set<PartId>(["denominator", "startDenominator", "endDenominator"]);

/** An empty form: no figure and no list row. Bases do not count, forms come with them filled in. */
export function isEmptyForm(submission: Submission): boolean {
  const figures = Object.entries(submission.parts).some(([key, reading]) => !bases.has(partOf(key)) && isFilled(reading));
  const rows = Object.values(submission.lists).some((list) => list.some((row) => canonicalRow(row) !== ""));
  return !figures && !rows;
}

/** `BT06.numerator` → `numerator`. */
export function partOf(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}

function canonicalCells(cells: Readonly<Record<string, Reading | undefined>>): [string, string][] {
  return Object.entries(cells)
    .map(([key, reading]): [string, string] => [key.normalize("NFC"), canonicalValue(reading)])
    .filter(([, value]) => value !== "")
    .sort(byKey);
}

function canonicalRow(row: ListRow): string {
  const cells = canonicalCells(row.cells);
  return cells.length === 0 ? "" : JSON.stringify(cells);
}

function canonicalValue(reading: Reading | undefined): string {
  if (!isFilled(reading)) return "";
  const { value, raw } = reading;
  switch (value?.kind) {
    case undefined: return `?${fold(raw)}`;
    case "number": return `#${toText(value.number)}`;
    case "bareShare": return `%${toText(value.share)}`;
    case "yesNo": return value.yes ? "+" : "-";
    case "notApplicable": return "/";
    case "date": return `@${value.iso}`;
    case "text": return fold(value.text) === "" ? "" : `"${fold(value.text)}`;
  }
}

function fold(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

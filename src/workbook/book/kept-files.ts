/**
 * Files as a book keeps them (bài nộp đã nhận): what a school's form said, cell by cell and lossless, in a few
 * hundred bytes. Forms made alike have the same cells in the same places: those are written once, as a layout.
 */
import { fromText, toText, type Exact } from "#domain/exact";
import type { KeptFile } from "#domain/report";
import type { FileReading, ListRow, Reading, ReadValue, Submission } from "#domain/submission";

/** Parts, side columns, head counts, facts: what a form always has, under one name each, as `p:BT06.numerator`. */
type Group = "p" | "s" | "h" | "i";

/** Names and places, in their order: `["p:BT06.numerator", "Kết quả!G12", …]`. */
type Layout = readonly string[];

/** What a cell said: its text alone where the value is that text's number, or both. */
type Said = readonly [place: number, raw: string, value?: string];

interface KeptSubmission extends Omit<Submission, "parts" | "sides" | "headcounts" | "info" | "lists"> {
  readonly layout: number;
  readonly said: readonly Said[];
  /** Rows with their cells: `[row code, [column, place, raw, value?], …]`. */
  readonly lists: Readonly<Record<string, readonly (readonly [code: string, ...cells: (readonly [column: string, place: string, raw: string, value?: string])[]])[]>>;
}

export interface KeptFileRecord extends Omit<KeptFile, "reading"> {
  readonly reading: Exclude<FileReading, { kind: "submissions" }> | (Omit<Extract<FileReading, { kind: "submissions" }>, "submissions"> & { readonly submissions: readonly KeptSubmission[] });
}

/** Layouts met so far; those of a book are kept beside its files. */
export interface LayoutTable {
  readonly layouts: Layout[];
  readonly placeOf: (layout: Layout) => number;
}

export function layoutTable(): LayoutTable {
  const layouts: Layout[] = [];
  const known = new Map<string, number>();
  return {
    layouts,
    placeOf: (layout) => {
      const key = layout.join("\n");
      const place = known.get(key) ?? layouts.push(layout) - 1;
      known.set(key, place);
      return place;
    },
  };
}

export function fileRecord(file: KeptFile, table: LayoutTable): KeptFileRecord {
  const { reading } = file;
  if (reading.kind !== "submissions") return { ...file, reading };
  return { ...file, reading: { ...reading, submissions: reading.submissions.map((submission) => submissionRecord(submission, table)) } };
}

export function fileOfRecord(record: KeptFileRecord, layouts: readonly Layout[]): KeptFile {
  const { reading } = record;
  if (reading.kind !== "submissions") return { ...record, reading };
  return { ...record, reading: { ...reading, submissions: reading.submissions.map((submission) => submissionOf(submission, layouts)) } };
}

function submissionRecord({ parts, sides, headcounts, info, lists, ...rest }: Submission, table: LayoutTable): KeptSubmission {
  const layout: string[] = [];
  const said: Said[] = [];
  const groups = { p: parts, s: sides, h: headcounts, i: info } as const;
  for (const group of Object.keys(groups) as Group[]) {
    for (const [key, reading] of Object.entries(groups[group] as Readonly<Record<string, Reading | undefined>>)) {
      if (!reading) continue;
      layout.push(`${group}:${key}`, placeOf(reading));
      const value = valueText(reading);
      if (reading.raw !== "" || value !== "") said.push([layout.length / 2 - 1, ...rawAndValue(reading.raw, value)]);
    }
  }
  return { ...rest, layout: table.placeOf(layout), said, lists: Object.fromEntries(Object.entries(lists).map(([id, rows]) => [id, rows.map(rowRecord)])) };
}

function rowRecord({ code, cells }: ListRow): KeptSubmission["lists"][string][number] {
  return [code, ...Object.entries(cells).map(([column, reading]) => [column, placeOf(reading), ...rawAndValue(reading.raw, valueText(reading))] as const)];
}

function submissionOf({ layout: number, said, lists, ...rest }: KeptSubmission, layouts: readonly Layout[]): Submission {
  const layout = layouts[number];
  if (!layout) throw new SyntaxError("a layout is missing");
  const groups: Record<Group, Record<string, Reading>> = { p: {}, s: {}, h: {}, i: {} };
  let next = 0;
  for (let at = 0; at < layout.length; at += 2) {
    const name = layout[at] ?? "";
    const [, raw = "", value] = said[next]?.[0] === at / 2 ? said[next++] ?? [] : [];
    groups[name.slice(0, 1) as Group][name.slice(2)] = readingOf(layout[at + 1] ?? "", raw, value);
  }
  if (next !== said.length) throw new SyntaxError("a cell has no place");
  return {
    ...rest, parts: groups.p as Submission["parts"], sides: groups.s, headcounts: groups.h, info: groups.i,
    lists: Object.fromEntries(Object.entries(lists).map(([id, rows]) => [id, rows.map(([code, ...cells]): ListRow =>
      ({ code, cells: Object.fromEntries(cells.map(([column, place, raw, value]) => [column, readingOf(place, raw, value)])) }))])),
  };
}

/** Sheet names may hold a `!`, addresses may not. */
const placeOf = ({ sheet, cell }: Reading): string => `${sheet}!${cell}`;

function readingOf(place: string, raw: string, value?: string): Reading {
  const cut = place.lastIndexOf("!");
  return { sheet: place.slice(0, cut), cell: place.slice(cut + 1), raw, value: valueOf(value ?? shortValue(raw), raw) };
}

/** A whole number as it is typed: by far the most there is. */
const SHORT = /^(?:0|[1-9]\d{0,14})$/;
const shortValue = (raw: string): string => (SHORT.test(raw) ? `#${raw}` : "");

function rawAndValue(raw: string, value: string): readonly [raw: string, value?: string] {
  return value === shortValue(raw) ? [raw] : [raw, value];
}

/** Empty for no value; the first sign says of what kind it is. */
function valueText({ value, raw }: Reading): string {
  switch (value?.kind) {
    case undefined: return "";
    case "number": return `#${toText(value.number)}`;
    case "bareShare": return `%${toText(value.share)}`;
    case "yesNo": return value.yes ? "+" : "-";
    case "notApplicable": return "/";
    case "date": return `@${value.iso}`;
    case "text": return value.text === raw ? "=" : `"${value.text}`;
  }
}

function valueOf(text: string, raw: string): ReadValue | null {
  const rest = text.slice(1);
  switch (text.charAt(0)) {
    case "": return null;
    case "#": return { kind: "number", number: exactOf(rest) };
    case "%": return { kind: "bareShare", share: exactOf(rest) };
    case "+": return { kind: "yesNo", yes: true };
    case "-": return { kind: "yesNo", yes: false };
    case "/": return { kind: "notApplicable" };
    case "@": return { kind: "date", iso: rest };
    case "=": return { kind: "text", text: raw };
    case '"': return { kind: "text", text: rest };
    default: throw new SyntaxError("not a value");
  }
}

function exactOf(text: string): Exact {
  const exact = fromText(text);
  if (!exact) throw new SyntaxError("not an exact number");
  return exact;
}

/**
 * Files as a book keeps them (bài nộp đã nhận): what a school's form said, cell by cell and lossless, in a few
 * hundred bytes. Forms made alike have the same cells in the same places: those are written once, as a layout.
 */
import { fromText, toText, type Exact } from "#domain/exact";
import type { KeptFile } from "#domain/report";
import type { FileReading, ListRow, Reading, ReadValue, Submission } from "#domain/submission";
import { packText, type PackedText } from "./packed-text";

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

/**
 * `lean`: what stands beside the figures (causes, facts, lists) stays packed and is unpacked each time it is asked for;
 * for tens of thousands of files, of which no more than one is looked at at a time.
 */
export function fileOfRecord(record: KeptFileRecord, layouts: readonly Layout[], lean = false): KeptFile {
  const { reading } = record;
  if (reading.kind !== "submissions") return { ...record, reading };
  const submissions = reading.submissions.map((submission) => (lean ? leanSubmission : submissionOf)(submission, layouts));
  return { ...record, reading: { ...reading, submissions } };
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
  const own = cellsOf(said, shapeIn(layouts, number), EVERYTHING);
  return { ...rest, parts: own.p as Submission["parts"], sides: own.s, headcounts: own.h, info: own.i, lists: listsOf(lists) };
}

const EVERYTHING: readonly Group[] = ["p", "s", "h", "i"];

/** What stands beside the figures, packed. */
const PACKED = Symbol("packed");

interface LeanSubmission extends Submission {
  readonly [PACKED]: { readonly shape: Shape; readonly text: PackedText };
}

type Beside = Pick<KeptSubmission, "said" | "lists">;

function leanSubmission({ layout: number, said, lists, ...rest }: KeptSubmission, layouts: readonly Layout[]): Submission {
  const shape = shapeIn(layouts, number);
  const isFigure = ([at]: Said): boolean => { const group = shape.places[at]?.group; return group === "p" || group === "h"; };
  const own = cellsOf(said.filter(isFigure), shape, ["p", "h"], true);
  const beside: Beside = { said: said.filter((one) => !isFigure(one)), lists };
  const { plan, planVersion, formVersion } = rest;
  const bare = { ...rest, plan: oneText(plan), planVersion: oneText(planVersion), formVersion: oneText(formVersion), parts: own.p, headcounts: own.h };
  return Object.defineProperties(bare, { ...UNPACKED, [PACKED]: { value: { shape, text: packText(JSON.stringify(beside)) }, enumerable: false } }) as LeanSubmission;
}

const besideOf = (own: LeanSubmission): Beside => JSON.parse(own[PACKED].text()) as Beside;
const cellsBeside = (own: LeanSubmission): Record<Group, Record<string, Reading>> => cellsOf(besideOf(own).said, own[PACKED].shape, ["s", "i"]);

/** Properties of each submission, so that copies made of it (`{ ...submission }`) have the values; their functions are the same for all. */
const UNPACKED = {
  sides: { get(this: LeanSubmission) { return cellsBeside(this).s; }, enumerable: true },
  info: { get(this: LeanSubmission) { return cellsBeside(this).i; }, enumerable: true },
  lists: { get(this: LeanSubmission) { return listsOf(besideOf(this).lists); }, enumerable: true },
};

/** The cells of some groups; blank where nothing is said of them. */
function cellsOf(said: readonly Said[], { places, groups }: Shape, wanted: readonly Group[], isShared = false): Record<Group, Record<string, Reading>> {
  const own: Record<Group, Record<string, Reading>> = { p: {}, s: {}, h: {}, i: {} };
  for (const group of wanted) own[group] = { ...groups[group] };
  for (const [at, raw, value] of said) {
    const place = places[at];
    if (!place) throw new SyntaxError("a cell has no place");
    own[place.group][place.key] = isShared ? sharedReading(place, raw, value) : readingAt(place.blank, raw, value);
  }
  return own;
}

function listsOf(lists: KeptSubmission["lists"]): Submission["lists"] {
  return Object.fromEntries(Object.entries(lists).map(([id, rows]) => [id, rows.map(([code, ...cells]): ListRow =>
    ({ code, cells: Object.fromEntries(cells.map(([column, place, raw, value]) => [column, readingOf(place, raw, value)])) }))]));
}

function shapeIn(layouts: readonly Layout[], number: number): Shape {
  const layout = layouts[number];
  if (!layout) throw new SyntaxError("a layout is missing");
  return shapeOf(layout);
}

interface Place {
  readonly group: Group;
  readonly key: string;
  readonly blank: Reading;
  /** What others said here: value → text → reading. */
  readonly known: Map<string | undefined, Map<string, Reading>>;
}

/** A layout taken apart once: a blank cell is the same object in every form that has one there. */
interface Shape {
  readonly places: readonly Place[];
  readonly groups: Readonly<Record<Group, Readonly<Record<string, Reading>>>>;
}

const shapes = new WeakMap<Layout, Shape>();

function shapeOf(layout: Layout): Shape {
  const known = shapes.get(layout);
  if (known) return known;
  const places: Place[] = [];
  for (let at = 0; at < layout.length; at += 2) {
    const name = layout[at] ?? "";
    const group = name.slice(0, 1);
    if (group !== "p" && group !== "s" && group !== "h" && group !== "i") throw new SyntaxError("not a group of cells");
    places.push({ group, key: name.slice(2), blank: readingOf(layout[at + 1] ?? "", ""), known: new Map() });
  }
  // Parsed, an object with many keys stays as small as one with few: the engine keeps its keys once for all of its copies.
  const blanksOf = (group: Group): Record<string, Reading> => {
    const own = places.filter((place) => place.group === group);
    const blanks = JSON.parse(JSON.stringify(Object.fromEntries(own.map(({ key }) => [key, null])))) as Record<string, Reading>;
    for (const { key, blank } of own) blanks[key] = blank;
    return blanks;
  };
  const shape: Shape = { places, groups: { p: blanksOf("p"), s: blanksOf("s"), h: blanksOf("h"), i: blanksOf("i") } };
  shapes.set(layout, shape);
  return shape;
}

/** Sheet names may hold a `!`, addresses may not. */
const placeOf = ({ sheet, cell }: Reading): string => `${sheet}!${cell}`;

function readingOf(place: string, raw: string, value?: string): Reading {
  return readingAt(placeIn(place), raw, value);
}

const [MOST_KNOWN, MOST_KINDS] = [1000, 20];

/** The small numbers of schools come again and again in one cell: one object serves them all. */
function sharedReading({ blank, known }: Place, raw: string, value?: string): Reading {
  const alike = known.get(value);
  const same = alike?.get(raw);
  if (same) return same;
  const own = readingAt(blank, raw, value);
  if (alike && alike.size < MOST_KNOWN) alike.set(raw, own);
  else if (!alike && known.size < MOST_KINDS) known.set(value, new Map([[raw, own]]));
  return own;
}

function readingAt({ sheet, cell }: Pick<Reading, "sheet" | "cell">, said: string, value?: string): Reading {
  const raw = said.length > LONGEST_SHARED ? said : oneText(said);
  return { sheet, cell, raw, value: valueOf(value ?? shortValue(raw), raw) };
}

/** What a thousand forms have alike is one object in memory: places, and the numbers that schools have. */
function shared<Made>(make: (text: string) => Made, most: number): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const own = make(text);
    if (made.size < most) made.set(text, own);
    return own;
  };
}

const LONGEST_SHARED = 60;
const oneText = shared((text) => text, 20_000);

const placeIn = shared((place) => {
  const cut = place.lastIndexOf("!");
  return { sheet: place.slice(0, cut), cell: place.slice(cut + 1) };
}, 5000);

const numberIn = shared((text): ReadValue => ({ kind: "number", number: exactOf(text) }), 5000);
const YES: ReadValue = { kind: "yesNo", yes: true };
const NO: ReadValue = { kind: "yesNo", yes: false };
const NOT_APPLICABLE: ReadValue = { kind: "notApplicable" };

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
    case "#": return numberIn(rest);
    case "%": return { kind: "bareShare", share: exactOf(rest) };
    case "+": return YES;
    case "-": return NO;
    case "/": return NOT_APPLICABLE;
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

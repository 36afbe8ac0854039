/** Layouts (khuôn ô): forms made alike have the same cells in the same places; those are written, and taken apart, once. */
import type { Reading } from "#domain/submission";
import { readingAt, readingOf } from "./kept-reading";

/** Parts, side columns, head counts, facts: what a form always has, under one name each, as `p:BT06.numerator`. */
export type Group = "p" | "s" | "h" | "i";

/** Names and places, in their order: `["p:BT06.numerator", "Kết quả!G12", …]`. */
export type Layout = readonly string[];

/** What a cell said: its text alone where the value is that text's number, or both. */
export type Said = readonly [place: number, raw: string, value?: string];

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

export function shapeIn(layouts: readonly Layout[], number: number): Shape {
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
export interface Shape {
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

/** The cells of some groups; blank where nothing is said of them. */
export function cellsOf(said: readonly Said[], { places, groups }: Shape, wanted: readonly Group[], isShared = false): Record<Group, Record<string, Reading>> {
  const own: Record<Group, Record<string, Reading>> = { p: {}, s: {}, h: {}, i: {} };
  for (const group of wanted) own[group] = { ...groups[group] };
  for (const [at, raw, value] of said) {
    const place = places[at];
    if (!place) throw new SyntaxError("a cell has no place");
    own[place.group][place.key] = isShared ? sharedReading(place, raw, value) : readingAt(place.blank, raw, value);
  }
  return own;
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

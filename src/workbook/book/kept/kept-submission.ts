/** One submission as a book keeps it (bài nộp được lưu): which layout it has, what was said in which of its cells, and its lists. */
import type { ListRow, Reading, Submission } from "#domain/submission";
import { placeOf, rawAndValue, readingOf, valueText } from "./kept-reading";
import { cellsOf, shapeIn, type Group, type Layout, type LayoutTable, type Said } from "./layouts";

export interface KeptSubmission extends Omit<Submission, "parts" | "sides" | "headcounts" | "info" | "lists"> {
  readonly layout: number;
  readonly said: readonly Said[];
  /** Rows with their cells: `[row code, [column, place, raw, value?], …]`. */
  readonly lists: Readonly<Record<string, readonly (readonly [code: string, ...cells: (readonly [column: string, place: string, raw: string, value?: string])[]])[]>>;
}

export function submissionRecord({ parts, sides, headcounts, info, lists, ...rest }: Submission, table: LayoutTable): KeptSubmission {
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

export function submissionOf({ layout: number, said, lists, ...rest }: KeptSubmission, layouts: readonly Layout[]): Submission {
  const own = cellsOf(said, shapeIn(layouts, number), EVERYTHING);
  return { ...rest, parts: own.p as Submission["parts"], sides: own.s, headcounts: own.h, info: own.i, lists: listsOf(lists) };
}

const EVERYTHING: readonly Group[] = ["p", "s", "h", "i"];

export function listsOf(lists: KeptSubmission["lists"]): Submission["lists"] {
  return Object.fromEntries(Object.entries(lists).map(([id, rows]) => [id, rows.map(([code, ...cells]): ListRow =>
    ({ code, cells: Object.fromEntries(cells.map(([column, place, raw, value]) => [column, readingOf(place, raw, value)])) }))]));
}

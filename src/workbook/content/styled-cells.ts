/**
 * Which look each cell of a sheet has (kiểu của từng ô), in one pass over its XML: also of cells in which nothing stands, which
 * officers type in. Anything but the plain order of rows and cells stops it, as it stops the reading of values.
 */
import { addressOf } from "#domain/snapshot";
import type { SheetContent } from "#domain/sheet-content";
import { newTag, NO_STYLE_SAID, readTag } from "../read/sheetml/cell-tag";
import { Uncertain, uncertain } from "../read/sheetml/uncertain";

export interface StyledCells {
  /** Row, column and style of every cell, in their order; counted from 0. */
  readonly places: Int32Array;
  /** Rows of a height of their own, or hidden. */
  readonly rows: SheetContent["rows"];
  /** Where a cell of a style can be looked at. */
  readonly sampleOf: ReadonlyMap<number, string>;
}

export interface Sparse {
  readonly cells: StyledCells;
  /** The sheet without its cells: one for each style, and those whose text is in runs. */
  readonly xml: string;
}

/** `runs`: shared texts whose letters differ. `null` where the sheet is not written in the plain way. */
export function sparseSheet(xml: string, runs: ReadonlySet<number>): Sparse | null {
  try {
    return taken(xml, runs);
  } catch (error) {
    if (error instanceof Uncertain) return null;
    throw error;
  }
}

const CLOSE = "</sheetData>";

function taken(xml: string, runs: ReadonlySet<number>): Sparse {
  const start = xml.indexOf("<sheetData>");
  const end = xml.indexOf(CLOSE, start);
  const extension = xml.indexOf("<extLst", start);
  if (extension >= 0 && extension < end) uncertain("more than a value in a cell");
  // Looks that whole columns or rows hand down are the library's to settle.
  if (start < 0 || end < 0 || xml.includes("<!") || xml.includes("<sheetData", end) || /<col [^>]*\bstyle="[1-9]/u.test(xml.slice(0, start))) uncertain("plain sheet");
  const places: number[] = [];
  const rows: SheetContent["rows"][number][] = [];
  const kept: string[] = [];
  const styles = new Set<number>();
  const tag = newTag();
  let lastRow = 0;
  let at = start + "<sheetData>".length;
  while (at < end) {
    if (!xml.startsWith("<row ", at)) uncertain("rows");
    const close = xml.indexOf(">", at);
    const attributes = xml.slice(at + 4, close);
    const row = rowIn(attributes);
    if (row.number <= lastRow || row.hasStyle) uncertain("rows");
    lastRow = row.number;
    if (row.height !== undefined || row.isHidden) rows.push({ row: row.number - 1, ...(row.height === undefined ? {} : { height: row.height }), ...(row.isHidden ? { hidden: true } : {}) });
    at = close + 1;
    if (attributes.endsWith("/")) continue;
    const own: string[] = [];
    let column = -1;
    while (!xml.startsWith("</row>", at)) {
      if (!xml.startsWith("<c ", at)) uncertain("cells");
      readTag(xml, at + 2, row.number, tag);
      if (tag.column <= column) uncertain("order of cells");
      column = tag.column;
      const style = tag.style === NO_STYLE_SAID ? 0 : tag.style;
      places.push(row.number - 1, column, style);
      if (style !== 0) styles.add(style);
      const behind = tag.isEmpty ? tag.end : xml.indexOf("</c>", tag.end) + 4;
      if (behind < tag.end || behind > end) uncertain("end of a cell");
      if (!tag.isEmpty && hasRuns(xml, tag.end, behind, tag.type, runs)) own.push(xml.slice(at, behind));
      at = behind;
    }
    at += "</row>".length;
    if (own.length > 0) kept.push(`<row r="${row.number}">${own.join("")}</row>`);
  }
  if (at !== end) uncertain("end of the rows");
  const samples = sampleRow([...styles], lastRow);
  const cells: StyledCells = { places: new Int32Array(places), rows, sampleOf: samples.sampleOf };
  return { cells, xml: `${xml.slice(0, start)}<sheetData>${kept.join("")}${samples.xml}${xml.slice(end)}` };
}

const NUMBER = / r="(\d{1,7})"/u;
const HEIGHT = / ht="([\d.]+)"/u;

function rowIn(attributes: string): { readonly number: number; readonly height: number | undefined; readonly isHidden: boolean; readonly hasStyle: boolean } {
  const number = Number(NUMBER.exec(attributes)?.[1] ?? uncertain("row number"));
  const height = HEIGHT.exec(attributes)?.[1];
  return { number, height: height === undefined ? undefined : Number(height), isHidden: / hidden="(?:1|true)"/u.test(attributes), hasStyle: / s="[1-9]/u.test(attributes) };
}

function hasRuns(xml: string, from: number, to: number, type: string, runs: ReadonlySet<number>): boolean {
  if (type === "inlineStr") return xml.slice(from, to).includes("<r>") ? uncertain("runs in a cell") : false;
  if (type !== "s" || runs.size === 0) return false;
  const value = /^<v>(\d+)<\/v><\/c>$/u.exec(xml.slice(from, to))?.[1] ?? uncertain("shared text");
  return runs.has(Number(value));
}

/** Below the last row, a cell of each style. */
function sampleRow(styles: readonly number[], row: number): { readonly xml: string; readonly sampleOf: ReadonlyMap<number, string> } {
  const sampleOf = new Map(styles.map((style, column) => [style, addressOf(row, column)] as const));
  return { xml: `<row r="${row + 1}">${[...sampleOf].map(([style, address]) => `<c r="${address}" s="${style}"/>`).join("")}</row>`, sampleOf };
}

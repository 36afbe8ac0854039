/** What of a sheet is not in its cells (bố cục trang): sizes, frozen panes, filter, page, colours. */
import type { SheetContent } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import { addressOf } from "#domain/snapshot";
import { readUniform } from "../read-uniform";
import { LAST_COLUMN, LAST_ROW, rangesOfAddress, rectangles } from "../ranges";
import { has } from "../run-excel";
import { areaOf, type Face } from "./face";
import { widthOfPoints } from "./sizes";

export type Layout = Pick<SheetContent, "frozen" | "filter" | "page" | "tabColour" | "showGridlines" | "merges" | "isProtected"> & {
  /** Cells that hold anything, formats included; `null`: an empty sheet. */
  readonly used: CellRange | null;
};

/** Loads of one sheet, and its layout once they are there. */
export function askLayout(sheet: Excel.Worksheet): () => Layout {
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load("address");
  const merged = has("1.13") ? used.getMergedAreasOrNullObject() : null;
  merged?.load("address");
  if (has("1.2")) sheet.protection.load("protected");
  sheet.load("name" + (has("1.7") ? ",tabColor" : "") + (has("1.8") ? ",showGridlines" : ""));
  const frozen = has("1.7") ? sheet.freezePanes.getLocationOrNullObject() : null;
  frozen?.load("address");
  const filter = has("1.9") ? sheet.autoFilter.getRangeOrNullObject() : null;
  filter?.load("address");
  const page = has("1.9") ? { layout: sheet.pageLayout, area: sheet.pageLayout.getPrintAreaOrNullObject(), titles: sheet.pageLayout.getPrintTitleRowsOrNullObject() } : null;
  page?.layout.load("orientation,zoom");
  page?.area.load("address");
  page?.titles.load("address");
  return () => ({
    used: used.isNullObject ? null : (rangesOfAddress(used.address)[0] ?? null),
    merges: !merged || used.isNullObject || merged.isNullObject ? [] : rangesOfAddress(merged.address),
    isProtected: has("1.2") && sheet.protection.protected, showGridlines: !has("1.8") || sheet.showGridlines,
    ...(has("1.7") && sheet.tabColor !== "" ? { tabColour: sheet.tabColor } : {}),
    frozen: frozenOf(firstOf(frozen)), ...optional("filter", firstOf(filter)),
    page: {
      landscape: page?.layout.orientation === "Landscape", fitToWidth: page?.layout.zoom.horizontalFitToPages === 1,
      ...optional("area", firstOf(page?.area)), ...titlesOf(firstOf(page?.titles)),
    },
  });
}

function firstOf(place: { readonly isNullObject: boolean; readonly address: string } | null | undefined): CellRange | undefined {
  return !place || place.isNullObject ? undefined : rangesOfAddress(place.address)[0];
}

function optional<Key extends string>(key: Key, range: CellRange | undefined): { readonly [K in Key]?: CellRange } {
  return (range ? { [key]: range } : {}) as { readonly [K in Key]?: CellRange };
}

function frozenOf(range: CellRange | undefined): SheetContent["frozen"] {
  if (!range) return { rows: 0, columns: 0 };
  return { rows: range.bottom >= LAST_ROW ? 0 : range.bottom + 1, columns: range.right >= LAST_COLUMN ? 0 : range.right + 1 };
}

function titlesOf(range: CellRange | undefined): Pick<SheetContent["page"], "titleRows"> {
  return range ? { titleRows: { from: range.top, to: range.bottom } } : {};
}

interface SheetSizes {
  readonly id: string;
  readonly standing: Face;
  readonly wanted: Face;
}

/** Widths and heights of the columns and rows that shall have one, and which are hidden; by sheet. */
export async function readSizes(context: Excel.RequestContext, sheets: readonly SheetSizes[], signal?: AbortSignal): Promise<ReadonlyMap<string, Pick<SheetContent, "columns" | "rows">>> {
  const columnBlocks = sheets.flatMap(({ id, standing, wanted }) => {
    const count = Math.max(areaOf(standing, wanted).columns, ...wanted.sheet.columns.map(({ column }) => column + 1));
    const sizes = new Map(wanted.sheet.columns.map((one) => [one.column, `${one.width ?? ""} ${one.hidden ?? false}`]));
    return rectangles({ rows: 1, columns: count }, (_, column) => sizes.get(column) ?? "").map(({ range }) => ({ sheet: id, range }));
  });
  const columns = await readUniform(context, columnBlocks, ({ range }) => `${lettersOf(range.left)}:${lettersOf(range.right)}`, askColumn, { hidden: false, size: 0 }, signal);
  const rowBlocks = sheets.flatMap(({ id, standing, wanted }) => {
    const count = Math.max(areaOf(standing, wanted).rows, ...wanted.sheet.rows.map(({ row }) => row + 1));
    const sizes = new Map(wanted.sheet.rows.map((one) => [one.row, `${one.height ?? ""} ${one.hidden ?? false}`]));
    return rectangles({ rows: count, columns: 1 }, (row) => sizes.get(row) ?? "").map(({ key, range }) => ({ sheet: id, range, sized: /^\d/u.test(key) }));
  });
  const sized = new Set(rowBlocks.filter((block) => block.sized).flatMap(({ sheet, range }) => rowsOf(range).map((row) => `${sheet}!${row}`)));
  const rows = await readUniform(context, rowBlocks, ({ range }) => `${range.top + 1}:${range.bottom + 1}`, (range, block) => askRow(range, sized.has(`${block.sheet}!${block.range.top}`)), { hidden: false, size: 0 }, signal);
  return new Map(sheets.map(({ id }) => [id, {
    columns: columns.filter(({ sheet }) => sheet === id).flatMap(({ range, value }) => columnsOf(range).map((column) => ({ column, hidden: value.hidden, ...(value.size === 0 ? {} : { width: widthOfPoints(value.size) }) }))),
    rows: rows.filter(({ sheet }) => sheet === id).flatMap(({ range, value }) => rowsOf(range).map((row) => ({ row, hidden: value.hidden, ...(value.size === 0 ? {} : { height: value.size }) }))),
  }]));
}

interface Size {
  readonly hidden: boolean;
  readonly size: number;
}

function askColumn(range: Excel.Range): () => Size | null {
  range.load("columnHidden");
  range.format.load("columnWidth");
  return () => sizeOf(range.columnHidden, range.format.columnWidth);
}

/** The height of a row that may have any is not asked for. */
function askRow(range: Excel.Range, sized: boolean): () => Size | null {
  range.load("rowHidden");
  if (sized) range.format.load("rowHeight");
  return () => sizeOf(range.rowHidden, sized ? range.format.rowHeight : 0);
}

function sizeOf(hidden: boolean | null, size: number | null): Size | null {
  return hidden === null || size === null ? null : { hidden, size };
}

function rowsOf({ top, bottom }: CellRange): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}

function columnsOf({ left, right }: CellRange): number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

export function lettersOf(column: number): string {
  return addressOf(0, column).slice(0, -1);
}

/**
 * Lists with free rows (danh sách): found by name, by printed row codes, or by sheet and headings. Rows a school
 * added without a code count too, as long as they stand among or right under the others.
 */
import type { FormList } from "#domain/form";
import type { Plan } from "#domain/plan";
import type { Cell } from "#domain/snapshot";
import type { ListRow, Reading } from "#domain/submission";
import { formWords } from "#messages/form-vi";
import { plainReading, type CellReader } from "./cell-reader";
import type { DefinedPlaces } from "./defined-places";
import { foldHeading } from "./form-headings";
import { foldText } from "./fold-text";
import { listName } from "../form-layout";
import { textOf, type Grid } from "./sheet-grid";

export interface ListsRequest {
  readonly lists: readonly FormList[];
  readonly plan: Plan;
  readonly grids: readonly Grid[];
  readonly places: DefinedPlaces;
  readonly reader: CellReader;
}

/** Where a list stands on its sheet. */
interface FoundList {
  readonly grid: Grid;
  readonly headRow: number;
  readonly codeColumn: number | null;
  /** Column id → column. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Filled rows of every list that is found; a list that is not there has no entry. */
export function readLists({ lists, plan, grids, places, reader }: ListsRequest): Record<string, readonly ListRow[]> {
  const read: Record<string, readonly ListRow[]> = {};
  for (const list of lists) {
    const found = findList(list, grids, places);
    if (found) read[list.id] = rowsOf(list, plan, found, reader);
  }
  return read;
}

function findList(list: FormList, grids: readonly Grid[], places: DefinedPlaces): FoundList | null {
  const named = places.among(listName(list.id), grids);
  const under = named && columnsIn(named.sheet, named.place.row, list);
  if (under && under.size > 0) return { grid: named.sheet, headRow: named.place.row, codeColumn: named.place.column, columns: under };
  const coded = grids.map((grid) => ({ grid, cell: firstCoded(grid, list) })).find(({ cell }) => cell !== null);
  if (coded?.cell) {
    for (let row = coded.cell.row - 1; row >= Math.max(0, coded.cell.row - 6); row -= 1) {
      const columns = columnsIn(coded.grid, row, list);
      if (columns.size >= 2 || columns.size === list.columns.length) return { grid: coded.grid, headRow: row, codeColumn: coded.cell.column, columns };
    }
  }
  return byHeadings(list, grids);
}

function firstCoded({ sheet }: Grid, { rowCode }: FormList): { row: number; column: number } | null {
  return sheet.cells.find(({ value }) => value?.kind === "text" && isRowCode(value.text, rowCode)) ?? null;
}

function isRowCode(text: string, prefix: string): boolean {
  if (text.length > LONGEST_ROW_CODE) return false;
  const known = rowCodes.get(prefix);
  const pattern = known ?? new RegExp(`^${prefix}[-– ]?\\d{1,3}$`, "i");
  if (!known) rowCodes.set(prefix, pattern);
  return pattern.test(text.trim());
}

const LONGEST_ROW_CODE = 40;
const rowCodes = new Map<string, RegExp>();

/** No name and no codes: the sheet of that name or under that title, with most of its headings. */
function byHeadings(list: FormList, grids: readonly Grid[]): FoundList | null {
  for (const grid of grids) {
    const isIts = foldText(grid.name) === foldText(list.sheet) || grid.sheet.cells.some((cell) => cell.row < 12 && foldText(textOf(cell)) === foldText(list.title));
    if (!isIts) continue;
    for (let row = 0; row <= Math.min(30, grid.lastRow); row += 1) {
      const columns = columnsIn(grid, row, list);
      if (columns.size < Math.max(2, list.columns.length / 2)) continue;
      const code = grid.row(row).find((cell) => [formWords.listCode, formWords.columns.code].some((label) => foldText(label) === foldText(textOf(cell))));
      return { grid, headRow: row, codeColumn: code?.column ?? null, columns };
    }
  }
  return null;
}

/** Headings are looked for so far to the right. */
const LAST_HEADING = 60;

/** Which columns the headings of a row name; a heading may stand one row lower under a merged one. */
function columnsIn(grid: Grid, row: number, list: FormList): Map<string, number> {
  const headings: (readonly [column: number, text: string, heading: string])[] = [];
  for (let column = 0; column <= Math.min(grid.lastColumn, LAST_HEADING); column += 1) {
    const text = textOf(grid.shown(row, column));
    if (text !== "") headings.push([column, foldText(text), foldHeading(text)]);
  }
  const columns = new Map<string, number>();
  if (headings.length === 0) return columns;
  const taken = new Set<number>();
  for (const { id, wanted } of wantedHeadings(list)) {
    const found = headings.find(([column, text, heading]) => !taken.has(column) && (wanted.has(text) || wanted.has(heading)));
    if (!found) continue;
    taken.add(found[0]);
    columns.set(id, found[0]);
  }
  return columns;
}

interface WantedHeading {
  readonly id: string;
  /** What it may be called, folded. */
  readonly wanted: ReadonlySet<string>;
}

const wantedByList = new WeakMap<FormList, readonly WantedHeading[]>();

function wantedHeadings(list: FormList): readonly WantedHeading[] {
  const known = wantedByList.get(list);
  if (known) return known;
  const wanted = list.columns.map(({ id, label, aliases = [] }) => ({ id, wanted: new Set([label, ...aliases].flatMap((text) => [foldText(text), foldHeading(text)])) }));
  wantedByList.set(list, wanted);
  return wanted;
}

function rowsOf(list: FormList, plan: Plan, { grid, headRow, codeColumn, columns }: FoundList, reader: CellReader): ListRow[] {
  const codeAt = (row: number): string | null => {
    const text = codeColumn === null ? "" : textOf(grid.shown(row, codeColumn)).trim();
    return isRowCode(text, list.rowCode) ? text : null;
  };
  let lastCoded = grid.lastRow;
  while (lastCoded > headRow && codeAt(lastCoded) === null) lastCoded -= 1;
  const rows: ListRow[] = [];
  const seen = new Set<string>();
  const own = new Set(columns.values());
  let place = 0;
  for (let row = headRow + 1; row <= grid.lastRow; row += 1) {
    let filled = 0;
    for (const cell of grid.row(row)) if (own.has(cell.column) && hasText(cell)) filled += 1;
    if (row > lastCoded && filled < Math.min(2, columns.size)) {
      if (filled === 0 && row === headRow + 1) continue;
      break;
    }
    if (filled > 0 && isHeadingNumbers(grid, row, columns)) continue;
    place += 1;
    if (filled === 0) continue;
    const printed = codeAt(row);
    const code = printed !== null && !seen.has(printed) ? printed : String(place);
    seen.add(code);
    rows.push({ code, cells: cellsOf(list, plan, grid, row, columns, reader) });
  }
  return rows;
}

function hasText({ value }: Cell): boolean {
  return value === null || value.kind !== "text" || value.text.trim() !== "";
}

/** `(1) (2) (3)` under the headings. */
function isHeadingNumbers(grid: Grid, row: number, columns: ReadonlyMap<string, number>): boolean {
  const texts = [...columns.values()].map((column) => textOf(grid.at(row, column)).trim()).filter((text) => text !== "");
  return texts.length > 1 && texts.every((text) => /^\(?\d{1,2}\)?$/.test(text)) && texts.every((text) => text.startsWith("("));
}

function cellsOf(list: FormList, plan: Plan, grid: Grid, row: number, columns: ReadonlyMap<string, number>, reader: CellReader): Record<string, Reading> {
  const cells: Record<string, Reading> = {};
  for (const { id, label, kind, choices, choicesFrom } of list.columns) {
    const column = columns.get(id);
    if (column === undefined) continue;
    const offered = choices ?? (choicesFrom ? plan[choicesFrom].map(({ name }) => name) : undefined);
    cells[id] = plainReading(reader.read(grid, row, column, { kind, ...(offered ? { choices: offered } : {}) }, { indicator: list.id, name: label, beside: true }));
  }
  return cells;
}

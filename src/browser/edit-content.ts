/** Changes of a shown workbook (sửa sổ đang mở): each gives a new state, what is not changed stays the same object. */
import type { CellLook, ContentCell, SheetContent, WorkbookContent } from "#domain/sheet-content";
import { gridOf, recalculate } from "#workbook/evaluate/evaluate";
import type { CellEdit } from "#workbook/patch/cell-edit";
import type { Typed } from "./typed-value";

export interface Typing extends Typed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** More formulas than this are left to the program that opens the file, or to the book being made anew. */
const MOST_FORMULAS = 1500;

export interface Edited {
  readonly content: WorkbookContent;
  readonly edits: readonly CellEdit[];
}

/** Types into several cells at once, then calculates. */
export function typeInto(content: WorkbookContent, typed: readonly Typing[]): Edited {
  const styles = [...content.styles];
  const edits: CellEdit[] = [];
  const sheets = content.sheets.map((sheet): SheetContent => {
    const own = new Map(typed.filter((one) => one.sheet === sheet.name).map((one) => [`${one.row},${one.column}`, one]));
    if (own.size === 0) return sheet;
    const cells: ContentCell[] = [];
    for (const cell of sheet.cells) {
      const one = own.get(`${cell.row},${cell.column}`);
      if (!one) cells.push(cell);
      own.delete(`${cell.row},${cell.column}`);
      if (one) cells.push(typedCell(one, cell, styles));
    }
    cells.push(...[...own.values()].filter(({ value, formula }) => value !== null || formula !== undefined).map((one) => typedCell(one, undefined, styles)));
    return { ...sheet, cells: own.size > 0 ? cells.sort((a, b) => a.row - b.row || a.column - b.column) : cells };
  });
  const next = calculated({ ...content, sheets, styles: styles.length === content.styles.length ? content.styles : styles });
  for (const { sheet, row, column, formula } of typed) {
    const value = gridOf(next.sheets.find(({ name }) => name === sheet) ?? EMPTY).get(row)?.get(column)?.value ?? null;
    edits.push({ sheet, row, column, value, ...(formula === undefined ? {} : { formula }) });
  }
  return { content: next, edits };
}

const EMPTY: SheetContent = {
  name: "", state: "visible", cells: [], merges: [], columns: [], rows: [], frozen: { rows: 0, columns: 0 }, validations: [], conditionals: [],
  isProtected: false, showGridlines: true, page: { landscape: false, fitToWidth: false },
};

export function blankWorkbook(sheet: string): WorkbookContent {
  return { sheets: [{ ...EMPTY, name: sheet }], names: [], styles: [{ font: {}, edges: {} }] };
}

export function calculated(content: WorkbookContent): WorkbookContent {
  const formulas = content.sheets.reduce((sum, { cells }) => sum + cells.reduce((own, { formula }) => own + (formula === undefined ? 0 : 1), 0), 0);
  return formulas > MOST_FORMULAS ? content : recalculate(content).content;
}

function typedCell({ row, column, value, formula, format }: Typing, before: ContentCell | undefined, styles: CellLook[]): ContentCell {
  const own = before?.style ?? 0;
  const look = styles[own];
  const style = format === undefined || look?.format !== undefined ? own : styleWith(styles, { ...(look ?? { font: {}, edges: {} }), format });
  return { row, column, value, style, ...(formula === undefined ? {} : { formula }) };
}

function styleWith(styles: CellLook[], look: CellLook): number {
  const text = JSON.stringify(look);
  const known = styles.findIndex((one) => JSON.stringify(one) === text);
  return known >= 0 ? known : styles.push(look) - 1;
}

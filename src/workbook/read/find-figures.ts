/**
 * The sheet of figures (sheet chỉ tiêu), found by the visible codes and headings: which column holds the row
 * codes, which row stands where, and what each column means. Nothing here depends on position.
 */
import type { Form, FormRow } from "#domain/form";
import type { ColumnRole } from "./form-headings";
import { foldHeading } from "./form-headings";
import { foldCode } from "./fold-text";
import { textOf, type Grid } from "./sheet-grid";
import type { SoughtForm } from "./sought-form";

export interface FiguresSheet {
  readonly grid: Grid;
  readonly codeColumn: number;
  /** Folded row code → the rows that print it, several where a row was copied. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Row → folded code of the form printed there. */
  readonly codeAt: ReadonlyMap<number, string>;
  /** Code-like text in the code column that no row of the form has. */
  readonly strangers: readonly { readonly row: number; readonly code: string }[];
  readonly columns: ReadonlyMap<ColumnRole, number>;
}

const CODE_LIKE = /^[A-Z]{2,4}\d{2}[A-Z]?(DN|CN)?$/;
/** Signs that people write around a code. */
const AROUND_CODE = 12;
/** Rows above the first code in which headings are looked for. */
const HEADING_DEPTH = 12;

/** `null` where no column of the sheet lists rows of the form. */
export function findFigures(grid: Grid, { codes: known, longestCode, roles }: SoughtForm): FiguresSheet | null {
  const column = codeColumnOf(grid, known, longestCode);
  if (column === null) return null;
  const rows = new Map<string, number[]>();
  const codeAt = new Map<number, string>();
  const strangers: { row: number; code: string }[] = [];
  for (const cell of grid.sheet.cells) {
    if (cell.column !== column) continue;
    const code = foldCode(textOf(cell));
    if (known.has(code)) {
      codeAt.set(cell.row, code);
      const lines = rows.get(code);
      if (lines) lines.push(cell.row);
      else rows.set(code, [cell.row]);
    } else if (CODE_LIKE.test(code)) strangers.push({ row: cell.row, code: textOf(cell).trim() });
  }
  const first = Math.min(...codeAt.keys());
  return { grid, codeColumn: column, rows, codeAt, strangers, columns: columnsOf(grid, first, roles) };
}

/** Whether enough of the column's codes are the form's to take the sheet for one of ours, without any other sign. */
export function isConvincing({ codeAt, strangers, columns, rows }: FiguresSheet, form: Form): boolean {
  const enough = rows.size >= Math.min(2, form.rows.length);
  return enough && codeAt.size >= 0.6 * (codeAt.size + strangers.length) && columns.has("main");
}

export const rowKey = ({ code }: Pick<FormRow, "code">): string => foldCode(code);

function codeColumnOf(grid: Grid, known: ReadonlySet<string>, longest: number): number | null {
  const found = new Map<number, Set<string>>();
  for (const cell of grid.sheet.cells) {
    if (cell.value?.kind !== "text" || cell.value.text.length > longest + AROUND_CODE) continue;
    const code = foldCode(cell.value.text);
    if (known.has(code)) found.set(cell.column, (found.get(cell.column) ?? new Set()).add(code));
  }
  const [best] = [...found].sort(([a, codesA], [b, codesB]) => codesB.size - codesA.size || a - b);
  return best?.[0] ?? null;
}

/** The lowest heading of each column that means something; of two columns with one meaning, the left one. */
function columnsOf(grid: Grid, firstRow: number, roles: ReadonlyMap<string, ColumnRole>): Map<ColumnRole, number> {
  const columns = new Map<ColumnRole, { column: number; row: number }>();
  for (let column = 0; column <= Math.min(grid.lastColumn, 200); column += 1) {
    for (let row = firstRow - 1; row >= Math.max(0, firstRow - HEADING_DEPTH); row -= 1) {
      const role = roles.get(foldHeading(textOf(grid.shown(row, column))));
      if (!role) continue;
      const known = columns.get(role);
      const covered = grid.at(row, column) === null;
      if (!known || (row > known.row && !covered)) columns.set(role, { column, row });
      break;
    }
  }
  return new Map([...columns].map(([role, { column }]) => [role, column]));
}

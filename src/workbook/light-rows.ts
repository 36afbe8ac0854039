/**
 * The long rows of a table (dòng dữ liệu), kept beside the library's sheet as plain content: a book of a province has
 * a million cells, and the library would make an object of some hundred bytes of each.
 */
import type ExcelJS from "exceljs";

/** What a cell of a table holds: a text, a number, a day, a formula with its result, or nothing. */
export type Content = string | number | null | { readonly day: string | null } | { readonly formula: string; readonly result: string | number };

/** Rows there already, or made one at a time when they are written: those of a province are never all there at once. */
export interface Rows {
  readonly length: number;
  at(index: number): readonly Content[] | undefined;
}

export interface LightColumn {
  readonly plain: Partial<ExcelJS.Style>;
  /** The look of its days, where it holds any. */
  readonly day?: Partial<ExcelJS.Style>;
  /** Nothing is written where nothing stands: nobody sees the column. */
  readonly skipsBlanks: boolean;
}

export interface LightRows {
  /** One-based. */
  readonly first: number;
  readonly columns: readonly LightColumn[];
  readonly rows: Rows;
  /** In points; left out, rows are as high as any. */
  readonly heightOf?: (row: readonly Content[]) => number;
  /** Empty rows with looks, below. */
  readonly spare: number;
}

const lightRows = new WeakMap<ExcelJS.Worksheet, LightRows>();

export function keepLight(sheet: ExcelJS.Worksheet, rows: LightRows): void {
  lightRows.set(sheet, rows);
}

export function lightRowsOf(sheet: ExcelJS.Worksheet): LightRows | null {
  return lightRows.get(sheet) ?? null;
}

export function isDay(content: Content): content is { readonly day: string | null } {
  return typeof content === "object" && content !== null && "day" in content;
}

/** The looks these rows have. */
export function looksOf({ columns }: LightRows): Partial<ExcelJS.Style>[] {
  return columns.flatMap(({ plain, day }) => (day ? [plain, day] : [plain]));
}

/** How a cell looks that holds this. */
export function lookAt({ plain, day }: LightColumn, content: Content): Partial<ExcelJS.Style> {
  return isDay(content) ? day ?? plain : plain;
}

/** As cells of the library, where a workbook has to be written by it alone. */
export function asCells(sheet: ExcelJS.Worksheet): void {
  const light = lightRowsOf(sheet);
  if (!light) return;
  lightRows.delete(sheet);
  for (let line = 0; line < light.rows.length + light.spare; line += 1) {
    const row = light.rows.at(line);
    light.columns.forEach((column, index) => {
      const content = row?.[index] ?? null;
      if (content === null && row !== undefined && column.skipsBlanks) return;
      const cell = sheet.getCell(light.first + line, index + 1);
      cell.value = cellValue(content);
      cell.style = lookAt(column, content);
    });
    if (row && light.heightOf) sheet.getRow(light.first + line).height = light.heightOf(row);
  }
}

function cellValue(content: Content): ExcelJS.CellValue {
  if (content === null || typeof content !== "object") return content;
  if (isDay(content)) return content.day === null ? null : new Date(`${content.day}T00:00:00Z`);
  return { formula: content.formula, result: content.result } as ExcelJS.CellFormulaValue;
}

/** Between sheets as values and sheets as they look (trang tính đọc được và trang tính hiển thị). */
import type { CellLook, ContentCell, Scalar, SheetContent, WorkbookContent } from "#domain/sheet-content";
import type { Cell, CellValue, WorkbookSnapshot } from "#domain/snapshot";
import { dateOf, isDateFormat } from "../read/serial-days";

/** Values without looks, for files whose looks we cannot read. */
export function contentOfSnapshot({ sheets, names }: WorkbookSnapshot): WorkbookContent {
  const styles: CellLook[] = [{ font: {}, edges: {} }];
  const styleOf = (format: string | undefined): number => {
    if (format === undefined) return 0;
    const known = styles.findIndex((look) => look.format === format);
    return known >= 0 ? known : styles.push({ font: {}, edges: {}, format }) - 1;
  };
  return {
    names, styles,
    sheets: sheets.map((sheet): SheetContent => ({
      name: sheet.name, state: sheet.state, merges: sheet.merges, columns: [], rows: [], frozen: { rows: 0, columns: 0 }, validations: [], conditionals: [],
      isProtected: false, showGridlines: true, page: { landscape: false, fitToWidth: false },
      cells: sheet.cells.map((cell): ContentCell => ({
        row: cell.row, column: cell.column, value: scalarOf(cell.value), style: styleOf(cell.format ?? (cell.value?.kind === "date" ? "dd/mm/yyyy" : undefined)),
        ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      })),
    })),
  };
}

/** A day is its serial number. */
export function scalarOf(value: CellValue | null): Scalar {
  switch (value?.kind) {
    case undefined: return null;
    case "text": return value.text;
    case "number": return value.number;
    case "boolean": return value.boolean;
    case "error": return { error: value.error };
    case "date": {
      const serial = Date.parse(`${value.iso.slice(0, 10)}T${value.iso.slice(11) || "00:00:00"}Z`) / 86_400_000 + 25_569;
      // Spreadsheets count a 29 February 1900 that never was.
      return serial < 61 ? serial - 1 : serial;
    }
  }
}

/** Shown sheets as the readers take them: what the officer sees is what is read. */
export function snapshotOf({ sheets, names, styles }: WorkbookContent): WorkbookSnapshot {
  return {
    names, hasMacros: false,
    hasExternalLinks: sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined && /\[\d+\]|\[[^\]]+\.xls/iu.test(formula))),
    sheets: sheets.map(({ name, state, cells, merges }) => ({
      name, state, merges,
      cells: cells.filter(({ value, formula }) => value !== null || formula !== undefined).map((cell) => snapshotCell(cell, styles[cell.style])),
    })),
  };
}

function snapshotCell({ row, column, value, formula }: ContentCell, look: CellLook | undefined): Cell {
  const { format, font } = look ?? {};
  return {
    row, column, value: valueOf(value, format), ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }),
    ...(font?.name === undefined ? {} : { font: font.name }),
  };
}

function valueOf(value: Scalar, format: string | undefined): CellValue | null {
  if (value === null) return null;
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "boolean") return { kind: "boolean", boolean: value };
  if (typeof value === "object") return { kind: "error", error: value.error };
  if (format !== undefined && isDateFormat(format)) return dateOf(value, false) ?? { kind: "number", number: value };
  return { kind: "number", number: value };
}

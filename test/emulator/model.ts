/** The emulated workbook in memory: sheets, cells and what Excel keeps beside them. */
import type { CellLook, Scalar } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";

export interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/** Never changed in place: cells of one look share it. */
export interface Look {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly color: string;
  readonly fill: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly locked: boolean;
  readonly top: Line | null;
  readonly right: Line | null;
  readonly bottom: Line | null;
  readonly left: Line | null;
}

export const PLAIN: Look = {
  name: "Calibri", size: 11, bold: false, italic: false, underline: "None", strikethrough: false, color: "#000000", fill: "",
  horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, indentLevel: 0, locked: true, top: null, right: null, bottom: null, left: null,
};

export interface EmulatedCell {
  value: Scalar;
  /** Without `=`. */
  formula?: string;
  format: string;
  look: Look;
  rule: DataRule | null;
}

export interface DataRule {
  readonly type: string;
  readonly rule: object;
  readonly errorAlert: object;
  readonly prompt: object;
  readonly ignoreBlanks: boolean;
}

export interface Conditional {
  readonly id: string;
  ranges: CellRange[];
  formula: string;
  font: { color: string | null; bold: boolean | null; italic: boolean | null; underline: string | null; strikethrough: boolean | null };
  fill: string | null;
  stopIfTrue: boolean;
}

export interface Series {
  name: string;
  values: string;
  categories: string;
  colour: string;
}

export interface Chart {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  legend: { visible: boolean; position: string };
  readonly series: Series[];
  at: string;
}

export interface Name {
  name: string;
  /** With `=`, as Excel gives it. */
  formula: string;
  readonly visible: boolean;
}

export interface EmulatedSheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** By row, then column. */
  readonly rows: Map<number, Map<number, EmulatedCell>>;
  merges: CellRange[];
  /** Points. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenColumns: Set<number>;
  readonly hiddenRows: Set<number>;
  frozen: CellRange | null;
  filter: CellRange | null;
  page: { orientation: string; zoom: object; area: CellRange | null; titles: CellRange | null };
  tabColor: string;
  showGridlines: boolean;
  protection: { readonly options: object; readonly password: string | null } | null;
  /** The first to hold first. */
  conditionals: Conditional[];
  charts: Chart[];
  names: Name[];
}

export interface EmulatedWorkbook {
  name: string;
  sheets: EmulatedSheet[];
  names: Name[];
  isStructureProtected: boolean;
  active: string;
  selected: CellRange;
  /** Files opened beside this one. */
  readonly opened: Uint8Array[];
  nextId: number;
}

export const FULL: CellRange = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

export function newWorkbook(name: string): EmulatedWorkbook {
  return { name, sheets: [], names: [], isStructureProtected: false, active: "", selected: { top: 0, left: 0, bottom: 0, right: 0 }, opened: [], nextId: 1 };
}

export function newSheet(workbook: EmulatedWorkbook, name: string): EmulatedSheet {
  return {
    id: `{${String(workbook.nextId++).padStart(8, "0")}}`, name, visibility: "Visible", rows: new Map(), merges: [], columnWidths: new Map(), rowHeights: new Map(),
    hiddenColumns: new Set(), hiddenRows: new Set(), frozen: null, filter: null, page: { orientation: "Portrait", zoom: { scale: 100 }, area: null, titles: null },
    tabColor: "", showGridlines: true, protection: null, conditionals: [], charts: [], names: [],
  };
}

export function cellAt(sheet: EmulatedSheet, row: number, column: number): EmulatedCell | undefined {
  return sheet.rows.get(row)?.get(column);
}

/** The cell, made where there was none. */
export function ensureCell(sheet: EmulatedSheet, row: number, column: number): EmulatedCell {
  let line = sheet.rows.get(row);
  if (!line) sheet.rows.set(row, line = new Map());
  let cell = line.get(column);
  if (!cell) line.set(column, cell = { value: null, format: "General", look: PLAIN, rule: null });
  return cell;
}

/** An edge lies on both cells it parts. */
export function setEdge(sheet: EmulatedSheet, row: number, column: number, side: "top" | "right" | "bottom" | "left", line: Line | null): void {
  const put = (r: number, c: number, edge: typeof side): void => {
    if (r < 0 || c < 0) return;
    if (line === null && !cellAt(sheet, r, c)) return;
    const cell = ensureCell(sheet, r, c);
    cell.look = { ...cell.look, [edge]: line };
  };
  put(row, column, side);
  if (side === "top") put(row - 1, column, "bottom");
  if (side === "bottom") put(row + 1, column, "top");
  if (side === "left") put(row, column - 1, "right");
  if (side === "right") put(row, column + 1, "left");
}

/** Cells that hold anything; `valuesOnly`: a value or a formula. */
export function usedRange(sheet: EmulatedSheet, valuesOnly: boolean): CellRange | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of sheet.rows) {
    for (const [column, cell] of line) {
      const filled = cell.value !== null || cell.formula !== undefined;
      if (!filled && (valuesOnly || (cell.look === PLAIN && cell.format === "General"))) continue;
      [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
    }
  }
  return bottom < 0 ? null : { top, left, bottom, right };
}

export function lookOf(look: CellLook): Omit<Look, "top" | "right" | "bottom" | "left"> {
  const across = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
  const down = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
  return {
    name: look.font.name ?? PLAIN.name, size: look.font.size ?? PLAIN.size, bold: look.font.bold ?? false, italic: look.font.italic ?? false,
    underline: look.font.underline ? "Single" : "None", strikethrough: look.font.strike ?? false, color: look.font.colour ?? "#000000", fill: look.fill ?? "",
    horizontalAlignment: look.across ? across[look.across] : "General", verticalAlignment: down[look.down ?? "bottom"],
    wrapText: look.wrap ?? false, indentLevel: look.indent ?? 0, locked: look.locked ?? true,
  };
}

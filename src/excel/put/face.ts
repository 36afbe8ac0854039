/**
 * A sheet as it stands in Excel, or as it shall stand (mặt trang tính), in one shape: so what differs is found by
 * comparing plain values, and taking back is the same change the other way round.
 */
import type { CellLook, ContentCell, Edge, SheetContent } from "#domain/sheet-content";
import type { Area } from "../ranges";

export interface Face {
  readonly sheet: SheetContent;
  readonly styles: readonly CellLook[];
}

/** Cells and looks of a face by place. */
export interface FaceGrid {
  readonly cellAt: (row: number, column: number) => ContentCell | undefined;
  readonly formatAt: (row: number, column: number) => string;
  /** Place in `looks`; looks differ in more than the number format. */
  readonly lookAt: (row: number, column: number) => number;
  readonly looks: readonly CellLook[];
}

/** Rows and columns that hold anything in any of the faces. */
export function areaOf(...faces: readonly Face[]): Area {
  let [rows, columns] = [0, 0];
  for (const { sheet } of faces) {
    for (const { row, column } of sheet.cells) {
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    }
    for (const { bottom, right } of sheet.merges) {
      rows = Math.max(rows, bottom + 1);
      columns = Math.max(columns, right + 1);
    }
  }
  return { rows, columns };
}

/**
 * An edge between two cells belongs to both: Excel draws it where either has it, and removing it from one removes it
 * from the other. So each cell's look is given the edges that are seen around it.
 */
export function faceGrid({ sheet, styles }: Face, { rows, columns }: Area): FaceGrid {
  const cells = new Map(sheet.cells.map((cell) => [cell.row * columns + cell.column, cell]));
  const cellAt = (row: number, column: number): ContentCell | undefined => cells.get(row * columns + column);
  const known = shared<CellLook>((look) => JSON.stringify({ ...look, edges: undefined, format: undefined }));
  const edges = shared<Edge | undefined>((edge) => (edge ? `${edge.style} ${edge.colour ?? ""}` : ""));
  const none = edges.numberOf(undefined);
  const plain: CellLook = { font: {}, edges: {} };
  const parts = [...styles, plain].map((look) => ({
    base: known.numberOf(look), top: edges.numberOf(look.edges.top), right: edges.numberOf(look.edges.right),
    bottom: edges.numberOf(look.edges.bottom), left: edges.numberOf(look.edges.left),
  }));
  const partsAt = (row: number, column: number): (typeof parts)[number] => {
    const style = row < 0 || column < 0 || row >= rows || column >= columns ? undefined : cellAt(row, column)?.style;
    return (parts[style ?? styles.length] ?? parts[styles.length]) as (typeof parts)[number];
  };
  const looks: CellLook[] = [];
  const numbers = new Map<string, number>();
  const ids = new Int32Array(rows * columns);
  const either = (first: number, second: number): number => (first === none ? second : first);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const own = partsAt(row, column);
      const [top, right] = [either(partsAt(row - 1, column).bottom, own.top), either(own.right, partsAt(row, column + 1).left)];
      const [bottom, left] = [either(own.bottom, partsAt(row + 1, column).top), either(partsAt(row, column - 1).right, own.left)];
      const key = `${own.base} ${top} ${right} ${bottom} ${left}`;
      let number = numbers.get(key);
      if (number === undefined) {
        const named = { top: edges.at(top), right: edges.at(right), bottom: edges.at(bottom), left: edges.at(left) };
        const seen = Object.fromEntries(Object.entries(named).filter(([, edge]) => edge !== undefined)) as CellLook["edges"];
        const { format: _format, ...look } = known.at(own.base) ?? plain;
        number = looks.push({ ...look, edges: seen }) - 1;
        numbers.set(key, number);
      }
      ids[row * columns + column] = number;
    }
  }
  return {
    cellAt, looks, lookAt: (row, column) => ids[row * columns + column] ?? 0,
    formatAt: (row, column) => styles[cellAt(row, column)?.style ?? -1]?.format ?? "General",
  };
}

/** Equal things once; a thing's number is its place. */
function shared<Thing>(keyOf: (thing: Thing) => string): { readonly numberOf: (thing: Thing) => number; readonly at: (number: number) => Thing | undefined } {
  const things: Thing[] = [];
  const numbers = new Map<string, number>();
  return {
    at: (number) => things[number],
    numberOf: (thing) => {
      const key = keyOf(thing);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, things.length);
      return things.push(thing) - 1;
    },
  };
}

/** Whether a cell that looks like `standing` already looks as wanted; what is not stated of the font may be anything. */
export function lookFits(wanted: CellLook, standing: CellLook): boolean {
  const [a, b] = [wanted.font, standing.font];
  return (a.name === undefined || a.name === b.name) && (a.size === undefined || a.size === b.size)
    && (a.bold ?? false) === (b.bold ?? false) && (a.italic ?? false) === (b.italic ?? false)
    && (a.underline ?? false) === (b.underline ?? false) && (a.strike ?? false) === (b.strike ?? false)
    && inkOf(a.colour) === inkOf(b.colour) && paperOf(wanted.fill) === paperOf(standing.fill)
    && wanted.across === standing.across && (wanted.down ?? "bottom") === (standing.down ?? "bottom")
    && (wanted.wrap ?? false) === (standing.wrap ?? false) && (wanted.indent ?? 0) === (standing.indent ?? 0) && (wanted.locked ?? true) === (standing.locked ?? true)
    && sides.every((side) => edgeKey(wanted.edges[side]) === edgeKey(standing.edges[side]));
}

const sides = ["top", "right", "bottom", "left"] as const;

function edgeKey(edge: Edge | undefined): string {
  return edge ? `${edge.style} ${inkOf(edge.colour)}` : "";
}

function inkOf(colour: string | undefined): string {
  return (colour ?? "#000000").toUpperCase();
}

/** Excel tells a white fill and no fill by the same word. */
function paperOf(fill: string | undefined): string {
  return (fill ?? "#FFFFFF").toUpperCase();
}

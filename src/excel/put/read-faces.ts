/** Our sheets as they stand (trang của mình đang có), read before anything is written: to write only what differs, and to take back. */
import type { CellLook, ContentCell, SheetContent } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import { readCells, type ReadCell } from "../read-cells";
import { rectangles } from "../ranges";
import type { Uniform } from "../read-uniform";
import { stateOf } from "../read-workbook";
import { areaOf, faceGrid, type Face } from "./face";
import { askLayout, readSizes, type Layout } from "./read-layout";
import { readLooks } from "./read-looks";
import { readConditionals, readValidations } from "./read-rules";

export interface Wanted {
  /** Excel's own id of the sheet: it stays when the sheet is renamed. */
  readonly id: string;
  readonly face: Face;
}

/** `looks: false`: looks, widths and heights are not asked for. */
export async function readFaces(context: Excel.RequestContext, wanted: readonly Wanted[], options: { readonly looks: boolean; readonly signal?: AbortSignal | undefined }): Promise<ReadonlyMap<string, Face>> {
  const { signal } = options;
  const sheets = wanted.map(({ id }) => context.workbook.worksheets.getItem(id));
  sheets.forEach((sheet) => sheet.load("visibility"));
  const takers = sheets.map(askLayout);
  await context.sync();
  const layouts = new Map(wanted.map(({ id }, index) => [id, (takers[index] as () => Layout)()]));
  const blocks = wanted.flatMap(({ id }) => used(layouts.get(id)).map((range) => ({ sheet: id, range })));
  const cells = await readCells(context, blocks, { signal, blanks: true });
  const plain = new Map(wanted.map(({ id, face }, index) => [id, plainFace(face.sheet.name, stateOf(sheets[index]?.visibility ?? ""), layouts.get(id) as Layout, cells.get(id) ?? [])]));
  const looks = options.looks ? await readLooks(context, wanted.flatMap(({ id, face }) => lookBlocks(id, face, layouts.get(id))), signal) : [];
  const ruled = wanted.flatMap(({ id, face }) => ruleBlocks(id, face, layouts.get(id)));
  const validations = await readValidations(context, ruled, signal);
  const conditionals = await readConditionals(context, wanted.map(({ id }) => id), signal);
  const sizes = options.looks ? await readSizes(context, wanted.map(({ id, face }) => ({ id, wanted: face, standing: plain.get(id) as Face })), signal) : new Map<string, Pick<SheetContent, "columns" | "rows">>();
  return new Map([...plain].map(([id, face]) => [id, {
    ...withLooks(face, looks.filter(({ sheet }) => sheet === id)),
    sheet: {
      ...withLooks(face, looks.filter(({ sheet }) => sheet === id)).sheet, ...(sizes.get(id) ?? {}),
      validations: validations.get(id) ?? [], conditionals: (conditionals.get(id) ?? []).map(({ look }) => look),
    },
  }]));
}

function used(layout: Layout | undefined): readonly CellRange[] {
  return layout?.used ? [layout.used] : [];
}

function plainFace(name: string, state: SheetContent["state"], { used: _used, ...layout }: Layout, cells: readonly ReadCell[]): Face {
  const styles: CellLook[] = [{ font: {}, edges: {} }];
  const numbers = new Map<string, number>([["", 0]]);
  const styleOf = (format = ""): number => {
    const known = numbers.get(format) ?? styles.push({ font: {}, edges: {}, format }) - 1;
    numbers.set(format, known);
    return known;
  };
  const placed = cells.map(({ format, ...cell }): ContentCell => ({ ...cell, style: styleOf(format) }));
  return { styles, sheet: { ...layout, name, state, cells: placed, columns: [], rows: [], validations: [], conditionals: [] } };
}

/** Rectangles that shall look alike, over all that stands and all that shall stand. */
function lookBlocks(sheet: string, face: Face, layout: Layout | undefined): { sheet: string; range: CellRange }[] {
  const area = reach(face, layout);
  const grid = faceGrid(face, area);
  return rectangles(area, (row, column) => grid.lookAt(row, column)).map(({ range }) => ({ sheet, range }));
}

function ruleBlocks(sheet: string, face: Face, layout: Layout | undefined): { sheet: string; range: CellRange }[] {
  const area = reach(face, layout);
  const rules = new Map<number, number>();
  const columns = Math.max(area.columns, ...face.sheet.validations.flatMap(({ ranges }) => ranges.map(({ right }) => right + 1)));
  let { rows } = area;
  face.sheet.validations.forEach(({ ranges }, number) => {
    for (const { top, left, bottom, right } of ranges) {
      rows = Math.max(rows, bottom + 1);
      for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) rules.set(row * columns + column, number);
    }
  });
  return rectangles({ rows, columns }, (row, column) => rules.get(row * columns + column) ?? -1).map(({ range }) => ({ sheet, range }));
}

function reach(face: Face, layout: Layout | undefined): { rows: number; columns: number } {
  const { rows, columns } = areaOf(face);
  return { rows: Math.max(rows, (layout?.used?.bottom ?? -1) + 1), columns: Math.max(columns, (layout?.used?.right ?? -1) + 1) };
}

/** Looks that were read, laid under the cells; a cell of a look alone is a cell too. */
function withLooks(face: Face, looks: readonly Uniform<CellLook>[]): Face {
  if (looks.length === 0) return face;
  const styles: CellLook[] = [];
  const numbers = new Map<string, number>();
  const byPlace = new Map(face.sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const cells: ContentCell[] = [];
  for (const { range: { top, left, bottom, right }, value } of looks) {
    const lookKey = JSON.stringify(value);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const known = byPlace.get(`${row}:${column}`);
        const format = face.styles[known?.style ?? 0]?.format;
        const key = `${format ?? ""}|${lookKey}`;
        let style = numbers.get(key);
        if (style === undefined) {
          style = styles.push({ ...value, ...(format === undefined ? {} : { format }) }) - 1;
          numbers.set(key, style);
        }
        cells.push({ ...(known ?? { row, column, value: null }), style });
      }
    }
  }
  return { styles, sheet: { ...face.sheet, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) } };
}

/** Rectangles of cells out of Excel (đọc ô): values, formulas and number formats in large pieces. */
import type { CellRange } from "#domain/snapshot";
import type { Scalar } from "#domain/sheet-content";
import { askAll, type Question } from "./batches";
import { formulaOf, looksLikeError, scalarOfRaw } from "./cell-values";
import { HostStop } from "./host-faults";
import { addressOfRange, cellCount, halves, splitRange } from "./ranges";

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
  readonly formula?: string;
  readonly format?: string;
}

/** A rectangle of one sheet. */
export interface Block {
  readonly sheet: string;
  readonly range: CellRange;
}

interface Matrices extends Block {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Cells asked for at once. */
const PIECE = 10_000;
/** Most that Excel hands over of one sheet on any platform. */
const MOST_CELLS = 5_000_000;

/** By sheet, filled cells in row-then-column order; with `blanks`, formatted blank ones too. Sheets are named by id or name. */
export async function readCells(context: Excel.RequestContext, blocks: readonly Block[], options: { readonly signal?: AbortSignal | undefined; readonly blanks?: boolean } = {}): Promise<Map<string, ReadCell[]>> {
  const tooLarge = blocks.find(({ range }) => cellCount(range) > MOST_CELLS);
  if (tooLarge) throw new HostStop({ kind: "too-large", bytes: cellCount(tooLarge.range) * 20 });
  const pieces = blocks.flatMap(({ sheet, range }) => splitRange(range, PIECE).map((piece) => ({ sheet, range: piece })));
  const read = await askAll(context, pieces.map(matrices), options.signal);
  const errors = await errorPlaces(context, read, options.signal);
  const sheets = new Map<string, ReadCell[]>(blocks.map(({ sheet }) => [sheet, []]));
  for (const block of read) {
    const cells = sheets.get(block.sheet) ?? [];
    collect(block, errors, options.blanks === true, cells);
    sheets.set(block.sheet, cells);
  }
  return sheets;
}

function matrices({ sheet, range }: Block): Question<Matrices> {
  return {
    cells: cellCount(range),
    ask: (context) => {
      const proxy = context.workbook.worksheets.getItem(sheet).getRange(addressOfRange(range));
      proxy.load("values,formulas,numberFormat");
      return () => ({ sheet, range, values: proxy.values as unknown[][], formulas: proxy.formulas as unknown[][], formats: proxy.numberFormat as unknown[][] });
    },
    divide: () => halves(range).map((half) => matrices({ sheet, range: half })),
  };
}

/** Pieces in which a text looks like an error are asked for the types of their cells. */
async function errorPlaces(context: Excel.RequestContext, read: readonly Matrices[], signal: AbortSignal | undefined): Promise<ReadonlySet<string>> {
  const doubtful = read.filter(({ values }) => values.some((line) => line.some(looksLikeError)));
  const typed = await askAll(context, doubtful.map(types), signal);
  const places = new Set<string>();
  for (const { sheet, range, types: lines } of typed) {
    lines.forEach((line, down) => line.forEach((type, across) => {
      if (type === "Error") places.add(`${sheet}!${range.top + down}:${range.left + across}`);
    }));
  }
  return places;
}

interface TypeMatrix extends Block {
  readonly types: readonly (readonly unknown[])[];
}

function types({ sheet, range }: Block): Question<TypeMatrix> {
  return {
    cells: cellCount(range),
    ask: (context) => {
      const proxy = context.workbook.worksheets.getItem(sheet).getRange(addressOfRange(range));
      proxy.load("valueTypes");
      return () => ({ sheet, range, types: proxy.valueTypes as unknown[][] });
    },
    divide: () => halves(range).map((half) => types({ sheet, range: half })),
  };
}

function collect({ sheet, range, values, formulas, formats }: Matrices, errors: ReadonlySet<string>, blanks: boolean, cells: ReadCell[]): void {
  values.forEach((line, down) => line.forEach((raw, across) => {
    const [row, column] = [range.top + down, range.left + across];
    const formula = formulaOf(formulas[down]?.[across], raw);
    const code = formats[down]?.[across];
    const format = typeof code === "string" && code !== "General" && code !== "" ? code : undefined;
    const known = scalarOfRaw(raw, looksLikeError(raw) && errors.has(`${sheet}!${row}:${column}`));
    const value = known === null && formula !== undefined ? "" : known;
    if (value === null && !(blanks && format !== undefined)) return;
    cells.push({ row, column, value, ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }) });
  }));
}

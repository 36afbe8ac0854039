/** Letters and references of the data sheet's columns, for the formulas that read it. */
import { bookWords as words } from "#messages/book-vi";
import type { TableColumn } from "./table";
import { FIRST_ROW } from "./table";

const head = words.columns;
const column = (key: keyof typeof head, width: number, more: Partial<TableColumn> = {}): TableColumn => ({ key, heading: head[key], width, ...more });
const number = { format: "#,##0.########" } as const;

export interface DataLayout {
  readonly columns: readonly TableColumn[];
  /** Deepest path in the tree: one column of ancestors a level. */
  readonly depth: number;
  readonly rows: number;
}

export interface LayoutFacts {
  readonly depth: number;
  readonly rows: number;
  readonly isRegistration: boolean;
  /** `part/whole` of targets over another indicator's đạt. */
  readonly pairs: readonly string[];
}

/** The data sheet's columns; as many ancestor columns as the tree is deep. */
export function dataLayout({ depth, rows, isRegistration, pairs }: LayoutFacts): DataLayout {
  const input = { input: true } as const;
  const hidden = { hidden: true } as const;
  const levels = (key: (level: number) => string, heading: string): TableColumn[] =>
    Array.from({ length: depth }, (_, index): TableColumn => ({ key: key(index + 1), heading: `${heading} ${index + 1}`, width: 8, hidden: true }));
  return {
    depth, rows,
    columns: [
      column("unit", 10), column("name", 34), column("kind", 11), column("direct", 9, hidden), ...levels((level) => `path${level}`, head.parent),
      column("indicator", 9), column("indicatorName", 44, { wrap: true }), column("measure", 9, hidden), column("scope", 8, hidden), column("weight", 8, hidden), column("weightIn", 8, hidden),
      column("reportedState", 13), column("reportedCode", 8, hidden), column("reportedN", 11, number), column("reportedD", 11, number), column("reportedStartN", 11, number), column("reportedStartD", 11, number), column("reportedText", 30, { wrap: true }),
      { ...column(isRegistration ? "correctionPercent" : "correctionN", 13, { ...number, ...input }), key: "correctionN" }, column("correctionD", 13, { ...number, ...input }),
      column("correctionStartN", 13, { ...number, ...input }), column("correctionStartD", 13, { ...number, ...input }), column("reason", 26, { ...input, wrap: true }), column("reasonCheck", 15),
      column("correctionCode", 8, hidden), column("effectiveState", 9, hidden), column("effectiveN", 11, number), column("effectiveD", 11, number), column("effectiveStartN", 11, number), column("effectiveStartD", 11, number), column("bareShare", 9, hidden),
      ...pairs.flatMap((pair) => [{ key: pairKey(pair), heading: pair, width: 8, hidden: true } as const, ...levels((level) => `${pairKey(pair)}At${level}`, pair)]),
      column("origin", 15), column("path", 34), column("sheet", 12), column("cell", 10), column("raw", 20),
    ],
  };
}

/** Key of the column that says how a unit stands to a part and its whole; `…At1` beside it, the nodes at which both answers are its own. */
export const pairKey = (pair: string): string => `pair${pair.replace(/[^A-Za-z0-9]/g, "")}`;

const lettersByLayout = new WeakMap<DataLayout, ReadonlyMap<string, string>>();

export function letterOf(layout: DataLayout, key: string): string {
  const known = lettersByLayout.get(layout) ?? new Map(layout.columns.map((column, index) => [column.key, lettersOf(index)]));
  lettersByLayout.set(layout, known);
  const letter = known.get(key);
  if (letter === undefined) throw new RangeError(`The data sheet has no column ${key}.`);
  return letter;
}

/** Letters of a zero-based column. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** The whole column on the data sheet, absolute. */
export function rangeOf(layout: DataLayout, key: string): string {
  const letter = letterOf(layout, key);
  return `'${words.sheets.data}'!$${letter}$${FIRST_ROW}:$${letter}$${lastRow(layout)}`;
}

/** A block of ancestor columns (`path`, or `pair…At`), whose column is picked by a node's depth. */
export function levelBlock(layout: DataLayout, key: string): string {
  return `'${words.sheets.data}'!$${letterOf(layout, `${key}1`)}$${FIRST_ROW}:$${letterOf(layout, `${key}${layout.depth}`)}$${lastRow(layout)}`;
}

const lastRow = (layout: DataLayout): number => FIRST_ROW + Math.max(layout.rows, 1) - 1;

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

/** The data sheet's columns; as many ancestor columns as the tree is deep. */
export function dataLayout(depth: number, rows: number, isRegistration: boolean, pairs: readonly string[]): DataLayout {
  const input = { input: true } as const;
  const hidden = { hidden: true } as const;
  const path = Array.from({ length: depth }, (_, index): TableColumn => ({ key: `path${index + 1}`, heading: `${head.parent} ${index + 1}`, width: 8, hidden: true }));
  return {
    depth, rows,
    columns: [
      column("unit", 10), column("name", 34), column("kind", 11), column("direct", 9, hidden), ...path,
      column("indicator", 9), column("indicatorName", 44, { wrap: true }), column("measure", 9, hidden), column("weight", 8, hidden),
      column("reportedState", 13), column("reportedN", 11, number), column("reportedD", 11, number), column("reportedStartN", 11, number), column("reportedStartD", 11, number), column("reportedText", 30, { wrap: true }),
      { ...column(isRegistration ? "correctionPercent" : "correctionN", 13, { ...number, ...input }), key: "correctionN" }, column("correctionD", 13, { ...number, ...input }),
      column("correctionStartN", 13, { ...number, ...input }), column("correctionStartD", 13, { ...number, ...input }), column("reason", 26, { ...input, wrap: true }), column("reasonCheck", 15),
      column("effectiveState", 9, hidden), column("effectiveN", 11, number), column("effectiveD", 11, number), column("effectiveStartN", 11, number), column("effectiveStartD", 11, number), column("knownD", 9, hidden),
      ...pairs.map((pair): TableColumn => ({ key: pairKey(pair), heading: pair, width: 8, hidden: true })),
      column("origin", 15), column("path", 34), column("sheet", 12), column("cell", 10), column("raw", 20),
    ],
  };
}

/** Key of the column that says how a unit stands to a part and its whole. */
export const pairKey = (pair: string): string => `pair${pair.replace(/[^A-Za-z0-9]/g, "")}`;

export function letterOf(layout: DataLayout, key: string): string {
  const index = layout.columns.findIndex((candidate) => candidate.key === key);
  if (index < 0) throw new RangeError(`The data sheet has no column ${key}.`);
  let letters = "";
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** The whole column on the data sheet, absolute. */
export function rangeOf(layout: DataLayout, key: string): string {
  const letter = letterOf(layout, key);
  return `'${words.sheets.data}'!$${letter}$${FIRST_ROW}:$${letter}$${lastRow(layout)}`;
}

/** The block of ancestor columns, whose column is picked by a node's depth. */
export function pathBlock(layout: DataLayout): string {
  return `'${words.sheets.data}'!$${letterOf(layout, "path1")}$${FIRST_ROW}:$${letterOf(layout, `path${layout.depth}`)}$${lastRow(layout)}`;
}

const lastRow = (layout: DataLayout): number => FIRST_ROW + Math.max(layout.rows, 1) - 1;

/**
 * Recalculation (tính lại) of a shown workbook, for when no spreadsheet program does it. What a formula says and we do
 * not understand keeps the value it has, and is counted; nothing is guessed.
 */
import type { ContentCell, Scalar, SheetContent, WorkbookContent } from "#domain/sheet-content";
import { functions } from "./functions";
import { NotUnderstood, parseFormula, type Node, type Operator } from "./parse-formula";
import { CellError, cellwise, compareValues, numberOf, single, textOf, type Block, type Value } from "./values";

export interface Recalculated {
  readonly content: WorkbookContent;
  /** Formulas whose values could not be told anew. */
  readonly stale: number;
}

/** How far from the cell it was written for a formula is used. */
export interface Away {
  readonly rows: number;
  readonly columns: number;
}

export interface Evaluator {
  /** A formula as if it stood on that sheet, used so many rows and columns away; `null`: not understood. */
  readonly valueOf: (formula: string, sheet: string, away?: Away) => Scalar | null;
  readonly cell: (sheet: string, row: number, column: number) => Scalar;
  readonly block: (formula: string, sheet: string) => Block | null;
}

/** Every formula anew; sheets of which nothing changed stay the same object. */
export function recalculate(content: WorkbookContent): Recalculated {
  const bench = workbench(content);
  let stale = 0;
  const sheets = content.sheets.map((sheet): SheetContent => {
    let changed = false;
    const cells = sheet.cells.map((cell): ContentCell => {
      if (cell.formula === undefined) return cell;
      const value = bench.cell(sheet.name, cell.row, cell.column);
      if (bench.isStale(sheet.name, cell.row, cell.column)) stale += 1;
      if (same(value, cell.value)) return cell;
      changed = true;
      return { ...cell, value };
    });
    return changed ? { ...sheet, cells } : sheet;
  });
  return { content: sheets.some((sheet, index) => sheet !== content.sheets[index]) ? { ...content, sheets } : content, stale };
}

/** Evaluates formulas that stand in no cell: of validations and conditional looks. */
export function evaluator(content: WorkbookContent): Evaluator {
  return workbench(content);
}

function same(a: Scalar, b: Scalar): boolean {
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null) return a.error === b.error;
  return a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= Math.abs(a) * 1e-14);
}

const trees = new Map<string, Node | null>();
const MOST_TREES = 50_000;

function treeOf(formula: string): Node | null {
  const known = trees.get(formula);
  if (known !== undefined) return known;
  if (trees.size >= MOST_TREES) trees.clear();
  let tree: Node | null = null;
  try {
    tree = parseFormula(formula);
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
  }
  trees.set(formula, tree);
  return tree;
}

interface Bench extends Evaluator {
  readonly isStale: (sheet: string, row: number, column: number) => boolean;
}

function workbench(content: WorkbookContent): Bench {
  const sheets = new Map(content.sheets.map((sheet) => [sheet.name.toLowerCase(), gridOf(sheet)]));
  const names = new Map(content.names.map(({ name, refersTo }) => [name.toLowerCase(), refersTo]));
  const found = new Map<ContentCell, Scalar>();
  const stale = new Set<ContentCell>();
  const open = new Set<ContentCell>();

  function cell(sheet: string, row: number, column: number): Scalar {
    const stored = sheets.get(sheet.toLowerCase())?.get(row)?.get(column);
    if (!stored) return null;
    if (stored.formula === undefined) return stored.value;
    const known = found.get(stored);
    if (known !== undefined || found.has(stored)) return known ?? null;
    const value = compute(stored, sheet);
    found.set(stored, value);
    return value;
  }

  function compute(stored: ContentCell, sheet: string): Scalar {
    const tree = treeOf(stored.formula ?? "");
    // A circle, or a formula that is not understood: what stands there stays.
    if (!tree || open.has(stored)) {
      stale.add(stored);
      return stored.value;
    }
    open.add(stored);
    try {
      const value = single(evaluate(tree, sheet));
      return value ?? 0;
    } catch (error) {
      if (error instanceof CellError) return { error: error.error };
      if (!(error instanceof NotUnderstood)) throw error;
      stale.add(stored);
      return stored.value;
    } finally {
      open.delete(stored);
    }
  }

  function evaluate(node: Node, sheet: string): Value {
    switch (node.kind) {
      case "value": return node.value;
      case "range": return node.isCell ? cell(node.sheet ?? sheet, node.top, node.left) : block(node, sheet);
      case "name": return named(node.name, sheet);
      case "negative": return cellwise([evaluate(node.of, sheet)], ([value = null]) => -numberOf(value));
      case "positive": return evaluate(node.of, sheet);
      case "percent": return cellwise([evaluate(node.of, sheet)], ([value = null]) => numberOf(value) / 100);
      case "binary": return binary(node, sheet);
      case "call": {
        const call = functions[node.name];
        if (!call) throw new NotUnderstood(node.name);
        return call(node.given.map((argument) => () => evaluate(argument, sheet)));
      }
    }
  }

  function block({ sheet: own, top, left, bottom, right }: Extract<Node, { kind: "range" }>, sheet: string): Block {
    const rows: Scalar[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const line: Scalar[] = [];
      for (let column = left; column <= right; column += 1) line.push(cell(own ?? sheet, row, column));
      rows.push(line);
    }
    return { rows };
  }

  function named(name: string, sheet: string): Value {
    const refersTo = names.get(name.toLowerCase());
    const tree = refersTo === undefined ? null : treeOf(refersTo.replace(/^=/u, ""));
    if (!tree) throw new NotUnderstood(name);
    return evaluate(tree, sheet);
  }

  function binary({ operator, left, right }: Extract<Node, { kind: "binary" }>, sheet: string): Value {
    return cellwise([evaluate(left, sheet), evaluate(right, sheet)], ([a = null, b = null]) => operate(operator, a, b));
  }

  const guarded = <Result>(formula: string, run: (tree: Node) => Result): Result | null => {
    const tree = treeOf(formula);
    if (!tree) return null;
    try {
      return run(tree);
    } catch (error) {
      if (error instanceof NotUnderstood || error instanceof CellError) return null;
      throw error;
    }
  };
  return {
    cell,
    isStale: (sheet, row, column) => {
      const stored = sheets.get(sheet.toLowerCase())?.get(row)?.get(column);
      return stored !== undefined && stale.has(stored);
    },
    valueOf: (formula, sheet, away) => guarded(formula, (tree) => single(evaluate(away ? moved(tree, away) : tree, sheet))),
    block: (formula, sheet) => guarded(formula, (tree) => {
      const value = evaluate(tree, sheet);
      return typeof value === "object" && value !== null && "rows" in value ? value : { rows: [[value]] };
    }),
  };
}

function operate(operator: Operator, a: Scalar, b: Scalar): Scalar {
  switch (operator) {
    case "&": return textOf(a) + textOf(b);
    case "+": return settled(numberOf(a), numberOf(b));
    case "-": return settled(numberOf(a), -numberOf(b));
    case "*": return numberOf(a) * numberOf(b);
    case "^": return numberOf(a) ** numberOf(b);
    case "/": {
      const by = numberOf(b);
      if (by === 0) throw new CellError("#DIV/0!");
      return numberOf(a) / by;
    }
    case "=": return compareValues(a, b) === 0;
    case "<>": return compareValues(a, b) !== 0;
    case "<": return compareValues(a, b) < 0;
    case ">": return compareValues(a, b) > 0;
    case "<=": return compareValues(a, b) <= 0;
    case ">=": return compareValues(a, b) >= 0;
  }
}

/** A sum that is nothing but binary noise is nought, as spreadsheet programs have it. */
function settled(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < Math.abs(a) * 2 ** -49 ? 0 : sum;
}

function moved(node: Node, away: Away): Node {
  switch (node.kind) {
    case "range": return {
      ...node, top: node.top + (node.fixed.top ? 0 : away.rows), bottom: node.bottom + (node.fixed.bottom ? 0 : away.rows),
      left: node.left + (node.fixed.left ? 0 : away.columns), right: node.right + (node.fixed.right ? 0 : away.columns),
    };
    case "call": return { ...node, given: node.given.map((argument) => moved(argument, away)) };
    case "binary": return { ...node, left: moved(node.left, away), right: moved(node.right, away) };
    case "negative":
    case "positive":
    case "percent": return { ...node, of: moved(node.of, away) };
    default: return node;
  }
}

const grids = new WeakMap<SheetContent, ReadonlyMap<number, ReadonlyMap<number, ContentCell>>>();

/** Cells by row and column, made once for each state of a sheet. */
export function gridOf(sheet: SheetContent): ReadonlyMap<number, ReadonlyMap<number, ContentCell>> {
  const known = grids.get(sheet);
  if (known) return known;
  const rows = new Map<number, Map<number, ContentCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  }
  grids.set(sheet, rows);
  return rows;
}

/**
 * Whether a figure meets its targets, as formulas on whole numbers: numerator × q against p × denominator, never a
 * rounded percentage. A typed percentage is compared with the target written the same way.
 */
import { multiply, parseExact, toDecimal, type Exact } from "#domain/exact";
import type { FormRow } from "#domain/form";
import type { Comparator, Target } from "#domain/plan";
import { allOf, called, compared, minus, rounded, times, lit, type Expr } from "./formula";

/** The cells of one row, and of its first row where the row is the end of a tăng/giảm. */
export interface RowCells {
  readonly main: Expr;
  readonly base?: Expr;
  readonly start?: { readonly main: Expr; readonly base: Expr };
}

const HUNDRED: Exact = { n: 100n, d: 1n };
/** Decimals of a typed percentage that count when it is set against a ratio. */
const PERCENT_SCALE = 1_000_000;

/** Holds when every binding target is met; `null` where none can be judged on this row. */
export function meetsTargets(row: FormRow, targets: readonly Target[], cells: RowCells): Expr | null {
  const tests = targets.map((target) => meets(row, target, cells)).filter((test) => test !== null);
  return tests.length === 0 ? null : allOf(...tests);
}

function meets(row: FormRow, target: Target, { main, base, start }: RowCells): Expr | null {
  const value = parseExact(target.value);
  if (!value || target.of !== undefined) return null;
  const relation = relationOf(target.comparator);
  if (row.main === "value" || (row.main === "numerator" && target.basis === "count")) return target.basis === "count" ? compared(main, relation, number(value)) : null;
  if (row.main === "numerator" && base && target.basis === "share") return compared(times(main, big(value.d)), relation, times(base, big(value.n)));
  if (row.main === "percent" && target.basis === "share") return compared(main, relation, number(multiply(value, HUNDRED)));
  if (!start || target.basis !== "change") return null;
  const fall = row.main === "endNumerator" && base
    ? { by: minus(times(start.main, base), times(main, start.base)), unit: times(start.base, base), scale: 100n }
    : { by: minus(times(start.main, lit(100 * PERCENT_SCALE)), times(rounded(times(main, lit(PERCENT_SCALE)), 0), start.base)), unit: times(start.base, lit(PERCENT_SCALE)), scale: 1n };
  const moved = target.comparator === "reduceBy" ? fall.by : times(lit(-1), fall.by);
  return compared(times(moved, big(value.d * fall.scale)), relation, times(fall.unit, big(value.n)));
}

/** A decrease that its start makes impossible (đã ở mức thấp nhất). */
export function atFloor(targets: readonly Target[], start: NonNullable<RowCells["start"]>): Expr | null {
  const tests = targets.filter(({ comparator, basis }) => comparator === "reduceBy" && basis === "change").map(({ value }) => parseExact(value)).filter((value) => value !== null && value.n > 0n);
  const [value] = tests;
  return value ? compared(times(start.main, big(value.d * 100n)), "<", times(start.base, big(value.n))) : null;
}

function relationOf(comparator: Comparator): "=" | "<" | "<=" | ">" | ">=" {
  return comparator === "reduceBy" || comparator === "increaseBy" ? ">=" : comparator;
}

const big = (value: bigint): Expr => lit(Number(value));
const number = (value: Exact): Expr => {
  const text = toDecimal(value, 20);
  return called(text, Number(text));
};

/** Holding one known value against one target, exactly (đạt hay chưa đạt). */
import { compare, divide, multiply, parseExact, subtract, ONE, ZERO, type Exact } from "./exact";
import type { Figure } from "./figure";
import type { Comparator, Target } from "./plan";

const HUNDRED: Exact = { n: 100n, d: 1n };

/** Whether the value stands as the comparator asks. For `reduceBy` and `increaseBy` the value is how much it fell or rose. */
export function meets(value: Exact, comparator: Comparator, target: Exact): boolean {
  const side = compare(value, target);
  switch (comparator) {
    case ">": return side > 0;
    case "<": return side < 0;
    case "<=": return side <= 0;
    case "=": return side === 0;
    default: return side >= 0;
  }
}

/**
 * The value of one unit's figure on a target's basis: a number, a share of 1, or the points by which it fell
 * (reduceBy) or rose. `null` where there is none, or where the target is over another indicator's đạt.
 */
export function valueFor(figure: Figure, { basis, comparator, of }: Pick<Target, "basis" | "comparator" | "of">): Exact | null {
  if (of !== undefined) return null;
  if (figure.state === "notReported") return basis === "share" ? figure.bareShare ?? null : null;
  if (figure.state !== "reported") return null;
  switch (figure.measure) {
    case "count": return basis === "count" ? figure.value : null;
    case "ratio": return basis === "share" ? divide(figure.numerator, figure.denominator) : basis === "count" ? figure.numerator : null;
    case "yesNo": return basis === "change" ? null : figure.yes ? ONE : ZERO;
    case "change": return basis === "change" ? moved(figure, comparator) : null;
    case "text": return null;
  }
}

type Change = Extract<Figure, { measure: "change" }>;

function moved({ start, end }: Change, comparator: Comparator): Exact | null {
  const [from, to] = [percentOf(start), percentOf(end)];
  if (!from || !to) return null;
  return comparator === "reduceBy" ? subtract(from, to) : subtract(to, from);
}

function percentOf({ numerator, denominator }: Change["start"]): Exact | null {
  const share = divide(numerator, denominator);
  return share && multiply(share, HUNDRED);
}

/** The start, in percent, of a decrease that cannot be made from it (0,1 % cannot fall 0,3 points): đã ở mức thấp nhất. */
export function floorStart(figure: Figure, target: Target): Exact | null {
  if (figure.state !== "reported" || figure.measure !== "change" || target.comparator !== "reduceBy") return null;
  const start = percentOf(figure.start);
  return start && compare(start, targetValue(target)) < 0 ? start : null;
}

/** The plan's schema has checked that it is a decimal. */
export function targetValue(target: Target): Exact {
  return parseExact(target.value) ?? ZERO;
}

/**
 * Holding everything a figure can still become against one value, exactly (so sánh chính xác).
 *
 * `n/d ⋈ p/q` is asked as `q·n − p·d ⋈ 0`. In that form every missing unit adds its own independent amount,
 * so the least and the greatest over all completions are found without trying them, and no end is ever a
 * limit that is approached without being there.
 */
import { firstGrowth, isOfWholes, pairedOf, turningPoints, type Ends, type Reach } from "./bounds";
import { compare, multiply, reduce, type Exact } from "./exact";
import type { Verdict } from "./figure";

/** The comparators that stand between a value and a number; `reduceBy` and `increaseBy` become one of them. */
export type PlainComparator = ">=" | ">" | "<=" | "<" | "=";

/**
 * Decided exactly when every completion that has a value agrees; with none, undecided. For `=` it matters
 * whether the value can be met at all: against 100 % one failing pupil is already `notMet`.
 */
export function compareReach(reach: Reach, comparator: PlainComparator, value: Exact): Verdict {
  const first = firstGrowth(reach);
  if (reach.growth !== null && first > reach.growth) return "undecided";
  if (reach.growth === 0n && reach.gain?.n === 0n) return holds(compare(reach.n, multiply(reach.d, value)), comparator) ? "met" : "notMet";
  const form = linearForm(reach, reduce(value), first);
  return comparator === "=" ? compareEqual(form) : judge(signs(form.least), signs(form.greatest), comparator);
}

function holds(sign: number, comparator: PlainComparator): boolean {
  switch (comparator) {
    case ">=": return sign >= 0;
    case ">": return sign > 0;
    case "<=": return sign <= 0;
    case "<": return sign < 0;
    case "=": return sign === 0;
  }
}

/** The same for a value that lies anywhere between two ends (tăng/giảm: the difference of two fractions). */
export function compareEnds(ends: Ends, comparator: PlainComparator, value: Exact): Verdict {
  const low = compare(ends.low, value);
  const high = ends.high === null ? 1 : compare(ends.high, value);
  if (comparator === "=") {
    if (low === 0 && high === 0) return "met";
    const outside = low > 0 || high < 0 || (low === 0 && !ends.lowReached) || (high === 0 && !ends.highReached);
    return outside ? "notMet" : "undecided";
  }
  // An end that is not reached lies strictly inside: just above the low one, just below the high one.
  return judge(low === 0 && !ends.lowReached ? 1 : low, high === 0 && !ends.highReached ? -1 : high, comparator);
}

/** From the signs of (least − value) and (greatest − value). */
function judge(least: number, greatest: number, comparator: Exclude<PlainComparator, "=">): Verdict {
  switch (comparator) {
    case ">=": return least >= 0 ? "met" : greatest < 0 ? "notMet" : "undecided";
    case ">": return least > 0 ? "met" : greatest <= 0 ? "notMet" : "undecided";
    case "<=": return greatest <= 0 ? "met" : least > 0 ? "notMet" : "undecided";
    case "<": return greatest < 0 ? "met" : least >= 0 ? "notMet" : "undecided";
  }
}

type Infinite = "below" | "above";
interface LinearForm {
  readonly least: bigint | Infinite;
  readonly greatest: bigint | Infinite;
  /** Whether some completion makes the form exactly zero. */
  readonly attainsZero: () => boolean;
}

function signs(value: bigint | Infinite): number {
  if (typeof value === "string") return value === "below" ? -1 : 1;
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

function compareEqual({ least, greatest, attainsZero }: LinearForm): Verdict {
  if (least === 0n && greatest === 0n) return "met";
  return attainsZero() ? "undecided" : "notMet";
}

function linearForm(reach: Reach, { n: p, d: q }: Exact, first: bigint): LinearForm {
  const { growth, paired } = reach;
  const scale = reach.n.d * reach.d.d * (reach.gain?.d ?? 1n);
  const n = reach.n.n * (scale / reach.n.d);
  const d = reach.d.n * (scale / reach.d.d);
  const most = reach.gain === null ? null : n + reach.gain.n * (scale / reach.gain.d);
  const lowest = (y: bigint): bigint => q * n - p * (d + scale * y);
  const least = p <= 0n ? lowest(first) : growth === null ? "below" : lowest(growth);
  const whole = isOfWholes(reach);
  const attainsZero = (): boolean => hasWhole(whole
    ? wholeConditions({ n: n / scale, d: d / scale, most: most === null ? null : most / scale, p, q, first, growth, paired })
    : fractionConditions({ n, d, most, p, q, first, growth, paired, scale }));
  const rises = growth === null && (paired === null ? q > p : p < 0n);
  if (most === null || rises) return { least, greatest: "above", attainsZero };
  const highest = (y: bigint): bigint => q * (most + scale * pairedOf(reach, y)) - p * (d + scale * y);
  const greatest = turningPoints(reach, first).map(highest).reduce((a, b) => (a < b ? b : a));
  return { least, greatest, attainsZero };
}

/** `a·k ≥ b`. */
type Condition = readonly [a: bigint, b: bigint];
interface Equation {
  readonly n: bigint;
  readonly d: bigint;
  readonly most: bigint | null;
  readonly p: bigint;
  readonly q: bigint;
  readonly first: bigint;
  readonly growth: bigint | null;
  readonly paired: bigint | null;
}

/** In whole numbers `numerator/denominator = p/q` in lowest terms means numerator = p·k, denominator = q·k. */
function wholeConditions({ n, d, most, p, q, first, growth, paired }: Equation): Condition[] {
  const conditions: Condition[] = [[q, d + first], [p, n]];
  if (growth !== null) conditions.push([-q, -(d + growth)]);
  if (most !== null) conditions.push([q - p, d - most]);
  if (most !== null && paired !== null) conditions.push([-p, -(most + paired)]);
  return conditions;
}

/** Where numerators may be any fraction, `k` is the growth itself and the numerator follows from it. */
function fractionConditions({ n, d, most, p, q, first, growth, paired, scale }: Equation & { readonly scale: bigint }): Condition[] {
  const conditions: Condition[] = [[1n, first], [p * scale, q * n - p * d]];
  if (growth !== null) conditions.push([-1n, -growth]);
  if (most !== null) conditions.push([(q - p) * scale, p * d - q * most]);
  if (most !== null && paired !== null) conditions.push([-p * scale, p * d - q * (most + scale * paired)]);
  return conditions;
}

/** Whether some whole number satisfies all conditions; the first one always bounds it from below. */
function hasWhole(conditions: readonly Condition[]): boolean {
  let low = 0n;
  let high: bigint | null = null;
  for (const [a, b] of conditions) {
    if (a === 0n && b > 0n) return false;
    if (a > 0n) { const bound = -floorDivide(-b, a); if (bound > low) low = bound; }
    if (a < 0n) { const bound = floorDivide(-b, -a); if (high === null || bound < high) high = bound; }
  }
  return high === null || low <= high;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

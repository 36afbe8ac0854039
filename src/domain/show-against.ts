/**
 * Values written beside a target (số hiển thị cạnh mức kế hoạch): with as many digits as it takes for what is
 * shown to stand on its own side of the target. 74,999… % against `trên 75 %` is never written 75 %.
 */
import { compare, isEndless, multiply, rounded, toText, type Exact } from "./exact";
import type { Target } from "./plan";

export type Basis = Target["basis"];

const LEAST_DIGITS = 2;
const MOST_DIGITS = 30;

/**
 * Decimal text with a point; a share as percent (`99.28%`), a count and a change (in points) as they are.
 * A value equal to a target that no decimal writes whole (five ninths, as registered) is rounded like any other.
 *
 * @example showAgainst({ n: 74999n, d: 100000n }, { n: 3n, d: 4n }, "share") // "74.999%"
 */
export function showAgainst(value: Exact, target: Exact, basis: Basis): string {
  const [shown, bound] = [scaled(value, basis), scaled(target, basis)];
  const side = compare(shown, bound);
  const digits = side === 0 && isEndless(shown) ? LEAST_DIGITS : leastDigits((most) => compare(rounded(shown, most), bound) === side);
  return written(rounded(shown, digits), basis);
}

/**
 * Two values neither of which is written whole (kết quả so với mức đã đăng ký), with digits enough for both that the
 * shown ones stand to each other as the values do.
 *
 * @example showBoth({ n: 1114n, d: 1000n }, { n: 1109n, d: 1000n }, "count") // ["1.114", "1.109"]
 */
export function showBoth(one: Exact, other: Exact, basis: Basis): readonly [string, string] {
  const [a, b] = [scaled(one, basis), scaled(other, basis)];
  const side = compare(a, b);
  const digits = leastDigits((most) => compare(rounded(a, most), rounded(b, most)) === side);
  return [written(rounded(a, digits), basis), written(rounded(b, digits), basis)];
}

/** A target as the plan has it, whole: `99.5%`, `344`, `0.3`. */
export function showTarget(target: Exact, basis: Basis): string {
  return written(scaled(target, basis), basis);
}

function leastDigits(isTold: (digits: number) => boolean): number {
  let digits = LEAST_DIGITS;
  while (digits < MOST_DIGITS && !isTold(digits)) digits += 1;
  return digits;
}

/** As it is read: a share in percent. */
function scaled(value: Exact, basis: Basis): Exact {
  return basis === "share" ? multiply(value, { n: 100n, d: 1n }) : value;
}

function written(value: Exact, basis: Basis): string {
  return toText(value) + (basis === "share" ? "%" : "");
}

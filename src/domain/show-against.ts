/**
 * Values written beside a target (số hiển thị cạnh mức kế hoạch): with as many digits as it takes for what is
 * shown to stand on its own side of the target. 74,999… % against `trên 75 %` is never written 75 %.
 */
import { compare, multiply, toText, type Exact } from "./exact";
import type { Target } from "./plan";

export type Basis = Target["basis"];

const MOST_DIGITS = 30;

/**
 * Decimal text with a point; a share as percent (`99.28%`), a count and a change (in points) as they are.
 *
 * @example showAgainst({ n: 74999n, d: 100000n }, { n: 3n, d: 4n }, "share") // "74.999%"
 */
export function showAgainst(value: Exact, target: Exact, basis: Basis): string {
  const scale: Exact = { n: basis === "share" ? 100n : 1n, d: 1n };
  const shown = multiply(value, scale);
  const bound = multiply(target, scale);
  const side = Math.sign(compare(shown, bound));
  let digits = 2;
  while (digits < MOST_DIGITS && Math.sign(compare(rounded(shown, digits), bound)) !== side) digits += 1;
  return toText(rounded(shown, digits)) + (basis === "share" ? "%" : "");
}

/** A target as the plan has it, whole: `99.5%`, `344`, `0.3`. */
export function showTarget(target: Exact, basis: Basis): string {
  return basis === "share" ? `${toText(multiply(target, { n: 100n, d: 1n }))}%` : toText(target);
}

/** Half away from zero. */
function rounded({ n, d }: Exact, digits: number): Exact {
  const scale = 10n ** BigInt(digits);
  const size = n < 0n ? -n : n;
  const whole = (2n * size * scale + d) / (2n * d);
  return { n: n < 0n ? -whole : whole, d: scale };
}

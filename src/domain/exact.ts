/**
 * Exact arithmetic for figures (số liệu tính chính xác).
 *
 * A target of `trên 75%` must not be met by 74,999…% that a computer rounded up, so every figure
 * and every target is a fraction of whole numbers and comparisons cross-multiply them.
 */

/** A rational number `n / d`, `d` always positive. Not necessarily in lowest terms. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

/** A whole number, or a ratio of two. Throws when the base is zero: 0/0 is "not applicable", decided before. */
export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  const numerator = BigInt(n);
  const denominator = BigInt(d);
  if (denominator === 0n) throw new RangeError("A fraction over zero is not a figure.");
  return denominator < 0n ? { n: -numerator, d: -denominator } : { n: numerator, d: denominator };
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a decimal string with a point (`"99.5"`, `"-0.3"`, `"1e-7"`) exactly; `null` for anything else.
 * Vietnamese notation is read in `workbook`, which knows the cell; this is the notation of plan files.
 */
export function parseExact(text: string): Exact | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? reduce({ n: digits, d: 10n ** BigInt(scale) }) : { n: digits * 10n ** BigInt(-scale), d: 1n };
}

/** The shortest decimal that a stored double stands for: 0.955 is 955/1000, not its binary neighbour. */
export function exactOfNumber(value: number): Exact | null {
  return Number.isFinite(value) ? parseExact(String(value)) : null;
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Exact, b: Exact): Exact {
  const d = a.d * b.d;
  return d === 1n ? { n: a.n * b.n, d } : reduce({ n: a.n * b.n, d });
}

/** `a / b`; `null` when `b` is zero (nothing to divide by: not applicable). */
export function divide(a: Exact, b: Exact): Exact | null {
  if (b.n === 0n) return null;
  const n = a.n * b.d;
  const d = a.d * b.n;
  return reduce(d < 0n ? { n: -n, d: -d } : { n, d });
}

/** Negative when `a < b`, zero when equal, positive when `a > b`. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Exact, b: Exact): boolean {
  return a.n * b.d === b.n * a.d;
}

export function isWhole(a: Exact): boolean {
  return a.n % a.d === 0n;
}

export function isNegative(a: Exact): boolean {
  return a.n < 0n;
}

export function sum(values: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** The nearest double, for JSON and for cells. Never compare with it. */
export function toNumber(a: Exact): number {
  const { n, d } = reduce(a);
  if (d === 1n) return Number(n);
  const limit = 1n << 53n;
  const size = n < 0n ? -n : n;
  if (size < limit && d < limit) return Number(n) / Number(d);
  // Sixty binary digits and more, the last one set where more follow: rounded once, as the value itself would be.
  const shift = 64 + bits(d) - bits(size);
  const [over, under] = shift >= 0 ? [size << BigInt(shift), d] : [size, d << BigInt(-shift)];
  const found = Number(over / under | (over % under === 0n ? 0n : 1n));
  // In two steps: two to the power of all of it may be no double though the value is.
  const half = Math.trunc(shift / 2);
  return (n < 0n ? -found : found) * 2 ** -half * 2 ** -(shift - half);
}

/** Binary digits, a few more than there are. */
function bits(size: bigint): number {
  return size.toString(16).length * 4;
}

/** A decimal string with a point, cut (not rounded) after `digits` places; trailing zeros dropped. */
export function toDecimal(a: Exact, digits: number): string {
  const scaled = (a.n * 10n ** BigInt(digits)) / a.d;
  const negative = scaled < 0n;
  const text = (negative ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? "" : text.slice(-digits).replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** Lossless text: a decimal when it ends (`"95.5"`), else `"n/d"`. Read back with `fromText`. */
export function toText(a: Exact): string {
  const { n, d } = reduce(a);
  if (d === 1n) return n.toString();
  let rest = d;
  let places = 0;
  while (rest % 10n === 0n) { rest /= 10n; places += 1; }
  while (rest % 2n === 0n) { rest /= 2n; places += 1; }
  while (rest % 5n === 0n) { rest /= 5n; places += 1; }
  return rest === 1n ? toDecimal({ n, d }, places) : `${n}/${d}`;
}

/** Half away from zero, as it is taught in school. */
export function rounded({ n, d }: Exact, digits: number): Exact {
  const scale = 10n ** BigInt(digits);
  const size = n < 0n ? -n : n;
  const whole = (2n * size * scale + d) / (2n * d);
  return { n: n < 0n ? -whole : whole, d: scale };
}

/** Whether no decimal writes it whole: a third, five ninths. */
export function isEndless(a: Exact): boolean {
  let rest = reduce(a).d;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest !== 1n;
}

/** Reads what `toText` wrote; `null` for anything else. */
export function fromText(text: string): Exact | null {
  const parts = /^(-?\d+)\/(\d+)$/.exec(text);
  if (!parts) return parseExact(text);
  const d = BigInt(parts[2] ?? "0");
  return d === 0n ? null : { n: BigInt(parts[1] ?? "0"), d };
}

/** Lowest terms; zero is 0/1. */
export function reduce({ n, d }: Exact): Exact {
  if (d === 1n) return { n, d };
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? ZERO : { n: n / a, d: d / a };
}

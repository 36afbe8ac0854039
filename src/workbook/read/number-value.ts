/** Counts and percentages out of stored and typed numbers, with every doubt named (số trong ô). */
import { compare, exact, exactOfNumber, isNegative, isWhole, multiply, reduce, toText, type Exact } from "#domain/exact";
import { ambiguous, doubtfulIf, refuse, type CellKind, type CellReading } from "./cell-findings";
import type { TypedNumber } from "./typed-number";

const LIMIT = exact(1_000_000_000);
const HUNDRED = exact(100);

/** Excel keeps 15 digits: what lies beyond is the noise of binary arithmetic. */
export function precise(number: number): Exact {
  return exactOfNumber(Number(number.toPrecision(15))) ?? exact(0);
}

/** Without loss, a point before decimals. */
export function numberText(number: Exact): string {
  return toText(reduce(number));
}

/** A `%` that multiplies by a hundred, not one printed as a letter (`0.0"%"`). */
export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && withoutLetters(format).includes("%");
}

/** A percent sign that is only printed. */
export function printsPercentSign(format: string | undefined): boolean {
  return format !== undefined && format.includes("%") && !isPercentFormat(format);
}

function withoutLetters(format: string): string {
  return format.replace(/"[^"]*"|\\./gu, "");
}

/** A sum of thirds may miss its whole number by a hair. */
export function nearWhole(value: Exact): Exact {
  const nearest = (value.n * 2n + value.d) / (value.d * 2n);
  const gap = value.n - nearest * value.d;
  return (gap < 0n ? -gap : gap) * 1_000_000_000n < value.d ? exact(nearest) : value;
}

/** Refuses what no office counts. */
export function bounded(reading: CellReading, value: Exact, found: string): CellReading {
  const size = isNegative(value) ? { n: -value.n, d: value.d } : value;
  return compare(size, LIMIT) > 0 ? refuse("cell-too-large", found) : reading;
}

/** A whole number from zero on. */
export function whole(value: Exact, found: string, doubtful = false): CellReading {
  if (isNegative(value)) return refuse("cell-negative", found);
  if (!isWhole(value)) return refuse("cell-fraction", found);
  return bounded({ value: { kind: "number", number: reduce(value) }, ...doubtfulIf(doubtful, found, numberText(value)) }, value, found);
}

/** A share of 1, from a cell shown as a percentage. */
export function share(value: Exact, found: string): CellReading {
  if (isNegative(value)) return refuse("cell-negative", found);
  return value.n > value.d ? refuse("cell-over-hundred", found) : { value: { kind: "bareShare", share: value } };
}

function percentNumber(value: Exact, found: string, doubtful: boolean): CellReading {
  if (isNegative(value)) return refuse("cell-negative", found);
  if (compare(value, HUNDRED) > 0) return refuse("cell-over-hundred", found);
  return { value: { kind: "number", number: value }, ...doubtfulIf(doubtful, found, `${numberText(value)} %`) };
}

/** Without a percent sign, 0.955 may be 95,5 % or 0,955 %, and 1 may be 1 % or all. */
export function barePercent(value: Exact, found: string, shownAsPercent: boolean): CellReading {
  const small = value.n > 0n && value.n <= value.d;
  if (!small) return percentNumber(value, found, false);
  if (shownAsPercent) return percentNumber(value, found, true);
  return ambiguous(found, `${numberText(value)} %`, `${numberText(multiply(value, HUNDRED))} %`);
}

/** `12/38` in one cell. */
export function typedPair(typed: Extract<TypedNumber, { kind: "pair" }>, found: string, kind: CellKind): CellReading {
  const { first, second } = typed;
  if (kind === "numerator" && isWhole(first) && isWhole(second)) return { ...whole(first, found), base: reduce(second) };
  if (kind === "percent" && second.n > 0n && isWhole(first) && isWhole(second)) {
    const percentage = { n: first.n * 100n * second.d, d: first.d * second.n };
    return { ...percentNumber(reduce(percentage), found, true), base: reduce(second) };
  }
  return ambiguous(found, numberText(first), numberText(second));
}

/** A typed number, by what the cell asks. */
export function typedNumber(typed: Extract<TypedNumber, { kind: "number" }>, found: string, kind: CellKind): CellReading {
  const [decimal, grouped] = typed.readings;
  const { doubtful, percent } = typed;
  switch (kind) {
    case "count":
    case "denominator":
    case "numerator": {
      if (percent) return kind === "numerator" ? share({ n: decimal.n, d: decimal.d * 100n }, found) : refuse("cell-not-a-number", found);
      // A count is whole: of `1.234` only 1234 can be one.
      if (!grouped || isWhole(decimal)) return grouped ? ambiguous(found, numberText(decimal), numberText(grouped)) : whole(decimal, found, doubtful);
      return whole(grouped, found, true);
    }
    case "percent":
      // More than a hundred percent is no reading where the sign is typed; without it, it may be a count gone astray.
      if (percent) return percentNumber(decimal, found, doubtful || grouped !== undefined);
      if (grouped) return ambiguous(found, `${numberText(decimal)} %`, numberText(grouped));
      if (doubtful && decimal.n > 0n && decimal.n <= decimal.d) return ambiguous(found, `${numberText(decimal)} %`, `${numberText(multiply(decimal, HUNDRED))} %`);
      return doubtful ? percentNumber(decimal, found, true) : barePercent(decimal, found, false);
    default:
      if (grouped) return ambiguous(found, numberText(decimal), numberText(grouped));
      return bounded({ value: { kind: "number", number: percent ? { n: decimal.n, d: decimal.d * 100n } : decimal }, ...doubtfulIf(doubtful, found, numberText(decimal)) }, decimal, found);
  }
}


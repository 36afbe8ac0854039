/**
 * Numbers, percentages, days and order as Vietnamese officers write them (1.250; 99,28 %; thứ Sáu 17/10/2025).
 * Digits are cut from the exact value, never from a double, so that what is shown is what was compared.
 */
import { compare, equals, fromText, isEndless, rounded, type Exact } from "#domain/exact";

const HUNDRED = 100n;
const MOST_DIGITS = 20;

/** A whole number with its thousands (1.250). */
export function formatWhole(value: number | bigint): string {
  return grouped(value.toString());
}

/**
 * A value with as many decimals as it has; one that does not end is rounded.
 * Beside a target it gets as many digits as it takes to stand on its own side of it: 0,99498 against
 * 0,995 is not written 0,995.
 *
 * @example exactNumber({ n: 2n, d: 3n }) // "0,67"
 */
export function exactNumber(value: Exact, against?: Exact, leastDigits = 2): string {
  let digits = decimalsOf(value) ?? leastDigits;
  if (digits > 4) digits = leastDigits;
  // Two thirds against two thirds: no digit more would show it better.
  const same = against && equals(value, against) && isEndless(value);
  while (against && !same && digits < MOST_DIGITS && compare(rounded(value, digits), against) !== compare(value, against)) digits += 1;
  return written(rounded(value, digits), digits);
}

/** A share of 1 as percent (0.9928 → 99,28 %), on its own side of a target share. */
export function exactPercent(share: Exact, against?: Exact): string {
  return `${exactNumber(hundredfold(share), against && hundredfold(against))} %`;
}

/** A difference of two shares, already in percentage points (0,3 điểm %). */
export function exactPoints(points: Exact, against?: Exact): string {
  return `${exactNumber(points, against)} điểm %`;
}

/** Figures inside a neutral text ("412/415 = 99.28%") in Vietnamese notation (412/415 = 99,28 %). */
export function localiseFigures(text: string): string {
  return text
    .replace(/\d+(?:\.\d+)?/g, (figure) => {
      const [whole = "", fraction] = figure.split(".");
      return grouped(whole) + (fraction === undefined ? "" : `,${fraction}`);
    })
    .replace(/(\d)%/g, "$1 %");
}

/** What `toText` wrote, for reading: decimals with a comma, fractions as they are. */
export function formatText(text: string): string {
  const value = fromText(text);
  return value && !text.includes("/") ? exactNumber(value) : localiseFigures(text);
}

/** 17/10/2025 */
export function formatDate(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return year === "" ? iso : `${day}/${month}/${year}`;
}

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"] as const;

/** thứ Sáu 17/10/2025 */
export function formatDay(iso: string): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  const weekday = WEEKDAYS[date.getUTCDay()];
  return weekday === undefined ? iso : `${weekday} ${formatDate(iso)}`;
}

/** A file's size as people compare it: 12,4 MB. */
export function formatSize(bytes: number): string {
  const kilo = Math.round(bytes / 1024);
  return kilo < 1024 ? `${formatWhole(kilo)} KB` : `${exactNumber({ n: BigInt(Math.round(bytes / 104857.6)), d: 10n })} MB`;
}

const collator = new Intl.Collator("vi", { numeric: true, sensitivity: "variant" });

/** Vietnamese alphabetical order (a, ă, â, b… đ after d), numbers inside names as numbers. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b);
}

function hundredfold({ n, d }: Exact): Exact {
  return { n: n * HUNDRED, d };
}

/** How many decimals a value has; `null` where it never ends. */
function decimalsOf({ n, d }: Exact): number | null {
  for (let digits = 0, scale = 1n; digits <= MOST_DIGITS; digits += 1, scale *= 10n) if ((n * scale) % d === 0n) return digits;
  return null;
}

function written({ n }: Exact, digits: number): string {
  const text = (n < 0n ? -n : n).toString().padStart(digits + 1, "0");
  const whole = grouped(text.slice(0, text.length - digits));
  return `${n < 0n ? "-" : ""}${whole}${digits === 0 ? "" : `,${text.slice(-digits)}`}`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}

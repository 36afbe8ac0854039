/** TEXT() for the formats our formulas use: digits with leading zeros, decimals, days. */
import { NotUnderstood } from "./parse-formula";

export function textByFormat(value: number, format: string): string {
  const digits = /^(0+)(?:\.(0+))?$/u.exec(format);
  if (digits) {
    const [, whole = "0", decimals = ""] = digits;
    const [left = "0", right] = Math.abs(value).toFixed(decimals.length).split(".");
    return `${value < 0 ? "-" : ""}${left.padStart(whole.length, "0")}${right === undefined ? "" : `.${right}`}`;
  }
  if (/^0+(?:-0+)+$/u.test(format)) return grouped(value, format.split("-").map(({ length }) => length));
  if (format === "dd/mm/yyyy") {
    const [year = "", month = "", day = ""] = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10).split("-");
    return `${day}/${month}/${year}`;
  }
  throw new NotUnderstood(format);
}

/** `000-0000`: the last group first, what is left over in front. */
function grouped(value: number, sizes: readonly number[]): string {
  const digits = String(Math.round(Math.abs(value))).padStart(sizes.reduce((sum, size) => sum + size, 0), "0");
  const parts: string[] = [];
  let rest = digits;
  for (const size of sizes.slice(1).reverse()) {
    parts.unshift(rest.slice(-size));
    rest = rest.slice(0, -size);
  }
  return [rest, ...parts].join("-");
}

/** A value as its cell shows it (hiển thị ô), in Vietnamese notation: 1.250 · 99,28% · 31/10/2025. */
import type { Scalar } from "#domain/sheet-content";

export function shownText(value: Scalar, format: string | undefined): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return value.error;
  const [positive = "", negative] = (format ?? "").split(";");
  const code = value < 0 && negative !== undefined ? negative : positive;
  if (code === "" || code === "General" || code === "@") return general(value);
  if (/[dmyh]/iu.test(code.replace(/"[^"]*"|\\./gu, ""))) return dayText(value, code);
  return numberText(value < 0 && negative !== undefined ? -value : value, code);
}

function general(value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)));
  return text.replace(".", ",");
}

/** `#,##0.0##%` with words around it. */
function numberText(value: number, code: string): string {
  const pattern = /([#0,]*[#0](?:\.[#0]+)?)/u.exec(code.replace(/"[^"]*"/gu, ""))?.[1] ?? "0";
  const isPercent = /%/u.test(code);
  const [whole = "0", decimals = ""] = pattern.split(".");
  const least = (decimals.match(/0/gu) ?? []).length;
  const scaled = isPercent ? value * 100 : value;
  const [left = "0", right = ""] = Math.abs(Number(scaled.toPrecision(15))).toFixed(decimals.length).split(".");
  const kept = right.slice(0, least) + right.slice(least).replace(/0+$/u, "");
  const padded = left.padStart(whole.replace(/,/gu, "").replace(/^#+/u, "").length, "0");
  const grouped = whole.includes(",") ? padded.replace(/\B(?=(\d{3})+(?!\d))/gu, ".") : padded;
  const words = [...code.matchAll(/"([^"]*)"/gu)].map(([, text = ""]) => text).join("");
  const isNought = Number(`${left}.${right}`) === 0;
  return `${scaled < 0 && !isNought ? "-" : ""}${grouped}${kept === "" ? "" : `,${kept}`}${isPercent ? "%" : ""}${words}`;
}

function dayText(serial: number, code: string): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((serial < 60 ? serial + 1 : serial) * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return general(serial);
  const two = (part: number): string => String(part).padStart(2, "0");
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(date.getUTCFullYear()), yy: two(date.getUTCFullYear() % 100), mm: two(date.getUTCMonth() + 1), m: String(date.getUTCMonth() + 1),
    dd: two(date.getUTCDate()), d: String(date.getUTCDate()), hh: two(date.getUTCHours()), h: String(date.getUTCHours()),
  };
  return code.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]|y+|m+|d+|h+/giu, (match, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? (match.startsWith("[") ? "" : parts[match.toLowerCase()] ?? match));
}

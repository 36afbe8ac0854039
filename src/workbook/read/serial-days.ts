/** Days as spreadsheets keep them (ngày dạng số): a serial number, known by its number format alone. */
import type { CellValue } from "#domain/snapshot";

/** Whether a format shows a day or a time; words in quotes, colours and conditions do not count. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_./gu, "").replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, "");
  return !/^general$/iu.test(bare.trim()) && /[dmyhs]|am\/pm/iu.test(bare.replace(/general/giu, "").replace(/e[+-]/giu, ""));
}

const DAY = 86_400_000;

/** A serial day of either calendar as an ISO day, with the time where there is one. Never through local time. */
export function dateOf(serial: number, date1904: boolean): CellValue {
  // The 1900 calendar has a 29 February 1900 that never was.
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const time = Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000;
  const year = new Date(time).getUTCFullYear();
  return year >= 1899 && year <= 9999 ? { kind: "date", iso: isoOf(time) } : { kind: "number", number: serial };
}

/** The serial number of a day in the 1900 calendar. */
export function serialOf(day: string): number {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);
  return days <= 60 ? days - 1 : days;
}

export function isoOf(time: number): string {
  const iso = new Date(time).toISOString().slice(0, 19);
  return iso.endsWith("T00:00:00") ? iso.slice(0, 10) : iso;
}

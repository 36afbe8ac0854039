/** Whether a number format shows a day or a time (định dạng ngày), by the same rule as the file reader. */
export function isDateFormat(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"/gu, "").replace(/\\./gu, "").replace(/_./gu, "").replace(/\*./gu, "")
    .replace(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|\$[^\]]*|[<>=]+[^\]]*)\]/giu, "")
    .replace(/General/giu, "");
  return /[ymdhs]|\[[hms]+\]|AM\/PM|A\/P/iu.test(bare);
}

const DAY = 86_400_000;

/** A serial day as an ISO day, with the time where there is one. `null`: no day of the calendar. */
export function isoOfSerial(serial: number): string | null {
  // The 1900 calendar has a 29 February 1900 that never was.
  const days = serial < 60 ? serial + 1 : serial;
  const time = new Date(Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000);
  const year = time.getUTCFullYear();
  if (!(year >= 1899 && year <= 9999)) return null;
  const iso = time.toISOString().slice(0, 19);
  return iso.endsWith("T00:00:00") ? iso.slice(0, 10) : iso;
}

// vietnamese-data: the words of a written-out date
/** Dates as people type them: day before month; `tháng 9/2024` alone is no day. */

export interface TypedDate {
  readonly iso: string;
  /** Only the other order of day and month gives a date. */
  readonly doubtful: boolean;
}

/** @example readTypedDate("05.9.24") // { iso: "2024-09-05", doubtful: false } */
export function readTypedDate(text: string): TypedDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/u.exec(text);
  if (iso) return dated(iso[1], iso[2], iso[3], false);
  const match = /^(?:ngày )?(\d{1,2}) ?(?:[-/. ]|tháng) ?(\d{1,2}) ?(?:[-/. ]|năm) ?(\d{4}|\d{2})$/iu.exec(text);
  if (!match) return null;
  const [, day, month, year = ""] = match;
  const full = year.length === 4 ? year : String(Number(year) + (Number(year) < 30 ? 2000 : 1900));
  return dated(full, month, day, false) ?? dated(full, day, month, true);
}

function dated(year = "", month = "", day = "", doubtful: boolean): TypedDate | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? { iso, doubtful } : null;
}

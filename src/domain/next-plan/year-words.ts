// vietnamese-data: how plans write years, spans of years and days of documents, needed to move them on
/** Years in a plan's own words (năm học 2024 - 2025, trước ngày 01/5/2024), moved on with its period. */

/** The years a plan speaks of as its own: those of its period, one more on either side. */
export interface YearWindow {
  readonly from: number;
  readonly to: number;
}

export interface MovedWords {
  readonly text: string;
  /** It still names a year of the window or later: a span that reaches beyond it (giai đoạn 2021-2030). */
  readonly keepsYear: boolean;
}

/** A year, or a span of two. No year: digits of a longer number, or part of a document's number (98/2023/NĐ-CP) or of its day (số 12/KH ngày 03/4/2024). */
const YEARS = /(?<!\d)(?<!(?:số|Số)\s+\S+,?\s+ngày\s+\d{1,2}\/\d{1,2}\/)(\d{4})(?:(\s*[-–]\s*|\s+đến\s+)(\d{4}))?(?!\d)(?!\/\p{L})/gu;

/**
 * A span is moved whole or not at all: of another programme's years none is ours to move.
 *
 * @example moveYears("năm học 2024 - 2025", 1, { from: 2023, to: 2026 }).text // "năm học 2025 - 2026"
 */
export function moveYears(text: string, by: number, window: YearWindow): MovedWords {
  let keepsYear = false;
  const moved = text.replace(YEARS, (found: string, first: string, between: string | undefined, last: string | undefined) => {
    const years = [first, ...(last === undefined ? [] : [last])].map(Number);
    if (years.every((year) => year >= window.from && year <= window.to)) return years.map((year) => String(year + by)).join(between ?? "");
    keepsYear ||= years.some((year) => isOfLate(year, window.from));
    return found;
  });
  return { text: moved, keepsYear };
}

/** Whether words name a year of the window or later. */
export function namesYear(text: string, { from }: YearWindow): boolean {
  return [...text.matchAll(YEARS)].some(([, first, , last]) => isOfLate(Number(first), from) || (last !== undefined && isOfLate(Number(last), from)));
}

/** A number of four digits from then on that is a year of ours. */
function isOfLate(year: number, from: number): boolean {
  return year >= from && year < 2100;
}

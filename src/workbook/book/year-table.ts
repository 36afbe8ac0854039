/** Indicators of several years, year by year (theo từng năm), by kind of unit and beside the office's own figures. */
import { toNumber, type Exact } from "#domain/exact";
import { averageSoFar, yearCounts, type YearCounts } from "#domain/year-counts";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import type { Content, Table } from "./table";

/** `null` where the plan has none. */
export function yearTable({ report, notes }: BookContext): Table | null {
  const counted = yearCounts(report);
  const [first] = counted;
  if (!first) return null;
  const { years: own, columns: head } = words;
  const number = { width: 12, format: "#,##0.##" } as const;
  return {
    id: "years", sheet: words.sheets.years, title: words.titles.years, notes: [...notes.slice(0, 2), counted.map(noteOf).join(" ")],
    columns: [
      { key: "indicator", heading: head.indicator, width: 10 }, { key: "indicatorName", heading: head.indicatorName, width: 44, wrap: true }, { key: "line", heading: own.line, width: 34, wrap: true },
      ...first.years.map((year) => ({ key: `year${year}`, heading: String(year), ...number })), { key: "withoutYear", heading: own.withoutYear, ...number },
      { key: "total", heading: own.total, ...number }, { key: "average", heading: own.average, width: 15, format: "#,##0.##" }, { key: "least", heading: own.least, width: 15, format: "#,##0.##" },
      { key: "verdict", heading: words.reportColumns.verdict, width: 17 }, { key: "soFar", heading: own.soFar(Number(report.asOf.slice(0, 4))), width: 18, format: "#,##0.##" }, { key: "remaining", heading: own.remaining, width: 14, format: "#,##0.##" },
    ],
    rows: counted.flatMap((one) => rowsOf(one, report.asOf)),
  };
}

const shown = (value: Exact | null | undefined): number | null => (value ? toNumber(value) : null);

function rowsOf(counts: YearCounts, asOf: string): Content[][] {
  const { indicator, lines, own, figure, average, least, verdict, remaining } = counts;
  const head = [indicator.code, indicator.shortName ?? indicator.name];
  const soFar = averageSoFar(counts, asOf);
  const blank: Content[] = [null, null, null, null, null];
  return [
    ...lines.map(({ kind, name, byYear, withoutYear, total }): Content[] => [...head, kind === null ? words.years.all : name, ...byYear, withoutYear, total, ...blank]),
    ...(own.some((value) => value !== null) ? [[...head, words.years.own, ...own.map(shown), null, null, ...blank]] : []),
    [...head, words.years.figure, ...own.map(() => null), null, shown(figure), shown(average), shown(least), verdict ? words.verdicts[verdict] : words.verdicts.none, shown(soFar?.average), shown(remaining)],
  ];
}

function noteOf({ indicator, divisor }: YearCounts): string {
  return divisor ? words.years.note(indicator.code, toNumber(divisor)) : "";
}

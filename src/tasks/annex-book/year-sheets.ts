/** An indicator of several years, year by year: kinds of units as lines, their live sum, the office's own figures beside it. */
import { toNumber } from "#domain/exact";
import { differingYears, yearCounts, type YearCounts } from "#domain/year-counts";
import { annexWords as words } from "#messages/annex-vi";
import { exactNumber } from "#messages/format-vi";
import type { AnnexLine, AnnexValue } from "#workbook/annex/annex-sheet";
import type { ReportFacts } from "../word-report/report-facts";
import type { UnnumberedSheet } from "./unnumbered-sheet";

/** Of the whole scope alone. */
export function yearSheets({ report, node, tree }: ReportFacts): UnnumberedSheet[] {
  return node === tree.root ? yearCounts(report).map(yearSheet) : [];
}

const FIRST_YEAR = 2;
const letter = (column: number): string => String.fromCharCode(65 + column);

function yearSheet(counts: YearCounts): UnnumberedSheet {
  const { indicator, years, lines, own, average, least, divisor } = counts;
  const { columns: head, years: told } = words;
  const kinds = lines.filter(({ kind }) => kind !== null);
  const all = lines.at(-1);
  const last = FIRST_YEAR + years.length;
  const sumOf = (line: number, result: number): AnnexValue => ({ formula: (rowOf) => `SUM(${letter(FIRST_YEAR)}${rowOf(line)}:${letter(last)}${rowOf(line)})`, result });
  const added = (column: number, result: number): AnnexValue => ({ formula: (rowOf) => `SUM(${letter(column)}${rowOf(0)}:${letter(column)}${rowOf(kinds.length - 1)})`, result });
  const differing = differingYears(counts);
  const body: AnnexLine[] = [
    ...kinds.map(({ name, byYear, withoutYear, total }, index): AnnexLine => ({ cells: [index + 1, name, ...byYear, withoutYear, sumOf(index, total)] })),
    ...(all ? [{ kind: "total", cells: [null, words.lines.sum, ...all.byYear.map((count, index) => added(FIRST_YEAR + index, count)), added(last, all.withoutYear), sumOf(kinds.length, all.total)] } as const] : []),
    ...(own.some((value) => value !== null) ? [{ cells: [null, told.own, ...own.map((value) => (value ? toNumber(value) : words.noFigure)), null, null] }] : []),
  ];
  return {
    subtitle: told.subtitle(indicator.shortName ?? indicator.name), lines: body,
    columns: [{ width: 6, across: "center" }, { width: 50 }, ...[...years, null, null].map(() => ({ width: 11, across: "right", format: "#,##0" } as const))],
    heads: [[head.no, told.kind, ...years.map(String), told.withoutYear, words.lines.sum].map((text) => ({ text }))],
    notes: [
      ...(average && least && divisor ? [told.average(exactNumber(average, least), exactNumber(divisor), exactNumber(least))] : []),
      ...(differing.length > 0 ? [told.differs(differing)] : []), words.notes.signs,
    ],
  };
}

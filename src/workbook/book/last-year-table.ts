/** This year beside last year, office by office (so với năm trước). */
import { multiply, exact, toNumber, type Exact } from "#domain/exact";
import { beforeOf, changeOn } from "#domain/last-year";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import type { Content, Table } from "./table";

/** `null` while no former book was given. */
export function lastYearTable({ report, offices, nameOf, nodeFigure, notes }: BookContext): Table | null {
  const { lastYear } = report.state;
  if (!lastYear) return null;
  const head = words.columns;
  const percent = (value: Exact, isCount: boolean): number => toNumber(isCount ? value : multiply(value, exact(100)));
  const rows = offices.flatMap((office) => report.plan.indicators.flatMap((indicator): Content[][] => {
    const figure = nodeFigure(office, indicator.code);
    const before = beforeOf(report.state, office, indicator.code);
    if (!figure || !before || figure.measure === "change" || figure.measure === "text") return [];
    const isCount = figure.measure === "count";
    const change = changeOn(figure, before);
    return [[office, nameOf(office), indicator.code, indicator.shortName ?? indicator.name, isCount ? indicator.unit : "%", percent(before.value, isCount), figure.value ? percent(figure.value, isCount) : null, change ? percent(change, isCount) : null]];
  }));
  const number = { format: "#,##0.##", width: 15 };
  return {
    id: "lastYear", sheet: words.sheets.lastYear, title: words.titles.lastYear, notes: notes.map((note, index) => (index === 1 ? `${note}. ${words.lastYear.note(lastYear.label)}` : note)),
    columns: [
      { key: "unit", heading: head.unit, width: 11 }, { key: "name", heading: head.name, width: 38, wrap: true }, { key: "indicator", heading: head.indicator, width: 10 },
      { key: "indicatorName", heading: head.indicatorName, width: 46, wrap: true }, { key: "measureUnit", heading: words.reportColumns.unit, width: 11 },
      { key: "before", heading: lastYear.label, ...number }, { key: "now", heading: words.lastYear.now, ...number }, { key: "change", heading: words.lastYear.change, ...number },
    ],
    rows,
  };
}

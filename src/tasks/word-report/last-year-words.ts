/** Last year's figure and what has changed since, in words (so với năm trước). */
import { exact, isNegative, multiply, type Exact } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import { beforeOf, changeOn } from "#domain/last-year";
import type { LastYear, Report } from "#domain/report";
import { exactNumber, exactPercent, exactPoints } from "#messages/format-vi";

export interface LastYearText {
  readonly label: string;
  readonly before: string;
  readonly change: "rose" | "fell" | "same";
  readonly by: string;
}

/** `null` where there is nothing to compare with. A tăng/giảm compares two moments already. */
export function lastYearText(figure: NodeFigure, state: Report["state"]): LastYearText | null {
  const before = beforeOf(state, figure.node, figure.indicator);
  const change = before && changeOn(figure, before);
  if (!before || !change || figure.measure === "change" || figure.measure === "text") return null;
  const isCount = figure.measure === "count";
  const size: Exact = isNegative(change) ? { n: -change.n, d: change.d } : change;
  return {
    label: (state.lastYear as LastYear).label, before: isCount ? exactNumber(before.value) : exactPercent(before.value),
    change: change.n === 0n ? "same" : isNegative(change) ? "fell" : "rose", by: isCount ? exactNumber(size) : exactPoints(multiply(size, exact(100))),
  };
}

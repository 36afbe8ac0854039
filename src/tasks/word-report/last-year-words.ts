/** Last year's figure and what has changed since, in words (so với năm trước). */
import { exact, isNegative, multiply, type Exact } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import { beforeOf, changeOn } from "#domain/last-year";
import type { LastYear, Report } from "#domain/report";
import { exactNumber, exactPercent, exactPoints } from "#messages/format-vi";

export interface LastYearText {
  readonly label: string;
  readonly before: string;
  /** `partly`: units are missing in one of the years, so that nothing can be said. */
  readonly change: "rose" | "fell" | "same" | "partly";
  readonly by: string;
}

/** `null` where there is nothing to compare with. A tăng/giảm compares two moments already. */
export function lastYearText(figure: NodeFigure, state: Report["state"]): LastYearText | null {
  const before = beforeOf(state, figure.node, figure.indicator);
  if (!before || figure.value === null || figure.measure === "change" || figure.measure === "text") return null;
  const isCount = figure.measure === "count";
  const said = { label: (state.lastYear as LastYear).label, before: isCount ? exactNumber(before.value) : exactPercent(before.value) };
  const change = changeOn(figure, before);
  if (!change) return { ...said, change: "partly", by: "" };
  const size: Exact = isNegative(change) ? { n: -change.n, d: change.d } : change;
  return {
    ...said, change: change.n === 0n ? "same" : isNegative(change) ? "fell" : "rose", by: isCount ? exactNumber(size) : exactPoints(multiply(size, exact(100))),
  };
}

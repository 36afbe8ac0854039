/** What it comes to (kết quả): views of the book in front. */
import { addressOf } from "#domain/snapshot";
import { bookWords } from "#messages/book-vi";
import { chosenNodeCell } from "#workbook/book/report-frame";
import { rangeOf } from "#workbook/content/range-text";
import { frontOf, type Bench, type Part } from "./bench";
import { coverageView, unitDetail } from "./coverage-view";
import { overviewOf } from "./overview";
import type { TextAt } from "./contract";
import { nodeLines, reportView, treeOf } from "./report-view";
import type { Session } from "./session";
import { sourcesView } from "./sources-view";

type Viewing = Part<"overview" | "coverage" | "unit" | "nodes" | "report" | "sources" | "sourcesAt">;

export function viewing(bench: Bench): Viewing {
  const { desk } = bench;
  return {
    overview() {
      return overviewOf(frontOf(bench), desk);
    },
    coverage(milestone) {
      return coverageView(frontOf(bench), desk, milestone);
    },
    unit(code) {
      return unitDetail(frontOf(bench), desk, code);
    },
    nodes() {
      return nodeLines(frontOf(bench));
    },
    report(node) {
      const session = frontOf(bench);
      return reportView(session, desk, node ?? treeOf(session).root);
    },
    sources(node, indicator) {
      return sourcesView(frontOf(bench), desk, node, indicator);
    },
    sourcesAt(sheet, cell, around) {
      const session = frontOf(bench);
      const place = placeIn(session, sheet, cell, around);
      return place && sourcesView(session, desk, place.node, place.indicator);
    },
  };
}

/**
 * Which figure a selected cell of one of our sheets is about. In the report the office is the one chosen on top, in the
 * overview the indicator stands over the column; every line carries its own codes.
 */
function placeIn(session: Session, sheet: string, cell: string, around: readonly TextAt[]): { readonly node: string; readonly indicator: string } | null {
  const units = new Set<string>(session.state.roster.units.map(({ code }) => code));
  const indicators = new Set<string>(session.report.plan.indicators.map(({ code }) => code));
  const selected = rangeOf(cell);
  const first = (codes: ReadonlySet<string>, where: (at: TextAt) => boolean): string | undefined => around.find((at) => codes.has(at.text) && where(at))?.text;
  const inRow = (at: TextAt): boolean => at.row === selected?.top;
  const { report, data, overview } = bookWords.sheets;
  if (sheet !== report && sheet !== data && sheet !== overview) return null;
  const indicator = first(indicators, sheet === overview ? (at) => at.column === selected?.left : inRow);
  const node = sheet === report ? first(units, (at) => addressOf(at.row, at.column) === chosenNodeCell) : first(units, inRow);
  return indicator === undefined || node === undefined ? null : { node, indicator };
}

/** What it comes to (kết quả): views of the book in front. */
import { bookWords } from "#messages/book-vi";
import { frontOf, type Bench, type Part } from "./bench";
import { coverageView, unitDetail } from "./coverage-view";
import { overviewOf } from "./overview";
import { reminderText } from "./reminder";
import { nodeLines, reportView, treeOf } from "./report-view";
import type { Session } from "./session";
import { sourcesView } from "./sources-view";

type Viewing = Part<"overview" | "coverage" | "unit" | "nodes" | "report" | "sources" | "sourcesAt" | "reminder">;

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
    sourcesAt(sheet, cell, texts) {
      const session = frontOf(bench);
      const place = placeIn(session, sheet, cell, texts);
      return place && sourcesView(session, desk, place.node, place.indicator);
    },
    reminder(to, milestone, now) {
      return reminderText(frontOf(bench), desk, to, milestone, now);
    },
  };
}

/** Which figure a selected line of one of our sheets is about, told from the codes written in its row. */
function placeIn(session: Session, sheet: string, _cell: string, line: readonly string[]): { readonly node: string; readonly indicator: string } | null {
  const { roster } = session.state;
  const { indicators } = session.report.plan;
  const indicator = line.find((text) => indicators.some(({ code }) => code === text));
  if (indicator === undefined) return null;
  const unit = line.find((text) => roster.units.some(({ code }) => code === text));
  if (sheet === bookWords.sheets.data || sheet === bookWords.sheets.overview) return unit === undefined ? null : { node: unit, indicator };
  return { node: unit ?? treeOf(session).root, indicator };
}


/** Where a figure comes from (số này từ đâu), ready for the screen. */
import { compareVi } from "#messages/format-vi";
import { explain } from "../explain";
import { nodeFigureText, targetText, unitFigureText, verdictSentence } from "./figure-words";
import { judgedOf } from "../judged";
import { unitName, type Desk, type Session } from "./session";
import type { SourcesView } from "./views/report";

export function sourcesView(session: Session, { language }: Desk, node: string, indicator: string): SourcesView | null {
  const found = explain(session.report, node, indicator);
  const about = session.report.plan.indicators.find(({ code }) => code === indicator);
  if (!found || !about) return null;
  const { figure } = found;
  const judged = judgedOf(figure, about);
  const [first] = judged;
  const lines = figure.contributions.filter((one) => one.figure.state !== "notReported").map((one) => ({
    unit: one.unit, name: unitName(session, one.unit), parent: found.sources.find(({ unit }) => unit === one.unit)?.parent ?? null,
    origin: one.origin, figure: unitFigureText(one.figure, language), reason: one.reason ?? null,
    file: one.source?.file ?? null, sheet: one.source?.sheet || null, cell: one.source?.cell || null, raw: one.source?.raw ?? null,
  }));
  return {
    node, nodeName: found.name, indicator, indicatorName: found.indicatorName, measure: figure.measure,
    figure: nodeFigureText(figure, first?.check),
    verdicts: judged.map(({ target, check }) => ({
      target: targetText(about, target), verdict: check.verdict, isReading: target.reading === true, likely: check.likely,
      clause: target.source ? `${target.source.section}: “${target.source.quote}”` : "",
    })),
    sentence: first ? verdictSentence(figure, about, first.target, first.check, language) : "",
    sources: lines.sort((a, b) => compareVi(a.name, b.name)),
    missing: found.missing, notApplicable: figure.notApplicable, addsUp: found.addsUp,
  };
}

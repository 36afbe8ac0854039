/** One node's results against the plan (kết quả so với kế hoạch), and what of it deserves the officer's eye. */
import { divide, toNumber, ZERO, compare } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import type { Indicator } from "#domain/plan";
import { differencesFromSnapshot, lastSnapshot, type FrozenFigure } from "#domain/snapshot-figures";
import { treeAt, type Tree } from "#domain/tree";
import { formatText } from "#messages/format-vi";
import { afterFreeze } from "#domain/after-freeze";
import { judgedOf, targetAt, type Judged } from "../judged";
import { nodeFigureText, targetText, verdictSentence } from "./figure-words";
import { unitName, type Desk, type Session } from "./session";
import type { Attention, NodeLine, ReportRow, ReportView, Standing } from "./views/report";

export function treeOf({ state, treeDate }: Session): Tree {
  return treeAt(state.roster, treeDate);
}

/** Figures by node and indicator. */
export function figureAt({ report }: Session, node: string, indicator: string): NodeFigure | null {
  return report.nodes.find((figure) => figure.node === node && figure.indicator === indicator) ?? null;
}

/** Offices from the top down, then every unit under its office. */
export function nodeLines(session: Session): NodeLine[] {
  const tree = treeOf(session);
  const known = new Set(session.report.nodes.map(({ node }) => node));
  const line = (code: string): NodeLine => ({
    code, name: unitName(session, code), parent: tree.parentOf(code) ?? null, role: tree.roleOf(code), depth: tree.pathTo(code).length - 1,
  });
  const below = (code: string): string[] => [code, ...tree.units.filter((unit) => tree.parentOf(unit) === code).flatMap(below)];
  const all = [...new Set([...below(tree.root), ...tree.residue])];
  return all.filter((code) => known.has(code as NodeFigure["node"])).map(line);
}

export function reportView(session: Session, desk: Desk, node: string): ReportView {
  const tree = treeOf(session);
  const rows = session.report.plan.indicators.flatMap((indicator) => {
    const figure = figureAt(session, node, indicator.code);
    return figure ? [reportRow(session, desk, figure, indicator, tree)] : [];
  });
  const count = (verdict: ReportRow["verdict"]): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    node: { code: node, name: unitName(session, node), parent: tree.parentOf(node) ?? null, role: tree.roleOf(node), depth: tree.pathTo(node).length - 1 },
    rows, met: count("met"), notMet: count("notMet"), undecided: count("undecided"), standing: standingOf(session),
  };
}

function reportRow({ report }: Session, { language }: Desk, figure: NodeFigure, indicator: Indicator, tree: Tree): ReportRow {
  const [judged] = judgedOf(figure, indicator);
  const target = judged?.target ?? targetAt(indicator, figure.node, tree);
  const source = target?.source ?? indicator.source;
  return {
    indicator: indicator.code, group: report.plan.groups.find(({ id }) => id === indicator.group)?.name ?? indicator.group,
    name: indicator.name, measure: indicator.measure, unit: indicator.unit,
    figure: nodeFigureText(figure, judged?.check), reach: reachOf(figure, judged),
    target: target ? targetText(indicator, target) : "", verdict: judged?.check.verdict ?? null, isReading: target?.reading === true,
    reported: figure.reported, expected: figure.expected,
    sentence: judged ? verdictSentence(figure, indicator, judged.target, judged.check, language) : "",
    clause: source ? `${source.section}: “${source.quote}”` : "",
  };
}

/** How far a bar reaches: a share as it is, a count against its target; nothing for words and changes. */
function reachOf({ measure, value }: NodeFigure, judged: Judged | undefined): number | null {
  if (value === null || measure === "change" || measure === "text") return null;
  if (measure !== "count") return Math.min(1, toNumber(value));
  const bound = judged?.check.targetValue;
  const reach = bound && compare(bound, ZERO) > 0 ? divide(value, bound) : null;
  return reach && Math.min(1, toNumber(reach));
}

const pressing = { notMet: 0, undecided: 1, met: 2 } as const;

/** Missed figures first, then those still open; a target that is met asks for nothing. */
export function attentionOf(session: Session, { language }: Desk, node: string, most = 5): Attention[] {
  const found = session.report.plan.indicators.flatMap((indicator) => {
    const figure = figureAt(session, node, indicator.code);
    if (!figure || figure.reported === 0) return [];
    return judgedOf(figure, indicator).filter(({ check }) => check.verdict !== "met").map(({ target, check }): Attention => ({
      node, indicator: indicator.code, name: indicator.name, verdict: check.verdict, figure: nodeFigureText(figure, check),
      target: targetText(indicator, target), sentence: verdictSentence(figure, indicator, target, check, language), missing: figure.missing.length,
    }));
  });
  return found.sort((a, b) => pressing[a.verdict] - pressing[b.verdict]).slice(0, most);
}

/** Draft, frozen, or changed since it was frozen; with every figure that differs. */
export function standingOf(session: Session): Standing {
  const { report, state } = session;
  const last = lastSnapshot(state.snapshots);
  if (!last) return { state: "draft", snapshot: null, on: null, by: null, changes: [], waiting: 0 };
  const changes = differencesFromSnapshot(report, last);
  return {
    state: changes.length > 0 ? "changed" : "frozen", snapshot: last.name, on: last.on, by: last.by,
    changes: changes.map(({ node, indicator, before, now }) => ({
      node, indicator, name: report.plan.indicators.find(({ code }) => code === indicator)?.name ?? indicator, then: frozenText(before), now: frozenText(now),
    })),
    waiting: afterFreeze(state)?.files.size ?? 0,
  };
}

function frozenText(figure: FrozenFigure | null): string {
  if (!figure || figure.numerator === "") return "—";
  const parts = [figure.numerator, figure.denominator].filter((part) => part !== "").map(formatText).join("/");
  return `${parts} (${figure.reported}/${figure.expected})`;
}


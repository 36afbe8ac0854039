/** What every section of the Word report looks at, gathered once (dữ liệu của báo cáo). */
import type { NodeFigure, Verdict } from "#domain/figure";
import type { LedgerSubmission } from "#domain/ledger-types";
import type { Indicator } from "#domain/plan";
import { stageFigures, type StageFigures } from "#domain/earlier-stages";
import type { Report } from "#domain/report";
import type { ReportTemplate } from "#domain/report-template";
import { treeAt, type Tree } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { judgedOf, targetAt, type Judged } from "../judged";

export interface ReportFacts {
  readonly report: Report;
  readonly template: ReportTemplate;
  /** The office the report is of. */
  readonly node: UnitCode;
  readonly tree: Tree;
  /** Everybody below it. */
  readonly below: readonly UnitCode[];
  readonly nameOf: (code: string) => string;
  readonly figureAt: (node: string, indicator: string) => NodeFigure | undefined;
  /** What earlier stages came to, where their books were taken over. */
  readonly stages: readonly StageFigures[];
  /** What units below it sent and what counts of it. */
  readonly counting: readonly (LedgerSubmission & { readonly unit: UnitCode })[];
}

export function reportFacts(report: Report, template: ReportTemplate, node: UnitCode): ReportFacts {
  const tree = treeAt(report.state.roster, report.treeDate);
  const below = tree.unitsUnder(node);
  const within = new Set<UnitCode>([node, ...below]);
  const figures = new Map(report.nodes.map((figure) => [`${figure.node}|${figure.indicator}`, figure]));
  return {
    report, template, node, tree, below, stages: stageFigures(report),
    nameOf: (code) => tree.unit(code)?.name ?? code,
    figureAt: (at, indicator) => figures.get(`${at}|${indicator}`),
    counting: report.ledger.flatMap(({ submissions }) => submissions)
      .filter((one): one is LedgerSubmission & { readonly unit: UnitCode } => one.unit !== null && within.has(one.unit) && (one.state === "accepted" || one.state === "acceptedWithWarnings")),
  };
}

/** A node's figure held against a target of the plan that is in force. */
export interface JudgedFigure extends Judged {
  readonly indicator: Indicator;
  readonly figure: NodeFigure;
}

/** Every target of the plan that a node's figures are held against. */
export function judgedAt({ report, figureAt }: ReportFacts, node: string): JudgedFigure[] {
  return report.plan.indicators.flatMap((indicator) => {
    const figure = figureAt(node, indicator.code);
    return figure ? judgedOf(figure, indicator).map((one) => ({ ...one, indicator, figure })) : [];
  });
}

export function countOf(judged: readonly JudgedFigure[], verdict: Verdict): number {
  return judged.filter(({ check }) => check.verdict === verdict).length;
}

/** Whether the plan sets a node any target: where it sets none, nothing is said of targets. */
export function hasTargets({ report: { plan }, tree, figureAt }: ReportFacts, node: string): boolean {
  return plan.indicators.some((indicator) => figureAt(node, indicator.code) !== undefined && targetAt(indicator, node, tree) !== undefined);
}

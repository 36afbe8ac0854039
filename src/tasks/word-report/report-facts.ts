/** What every section of the Word report looks at, gathered once (dữ liệu của báo cáo). */
import { isChosen, nodeTargets, ownTargets } from "#domain/duties";
import type { NodeFigure, TargetCheck, Verdict } from "#domain/figure";
import type { LedgerSubmission } from "#domain/ledger-types";
import type { Indicator, Target } from "#domain/plan";
import type { Report } from "#domain/report";
import type { ReportTemplate } from "#domain/report-template";
import { treeAt, type Tree } from "#domain/tree";
import type { UnitCode } from "#domain/unit";

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
  /** What units below it sent and what counts of it. */
  readonly counting: readonly (LedgerSubmission & { readonly unit: UnitCode })[];
}

export function reportFacts(report: Report, template: ReportTemplate, node: UnitCode): ReportFacts {
  const tree = treeAt(report.state.roster, report.treeDate);
  const below = tree.unitsUnder(node);
  const within = new Set<UnitCode>([node, ...below]);
  const figures = new Map(report.nodes.map((figure) => [`${figure.node}|${figure.indicator}`, figure]));
  return {
    report, template, node, tree, below,
    nameOf: (code) => tree.unit(code)?.name ?? code,
    figureAt: (at, indicator) => figures.get(`${at}|${indicator}`),
    counting: report.ledger.flatMap(({ submissions }) => submissions)
      .filter((one): one is LedgerSubmission & { readonly unit: UnitCode } => one.unit !== null && within.has(one.unit) && (one.state === "accepted" || one.state === "acceptedWithWarnings")),
  };
}

/** A figure held against a target of the plan that is in force. */
export interface Judged {
  readonly indicator: Indicator;
  readonly figure: NodeFigure;
  readonly target: Target;
  readonly check: TargetCheck;
}

/** Every target of the plan that a node's figures are held against. */
export function judgedAt({ report, figureAt }: ReportFacts, node: string): Judged[] {
  return report.plan.indicators.flatMap((indicator) => {
    const figure = figureAt(node, indicator.code);
    return (figure?.checks ?? []).flatMap((check): Judged[] => {
      const target = check.against === "plan" ? indicator.targets.find(({ id }) => id === check.target) : undefined;
      return figure && target && isChosen(target) ? [{ indicator, figure, target, check }] : [];
    });
  });
}

/** The target a node's figure is shown against, checked or not. */
export function shownTarget({ tree }: ReportFacts, indicator: Indicator, node: string): Target | undefined {
  const bound = tree.roleOf(node) === "unit" ? ownTargets(indicator, node, tree) : nodeTargets(indicator, node, tree);
  return bound.find(isChosen);
}

export function countOf(judged: readonly Judged[], verdict: Verdict): number {
  return judged.filter(({ check }) => check.verdict === verdict).length;
}

/** The report as JSON for other programs; see `docs/report.schema.json`. */
import { checksumOf } from "#domain/checksum";
import { toNumber, type Exact } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import { severity, type Problem } from "#domain/problem";
import type { Report } from "#domain/report";
import type { ProblemJson, ReportJson } from "#domain/report-json";
import { treeAt } from "#domain/tree";
import { sentenceOf } from "#messages/problems";

const numberOf = (value: Exact | null): number | null => (value === null ? null : toNumber(value));

export function problemJson(found: Problem): ProblemJson {
  return {
    code: found.code,
    severity: severity(found),
    sheet: found.at.sheet ?? null,
    cell: found.at.cell ?? null,
    message: sentenceOf(found),
  };
}

export function toReportJson(report: Report): ReportJson {
  const tree = treeAt(report.state.roster, report.treeDate);
  const figures = new Map<string, ReportJson["nodes"][number]>();
  for (const figure of report.nodes) {
    let node = figures.get(figure.node);
    if (!node) {
      node = {
        unit: figure.node, name: tree.unit(figure.node)?.name ?? figure.node, role: tree.roleOf(figure.node),
        parent: tree.parentOf(figure.node) ?? null, figures: {},
      };
      figures.set(figure.node, node);
    }
    node.figures[figure.indicator] = figureJson(figure);
  }
  return {
    format: 1,
    plan: report.plan.id,
    planVersion: report.plan.version,
    form: report.state.stage,
    asOf: report.asOf,
    treeDate: report.treeDate,
    files: report.ledger.map((entry) => ({
      path: entry.path,
      sha256: entry.sha256,
      state: entry.state,
      receivedOn: entry.receivedOn,
      problems: entry.problems.map(problemJson),
      submissions: entry.submissions.map(({ unit, state, content, submission }) => ({
        unit, state, content, checksum: checksumOf(report.plan, report.state.stage, submission.scope, submission.parts),
      })),
    })),
    coverage: report.coverage.map(({ units, ...counts }) => ({
      ...counts,
      units: units.map(({ receivedOn: _receivedOn, ...unit }) => unit),
    })),
    nodes: [...figures.values()],
    residue: [...report.residue],
    problems: report.problems.map((found) => ({
      ...problemJson(found),
      unit: found.at.unit ?? null, file: found.at.file ?? null, indicator: found.at.indicator ?? null,
    })),
  };
}

function figureJson(figure: NodeFigure): ReportJson["nodes"][number]["figures"][string] {
  return {
    measure: figure.measure,
    numerator: numberOf(figure.numerator),
    denominator: numberOf(figure.denominator),
    value: numberOf(figure.value),
    low: numberOf(figure.low),
    high: numberOf(figure.high),
    reported: figure.reported,
    notApplicable: figure.notApplicable,
    expected: figure.expected,
    atFloor: figure.atFloor,
    checks: figure.checks.map(({ target, against, basis, comparator, targetValue, verdict, likely, reading, chosen }) => ({
      target, against, basis, comparator, targetValue: toNumber(targetValue), verdict, likely, reading, chosen,
    })),
  };
}

/** The report as JSON for other programs; see `docs/report.schema.json`. */
import { checksumOf } from "#domain/checksum";
import { toNumber, type Exact } from "#domain/exact";
import { unitFigures } from "#domain/aggregate";
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

/** A report is one object; of a country it would be longer than any text may be, so it is written piece by piece. */
export function toReportJson(report: Report): ReportJson {
  return JSON.parse([...reportJsonPieces(report)].join("")) as ReportJson;
}

/**
 * The same as text, in pieces. `more`: figures of units that the report itself was made without.
 */
export function* reportJsonPieces(report: Report, more: Iterable<readonly NodeFigure[]> = []): Generator<string> {
  const { plan, state, asOf, treeDate } = report;
  const head = { format: 1, plan: plan.id, planVersion: plan.version, form: state.stage, asOf, treeDate };
  yield `${JSON.stringify(head).slice(0, -1)},\n"files":`;
  yield* listPieces(report.ledger.map((entry) => () => fileJson(report, entry)));
  yield `,\n"coverage":${JSON.stringify(report.coverage.map(({ units, ...counts }) => ({ ...counts, units: units.map(({ receivedOn: _receivedOn, ...unit }) => unit) })))},\n"nodes":`;
  yield* listPieces(nodesJson(report, more));
  yield `,\n"residue":${JSON.stringify(report.residue)},\n"problems":`;
  yield* listPieces(report.problems.map((found) => () => ({
    ...problemJson(found), unit: found.at.unit ?? null, file: found.at.file ?? null, indicator: found.at.indicator ?? null,
  })));
  yield "}\n";
}

/** A report made with `officesOnly`, the figures of its units worked out while they are written: at no time are all of them there. */
export function figuresJsonPieces(report: Report): Generator<string> {
  return reportJsonPieces(report, unitFigures(report));
}

function* listPieces(items: Iterable<() => unknown>): Generator<string> {
  let before = "[\n";
  for (const item of items) {
    yield before + JSON.stringify(item());
    before = ",\n";
  }
  yield before === "[\n" ? "[]" : "\n]";
}

function fileJson({ plan, state }: Report, entry: Report["ledger"][number]): ReportJson["files"][number] {
  const { path, sha256, receivedOn } = entry;
  return {
    path, sha256, state: entry.state, receivedOn,
    problems: entry.problems.map(problemJson),
    submissions: entry.submissions.map(({ unit, state: own, content, submission }) => ({
      unit, state: own, content, checksum: checksumOf(plan, state.stage, submission.scope, submission.parts),
    })),
  };
}

function* nodesJson({ state, treeDate, nodes }: Report, more: Iterable<readonly NodeFigure[]>): Generator<() => ReportJson["nodes"][number]> {
  const tree = treeAt(state.roster, treeDate);
  const nodeJson = (own: readonly NodeFigure[]): ReportJson["nodes"][number] => {
    const node = own[0]?.node ?? tree.root;
    return {
      unit: node, name: tree.unit(node)?.name ?? node, role: tree.roleOf(node), parent: tree.parentOf(node) ?? null,
      figures: Object.fromEntries(own.map((figure) => [figure.indicator, figureJson(figure)])),
    };
  };
  // Figures of one node stand together.
  yield* byNode(nodes, nodeJson);
  for (const figures of more) yield* byNode(figures, nodeJson);
}

function* byNode<Made>(figures: readonly NodeFigure[], make: (own: readonly NodeFigure[]) => Made): Generator<() => Made> {
  for (let at = 0; at < figures.length;) {
    let end = at + 1;
    while (figures[end]?.node === figures[at]?.node && end < figures.length) end += 1;
    const own = figures.slice(at, end);
    yield () => make(own);
    at = end;
  }
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

/** The indicators of one node, a line each (kết quả từng chỉ tiêu): numbers, what was registered, target, conclusion, how many reported. */
import { isWhole, toNumber } from "#domain/exact";
import type { Indicator } from "#domain/plan";
import { annexWords as words } from "#messages/annex-vi";
import { verdictNames } from "#messages/words-vi";
import type { AnnexCell, AnnexColumn, AnnexHead, AnnexLine, AnnexValue } from "#workbook/annex/annex-sheet";
import { figureFormat } from "#workbook/book/figure-format";
import { targetText } from "../engine/figure-words";
import { targetAt } from "../judged";
import { hasTargets, judgedAt, type JudgedFigure, type ReportFacts } from "../word-report/report-facts";
import { nodeValues, numberCell, type NodeValues } from "./node-values";

const COLOURS = { met: "1E7B34", notMet: "C00000", undecided: "7F6000" } as const;

/** Stages whose figures stand beside the result; a stage is beside itself nowhere. */
const besideOf = ({ stages }: ReportFacts): ("registration" | "midterm")[] => stages.flatMap(({ stage }) => (stage === "summary" ? [] : [stage]));

export interface ResultTable {
  readonly columns: readonly AnnexColumn[];
  readonly heads: readonly AnnexHead[];
  readonly linesOf: (node: string) => AnnexLine[];
}

/** Of these nodes, with targets where the plan sets any of them one. */
export function resultTable(facts: ReportFacts, nodes: readonly string[]): ResultTable {
  const { columns: head } = words;
  const bound = nodes.some((node) => hasTargets(facts, node));
  const all: readonly (readonly [string, AnnexColumn])[] = [
    [head.no, { width: 6, across: "center" }], [head.indicator, { width: 50 }], [head.measureUnit, { width: 10, across: "center" }], [head.numerator, { width: 11, across: "right" }], [head.denominator, { width: 11, across: "right" }],
    [head.value, { width: 12, across: "right" }], ...besideOf(facts).map((stage) => [head[stage], { width: 12, across: "right" }] as const),
    ...(bound ? [[head.target, { width: 24 }], [head.verdict, { width: 15, across: "center" }]] as const : []), [head.reported, { width: 13, across: "center" }],
  ];
  return { columns: all.map(([, column]) => column), heads: all.map(([text]) => ({ text })), linesOf: (node) => resultLines(facts, node, bound) };
}

function resultLines(facts: ReportFacts, node: string, bound: boolean): AnnexLine[] {
  const judged = judgedAt(facts, node);
  const { report: { plan }, figureAt } = facts;
  const asked = plan.indicators.filter(({ code, measure }) => measure !== "text" && (figureAt(node, code)?.expected ?? 0) > 0);
  return plan.groups.flatMap((group): AnnexLine[] => {
    const own = asked.filter((indicator) => indicator.group === group.id);
    return own.length === 0 ? [] : [{ kind: "part", cells: [group.name] }, ...own.map((indicator) => ({ cells: cellsOf(facts, node, indicator, judged.filter((one) => one.indicator === indicator), asked.indexOf(indicator) + 1, bound) }))];
  });
}

function cellsOf(facts: ReportFacts, node: string, indicator: Indicator, judged: readonly JudgedFigure[], number: number, bound: boolean): (AnnexCell | AnnexValue)[] {
  const { figureAt, stages, tree } = facts;
  const figure = figureAt(node, indicator.code);
  const values = nodeValues(figure);
  const target = judged[0]?.target ?? targetAt(indicator, node, tree);
  const { measure } = indicator;
  const format = measure === "count" ? undefined : figureFormat(measure, figure);
  return [
    number, indicator.name, measure === "count" ? indicator.unit : measure === "change" ? words.points : "%",
    ...shareCells(values, measure), numberCell(values, "value", format),
    ...stages.flatMap(({ stage, figureAt: at }): AnnexCell[] => (stage === "summary" ? [] : [numberCell(nodeValues(at(node, indicator.code)), "value", format)])),
    ...(bound ? [target ? targetText(indicator, target) + (target.reading ? " (*)" : "") : null, verdictCell(judged)] : []), figure ? words.reportedOf(figure.reported, figure.expected) : null,
  ];
}

/** Số đạt and tổng số, where they are numbers of something: what was registered in percent is no number of people. */
function shareCells(values: NodeValues, measure: Indicator["measure"]): AnnexCell[] {
  const hasShare = (measure === "ratio" || measure === "yesNo") && (values.n === null || isWhole(values.n));
  return hasShare ? [numberCell(values, "n"), numberCell(values, "d")] : [{ value: null }, { value: null }];
}

export function verdictCell(judged: readonly JudgedFigure[]): AnnexCell {
  const [first] = judged;
  return { value: judged.map(({ check }) => verdictNames[check.verdict]).join("; ") || null, ...(first ? { colour: COLOURS[first.check.verdict] } : {}) };
}

export interface ComparedLine {
  readonly indicator: Indicator;
  readonly result: number;
  readonly target: number;
  /** With the digits it takes for both to stand on their own sides. */
  readonly format: string;
}

/** Shares held against a share: what a chart of result and target can show on one axis. */
export function comparedLines(facts: ReportFacts): ComparedLine[] {
  return judgedAt(facts, facts.node).flatMap(({ indicator, figure, check }): ComparedLine[] =>
    (check.basis === "share" && figure.value !== null && check.actual !== null ? [{ indicator, result: toNumber(check.actual), target: toNumber(check.targetValue), format: figureFormat(indicator.measure, figure) }] : []));
}

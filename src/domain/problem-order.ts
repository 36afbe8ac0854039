/** One order of problems for every list (thứ tự các vấn đề): by file, then unit, place, severity and code. */
import { severity, type Problem, type Severity } from "./problem";
import { compareText } from "./text-order";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Sorted the same whatever order the problems were found in; problems that belong to no file come last. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    compareText(a.at.file ?? "\uffff", b.at.file ?? "\uffff") || compareText(a.at.unit ?? "", b.at.unit ?? "")
    || compareText(a.at.indicator ?? "", b.at.indicator ?? "") || rank[severity(a)] - rank[severity(b)]
    || compareText(a.code, b.code) || compareText(a.at.sheet ?? "", b.at.sheet ?? "") || compareCells(a.at.cell ?? "", b.at.cell ?? "")
    || compareText(JSON.stringify(a.facts), JSON.stringify(b.facts)));
}

/** G9 before G10. */
function compareCells(a: string, b: string): number {
  return rowOf(a) - rowOf(b) || compareText(a, b);
}

function rowOf(cell: string): number {
  return Number(/\d+/.exec(cell)?.[0] ?? 0);
}

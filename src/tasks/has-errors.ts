import { severity } from "#domain/problem";
import type { Report } from "#domain/report";

/** True where something needs somebody's hand: an error in a file, a figure, or the book. */
export function hasErrors(report: Report): boolean {
  return report.problems.some((found) => severity(found) === "error")
    || report.ledger.some((entry) => entry.problems.some((found) => severity(found) === "error")
      || entry.submissions.some(({ problems }) => problems.some((found) => severity(found) === "error")));
}

/** The book as a file: read, made anew, or brought up to date with the officer's own sheets untouched. */
import { aggregate } from "#domain/aggregate";
import type { FormTemplate } from "#domain/form";
import type { LedgerEntry } from "#domain/ledger-types";
import { problem, type Problem } from "#domain/problem";
import type { BookState, Report } from "#domain/report";
import { readBook } from "#workbook/book/read-book";
import { choicesIn, type KeptChoices } from "#workbook/book/kept-choices";
import { updateBook } from "#workbook/book/update-book";
import { chartsOf, makeBook, MOST_DATA_ROWS, writeBook, writeNodeBook } from "#workbook/book/write-book";

export { isBook } from "#workbook/book/read-book";
export { chartsOf, choicesIn, makeBook, readBook, writeNodeBook };

/** Codes of files that have nothing to do with the plan: counted on screen, never named in the book. */
const UNRELATED = new Set(["not-a-form", "file-is-lock", "file-not-a-workbook"]);

const isUnrelated = (entry: LedgerEntry): boolean =>
  entry.submissions.length === 0 && entry.problems.length > 0 && entry.problems.every(({ code }) => UNRELATED.has(code));

/** The report without the names of files that merely lay in a chosen folder. */
export function withoutUnrelated(report: Report): Report {
  const names = new Set(report.ledger.filter(isUnrelated).map(({ path }) => path));
  if (names.size === 0) return report;
  return {
    ...report,
    state: { ...report.state, files: report.state.files.filter(({ path }) => !names.has(path)) },
    ledger: report.ledger.filter(({ path }) => !names.has(path)),
    problems: report.problems.filter(({ at }) => at.file === undefined || !names.has(at.file)),
  };
}

/** A book serves one Sở: beyond its limit it is refused, with the way out. */
export function bookLimit(report: Report): Problem | null {
  const rows = report.contributions.length;
  return rows > MOST_DATA_ROWS ? problem("book-too-large", {}, { rows, limit: MOST_DATA_ROWS }) : null;
}

/** The new content of the book: a new workbook, or the officer's own with our sheets replaced. */
export async function bookBytes(report: Report, existing: Uint8Array | null, template: FormTemplate, choices?: KeptChoices): Promise<Uint8Array> {
  const related = withoutUnrelated(report);
  return existing ? updateBook(existing, related, template, choices) : writeBook(related, template);
}

/** The report a kept book stands for, computed again from what it keeps. */
export function reportOf(state: BookState, days: { asOf: string; treeDate: string }): Report {
  return aggregate(state, days);
}

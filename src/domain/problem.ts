/**
 * Problems (vấn đề) as data: a code, where it is, and the facts needed to write one sentence about it.
 * The sentences live in `messages`; a problem never carries prose.
 */
import type { UnitCode } from "./unit";

export interface ProblemPlace {
  readonly unit?: UnitCode;
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly indicator?: string;
}

/** How a figure compares, as text that stands on its own side of the target. */
interface AgainstTarget {
  readonly indicator: string;
  readonly name: string;
  readonly actual: string;
  readonly comparator: string;
  readonly target: string;
  readonly section: string;
  readonly quote: string;
  readonly reading: boolean;
}

interface Named {
  readonly indicator: string;
  readonly name: string;
}

/** The catalogue: every problem the product can name, with its facts. */
export interface ProblemFacts {
  // The file itself.
  "file-unreadable": { readonly reason: string };
  "file-empty": Record<string, never>;
  "file-encrypted": Record<string, never>;
  "file-corrupt": { readonly reason: string };
  "file-too-large": { readonly size: number; readonly limit: number };
  "file-took-too-long": { readonly seconds: number };
  "file-beyond-limit": { readonly what: "cells" | "rows" | "columns" | "text" | "formula" | "repeats" | "entries"; readonly limit: number };
  "file-unsafe": { readonly what: "documentType" | "overlap" | "partTwice" };
  "file-not-a-workbook": { readonly kind: string };
  "file-is-picture": { readonly kind: string };
  "file-is-pdf": Record<string, never>;
  "file-is-word": Record<string, never>;
  "file-is-rar": Record<string, never>;
  "file-is-lock": Record<string, never>;
  "file-is-html": Record<string, never>;
  "archive-unreadable": { readonly reason: string };
  "archive-too-deep": Record<string, never>;
  "has-macros": Record<string, never>;
  "has-external-links": Record<string, never>;
  "has-objects": Record<string, never>;
  // What form it is.
  "not-a-form": Record<string, never>;
  "other-plan": { readonly found: string; readonly expected: string };
  "other-stage": { readonly found: string; readonly expected: string };
  "older-version": { readonly found: string; readonly current: string };
  "unknown-version": { readonly found: string; readonly current: string };
  "hidden-sheet-lost": Record<string, never>;
  "sheet-missing": { readonly sheet: string };
  "row-missing": Named;
  "row-duplicated": Named & { readonly cells: string };
  "rows-of-nobody": { readonly codes: string };
  "column-missing": { readonly column: string };
  "several-units": { readonly units: string };
  "form-empty": { readonly rows: number };
  // Whose it is.
  "unit-not-chosen": Record<string, never>;
  "unit-unknown": { readonly found: string; readonly nearest: string };
  "unit-name-differs": { readonly code: string; readonly rosterName: string; readonly foundName: string };
  "unit-found-by-name": { readonly code: string; readonly name: string };
  "unit-not-expected": { readonly code: string; readonly name: string };
  "unit-closed": { readonly code: string; readonly closedOn: string };
  // One cell.
  "cell-blank": Named & { readonly label: string };
  "cell-not-a-number": Named & { readonly found: string };
  "cell-ambiguous": Named & { readonly found: string; readonly readings: string };
  "cell-doubtful-reading": Named & { readonly found: string; readonly read: string };
  "cell-negative": Named & { readonly found: string };
  "cell-fraction": Named & { readonly found: string };
  "cell-too-large": Named & { readonly found: string };
  "cell-error": Named & { readonly found: string };
  "cell-no-cached-value": Named;
  "cell-over-hundred": Named & { readonly found: string };
  "cell-not-yes-no": Named & { readonly found: string };
  "cell-not-a-date": Named & { readonly found: string };
  "cell-too-long": Named & { readonly length: number; readonly limit: number };
  "cell-old-font": Named & { readonly found: string; readonly font: string };
  "cell-does-not-apply": Named & { readonly found: string };
  "formula-altered": Named & { readonly found: string };
  // Between cells.
  "numerator-above-denominator": Named & { readonly numerator: string; readonly denominator: string; readonly over: string; readonly cells: string };
  "ratio-without-base": Named & { readonly found: string };
  "denominator-differs-from-headcount": Named & { readonly denominator: string; readonly headcount: string; readonly headcountName: string };
  "part-above-whole": { readonly part: string; readonly whole: string; readonly partValue: string; readonly wholeValue: string; readonly sentence: string };
  "cause-missing": Named & { readonly actual: string; readonly target: string };
  // Against the plan.
  "registered-below-plan": AgainstTarget;
  "target-missed": AgainstTarget & { readonly cause: string };
  "registered-not-reached": Named & { readonly actual: string; readonly registered: string };
  "total-registered-below-plan": AgainstTarget & { readonly shortBy: string };
  "change-at-floor": Named & { readonly start: string; readonly target: string };
  // Lists.
  "roster-edit-not-taken": { readonly unit: string; readonly reason: string };
  "list-row-incomplete": { readonly list: string; readonly row: number; readonly missing: string };
  "list-duplicate-person": { readonly list: string; readonly name: string; readonly rows: string };
  "registration-column-missing": Named & { readonly column: string };
  // Titles and awards.
  "award-same-person": { readonly name: string; readonly birth: string; readonly count: string; readonly units: string; readonly awards: string };
  "award-same-name": { readonly name: string; readonly count: string; readonly units: string };
  "award-two-groups": { readonly name: string; readonly groups: string };
  "award-several-forms": { readonly name: string; readonly awards: string };
  "award-share": { readonly title: string; readonly article: string; readonly count: string; readonly members: string; readonly percent: string; readonly least: string };
  "award-no-cstdcs": { readonly title: string; readonly article: string };
  "award-initiative": { readonly name: string; readonly title: string; readonly article: string };
  "award-succession": { readonly name: string; readonly title: string; readonly article: string; readonly times: string; readonly of: string };
  "award-quota": { readonly count: string; readonly base: string; readonly percent: string; readonly most: string };
  // The ledger.
  "submissions-differ": { readonly unit: string; readonly files: string; readonly figures: string };
  "copy-of-other-unit": { readonly code: string; readonly other: string };
  "decision-unknown-content": { readonly unit: string; readonly content: string };
  "received-date-unknown": Record<string, never>;
  "office-total-differs": Named & { readonly officeTotal: string; readonly schoolsTotal: string; readonly missing: string; readonly without: string };
  "after-freeze": { readonly snapshot: string };
  // The book.
  "book-formula-overwritten": { readonly found: string };
  "book-file-lost": { readonly name: string };
  "book-sheet-damaged": { readonly sheet: string; readonly reason: string };
  "book-too-large": { readonly rows: number; readonly limit: number };
  "correction-without-reason": Named;
  "correction-not-a-number": Named & { readonly found: string };
}

export type ProblemCode = keyof ProblemFacts;
export type Severity = "error" | "warning" | "info";

export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    readonly at: ProblemPlace;
    readonly facts: ProblemFacts[Code];
    /** Where it differs from the catalogue's, e.g. a cross rule that the plan makes a warning. */
    readonly severity?: Severity;
  };
}[ProblemCode];

/**
 * error = the figure or its identity cannot be trusted; warning = worth a question; info = a fact.
 * An honest bad result is never an error and never causes a return.
 */
export const severityOf: Readonly<Record<ProblemCode, Severity>> = {
  "file-unreadable": "error", "file-empty": "error", "file-encrypted": "error", "file-corrupt": "error",
  "file-too-large": "error", "file-took-too-long": "error", "file-beyond-limit": "error", "file-unsafe": "error", "file-not-a-workbook": "error", "file-is-picture": "error", "file-is-pdf": "error",
  "file-is-word": "error", "file-is-rar": "error", "file-is-lock": "info", "file-is-html": "error",
  "archive-unreadable": "error", "archive-too-deep": "error", "has-macros": "info", "has-external-links": "warning", "has-objects": "info",
  "not-a-form": "error", "other-plan": "error", "other-stage": "error", "older-version": "warning", "unknown-version": "error",
  "hidden-sheet-lost": "info", "sheet-missing": "error", "row-missing": "error", "row-duplicated": "error",
  "rows-of-nobody": "warning", "column-missing": "error", "several-units": "error", "form-empty": "error",
  "unit-not-chosen": "error", "unit-unknown": "error", "unit-name-differs": "error", "unit-found-by-name": "warning",
  "unit-not-expected": "warning", "unit-closed": "warning",
  "cell-blank": "error", "cell-not-a-number": "error", "cell-ambiguous": "error", "cell-doubtful-reading": "warning",
  "cell-negative": "error", "cell-fraction": "error", "cell-too-large": "error", "cell-error": "error",
  "cell-no-cached-value": "error", "cell-over-hundred": "error", "cell-not-yes-no": "error", "cell-not-a-date": "warning",
  "cell-too-long": "warning", "cell-old-font": "warning", "cell-does-not-apply": "warning", "formula-altered": "warning",
  "numerator-above-denominator": "error", "ratio-without-base": "error", "denominator-differs-from-headcount": "warning",
  "part-above-whole": "error", "cause-missing": "warning",
  "registered-below-plan": "warning", "target-missed": "info", "registered-not-reached": "info", "total-registered-below-plan": "warning", "change-at-floor": "info",
  "list-row-incomplete": "warning", "roster-edit-not-taken": "error", "list-duplicate-person": "warning", "registration-column-missing": "warning",
  "award-same-person": "warning", "award-same-name": "info", "award-two-groups": "warning", "award-several-forms": "warning",
  "award-share": "warning", "award-no-cstdcs": "warning", "award-initiative": "warning", "award-succession": "warning", "award-quota": "warning",
  "submissions-differ": "error", "copy-of-other-unit": "warning", "decision-unknown-content": "warning", "received-date-unknown": "info",
  "office-total-differs": "warning", "after-freeze": "info",
  "book-formula-overwritten": "warning", "book-sheet-damaged": "error", "book-file-lost": "error", "book-too-large": "error",
  "correction-without-reason": "warning", "correction-not-a-number": "error",
};

/** A problem's own severity, else the catalogue's. */
export function severity(problem: Problem): Severity {
  return problem.severity ?? severityOf[problem.code];
}

/** Builds a problem with its code and facts checked against each other. */
export function problem<Code extends ProblemCode>(
  code: Code, at: ProblemPlace, facts: ProblemFacts[Code], ownSeverity?: Severity,
): Problem {
  return { code, at, facts, ...(ownSeverity ? { severity: ownSeverity } : {}) } as Problem;
}

/** Whether anything among them keeps a figure or its identity from being trusted. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((found) => severity(found) === "error");
}

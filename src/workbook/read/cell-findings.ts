/** What a cell is asked for and what comes of reading it, before it is known whose cell it is. */
import type { Exact } from "#domain/exact";
import type { ReadValue } from "#domain/submission";

export type CellKind = "count" | "numerator" | "denominator" | "percent" | "yesNo" | "text" | "date" | "number" | "choice";

export interface CellExpectation {
  readonly kind: CellKind;
  /** The form's words for đạt, chưa đạt, không có đối tượng. */
  readonly answers?: { readonly yes: string; readonly no: string; readonly notApplicable: string };
  readonly choices?: readonly string[];
}

/** What is wrong with a cell, before it is known whose cell it is. */
export type CellFinding =
  | {
    readonly code: "cell-not-a-number" | "cell-negative" | "cell-fraction" | "cell-too-large" | "cell-error" | "cell-over-hundred" | "cell-not-yes-no" | "cell-not-a-date";
    readonly found: string;
  }
  | { readonly code: "cell-ambiguous"; readonly found: string; readonly readings: string }
  | { readonly code: "cell-doubtful-reading"; readonly found: string; readonly read: string }
  | { readonly code: "cell-too-long"; readonly length: number; readonly limit: number }
  | { readonly code: "cell-no-cached-value" };

export interface CellReading {
  readonly value: ReadValue | null;
  readonly problem?: CellFinding;
  /** `12/38` typed into one cell: the base it brings along. */
  readonly base?: Exact;
}

export const BLANK: CellReading = { value: null };

/** Problems that only say what was found. */
type RefusalCode = Extract<CellFinding, { readonly found: string; readonly readings?: never; readonly read?: never }>["code"];

/** No value, and why. */
export function refuse(code: RefusalCode, found: string): CellReading {
  return { value: null, problem: { code, found } };
}

/** Several readings that nothing settles. */
export function ambiguous(found: string, ...readings: readonly string[]): CellReading {
  return { value: null, problem: { code: "cell-ambiguous", found, readings: readings.join(" / ") } };
}

/** A value that the reader should look at. */
export const doubtfulIf = (doubtful: boolean, found: string, read: string): { problem?: CellFinding } =>
  (doubtful ? { problem: { code: "cell-doubtful-reading", found, read } } : {});

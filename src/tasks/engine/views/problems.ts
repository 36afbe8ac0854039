/** Problems as the screens list them (vấn đề): sentences with their place. */
import type { Severity } from "#domain/problem";

export interface ProblemRow {
  /** On the first row of a group: its name and how many it has. */
  readonly group?: { readonly name: string; readonly count: number };
  readonly id: number;
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly indicator: string | null;
}

export interface ProblemQuery {
  readonly severity?: Severity;
  readonly unit?: string;
  readonly indicator?: string;
  readonly file?: string;
  /** Words looked for in sentence, unit and file; marks and case do not matter. */
  readonly text?: string;
  /** Put together by unit (those of no unit by file) or by indicator, the largest group first. */
  readonly groupBy?: "unit" | "indicator";
  readonly offset: number;
  readonly limit: number;
}

export interface ProblemPage {
  readonly total: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly rows: readonly ProblemRow[];
}

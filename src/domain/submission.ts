/**
 * A submission (bài nộp): what one unit's form says, cell by cell, before anything is judged.
 */
import type { Exact } from "./exact";
import type { FigureScope, PartId } from "./form";
import type { Stage } from "./plan";
import type { Problem } from "./problem";

/** What one input cell was read as. `null` value with empty raw text is a blank; with raw text, a named problem. */
export interface Reading {
  readonly sheet: string;
  readonly cell: string;
  /** The cell's own text, as the school's program showed or stored it. */
  readonly raw: string;
  readonly value: ReadValue | null;
}

export type ReadValue =
  | { readonly kind: "number"; readonly number: Exact }
  | { readonly kind: "yesNo"; readonly yes: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "date"; readonly iso: string }
  /** `Không có đối tượng`. */
  | { readonly kind: "notApplicable" }
  /** A bare percentage where a numerator belongs: kept, checked, never made into a numerator. */
  | { readonly kind: "bareShare"; readonly share: Exact };

/** `<indicator code>.<part>`, e.g. `BT06.numerator`. */
export type PartKey = `${string}.${PartId}`;

export interface ListRow {
  /** The printed code of the row (`DTT-03`), or its place in the list where the code is gone. */
  readonly code: string;
  readonly cells: Readonly<Record<string, Reading>>;
}

export interface Submission {
  readonly plan: string;
  readonly planVersion: string;
  readonly stage: Stage;
  readonly scope: FigureScope;
  readonly formVersion: string;
  /** As the form says; matching to the roster is the ledger's work. */
  readonly unit: { readonly code: string | null; readonly name: string | null; readonly sheet?: string; readonly cell?: string };
  readonly parts: Readonly<Partial<Record<PartKey, Reading>>>;
  /** Columns beside the figures, `<row code>.<column id>` (cause, evidence, note, start, end, leader…) and details of a yes/no `<code>.<detail id>`. */
  readonly sides: Readonly<Record<string, Reading>>;
  readonly headcounts: Readonly<Record<string, Reading>>;
  readonly info: Readonly<Record<string, Reading>>;
  readonly lists: Readonly<Record<string, readonly ListRow[]>>;
  /** The `Mã số liệu` the form shows (its formula's cached result), where there is one. */
  readonly printedChecksum: string | null;
  /** Problems of reading: cells, rows, sheets. Judgement adds its own. */
  readonly problems: readonly Problem[];
  /** An office below has ruled on it (đã rà soát): each figure without an error counts, the rest are not reported. */
  readonly settled?: boolean;
}

/** A file after reading: submissions, or the one reason why there are none. */
export type FileReading =
  | { readonly kind: "submissions"; readonly submissions: readonly Submission[]; readonly problems: readonly Problem[] }
  /** A workbook, but no form of this plan and stage. */
  | { readonly kind: "notThisForm"; readonly problems: readonly Problem[] }
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] };

/** A file given to an intake. `path` is as shown to the officer (inside an archive: `bai-nop.zip › a.xlsx`). */
export interface GivenFile {
  readonly path: string;
  readonly sha256: string;
  readonly reading: FileReading;
  /** Fingerprint of plan, stage, template and reader; absent where nothing settled it: such a file is read again when it is given again. */
  readonly readFor?: string;
  /** The archive it came in, and how many files came in that; absent for a file given by itself. */
  readonly archive?: { readonly sha256: string; readonly files: number };
}

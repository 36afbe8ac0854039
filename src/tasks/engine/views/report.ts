/** What the report shows (báo cáo): a node and its figures, what needs a look, where a figure comes from, whether it is frozen. */
import type { Origin, Verdict } from "#domain/figure";
import type { Measure, Role } from "#domain/plan";

/** Something worth the officer's eye, most pressing first: a missed, an undecided or a doubtful figure. */
export interface Attention {
  readonly node: string;
  readonly indicator: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** `412/415 = 99,28 %`. */
  readonly figure: string;
  /** `ít nhất 99,5 %`. */
  readonly target: string;
  /** One sentence with the interval, only where the conclusion depends on it. */
  readonly sentence: string;
  readonly missing: number;
}

export interface ReportRow {
  readonly indicator: string;
  readonly group: string;
  readonly name: string;
  readonly measure: Measure;
  readonly unit: string;
  readonly figure: string;
  /** 0–1 for a share or a count against its target, for a bar; `null`: nothing to draw. */
  readonly reach: number | null;
  readonly target: string;
  readonly verdict: Verdict | null;
  readonly isReading: boolean;
  readonly reported: number;
  readonly expected: number;
  readonly sentence: string;
  readonly clause: string;
}

export interface NodeLine {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly role: Role;
  readonly depth: number;
}

export interface ReportView {
  readonly node: NodeLine;
  readonly rows: readonly ReportRow[];
  readonly met: number;
  readonly notMet: number;
  readonly undecided: number;
  readonly standing: Standing;
}

/** Whether figures are frozen (chốt số liệu). */
export interface Standing {
  readonly state: "draft" | "frozen" | "changed";
  readonly snapshot: string | null;
  readonly on: string | null;
  readonly by: string | null;
  /** Figures that differ from the snapshot. */
  readonly changes: readonly { readonly node: string; readonly indicator: string; readonly name: string; readonly then: string; readonly now: string }[];
  /** Files that came after and wait. */
  readonly waiting: number;
}

export interface SourceLine {
  readonly unit: string;
  readonly name: string;
  readonly parent: string | null;
  readonly origin: Origin;
  readonly figure: string;
  readonly reason: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly raw: string | null;
}

/** Where a figure comes from (số này từ đâu). */
export interface SourcesView {
  readonly node: string;
  readonly nodeName: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly measure: Measure;
  readonly figure: string;
  readonly verdicts: readonly { readonly target: string; readonly verdict: Verdict; readonly isReading: boolean; readonly clause: string; readonly likely: Verdict | null }[];
  readonly sentence: string;
  readonly sources: readonly SourceLine[];
  readonly missing: readonly { readonly unit: string; readonly name: string }[];
  readonly notApplicable: number;
  readonly addsUp: boolean;
}

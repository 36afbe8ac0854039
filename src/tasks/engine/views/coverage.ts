/** Who has handed in (tình hình nộp): counts, deadlines, each unit and all about one unit. */
import type { Origin } from "#domain/figure";
import type { LedgerState, UnitCoverage } from "#domain/ledger-types";
import type { ProblemRow } from "./problems";

/** The deadline that counts now, with its last valid day. */
export interface DueView {
  readonly milestone: string;
  readonly name: string;
  readonly day: string | null;
  readonly from: "plan" | "office" | null;
  /** Days left; negative: days since. `null`: no date. */
  readonly daysLeft: number | null;
}

/** Counts of one milestone; `returned` are those of late, missing or not due whose submission was returned or waits. */
export interface CoverageCounts {
  readonly expected: number;
  readonly onTime: number;
  readonly late: number;
  readonly dateUnknown: number;
  readonly returned: number;
  readonly missing: number;
  readonly notDue: number;
}

export interface UnitLine extends Omit<UnitCoverage, "unit" | "parent"> {
  readonly unit: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly parentName: string | null;
  readonly times: number;
  readonly note: string;
  readonly contact: string;
}

export interface CoverageView {
  readonly milestones: readonly { readonly id: string; readonly name: string }[];
  readonly milestone: string;
  readonly due: DueView;
  readonly counts: CoverageCounts;
  /** One bar an office, directly managed units as one bar. */
  readonly offices: readonly { readonly code: string; readonly name: string; readonly counts: CoverageCounts }[];
  readonly units: readonly UnitLine[];
  /** Documents the milestone asks for beside the form, to be ticked off. */
  readonly documents: readonly { readonly id: string; readonly name: string; readonly required: boolean }[];
}

/** One submission of a unit, as its history shows it. */
export interface UnitFile {
  readonly path: string;
  readonly receivedOn: string | null;
  readonly state: LedgerState;
  readonly content: string;
  readonly checksum: string;
}

export interface UnitFigure {
  readonly indicator: string;
  readonly name: string;
  readonly figure: string;
  readonly origin: Origin;
  readonly reason: string | null;
  /** What the unit itself reported, where a correction stands in its place; empty: nothing. */
  readonly reported: string | null;
  readonly place: string;
}

export interface UnitDetail {
  /** The one the line tells of: the milestone that counts now, where it asks this unit, else one that does. */
  readonly milestone: string;
  readonly line: UnitLine;
  readonly files: readonly UnitFile[];
  readonly figures: readonly UnitFigure[];
  readonly problems: readonly ProblemRow[];
  readonly documents: Readonly<Record<string, string>>;
}

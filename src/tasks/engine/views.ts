/**
 * What the screens show (dữ liệu cho màn hình): plain values made by the engine, small enough to be posted from a
 * worker. Words that depend on the language are added by the screens, except sentences about problems and figures
 * as text, which the engine writes in the language asked for.
 */
import type { ChartRequest } from "#domain/host";
import type { CoverageState, Decision, LedgerState } from "#domain/ledger-types";
import type { Measure, OpenPoint, Plan, PlanAnswers, Role, Stage } from "#domain/plan";
import type { Severity } from "#domain/problem";
import type { CellLook, ContentCell, SheetContent, WorkbookContent } from "#domain/sheet-content";
import type { Origin, Verdict } from "#domain/figure";

export type { CellLook, ContentCell, CoverageState, Decision, LedgerState, Measure, OpenPoint, Origin, Plan, PlanAnswers, Role, Severity, SheetContent, Stage, Verdict, WorkbookContent };

export interface PlanCard {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly issuer: string;
  readonly period: string;
  readonly stages: readonly Stage[];
  readonly indicators: number;
  readonly openRequired: number;
}

/** A point the plan leaves open, with what the officer has answered. */
export interface OpenPointView {
  readonly point: OpenPoint;
  readonly answer: string;
  /** What is wrong with the answer, as a sentence. */
  readonly fault: string | null;
}

/** One line of the roster as proposed from a pasted column, or as it stands in the book. */
export interface RosterLine {
  readonly code: string;
  readonly name: string;
  /** Id of a unit kind; empty: not recognised, the officer chooses. */
  readonly kind: string;
  readonly parent: string;
  /** Why the line needs a look: an unknown kind, the same name twice, a missing parent. */
  readonly doubt: string | null;
}

export interface RosterProposal {
  readonly lines: readonly RosterLine[];
  readonly kinds: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  /** Faults that keep the roster from being used. */
  readonly faults: readonly { readonly place: string; readonly sentence: string }[];
}

/** What the open workbook is. */
export type Recognised =
  | { readonly kind: "blank" }
  | { readonly kind: "foreign" }
  | { readonly kind: "form"; readonly plan: string; readonly planTitle: string; readonly stage: Stage }
  | { readonly kind: "book"; readonly plan: string; readonly planTitle: string; readonly stage: Stage };

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

/** Five states on screen; the ledger's ten are in the rows. */
export type ScreenState = "accepted" | "returned" | "decision" | "notCounted" | "unreadable";

export interface IntakeSummary {
  readonly files: number;
  readonly states: Readonly<Partial<Record<LedgerState, number>>>;
  readonly groups: Readonly<Record<ScreenState, number>>;
  /** Files that are no submission of any plan: counted, never recorded. */
  readonly unrelated: number;
  /** Files of another plan or stage, by book: they can be taken in there. */
  readonly elsewhere: readonly { readonly plan: string; readonly stage: Stage; readonly title: string; readonly files: number; readonly isKnown: boolean }[];
  readonly datesUnknown: number;
  readonly wasCancelled: boolean;
}

export interface ReceiptRow {
  /** Stable: path and fingerprint. */
  readonly key: string;
  readonly path: string;
  readonly state: LedgerState;
  readonly group: ScreenState;
  readonly units: readonly { readonly code: string | null; readonly name: string; readonly state: LedgerState; readonly content: string }[];
  readonly receivedOn: string | null;
  readonly errors: number;
  readonly warnings: number;
  /** The gravest problem as a sentence; empty where there is none. */
  readonly sentence: string;
  /** Given in the last intake. */
  readonly isNew: boolean;
}

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

export interface UnitLine {
  readonly unit: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly parentName: string | null;
  readonly state: CoverageState;
  readonly due: string | null;
  readonly dueFrom: "plan" | "office" | null;
  readonly daysLate: number;
  readonly returned: boolean;
  readonly extendedTo: string | null;
  readonly receivedOn: string | null;
  readonly required: number;
  readonly filled: number;
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

export interface UnitDetail {
  readonly line: UnitLine;
  readonly files: readonly UnitFile[];
  readonly figures: readonly { readonly indicator: string; readonly name: string; readonly figure: string; readonly origin: Origin; readonly reason: string | null; readonly place: string }[];
  readonly problems: readonly ProblemRow[];
  readonly documents: Readonly<Record<string, string>>;
}

/** A case only the officer can settle. */
export type DecisionCase =
  | {
      readonly kind: "differ";
      readonly id: string;
      readonly unit: string;
      readonly unitName: string;
      readonly candidates: readonly { readonly content: string; readonly files: readonly string[]; readonly receivedOn: string | null; readonly checksum: string }[];
      /** Only rows that differ; `values` side by side with the candidates. */
      readonly rows: readonly { readonly indicator: string; readonly name: string; readonly values: readonly string[]; readonly corrected: boolean }[];
      readonly sameRows: number;
      /** The name of a school whose file this may be, on a wrong copy. */
      readonly otherUnit: string | null;
    }
  | {
      readonly kind: "unit";
      readonly id: string;
      readonly content: string;
      readonly file: string;
      /** As the form says. */
      readonly stated: { readonly code: string | null; readonly name: string | null };
      readonly proposals: readonly { readonly code: string; readonly name: string }[];
      readonly sentence: string;
    }
  | {
      readonly kind: "returned";
      readonly id: string;
      readonly unit: string;
      readonly unitName: string;
      readonly content: string;
      readonly file: string;
      readonly problems: readonly ProblemRow[];
    }
  | {
      readonly kind: "officeTotal";
      readonly id: string;
      readonly unit: string;
      readonly unitName: string;
      readonly indicator: string;
      readonly name: string;
      readonly officeTotal: string;
      readonly schoolsTotal: string;
      readonly sentence: string;
    };

/** Files of which nobody said when they arrived. */
export interface ArrivalView {
  readonly files: readonly { readonly key: string; readonly path: string; readonly unitName: string | null }[];
  readonly due: DueView;
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

/** One cell of an indicator to be typed for a unit. */
export interface EntryCell {
  readonly part: string;
  readonly label: string;
  readonly kind: "number" | "yesNo" | "text";
  readonly value: string;
}

export interface EntryRow {
  readonly indicator: string;
  readonly name: string;
  readonly measure: Measure;
  readonly mayNotApply: boolean;
  readonly cells: readonly EntryCell[];
  /** As it counts now. */
  readonly figure: string;
}

export interface EntrySheet {
  readonly unit: string;
  readonly unitName: string;
  readonly rows: readonly EntryRow[];
}

/** What the officer typed for one indicator: cell part → text, as typed; or no subject; empty: not reported. */
export interface TypedRow {
  readonly indicator: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly notApplicable?: boolean;
}

/** Sentences about what was typed; an empty list: taken. */
export interface EntryOutcome {
  readonly faults: readonly { readonly indicator: string; readonly part: string; readonly sentence: string }[];
}

/** A workbook the engine wrote: as a file, and as sheets to put in the open workbook. */
export interface MadeWorkbook {
  readonly fileName: string;
  readonly file: Uint8Array;
  readonly content: WorkbookContent;
  /** Sheets that are ours in an open book. */
  readonly owned: readonly string[];
  /** Native charts beside its figures, where the host draws them. */
  readonly charts?: readonly ChartRequest[];
}

export interface FormCheck {
  readonly plan: string;
  readonly planTitle: string;
  readonly stage: Stage;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly deadline: string | null;
  readonly fileName: string | null;
  readonly canSubmit: boolean;
  readonly blanks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly checksum: string;
  readonly rows: readonly { readonly indicator: string; readonly name: string; readonly figure: string; readonly status: "ok" | "blank" | "error" | "warning" | "notApplicable"; readonly sheet: string | null; readonly cell: string | null }[];
  readonly problems: readonly ProblemRow[];
  /** What the office above will see: result against target, line by line. */
  readonly rehearsal: readonly string[];
}

/** The head of every screen and the tab `Hôm nay`. */
export interface Overview {
  readonly plan: string;
  readonly planTitle: string;
  readonly shortTitle: string;
  readonly stage: Stage;
  readonly office: string;
  readonly scope: string;
  readonly isSample: boolean;
  readonly asOf: string;
  readonly treeDate: string;
  readonly due: DueView;
  readonly counts: CoverageCounts;
  readonly missingNames: readonly string[];
  readonly returnedNames: readonly string[];
  readonly attention: readonly Attention[];
  readonly verdicts: { readonly met: number; readonly notMet: number; readonly undecided: number };
  readonly lastIntake: IntakeSummary | null;
  readonly toDecide: number;
  /** Units that could be given a return slip. */
  readonly returnedUnits: number;
  readonly datesUnknown: number;
  readonly openRequired: number;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly standing: Standing;
  readonly units: number;
  readonly files: number;
  /** Grows with every change: a screen showing an older one asks again. */
  readonly revision: number;
}

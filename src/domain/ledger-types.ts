/**
 * The ledger (sổ tiếp nhận): what became of every file given, and what officers decided.
 */
import type { Exact } from "./exact";
import type { Problem } from "./problem";
import type { Submission } from "./submission";
import type { UnitCode } from "./unit";

/** Every file ends in exactly one of these; counts add up to the files chosen. */
export type LedgerState =
  | "accepted" | "acceptedWithWarnings" | "returned" | "awaitingDecision" | "superseded" | "identicalCopy"
  | "notThisForm" | "unknownUnit" | "notExpected" | "unreadable";

export interface LedgerSubmission {
  readonly unit: UnitCode | null;
  readonly state: LedgerState;
  /** Canonical content key: equal figures, equal key, whatever the file's bytes. */
  readonly content: string;
  readonly submission: Submission;
  readonly problems: readonly Problem[];
}

export interface LedgerEntry {
  readonly path: string;
  readonly sha256: string;
  readonly state: LedgerState;
  /** Earliest known day this content arrived; `null`: nobody has said. */
  readonly receivedOn: string | null;
  readonly problems: readonly Problem[];
  readonly submissions: readonly LedgerSubmission[];
}

/** An officer's recorded decision; kept in the book, or given with `--decisions`. */
export type Decision =
  /** Of several differing contents of one unit, this one counts; the others are superseded. */
  | { readonly action: "choose"; readonly unit: string; readonly content: string; readonly reason: string; readonly on: string; readonly by?: string }
  /** A returned content counts provisionally: its figures without an error, the rest not reported. */
  | { readonly action: "acceptProvisionally"; readonly unit: string; readonly content: string; readonly reason: string; readonly on: string; readonly by?: string }
  /** A sender's content belongs to this unit. */
  | { readonly action: "assignUnit"; readonly unit: string; readonly content: string; readonly reason: string; readonly on: string; readonly by?: string }
  /** A frozen snapshot is opened again (mở khóa): files that came later count from now on. */
  | { readonly action: "reopen"; readonly unit: string; readonly snapshot: string; readonly reason: string; readonly on: string; readonly by?: string }
  /** Which of an office's total and its schools' files counts. */
  | { readonly action: "useOfficeTotal" | "useSchools"; readonly unit: string; readonly indicator?: string; readonly reason: string; readonly on: string; readonly by?: string };

/** An officer's correction (điều chỉnh) of one figure. It never erases what the unit reported. */
export interface Correction {
  readonly unit: string;
  readonly indicator: string;
  /** `notReported` takes a figure out; `notApplicable` says there is no subject. */
  readonly value:
    | { readonly kind: "parts"; readonly main: Exact | null; readonly base: Exact | null }
    | { readonly kind: "yesNo"; readonly yes: boolean }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "change"; readonly start: readonly [Exact, Exact]; readonly end: readonly [Exact, Exact] }
    | { readonly kind: "notReported" }
    | { readonly kind: "notApplicable" };
  readonly reason: string;
  readonly on?: string;
  readonly by?: string;
}

/** An extension (gia hạn) for one unit, with the document that grants it. */
export interface Extension {
  readonly unit: string;
  readonly milestone: string;
  readonly until: string;
  readonly document?: string;
}

/** A paper or spoken report the officer typed in for a unit (nhập thay đơn vị). */
export interface EnteredReport {
  readonly unit: string;
  readonly document: string;
  readonly date: string;
  readonly by: string;
  readonly receivedOn?: string;
  readonly values: readonly Correction[];
}

export type CoverageState = "onTime" | "late" | "dateUnknown" | "missing" | "notDue";

export interface UnitCoverage {
  readonly unit: UnitCode;
  readonly name: string;
  readonly parent: UnitCode | null;
  readonly state: CoverageState;
  /** Last valid day, ISO; `null`: nobody has set one. */
  readonly due: string | null;
  readonly dueFrom: "plan" | "office" | null;
  readonly daysLate: number;
  /** True where a submission of this unit is returned or awaits a decision. */
  readonly returned: boolean;
  readonly extendedTo: string | null;
  readonly receivedOn: string | null;
  readonly required: number;
  readonly filled: number;
}

/** Who owes what (tình hình nộp) at one milestone. The five states add up to `expected`. */
export interface Coverage {
  readonly milestone: string;
  readonly expected: number;
  readonly onTime: number;
  readonly late: number;
  readonly dateUnknown: number;
  readonly missing: number;
  readonly notDue: number;
  readonly units: readonly UnitCoverage[];
}

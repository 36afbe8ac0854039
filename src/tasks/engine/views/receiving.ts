/** What receiving files shows (nhận file): the intake, its receipt, what only the officer can settle. */
import type { LedgerState } from "#domain/ledger-types";
import type { Stage } from "#domain/plan";
import type { DueView } from "./coverage";
import type { ProblemRow } from "./problems";

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

/**
 * What a sample says and what should become of it (sự thật của dữ liệu mẫu), as plain numbers. Written down
 * while the files are made and never through the code that reads and adds them, so that the two can disagree.
 */
import type { LedgerState } from "#domain/ledger-types";
import type { Stage } from "#domain/plan";

/** What a unit means to say about one indicator. Decimals are text (`"99.5"`), counts are whole numbers. */
export type TrueFigure =
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "share"; readonly numerator: number; readonly denominator: number }
  /** Registration: a percentage aimed at, over the base expected. */
  | { readonly kind: "aim"; readonly percent: string; readonly denominator: number }
  | { readonly kind: "answer"; readonly yes: boolean }
  | { readonly kind: "change"; readonly start: readonly [number, number]; readonly end: readonly [number, number] }
  | { readonly kind: "changeAim"; readonly start: readonly [number, number]; readonly endPercent: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "blank" };

export type TrueFigures = Readonly<Record<string, TrueFigure>>;

/** One file, or one member of an archive (`archive.zip › member.xlsx`). */
export interface FileTruth {
  readonly path: string;
  /** The unit it was sent by. */
  readonly sender: string;
  /** What is odd about it. */
  readonly trouble: string;
  /** What the ledger must say. Acceptance with and without warnings count as one. */
  readonly state: LedgerState;
  /** Files of one group may change places: of two identical ones either is the copy. */
  readonly group?: string;
}

export interface UnitTruth {
  readonly unit: string;
  /** What its own form says; of two differing forms, the first. */
  readonly figures: TrueFigures;
  readonly headcounts: Readonly<Record<string, number>>;
  /** Does an accepted file of this unit exist? */
  readonly counts: boolean;
  /** Indicators that do not count although the file does (two files differ). */
  readonly except: readonly string[];
  /** First day an accepted or undecided file arrived; `null`: nothing came, or nobody said when. */
  readonly receivedOn: string | null;
}

export interface SampleTruth {
  readonly plan: string;
  readonly stage: Stage;
  readonly roster: string;
  readonly seed: number;
  /** The day of the report the sample is meant for, and of the tree its forms were issued under. */
  readonly asOf: string;
  readonly treeDate: string;
  readonly units: readonly UnitTruth[];
  readonly files: readonly FileTruth[];
}

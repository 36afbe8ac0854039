/**
 * What an intake keeps (the book's own data) and what it says (the report). `aggregate` turns the one into
 * the other; nothing else computes a figure.
 */
import type { Contribution, NodeFigure } from "./figure";
import type { Correction, Coverage, Decision, EnteredReport, Extension, LedgerEntry } from "./ledger-types";
import type { Plan, PlanAnswers, Stage } from "./plan";
import type { Problem } from "./problem";
import type { GivenFile } from "./submission";
import type { Roster, UnitCode } from "./unit";

/** A file once given, with the days on which somebody said its content arrived. Its bytes are not kept; its readings are. */
export interface KeptFile extends GivenFile {
  readonly receivedOn: string | null;
}

/** Frozen figures (chốt số liệu). */
export interface Snapshot {
  readonly name: string;
  readonly on: string;
  readonly by: string;
  readonly reportNumber?: string;
  /** `<node>|<indicator>` → the figure as text: numerator, denominator, reported, expected. */
  readonly figures: Readonly<Record<string, string>>;
}

/** Offices' figures of the year before, under the tree of the day on which they were taken over (số năm trước). */
export interface LastYear {
  readonly plan: string;
  /** The period as the former plan calls it. */
  readonly label: string;
  /** `<node>|<this year's indicator>` → numerator, denominator, value, units that were missing. */
  readonly figures: Readonly<Record<string, string>>;
}

/** What an earlier stage of the same plan came to (đăng ký, sơ kết), taken from its book. */
export interface EarlierStage {
  readonly stage: Stage;
  /** The day its book was of. */
  readonly asOf: string;
  /** `<unit>|<indicator>`, an office's total with `+` in front → figure, origin, file, sheet, cell and what was typed. */
  readonly figures: Readonly<Record<string, string>>;
  /** Of office totals: the units they stand for. */
  readonly covers?: Readonly<Record<string, readonly string[]>>;
}

/** Everything a book keeps: enough to judge again under a changed plan, roster or decision without the old files. */
export interface BookState {
  readonly plan: Plan;
  readonly answers: PlanAnswers;
  readonly roster: Roster;
  readonly stage: Stage;
  readonly files: readonly KeptFile[];
  readonly decisions: readonly Decision[];
  readonly corrections: readonly Correction[];
  readonly extensions: readonly Extension[];
  readonly entered: readonly EnteredReport[];
  readonly snapshots: readonly Snapshot[];
  /** Unit → the officer's note (ghi chú). */
  readonly notes: Readonly<Record<string, string>>;
  /** Milestone documents ticked off: `<milestone>|<deliverable>|<unit>` → number, date, channel as typed. */
  readonly documents: Readonly<Record<string, string>>;
  /** What an office wrote itself in its report (lời của cơ quan): `<node>|<section>` → text, a line a paragraph. */
  readonly ownWords?: Readonly<Record<string, string>>;
  /** The step at which the office sees a role model: unit and folded name → step of the plan. */
  readonly steps?: Readonly<Record<string, string>>;
  readonly lastYear?: LastYear;
  /** Earlier stages of this plan, in their order. */
  readonly earlier?: readonly EarlierStage[];
  /** Lines begun in the book's lists and not finished, as typed: list → column → text. They count nowhere and are not lost. */
  readonly unfinished?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Everything a report says. Order of files given never changes it. */
export interface Report {
  readonly state: BookState;
  /** The plan with the officer's answers applied. */
  readonly plan: Plan;
  readonly asOf: string;
  readonly treeDate: string;
  readonly ledger: readonly LedgerEntry[];
  readonly coverage: readonly Coverage[];
  /** Every expected unit's figure for every indicator it owes, effective (after corrections), missing ones included. */
  readonly contributions: readonly Contribution[];
  /** Every node of the tree at `treeDate` (offices and scope) by every indicator of the stage; and each unit as a node of its own. */
  readonly nodes: readonly NodeFigure[];
  /** Units that have no parent at `treeDate`: a visible residue. */
  readonly residue: readonly UnitCode[];
  /** Problems of files, of figures against the plan and of totals, in a stable order. */
  readonly problems: readonly Problem[];
}

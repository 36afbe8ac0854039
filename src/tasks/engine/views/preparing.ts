/** What preparing a plan shows (chuẩn bị): plans to choose from, open points, the proposed roster, what a workbook is. */
import type { OpenPoint, Role, Stage } from "#domain/plan";
import type { Roster } from "#domain/unit";

export interface PlanCard {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly issuer: string;
  readonly period: string;
  readonly stages: readonly Stage[];
  readonly indicators: number;
  readonly openRequired: number;
  /** How many years on the next plan of this kind begins. */
  readonly yearsToNext: number;
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
  /** Its code in a roster that was known already. */
  readonly was?: string;
  /** Why the line needs a look: an unknown kind, the same name twice, a missing parent. */
  readonly doubt: string | null;
}

export interface RosterProposal {
  /** The office at the top, where the source names it. */
  readonly office?: string;
  /** The roster it came from, whole: what the lines do not show of it stays. */
  readonly base?: Roster;
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

/** Typing for a unit (nhập thay đơn vị): cells asked for, what was typed, what is wrong with it. */
import type { Measure } from "#domain/plan";

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

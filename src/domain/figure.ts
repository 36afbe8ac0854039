/**
 * Figures (số liệu): what one unit reports for one indicator, with where it stands in the unit's file.
 * Reported, reported as zero, not reported and not applicable are four different things, and stay so.
 */
import type { Exact } from "./exact";
import type { Problem } from "./problem";
import type { UnitCode } from "./unit";

/** Where a figure stands in the unit's file. */
export interface FigureSource {
  readonly file: string;
  readonly sheet: string;
  /** One or two cells, `G14` or `G14, H14`. */
  readonly cell: string;
  readonly raw: string;
}

export interface Share {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

export type Figure =
  | { readonly state: "reported"; readonly measure: "count"; readonly value: Exact }
  | ({ readonly state: "reported"; readonly measure: "ratio" } & Share)
  | { readonly state: "reported"; readonly measure: "yesNo"; readonly yes: boolean }
  | { readonly state: "reported"; readonly measure: "change"; readonly start: Share; readonly end: Share }
  | { readonly state: "reported"; readonly measure: "text"; readonly text: string }
  /** Không có đối tượng, or 0/0. */
  | { readonly state: "notApplicable" }
  | NotReported;

/** Blank is not zero. What is known all the same bounds the interval: a base without its numerator, a start without its end. */
export interface NotReported {
  readonly state: "notReported";
  readonly denominator?: Exact;
  readonly start?: Share;
  /** Kept for the unit's own check only; adds to nothing. */
  readonly bareShare?: Exact;
}

export const NOT_REPORTED: NotReported = { state: "notReported" };
export const NOT_APPLICABLE: Figure = { state: "notApplicable" };

/** How a figure came to the book. */
export type Origin = "file" | "entered" | "corrected" | "officeTotal";

/** One unit's part in a total (nguồn số liệu). */
export interface Contribution {
  readonly unit: UnitCode;
  readonly indicator: string;
  readonly origin: Origin;
  readonly figure: Figure;
  /** The unit's own figure, where the officer corrected it. */
  readonly reported?: Figure;
  readonly reason?: string;
  readonly source?: FigureSource;
  /** An office's total: the units it stands for. */
  readonly covers?: readonly UnitCode[];
}

export type Verdict = "met" | "notMet" | "undecided";

/** A figure held against one target. */
export interface TargetCheck {
  readonly target: string;
  readonly against: "plan" | "registered";
  readonly basis: "count" | "share" | "change";
  readonly comparator: string;
  /** As in the plan: share as fraction of 1, change in points. */
  readonly targetValue: Exact;
  /** The value compared (share as fraction, change in points); `null` where nothing was reported. */
  readonly actual: Exact | null;
  readonly verdict: Verdict;
  /** Under assumed denominators; `null` where nothing more is known than the strict verdict says. */
  readonly likely: Verdict | null;
  readonly likelyBasis: "registration" | null;
  readonly reading: boolean;
  readonly chosen: boolean;
}

/** One node's figure for one indicator. */
export interface NodeFigure {
  readonly node: UnitCode;
  readonly indicator: string;
  readonly measure: "count" | "ratio" | "yesNo" | "change" | "text";
  /** count: Σ; ratio: Σ số đạt; yesNo: number of đạt; change: end numerator. `null`: nothing reported. */
  readonly numerator: Exact | null;
  /** ratio: Σ tổng số; yesNo: units that reported and to which it applies; change: end denominator. */
  readonly denominator: Exact | null;
  /** count: Σ; ratio, yesNo: share of 1; change: percentage points end − start. `null`: not applicable or nothing reported. */
  readonly value: Exact | null;
  /** What the value can still become once everybody has reported; `null`: unbounded. */
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** change only: the rolled-up start ratio. */
  readonly start?: Share | null;
  /** Units in: reported or not applicable. */
  readonly reported: number;
  readonly notApplicable: number;
  readonly expected: number;
  /** change only: units whose start was already lower than the decrease asked (đã ở mức thấp nhất). */
  readonly atFloor: number;
  readonly checks: readonly TargetCheck[];
  readonly contributions: readonly Contribution[];
  /** Expected units without a figure. */
  readonly missing: readonly UnitCode[];
}

/** Figures of one unit, with the problems found while building them. */
export interface UnitFigures {
  readonly figures: ReadonlyMap<string, Contribution>;
  readonly problems: readonly Problem[];
}

/**
 * The running sums of one indicator at one node (cộng dồn). Everything in it adds up, so the same units give
 * the same sums in any order and through any tree.
 */
import { add, compare, exact, multiply, ONE, subtract, toNumber, ZERO, type Exact } from "./exact";
import { NOT_APPLICABLE, NOT_REPORTED, type Contribution, type Figure } from "./figure";
import type { Indicator } from "./plan";
import type { UnitCode } from "./unit";

/** Numerator and denominator; for tăng/giảm also those at the start. A count uses `n` alone. */
export interface Sums {
  n: Exact;
  d: Exact;
  startN: Exact;
  startD: Exact;
}

export interface Tally extends Sums {
  expected: number;
  /** Units with a figure. */
  valued: number;
  notApplicable: number;
  atFloor: number;
  readonly contributions: Contribution[];
  readonly missing: UnitCode[];
  /** Missing units about which nothing is known. */
  unknown: number;
  /** Missing units of which something bounds the completion: Σ known maxima of a count, Σ known bases of a ratio. */
  known: Exact;
  /** tăng/giảm: missing units whose start is known, and the Σ of those starts. */
  knownStartN: Exact;
  knownStartD: Exact;
  /** What the missing units registered, and how many of them registered nothing. */
  readonly assumed: Sums;
  unassumed: number;
  /** A bare percentage of the one unit this tally is about. */
  bareShare: Exact | null;
}

export function emptyTally(): Tally {
  return {
    expected: 0, valued: 0, notApplicable: 0, atFloor: 0, contributions: [], missing: [], n: ZERO, d: ZERO, startN: ZERO, startD: ZERO,
    unknown: 0, known: ZERO, knownStartN: ZERO, knownStartD: ZERO,
    assumed: { n: ZERO, d: ZERO, startN: ZERO, startD: ZERO }, unassumed: 0, bareShare: null,
  };
}

/** What a tally needs to know about its indicator. */
export interface Counting {
  readonly indicator: Indicator;
  /** The decrease asked, in percentage points; below it a start is `đã ở mức thấp nhất`. */
  readonly decrease: Exact | null;
  readonly maximumOf: (unit: UnitCode) => Exact | null;
  readonly registeredOf: (unit: UnitCode) => Figure | null;
}

/** A figure as this indicator can use it: 0/0 is not applicable, a figure of another measure is none. */
export function usable(indicator: Indicator, figure: Figure): Figure {
  if (figure.state !== "reported") return figure;
  const fits = figure.measure === indicator.measure || (indicator.measure === "yesNo" && figure.measure === "ratio");
  if (!fits) return NOT_REPORTED;
  if (figure.measure === "ratio" && figure.denominator.n === 0n) return NOT_APPLICABLE;
  if (figure.measure === "change" && figure.start.denominator.n === 0n && figure.end.denominator.n === 0n) return NOT_APPLICABLE;
  return figure;
}

/** One expected unit's own figure, or its absence. */
export function addUnit(tally: Tally, counting: Counting, unit: UnitCode, contribution: Contribution | undefined): void {
  const figure = usable(counting.indicator, contribution?.figure ?? NOT_REPORTED);
  tally.expected += 1;
  if (figure.state === "notReported") {
    tally.missing.push(unit);
    addMissing(tally, counting, unit, figure);
    return;
  }
  if (contribution) tally.contributions.push(contribution);
  if (figure.state === "notApplicable") { tally.notApplicable += 1; return; }
  tally.valued += 1;
  addSums(tally, figure);
  if (isAtFloor(figure, counting.decrease)) tally.atFloor += 1;
}

/**
 * An office's own total, standing for the units it covers. A yes/no total that speaks of fewer units than
 * it covers leaves the others not applicable where the indicator allows that, and not reported elsewhere.
 */
export function addOfficeTotal(tally: Tally, counting: Counting, contribution: Contribution, covered: readonly UnitCode[]): void {
  const { indicator } = counting;
  const figure = usable(indicator, contribution.figure);
  if (figure.state === "notReported") {
    for (const unit of covered) addUnit(tally, counting, unit, undefined);
    return;
  }
  tally.expected += covered.length;
  tally.contributions.push(contribution);
  if (figure.state === "notApplicable") { tally.notApplicable += covered.length; return; }
  addSums(tally, figure);
  const spokenOf = figure.measure === "ratio" && indicator.measure === "yesNo" ? Math.min(covered.length, Math.floor(toNumber(figure.denominator))) : covered.length;
  const rest = covered.length - spokenOf;
  tally.valued += spokenOf;
  if (indicator.mayNotApply) tally.notApplicable += rest;
  else { tally.unknown += rest; tally.unassumed += rest; }
}

function addMissing(tally: Tally, counting: Counting, unit: UnitCode, figure: Extract<Figure, { state: "notReported" }>): void {
  const { measure } = counting.indicator;
  const bound = measure === "count" ? counting.maximumOf(unit) : measure === "ratio" ? figure.denominator ?? null : null;
  if (measure === "change" && figure.start) {
    tally.knownStartN = add(tally.knownStartN, figure.start.numerator);
    tally.knownStartD = add(tally.knownStartD, figure.start.denominator);
  } else if (bound) tally.known = add(tally.known, bound);
  else tally.unknown += 1;
  if (figure.bareShare) tally.bareShare = figure.bareShare;
  const registered = counting.registeredOf(unit);
  if (registered?.state === "reported") addSums(tally.assumed, registered);
  else if (registered?.state !== "notApplicable") tally.unassumed += 1;
}

function addSums(sums: Sums, figure: Extract<Figure, { state: "reported" }>): void {
  switch (figure.measure) {
    case "count": sums.n = add(sums.n, figure.value); return;
    case "ratio":
      sums.n = add(sums.n, figure.numerator);
      sums.d = add(sums.d, figure.denominator);
      return;
    case "yesNo":
      if (figure.yes) sums.n = add(sums.n, ONE);
      sums.d = add(sums.d, ONE);
      return;
    case "change":
      sums.n = add(sums.n, figure.end.numerator);
      sums.d = add(sums.d, figure.end.denominator);
      sums.startN = add(sums.startN, figure.start.numerator);
      sums.startD = add(sums.startD, figure.start.denominator);
      return;
    case "text": return;
  }
}

const HUNDRED = exact(100);

function isAtFloor(figure: Extract<Figure, { state: "reported" }>, decrease: Exact | null): boolean {
  return figure.measure === "change" && decrease !== null && startIsBelow(figure.start.numerator, figure.start.denominator, decrease);
}

/** Whether a start ratio is lower than a decrease in points: 0,1 % cannot fall 0,3 points. */
export function startIsBelow(numerator: Exact, denominator: Exact, points: Exact): boolean {
  return denominator.n > 0n && compare(multiply(numerator, HUNDRED), multiply(denominator, points)) < 0;
}

/** End ratio minus start ratio in percentage points. */
export function pointsBetween(start: Exact, end: Exact): Exact {
  return multiply(subtract(end, start), HUNDRED);
}

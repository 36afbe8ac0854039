/** From running sums to what the figure is now, what it can still become, and what it likely becomes. */
import { endsOf, type Ends, type Reach } from "./bounds";
import { add, divide, exact, ONE, ZERO, type Exact } from "./exact";
import type { Indicator, Target } from "./plan";
import { pointsBetween, type Sums, type Tally } from "./tally";

type Basis = Target["basis"];

/** True where units are missing, named or not, so that the figure can still change. */
export function isOpenEnded(tally: Tally): boolean {
  return tally.missing.length > 0 || tally.unknown > 0;
}

/** True where nobody reported a value and nobody is missing: not applicable all round, there is no figure. */
export function isWithoutFigure(tally: Tally): boolean {
  return tally.valued === 0 && !isOpenEnded(tally);
}

/**
 * What the figure can still become. `null` where the basis makes no sense of the measure, or there is no
 * figure. A missing yes/no is one of its base whatever the answer, unless it may not apply at all.
 */
export function reachOf(tally: Tally, indicator: Indicator, basis: Basis, whole: boolean): Reach | null {
  const { n, d, known, unknown } = tally;
  const missing = BigInt(unknown);
  if (isWithoutFigure(tally) || basis === "change") return null;
  const limited = { growth: 0n, paired: 0n, whole };
  const unlessUnknown = unknown > 0 ? null : known;
  switch (indicator.measure) {
    case "count": return basis === "count" ? { n, d: ONE, gain: unlessUnknown, ...limited } : null;
    case "ratio": return basis === "count"
      ? { n, d: ONE, gain: unlessUnknown, ...limited }
      : { n, d: add(d, known), gain: known, growth: unknown > 0 ? null : 0n, paired: null, whole };
    case "yesNo":
      if (basis === "count") return { n, d: ONE, gain: exact(missing), ...limited };
      return indicator.mayNotApply
        ? { n, d, gain: ZERO, growth: missing, paired: missing, whole }
        : { n, d: add(d, exact(missing)), gain: exact(missing), ...limited };
    default: return null;
  }
}

/** The interval of a tăng/giảm in percentage points: its two ratios can move independently of each other. */
export function changeEnds(tally: Tally): Ends | null {
  const free: Omit<Reach, "n" | "d" | "growth"> = { gain: ZERO, paired: null, whole: false };
  if (isWithoutFigure(tally)) return null;
  const start = endsOf({
    n: add(tally.startN, tally.knownStartN), d: add(tally.startD, tally.knownStartD), growth: tally.unknown > 0 ? null : 0n, ...free,
  });
  const end = endsOf({ n: tally.n, d: tally.d, growth: isOpenEnded(tally) ? null : 0n, ...free });
  if (!start || !end || start.high === null || end.high === null) return null;
  return {
    low: pointsBetween(start.high, end.low), lowReached: start.highReached && end.lowReached,
    high: pointsBetween(start.low, end.high), highReached: start.lowReached && end.highReached,
  };
}

/** The value a measure shows: count Σ, ratio and yes/no a share of 1, tăng/giảm percentage points. */
export function valueOf(sums: Sums, measure: Indicator["measure"]): Exact | null {
  if (measure === "text") return null;
  if (measure === "count") return sums.n;
  const share = divide(sums.n, sums.d);
  if (measure !== "change" || share === null) return share;
  const start = divide(sums.startN, sums.startD);
  return start && pointsBetween(start, share);
}

/** The value held against a target of this basis; `null` where the measure has none. */
export function comparedValue(sums: Sums, measure: Indicator["measure"], basis: Basis): Exact | null {
  if ((measure === "change") !== (basis === "change")) return null;
  if (basis === "count") return measure === "text" ? null : sums.n;
  return measure === "count" ? null : valueOf(sums, measure);
}

/** The sums as they would be if every missing unit did what it registered; `null` where one registered nothing. */
export function assumedSums(tally: Tally): Sums | null {
  if (!isOpenEnded(tally) || tally.unassumed > 0) return null;
  const { assumed } = tally;
  return {
    n: add(tally.n, assumed.n), d: add(tally.d, assumed.d),
    startN: add(tally.startN, assumed.startN), startD: add(tally.startD, assumed.startD),
  };
}

/** Low and high of the figure shown at a node. */
export function shownEnds(tally: Tally, indicator: Indicator, whole: boolean): Pick<Ends, "low" | "high"> | null {
  if (indicator.measure === "change") return changeEnds(tally);
  const reach = reachOf(tally, indicator, indicator.measure === "count" ? "count" : "share", whole);
  return reach && endsOf(reach);
}


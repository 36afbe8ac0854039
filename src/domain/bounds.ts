/**
 * What a figure can still become (khoảng còn có thể đạt) once everybody has reported.
 *
 * Every measure but tăng/giảm is one shape: a fraction whose numerator and denominator are partly sure and
 * partly still to come. A count has the denominator 1.
 */
import { add, compare, divide, exact, isWhole, ONE, ZERO, type Exact } from "./exact";

export interface Reach {
  /** The numerator already reported. */
  readonly n: Exact;
  /** The denominator already sure: reported, or known of a unit whose numerator is missing. */
  readonly d: Exact;
  /** How much the numerator can gain over the sure denominator; `null`: without limit. */
  readonly gain: Exact | null;
  /** How many whole units the denominator can still grow by; `null`: without limit. */
  readonly growth: bigint | null;
  /** How many of those units may each bring one into the numerator as well; `null`: all of them. */
  readonly paired: bigint | null;
  /** False where numerators need not be whole (a registered percentage of a head count). */
  readonly whole: boolean;
}

/** A figure that nothing can change any more. */
export function settled(n: Exact, d: Exact = ONE): Reach {
  return { n, d, gain: ZERO, growth: 0n, paired: 0n, whole: false };
}

/** The ends of what can be reached; an end not `reached` is only approached (99,9…% of ever more pupils). */
export interface Ends {
  readonly low: Exact;
  readonly lowReached: boolean;
  /** `null`: unbounded. */
  readonly high: Exact | null;
  readonly highReached: boolean;
}

/** The interval of a reach; `null` where no completion has a value at all. */
export function endsOf(reach: Reach): Ends | null {
  const { n, d, gain, growth } = reach;
  const first = firstGrowth(reach);
  if (growth !== null && first > growth) return null;
  const low = growth === null ? null : divide(n, add(d, exact(growth)));
  const lowReached = growth !== null || n.n === 0n;
  if (gain === null) return { low: low ?? ZERO, lowReached, high: null, highReached: false };
  const high = turningPoints(reach, first)
    .map((y) => divide(add(add(n, gain), exact(pairedOf(reach, y))), add(d, exact(y))) ?? ZERO)
    .reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const approachesOne = growth === null && reach.paired === null && compare(high, ONE) < 0;
  return { low: low ?? ZERO, lowReached, high: approachesOne ? ONE : high, highReached: !approachesOne };
}

/** A fraction needs a denominator: where none is sure, at least one unit has to come. */
export function firstGrowth({ d }: Reach): bigint {
  return d.n > 0n ? 0n : 1n;
}

/** How much of a growth can count in the numerator as well. */
export function pairedOf({ paired }: Reach, growth: bigint): bigint {
  return paired === null || growth < paired ? growth : paired;
}

/** Where the greatest numerator over the denominator can be largest: at the ends, and where pairs run out. */
export function turningPoints({ growth, paired }: Reach, first: bigint): bigint[] {
  const points = [first];
  if (paired !== null && paired > first && (growth === null || paired < growth)) points.push(paired);
  if (growth !== null && growth > first) points.push(growth);
  return points;
}

/** True where every completion is made of whole numbers, so that an equation may have no solution. */
export function isOfWholes({ n, d, gain, whole }: Reach): boolean {
  return whole && isWhole(n) && isWhole(d) && (gain === null || isWhole(gain));
}

/** Holds a figure against its targets and against what was registered (đối chiếu với kế hoạch và đăng ký). */
import { settled, type Reach } from "./bounds";
import { compareEnds, compareReach, type PlainComparator } from "./compare";
import { isChosen } from "./duties";
import { add, divide, subtract, ZERO, parseExact, type Exact } from "./exact";
import type { TargetCheck, Verdict } from "./figure";
import { assumedPair, reachOfPair, type PairTally } from "./pairs";
import type { Comparator, Indicator, Target } from "./plan";
import { assumedSums, changeEnds, comparedValue, isOpenEnded, isWithoutFigure, reachOf, valueOf } from "./reach";
import { startIsBelow, type Tally } from "./tally";

/** A figure ready to be held against targets. */
export interface Judged {
  readonly indicator: Indicator;
  readonly tally: Tally;
  /** False at registration, where numerators need not be whole. */
  readonly whole: boolean;
  /** The figure is one unit's own, so a bare percentage may be checked. */
  readonly isOwn: boolean;
  /** Sums of what was registered at the same node. */
  readonly registered: Tally | null;
  /** Pairs for targets with `of`, by the code of the whole. */
  readonly pairs: ReadonlyMap<string, { readonly pair: PairTally; readonly nested: boolean }>;
}

/** One target as a comparison: the plain comparator, and the value on its scale. */
interface Demand {
  readonly basis: Target["basis"];
  readonly comparator: Comparator;
  readonly value: Exact;
  readonly of?: string;
}

/** Every target given, then the registration where there is one. Nobody expected: no checks. */
export function checkTargets(judged: Judged, targets: readonly Target[]): TargetCheck[] {
  if (judged.tally.expected === 0 || judged.indicator.measure === "text") return [];
  const checks = targets.map((target): TargetCheck => {
    const { basis, comparator, of } = target;
    const value = parseExact(target.value) ?? ZERO;
    return {
      target: target.id, against: "plan", basis, comparator, targetValue: value,
      ...judge(judged, { basis, comparator, value, ...(of === undefined ? {} : { of }) }),
      reading: target.reading === true, chosen: isChosen(target),
    };
  });
  return [...checks, ...checkRegistered(judged)];
}

/**
 * What was registered is a promise to reach at least that; of a tăng/giảm, to move at least that far in
 * the direction the plan asks (down, where it does not say).
 */
function checkRegistered(judged: Judged): TargetCheck[] {
  const { registered, indicator } = judged;
  if (!registered || registered.valued === 0) return [];
  const basis = ({ count: "count", yesNo: "count", ratio: "share", change: "change", text: "count" } as const)[indicator.measure];
  const promised = basis === "count" ? registered.n : valueOf(registered, indicator.measure);
  if (promised === null) return [];
  const upward = indicator.targets.some(({ basis: on, comparator }) => on === "change" && ["increaseBy", ">=", ">"].includes(comparator));
  const demand: Demand = basis !== "change" ? { basis, comparator: ">=", value: promised }
    : upward ? { basis, comparator: "increaseBy", value: promised }
      : { basis, comparator: "reduceBy", value: subtract(ZERO, promised) };
  return [{
    target: "registered", against: "registered", basis, comparator: demand.comparator, targetValue: demand.value,
    ...judge(judged, demand), reading: false, chosen: true,
  }];
}

type Judgement = Pick<TargetCheck, "actual" | "verdict" | "likely" | "likelyBasis">;

function judge(judged: Judged, demand: Demand): Judgement {
  if (demand.basis === "change") return judgeChange(judged, demand);
  if (demand.comparator === "reduceBy" || demand.comparator === "increaseBy") return judgement(null, "undecided", null);
  const comparator = demand.comparator;
  const decide = (reach: Reach | null): Verdict | null => reach && compareReach(reach, comparator, demand.value);
  if (demand.of !== undefined) return judgeShareOf(judged, demand, demand.of, decide);
  const { tally, indicator, isOwn } = judged;
  if (isOwn && demand.basis === "share" && tally.bareShare && tally.valued === 0) {
    return judgement(tally.bareShare, decide(settled(tally.bareShare)), null);
  }
  const reach = reachOf(tally, indicator, demand.basis, judged.whole);
  const sums = assumedSums(tally);
  const assumed = sums && comparedValue(sums, indicator.measure, demand.basis);
  return judgement(
    tally.valued === 0 ? null : comparedValue(tally, indicator.measure, demand.basis),
    decide(reach), reach && assumed ? decide(settled(assumed)) : null,
  );
}

function judgeShareOf({ pairs, indicator, tally }: Judged, { basis }: Demand, of: string, decide: (reach: Reach | null) => Verdict | null): Judgement {
  const found = pairs.get(of);
  if (!found || basis !== "share" || indicator.measure !== "yesNo") return judgement(null, "undecided", null);
  const { pair, nested } = found;
  return judgement(tally.valued === 0 ? null : divide(pair.part, pair.whole), decide(reachOfPair(pair, nested)), decide(assumedPair(pair)));
}

/**
 * A decrease that its start makes impossible (0,1 % cannot fall 0,3 points) is `đã ở mức thấp nhất`: how it
 * counts the plan leaves open, so it is undecided instead of missed.
 */
function judgeChange({ tally, indicator }: Judged, { comparator, value }: Demand): Judgement {
  if (indicator.measure !== "change") return judgement(null, "undecided", null);
  const [plain, bound]: [PlainComparator, Exact] = comparator === "reduceBy" ? ["<=", subtract(ZERO, value)]
    : comparator === "increaseBy" ? [">=", value] : [comparator, value];
  const actual = tally.valued === 0 ? null : valueOf(tally, "change");
  const startD = add(tally.startD, tally.knownStartD);
  const atFloor = comparator === "reduceBy" && tally.unknown === 0 && startIsBelow(add(tally.startN, tally.knownStartN), startD, value);
  if (atFloor) return judgement(actual, "undecided", null);
  const ends = isWithoutFigure(tally) ? null : changeEnds(tally);
  const sums = isOpenEnded(tally) ? assumedSums(tally) : null;
  const assumed = sums && valueOf(sums, "change");
  const likely = assumed ? compareReach(settled(assumed), plain, bound) : null;
  return judgement(actual, ends && compareEnds(ends, plain, bound), likely);
}

function judgement(actual: Exact | null, verdict: Verdict | null, likely: Verdict | null): Judgement {
  const shown = verdict === null || verdict === "undecided" ? likely : null;
  return { actual, verdict: verdict ?? "undecided", likely: shown, likelyBasis: shown === null ? null : "registration" };
}

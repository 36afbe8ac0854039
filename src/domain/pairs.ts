/**
 * Shares of one yes/no indicator in another (trong đó có trên 75 % …): the base is the number of đạt of the
 * other one. What a missing answer can become depends on the unit's answer to both, so units are counted in pairs.
 */
import { settled, type Reach } from "./bounds";
import { add, exact, ONE, ZERO, type Exact } from "./exact";
import { NOT_REPORTED, type Figure } from "./figure";
import type { Indicator, Plan } from "./plan";
import { usable } from "./tally";

export interface PairTally {
  /** Number of đạt of the part and of the whole, over those who reported. */
  part: Exact;
  whole: Exact;
  /** Units whose part alone, whole alone, or both are still open. */
  partOpen: bigint;
  wholeOpen: bigint;
  bothOpen: bigint;
  /** What the missing answers registered, and how many registered nothing. */
  assumedPart: Exact;
  assumedWhole: Exact;
  unassumed: number;
  /** Whole answers that a rule already settles although they are missing: part đạt, so whole đạt. */
  implied: bigint;
}

/** How one unit stands to one of the two: its answer, or `elsewhere` where an office's total speaks for it or nobody asks it. */
export type PairFigure = Figure | "elsewhere";

export function emptyPair(): PairTally {
  return { part: ZERO, whole: ZERO, partOpen: 0n, wholeOpen: 0n, bothOpen: 0n, assumedPart: ZERO, assumedWhole: ZERO, unassumed: 0, implied: 0n };
}

/** Whether the plan's rules make every unit of the part a unit of the whole, directly or through others between. */
export function isPartOf(plan: Plan, part: string, whole: string): boolean {
  const reached = new Set([part]);
  for (const code of reached) {
    for (const rule of plan.rules) if (rule.severity === "error" && rule.part === code) reached.add(rule.whole);
  }
  return part !== whole && reached.has(whole);
}

type Answer = "yes" | "no" | "open" | "none";

/** `nested`: the plan says that a part never exceeds this whole, which narrows a missing answer. */
export function addPair(
  pair: PairTally, nested: boolean, part: PairFigure, whole: PairFigure,
  registered: { readonly part: Figure | null; readonly whole: Figure | null },
): void {
  const partIs = answerOf(part);
  const wholeIs = answerOf(whole);
  if (partIs === "yes") pair.part = add(pair.part, ONE);
  if (wholeIs === "yes") pair.whole = add(pair.whole, ONE);
  assume(pair, partIs, wholeIs, registered);
  if (partIs === "open" && wholeIs === "open") pair.bothOpen += 1n;
  else if (partIs === "open" && !(nested && wholeIs === "no")) pair.partOpen += 1n;
  else if (wholeIs === "open" && nested && partIs === "yes") pair.implied += 1n;
  else if (wholeIs === "open") pair.wholeOpen += 1n;
}

/** An office's total of one of the two: it is known, except for units of which it does not speak. */
export function addPairTotal(pair: PairTally, side: "part" | "whole", figure: Figure, covered: number, indicator: Indicator): void {
  if (figure.state !== "reported" || figure.measure !== "ratio") return;
  const rest = BigInt(covered) - figure.denominator.n / figure.denominator.d;
  const open = !indicator.mayNotApply && rest > 0n ? rest : 0n;
  pair[side] = add(pair[side], figure.numerator);
  if (side === "part") pair.partOpen += open;
  else pair.wholeOpen += open;
  pair.unassumed += Number(open);
}

function answerOf(figure: PairFigure): Answer {
  if (figure === "elsewhere" || figure.state === "notApplicable") return "none";
  if (figure.state === "notReported") return "open";
  if (figure.measure !== "yesNo") return "none";
  return figure.yes ? "yes" : "no";
}

function assume(pair: PairTally, partIs: Answer, wholeIs: Answer, registered: { readonly part: Figure | null; readonly whole: Figure | null }): void {
  if (partIs === "open") {
    const answer = registered.part === null ? "open" : answerOf(registered.part);
    if (answer === "open") pair.unassumed += 1;
    if (answer === "yes") pair.assumedPart = add(pair.assumedPart, ONE);
  }
  if (wholeIs === "open") {
    const answer = registered.whole === null ? "open" : answerOf(registered.whole);
    if (answer === "open") pair.unassumed += 1;
    if (answer === "yes") pair.assumedWhole = add(pair.assumedWhole, ONE);
  }
}

/** What the share can still become. Without the rule a part may be đạt where the whole is not. */
export function reachOfPair(pair: PairTally, nested: boolean): Reach {
  const { part, whole, partOpen, wholeOpen, bothOpen, implied } = pair;
  return {
    n: part, d: add(whole, exact(implied)), whole: true,
    gain: exact(nested ? partOpen : partOpen + bothOpen),
    growth: wholeOpen + bothOpen,
    paired: nested ? bothOpen : 0n,
  };
}

/** The share if every missing answer were as registered; `null` where one was not, or where nothing is missing. */
export function assumedPair(pair: PairTally): Reach | null {
  const open = pair.partOpen + pair.wholeOpen + pair.bothOpen + pair.implied;
  const d = add(pair.whole, pair.assumedWhole);
  return open === 0n || pair.unassumed > 0 || d.n === 0n ? null : settled(add(pair.part, pair.assumedPart), d);
}

/** A unit's figure as a pair reads it; a unit that is asked and silent is not reported. */
export function pairFigure(indicator: Indicator, figure: Figure | undefined, asked: boolean): PairFigure {
  if (figure === undefined) return asked ? NOT_REPORTED : "elsewhere";
  return usable(indicator, figure);
}

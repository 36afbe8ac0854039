/**
 * The roll-up (tổng hợp): every node's figure for every indicator of a stage, with its sources, coverage,
 * the interval it can still reach, and its checks.
 */
import { nodeTargets, ownTargets } from "./duties";
import type { NodeFigure } from "./figure";
import type { PairTally } from "./pairs";
import type { Indicator, Target } from "./plan";
import { isOpenEnded, shownEnds, valueOf } from "./reach";
import { sumsOf, type IndicatorSums, type PairsByWhole, type RollUpInput } from "./roll-up-input";
import { emptyTally } from "./tally";
import { checkTargets, type Judged } from "./target-checks";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

export type { RollUpInput } from "./roll-up-input";

/**
 * Rolls contributions up under a tree. A node is its own submission plus its children; units without a
 * parent count in the scope. Offices come first, then units, each in the roster's order; a node has a
 * figure for the indicators that somebody in it answers, the scope for all of the stage.
 *
 * Linear in units × indicators × depth of the tree. The order of contributions never matters.
 */
export function rollUp(input: RollUpInput): NodeFigure[] {
  const { tree } = input;
  const order = [...new Set([...tree.offices, ...tree.roster.units.map((unit) => unit.code)])];
  return figuresBy(input, order, sumsOf(input), standingIn(tree), tree.root);
}

/** The offices alone: the same figures, and none of the many thousand that units have for themselves. */
export function rollUpOffices(input: RollUpInput): NodeFigure[] {
  const { tree } = input;
  const offices = new Set<UnitCode>(tree.offices);
  return figuresBy(input, tree.offices, sumsOf(input), standingIn(tree), tree.root, (node) => offices.has(node));
}

/** Some units alone, as `rollUp` gives them; their contributions are enough. Offices are not among them. */
export function rollUpUnits(input: RollUpInput, units: readonly UnitCode[]): NodeFigure[] {
  return figuresBy(input, units, sumsOf(input, new Set(units)), standingIn(input.tree));
}

function standingIn(tree: Tree): Standing {
  const offices = new Set<UnitCode>(tree.offices);
  return (indicator, node) => ({ isOwn: !offices.has(node), targets: (offices.has(node) ? nodeTargets : ownTargets)(indicator, node, tree) });
}

/** The offices' own figures (dòng "Cơ quan …"): an office as one of the units, held against what binds each unit. */
export function rollUpOwn(input: RollUpInput): NodeFigure[] {
  const { tree } = input;
  return figuresBy(input, tree.offices, sumsOf(input, new Set(tree.offices)), (indicator, node) => ({
    isOwn: true,
    targets: ownTargets(indicator, node, tree),
  }));
}

type Standing = (indicator: Indicator, node: UnitCode) => { readonly isOwn: boolean; readonly targets: readonly Target[] };

/** `always`: a node that has a figure for every indicator, even where nobody answers it. */
function figuresBy(
  { plan, stage }: RollUpInput, order: readonly UnitCode[], sums: (indicator: Indicator) => IndicatorSums, standing: Standing,
  always?: UnitCode, isWanted: (node: UnitCode) => boolean = () => true,
): NodeFigure[] {
  const byNode = new Map<UnitCode, NodeFigure[]>(order.map((node) => [node, []]));
  for (const indicator of plan.indicators.filter(({ stages }) => stages.includes(stage))) {
    const { tallies, registered, pairs } = sums(indicator);
    for (const node of new Set([...(always === undefined ? [] : [always]), ...tallies.keys()])) {
      if (!isWanted(node)) continue;
      const { isOwn, targets } = standing(indicator, node);
      const tally = tallies.get(node) ?? emptyTally();
      const judged = { indicator, tally, whole: stage !== "registration", isOwn, registered: registered?.get(node) ?? null, pairs: pairsAt(pairs, node) };
      const figures = byNode.get(node) ?? [];
      figures.push(nodeFigure(node, judged, targets));
      byNode.set(node, figures);
    }
  }
  return [...byNode.values()].flat();
}

function pairsAt(pairs: PairsByWhole, node: UnitCode): Judged["pairs"] {
  const found = new Map<string, { readonly pair: PairTally; readonly nested: boolean }>();
  for (const [code, { nested, byNode }] of pairs) {
    const pair = byNode.get(node);
    if (pair) found.set(code, { pair, nested });
  }
  return found;
}

function nodeFigure(node: UnitCode, judged: Judged, targets: readonly Target[]): NodeFigure {
  const { indicator, tally, whole } = judged;
  const { code, measure } = indicator;
  const hasNumber = tally.valued > 0 && measure !== "text";
  const value = hasNumber ? valueOf(tally, measure) : null;
  const ends = isOpenEnded(tally) ? shownEnds(tally, indicator, whole) : { low: value, high: value };
  return {
    node, indicator: code, measure,
    numerator: hasNumber ? tally.n : null,
    denominator: hasNumber && measure !== "count" ? tally.d : null,
    value,
    low: ends?.low ?? null,
    high: ends?.high ?? null,
    ...(measure === "change" ? { start: hasNumber ? { numerator: tally.startN, denominator: tally.startD } : null } : {}),
    reported: tally.valued + tally.notApplicable,
    notApplicable: tally.notApplicable,
    expected: tally.expected,
    atFloor: tally.atFloor,
    checks: checkTargets(judged, targets),
    contributions: tally.contributions,
    missing: tally.missing,
  };
}

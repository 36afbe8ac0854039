/**
 * The roll-up (tổng hợp): every node's figure for every indicator of a stage, with its sources, coverage,
 * the interval it can still reach, and its checks.
 */
import { expectedUnits, isChosen, nodeTargets, ownTargets } from "./duties";
import { parseExact, ZERO, type Exact } from "./exact";
import type { Contribution, Figure, NodeFigure } from "./figure";
import { askedUnits, pairNodes, tallyNodes, tallyOwn, type Asked } from "./node-tallies";
import { isPartOf, type PairTally } from "./pairs";
import type { Indicator, Plan, Stage } from "./plan";
import { shownEnds, valueOf } from "./reach";
import { byIndicator, sourcesOf, type Sources } from "./sources";
import { emptyTally, usable, type Counting, type Tally } from "./tally";
import { checkTargets, type Judged } from "./target-checks";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

export interface RollUpInput {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
  readonly contributions: readonly Contribution[];
  /** Indicator → units whose figure it needs. Left out: as the plan asks, up to `asOf`. */
  readonly expected?: ReadonlyMap<string, readonly UnitCode[]>;
  readonly asOf?: string;
  /** Indicator → unit → the most its count can be. */
  readonly maxima?: ReadonlyMap<string, ReadonlyMap<UnitCode, Exact>>;
  /** Figures of the registration, for checks against it and for likely verdicts. */
  readonly registered?: readonly Contribution[];
}

/**
 * Rolls contributions up under a tree. A node is its own submission plus its children; units without a
 * parent count in the scope. Offices come first, then units, each in the roster's order; a node has a
 * figure for the indicators that somebody in it answers, the scope for all of the stage.
 *
 * Linear in units × indicators × depth of the tree. The order of contributions never matters.
 */
export function rollUp(input: RollUpInput): NodeFigure[] {
  const { tree } = input;
  const isOffice = new Set<UnitCode>(tree.offices);
  return figuresBy(input, nodeOrder(tree), {
    tallies: (asked, counting) => tallyNodes(asked, counting, tree),
    targets: (indicator, node) => (tree.isOpen(node) || isOffice.has(node) ? nodeTargets : ownTargets)(indicator, node, tree),
    isOwn: (node) => !isOffice.has(node),
    always: tree.root,
  });
}

/** The offices' own figures (dòng "Cơ quan …"): an office as one of the units, held against what binds each unit. */
export function rollUpOwn(input: RollUpInput): NodeFigure[] {
  const { tree } = input;
  return figuresBy(input, tree.offices, {
    tallies: (asked, counting) => tallyOwn(tree.offices, asked, counting),
    targets: (indicator, node) => ownTargets(indicator, node, tree),
    isOwn: () => true,
    always: null,
  });
}

interface Manner {
  readonly tallies: (asked: Asked, counting: Counting) => ReadonlyMap<UnitCode, Tally>;
  readonly targets: (indicator: Indicator, node: UnitCode) => ReturnType<typeof nodeTargets>;
  readonly isOwn: (node: UnitCode) => boolean;
  /** A node that has a figure for every indicator, even where nobody answers it. */
  readonly always: UnitCode | null;
}

function figuresBy(input: RollUpInput, order: readonly UnitCode[], manner: Manner): NodeFigure[] {
  const { plan, stage } = input;
  const look = prepare(input);
  const byNode = new Map<UnitCode, NodeFigure[]>(order.map((node) => [node, []]));
  for (const indicator of plan.indicators.filter(({ stages }) => stages.includes(stage))) {
    const asked = look.asked(indicator);
    const tallies = manner.tallies(asked, look.counting(indicator));
    const promised = look.registered(indicator);
    const registered = promised && manner.tallies(promised, blankCounting(indicator));
    const pairs = look.pairs(asked);
    const nodes = manner.always !== null && !tallies.has(manner.always) ? [manner.always, ...tallies.keys()] : tallies.keys();
    for (const node of nodes) {
      const judged: Judged = {
        indicator, tally: tallies.get(node) ?? emptyTally(), whole: stage !== "registration", isOwn: manner.isOwn(node),
        registered: registered?.get(node) ?? null,
        pairs: new Map([...pairs].flatMap(([code, { nested, byNode: at }]) => { const pair = at.get(node); return pair ? [[code, { pair, nested }]] : []; })),
      };
      const figures = byNode.get(node) ?? [];
      figures.push(nodeFigure(node, judged, manner.targets(indicator, node)));
      byNode.set(node, figures);
    }
  }
  return [...byNode.values()].flat();
}

function nodeOrder(tree: Tree): readonly UnitCode[] {
  return [...new Set([...tree.offices, ...tree.roster.units.map((unit) => unit.code)])];
}

/** What the passes over the indicators share: contributions by indicator, and who is asked. */
function prepare({ plan, stage, tree, contributions, expected: given, asOf, maxima, registered }: RollUpInput) {
  const expected = given ?? expectedUnits(plan, stage, tree, asOf);
  const actual = byIndicator(contributions);
  const promised = registered && byIndicator(registered);
  const asked = (indicator: Indicator): Asked => {
    const units = expected.get(indicator.code) ?? [];
    const sources = sourcesOf(actual.get(indicator.code) ?? [], units, tree);
    return { indicator, sources, units: askedUnits(units, sources, tree) };
  };
  const promisedSources = (indicator: Indicator): Sources | null =>
    promised ? sourcesOf(promised.get(indicator.code) ?? [], expected.get(indicator.code) ?? [], tree) : null;
  const promiseOf = (indicator: Indicator) => {
    const own = promisedSources(indicator)?.own;
    return (unit: UnitCode): Figure | null => {
      const figure = own?.get(unit)?.figure;
      return figure ? usable(indicator, figure) : null;
    };
  };
  return {
    asked,
    registered: (indicator: Indicator): Asked | null => {
      const sources = promisedSources(indicator);
      return sources && { indicator, sources, units: askedUnits([], sources, tree) };
    },
    counting: (indicator: Indicator): Counting => ({
      indicator, decrease: decreaseAsked(indicator),
      maximumOf: (unit) => maxima?.get(indicator.code)?.get(unit) ?? null,
      registeredOf: promiseOf(indicator),
    }),
    pairs: (part: Asked): ReadonlyMap<string, { readonly nested: boolean; readonly byNode: ReadonlyMap<UnitCode, PairTally> }> => {
      const codes = new Set(part.indicator.targets.flatMap(({ of }) => (of === undefined ? [] : [of])));
      return new Map([...codes].flatMap((code) => {
        const whole = plan.indicators.find((indicator) => indicator.code === code);
        if (!whole || whole.measure !== "yesNo" || part.indicator.measure !== "yesNo") return [];
        const nested = isPartOf(plan, part.indicator.code, code);
        const promises = { part: promiseOf(part.indicator), whole: promiseOf(whole) };
        return [[code, { nested, byNode: pairNodes(part, asked(whole), nested, tree, promises) }]];
      }));
    },
  };
}

function blankCounting(indicator: Indicator): Counting {
  return { indicator, decrease: null, maximumOf: () => null, registeredOf: () => null };
}

/** The decrease a unit's start is held against: the one that binds each unit, else the first one in force. */
function decreaseAsked({ targets }: Indicator): Exact | null {
  const decreases = targets.filter((target) => target.comparator === "reduceBy" && isChosen(target));
  const target = decreases.find(({ role }) => role === "unit") ?? decreases[0];
  return target ? parseExact(target.value) ?? ZERO : null;
}

function nodeFigure(node: UnitCode, judged: Judged, targets: ReturnType<typeof nodeTargets>): NodeFigure {
  const { indicator, tally, whole } = judged;
  const { code, measure } = indicator;
  const hasNumber = tally.valued > 0 && measure !== "text";
  const ends = shownEnds(tally, indicator, whole);
  return {
    node, indicator: code, measure,
    numerator: hasNumber ? tally.n : null,
    denominator: hasNumber && measure !== "count" ? tally.d : null,
    value: hasNumber ? valueOf(tally, measure) : null,
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

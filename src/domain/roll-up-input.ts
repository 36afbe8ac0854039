/** What a roll-up is given, and how each indicator's part of it is looked up. */
import { expectedUnits, isChosen } from "./duties";
import { parseExact, ZERO, type Exact } from "./exact";
import type { Contribution, Figure } from "./figure";
import { askedUnits, onlyThemselves, pairNodes, tallyNodes, type Asked, type NodesOf } from "./node-tallies";
import { isPartOf, type PairTally } from "./pairs";
import type { Indicator, Plan, Stage } from "./plan";
import { byIndicator, sourcesOf, type Sources } from "./sources";
import { usable, type Tally } from "./tally";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

/** Everything a roll-up depends on (đầu vào của tổng hợp). */
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

/** Pairs of answers for targets with `of`: by the code of the whole, then by node. */
export type PairsByWhole = ReadonlyMap<string, { readonly nested: boolean; readonly byNode: ReadonlyMap<UnitCode, PairTally> }>;

/** One indicator's sums at every node. */
export interface IndicatorSums {
  readonly tallies: ReadonlyMap<UnitCode, Tally>;
  readonly registered: ReadonlyMap<UnitCode, Tally> | null;
  readonly pairs: PairsByWhole;
}

/** Gives the sums of one indicator after the other. `only`: each of these units for itself alone, nothing rolled up. */
export function sumsOf(input: RollUpInput, only?: ReadonlySet<UnitCode>): (indicator: Indicator) => IndicatorSums {
  const { plan, stage, tree } = input;
  const expected = input.expected ?? expectedUnits(plan, stage, tree, input.asOf);
  const given = byIndicator(input.contributions);
  const promised = input.registered && byIndicator(input.registered);
  const nodesOf: NodesOf = only ? (unit) => [unit] : tree.pathTo;
  const sources = (indicator: Indicator, from: ReadonlyMap<string, readonly Contribution[]>): Sources =>
    sourcesOf(from.get(indicator.code) ?? [], expected.get(indicator.code) ?? [], tree);
  const ask = (indicator: Indicator, found: Sources, whom: readonly UnitCode[]): Asked => {
    const asked = { indicator, sources: found, units: askedUnits(whom, found, tree) };
    return only ? onlyThemselves(asked, only) : asked;
  };
  const askAll = (indicator: Indicator): Asked => ask(indicator, sources(indicator, given), expected.get(indicator.code) ?? []);

  return (indicator) => {
    const asked = askAll(indicator);
    const promises = promised ? sources(indicator, promised) : null;
    const maxima = input.maxima?.get(indicator.code);
    const counting = { indicator, decrease: null, maximumOf: (unit: UnitCode) => maxima?.get(unit) ?? null };
    const pairs = wholesOf(indicator, plan).map((whole) => {
      const nested = isPartOf(plan, indicator.code, whole.code);
      const promise = { part: promiseOf(indicator, promises), whole: promiseOf(whole, promised ? sources(whole, promised) : null) };
      return [whole.code, { nested, byNode: pairNodes(asked, askAll(whole), nested, nodesOf, promise) }] as const;
    });
    return {
      tallies: tallyNodes(asked, { ...counting, decrease: decreaseAsked(indicator), registeredOf: promiseOf(indicator, promises) }, nodesOf),
      registered: promises && tallyNodes(ask(indicator, promises, []), { ...counting, registeredOf: () => null }, nodesOf),
      pairs: new Map(pairs),
    };
  };
}

function promiseOf(indicator: Indicator, promises: Sources | null): (unit: UnitCode) => Figure | null {
  return (unit) => {
    const figure = promises?.own.get(unit)?.figure;
    return figure ? usable(indicator, figure) : null;
  };
}

/** The yes/no indicators that this one's targets take as their base. */
function wholesOf(part: Indicator, { indicators }: Plan): Indicator[] {
  const codes = new Set(part.targets.map(({ of }) => of));
  return part.measure === "yesNo" ? indicators.filter(({ code, measure }) => measure === "yesNo" && codes.has(code)) : [];
}

/** The decrease a unit's start is held against: the one that binds each unit, else the first one in force. */
function decreaseAsked({ targets }: Indicator): Exact | null {
  const decreases = targets.filter((target) => target.comparator === "reduceBy" && isChosen(target));
  const target = decreases.find(({ role }) => role === "unit") ?? decreases[0];
  return target ? parseExact(target.value) ?? ZERO : null;
}


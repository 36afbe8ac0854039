/** One indicator's sums at every node (số cộng dồn của từng đơn vị, từng cấp): each figure is carried up its path once. */
import { NOT_REPORTED, type Figure } from "./figure";
import { addPair, addPairTotal, emptyPair, pairFigure, type PairFigure, type PairTally } from "./pairs";
import type { Indicator } from "./plan";
import type { OfficeTotal, Sources } from "./sources";
import { addOfficeTotal, addUnit, emptyTally, usable, type Counting, type Tally } from "./tally";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

/** One indicator, with what was given for it and who was asked. */
export interface Asked {
  readonly indicator: Indicator;
  /** In a stable order, without repeats: the expected, then others who reported all the same. */
  readonly units: readonly UnitCode[];
  readonly sources: Sources;
}

/** The nodes at which a unit's figure counts: itself and everything above it, or itself alone. */
export type NodesOf = (unit: UnitCode) => readonly UnitCode[];

/** The same question to some of the units, each for itself alone: nobody's total stands in. */
export function onlyThemselves({ indicator, units, sources }: Asked, some: ReadonlySet<UnitCode>): Asked {
  return { indicator, units: units.filter((unit) => some.has(unit)), sources: { own: sources.own, totals: [], totalFor: () => undefined } };
}

/** Whoever is expected, and whoever reported though not expected: no figure given vanishes. */
export function askedUnits(expected: readonly UnitCode[], sources: Sources, tree: Tree): readonly UnitCode[] {
  const known = new Set(expected);
  const others = [...sources.own.keys()].filter((unit) => !known.has(unit));
  if (others.length === 0) return expected;
  const place = new Map(tree.roster.units.map((unit, index) => [unit.code, index]));
  const rank = (unit: UnitCode): number => place.get(unit) ?? place.size;
  return [...expected, ...others.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))];
}

/** The sums at every node that has any. */
export function tallyNodes({ units, sources }: Asked, counting: Counting, nodesOf: NodesOf): Map<UnitCode, Tally> {
  const tallies = new Map<UnitCode, Tally>();
  for (const unit of units) {
    const contribution = sources.own.get(unit);
    for (const node of nodesOf(unit)) {
      if (!sources.totalFor(unit, node)) addUnit(entry(tallies, node, emptyTally), counting, unit, contribution);
    }
  }
  for (const { total, node, stoodFor } of placesOfTotals({ units, sources })) {
    addOfficeTotal(entry(tallies, node, emptyTally), counting, total.contribution, stoodFor);
  }
  return tallies;
}

/** Every node at which an office's total counts, with the asked units it stands for there. */
function* placesOfTotals({ units, sources }: Pick<Asked, "units" | "sources">) {
  if (sources.totals.length === 0) return;
  const asked = new Set(units);
  for (const total of sources.totals) {
    const covered = [...total.covers].filter((unit) => asked.has(unit));
    for (const node of total.countsAt) {
      yield { total, node, stoodFor: covered.filter((unit) => sources.totalFor(unit, node) === total) };
    }
  }
}

/** Pairs of answers to two yes/no indicators at every node. */
export function pairNodes(
  part: Asked, whole: Asked, nested: boolean, nodesOf: NodesOf,
  registered: { readonly part: (unit: UnitCode) => Figure | null; readonly whole: (unit: UnitCode) => Figure | null },
): Map<UnitCode, PairTally> {
  const pairs = new Map<UnitCode, PairTally>();
  const asks = { part: new Set(part.units), whole: new Set(whole.units) };
  for (const unit of new Set([...part.units, ...whole.units])) {
    const own = {
      part: pairFigure(part.indicator, part.sources.own.get(unit)?.figure, asks.part.has(unit)),
      whole: pairFigure(whole.indicator, whole.sources.own.get(unit)?.figure, asks.whole.has(unit)),
    };
    const promised = { part: registered.part(unit), whole: registered.whole(unit) };
    for (const node of nodesOf(unit)) {
      const at = (asked: Asked, figure: PairFigure): PairFigure => seenThrough(asked, asked.sources.totalFor(unit, node), figure);
      addPair(entry(pairs, node, emptyPair), nested, at(part, own.part), at(whole, own.whole), promised);
    }
  }
  for (const [side, asked] of [["part", part], ["whole", whole]] as const) {
    for (const { total, node, stoodFor } of placesOfTotals(asked)) {
      const figure = usable(asked.indicator, total.contribution.figure);
      addPairTotal(entry(pairs, node, emptyPair), side, figure, stoodFor.length, asked.indicator);
    }
  }
  return pairs;
}

/** Where an office's total counts in the unit's place, the unit's own answer does not; a blank total says nothing. */
function seenThrough({ indicator }: Asked, total: OfficeTotal | undefined, own: PairFigure): PairFigure {
  if (!total) return own;
  return usable(indicator, total.contribution.figure).state === "notReported" ? NOT_REPORTED : "elsewhere";
}

function entry<Value>(map: Map<UnitCode, Value>, node: UnitCode, fresh: () => Value): Value {
  const known = map.get(node);
  if (known) return known;
  const made = fresh();
  map.set(node, made);
  return made;
}


/** A group's sums as formulas over the data rows (công thức cộng dồn): the same sums as `tally.ts` in the core. */
import type { Indicator } from "#domain/plan";
import { levelBlock, pairKey, rangeOf, type DataLayout } from "./columns";
import type { GroupTally } from "./group-tally";

/** Which rows belong to a group, as SUMIFS criteria. */
export type Group = string;

/** Rows that count at a node: its code in the ancestor column of its depth. Both may be cells. */
export function belowNode(layout: DataLayout, code: string, depth: string): Group {
  return `INDEX(${levelBlock(layout, "path")},0,${depth}),${code}`;
}

type Measure = Indicator["measure"];

/** Formulas of the sums that a measure needs; the others are nothing. */
export type TallyFormulas = Readonly<Partial<Record<keyof GroupTally, string>>>;

/** Cells that hold the sums of one line, and `0` for those it does not need. */
export type TallyCells = Readonly<Record<keyof GroupTally, string>>;

const needed: Readonly<Record<Measure, readonly (keyof GroupTally)[]>> = {
  count: ["n", "valued", "reported", "expected"],
  ratio: ["n", "d", "valued", "reported", "expected", "known", "unknown", "bared", "bare"],
  yesNo: ["n", "d", "valued", "reported", "expected"],
  change: ["n", "d", "startN", "startD", "valued", "reported", "expected", "unknown", "knownStartN", "knownStartD"],
  text: ["valued", "reported", "expected"],
};

/** `withNoise`: numerators are percentages of head counts, whose binary noise is taken off before anything is compared. */
export function tallyFormulas(layout: DataLayout, group: Group, { code, measure }: Pick<Indicator, "code" | "measure">, withNoise: boolean): TallyFormulas {
  const rows = `${group},${rangeOf(layout, "indicator")},"${code}"`;
  const state = rangeOf(layout, "effectiveState");
  const sum = (key: string, criterion: string): string => `SUMIFS(${rangeOf(layout, key)},${rows},${state},${criterion})`;
  const clean = (formula: string): string => (withNoise && measure !== "count" && measure !== "yesNo" ? `ROUND(${formula},8)` : formula);
  const bound = rangeOf(layout, measure === "change" ? "effectiveStartD" : "effectiveD");
  const all: Readonly<Record<keyof GroupTally, string>> = {
    n: clean(sum("effectiveN", "1")), d: sum("effectiveD", "1"), startN: clean(sum("effectiveStartN", "1")), startD: sum("effectiveStartD", "1"),
    valued: `COUNTIFS(${rows},${state},1)`,
    reported: sum("weightIn", '">0"'),
    expected: `SUMIFS(${rangeOf(layout, "weight")},${rows})`,
    known: sum("effectiveD", "0"), knownStartN: clean(sum("effectiveStartN", "0")), knownStartD: sum("effectiveStartD", "0"),
    unknown: `COUNTIFS(${rows},${state},0)-COUNTIFS(${rows},${state},0,${bound},">=0")`,
    bared: `COUNTIFS(${rows},${state},0,${rangeOf(layout, "bareShare")},">=0")`, bare: sum("bareShare", "0"),
  };
  return Object.fromEntries(needed[measure].map((key) => [key, all[key]]));
}

/** What one line needs beside its own sums, for a target over another indicator's đạt (trong đó có …). */
export interface PairTally {
  readonly wholeN: number;
  readonly wholeOpen: number;
  /** Units whose part and whole are both open; part đạt and whole open; part open and whole chưa đạt. */
  readonly bothOpen: number;
  readonly yesOpen: number;
  readonly openNo: number;
}

export const PAIR_KEYS = ["wholeN", "wholeOpen", "bothOpen", "yesOpen", "openNo"] as const satisfies readonly (keyof PairTally)[];
export type PairCells = Readonly<Record<keyof PairTally, string>>;

/** The codes of the pair column that each count looks for. */
export const PAIR_CODES = { bothOpen: 0, yesOpen: 20, openNo: 1 } as const;

/** A unit is counted in pairs only where both answers are its own: `depth` and `code` as for `belowNode`. */
export function pairFormulas(layout: DataLayout, pair: string, code: string, depth: string): PairCells {
  const [part = "", whole = ""] = pair.split("/");
  const group = belowNode(layout, code, depth);
  const sums = tallyFormulas(layout, group, { code: whole, measure: "yesNo" }, false);
  const both = `${group},INDEX(${levelBlock(layout, `${pairKey(pair)}At`)},0,${depth}),${code},${rangeOf(layout, "indicator")},"${part}",${rangeOf(layout, pairKey(pair))}`;
  const count = (value: number): string => `COUNTIFS(${both},${value})`;
  return {
    wholeN: sums.n ?? "0", wholeOpen: `${sums.expected}-${sums.reported}`,
    bothOpen: count(PAIR_CODES.bothOpen), yesOpen: count(PAIR_CODES.yesOpen), openNo: count(PAIR_CODES.openNo),
  };
}

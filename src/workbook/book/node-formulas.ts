/**
 * A node's figure as formulas over the data rows: sums, coverage, what it can still become, and the strict
 * verdict. The rules are those of `verdict.ts`, written with cross-multiplied whole numbers, never rounded.
 */
import { parseExact, reduce, type Exact } from "#domain/exact";
import type { Indicator, Target } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import { pairKey, pathBlock, rangeOf, type DataLayout } from "./columns";

/** Which rows belong to a group, as SUMIFS criteria. */
export type Group = string;

/** Rows at or below a node: its code in the ancestor column of its depth. */
export function belowNode(layout: DataLayout, code: string, depth: string): Group {
  return `INDEX(${pathBlock(layout)},0,${depth}),${code}`;
}

export interface Tallies {
  readonly n: string;
  readonly d: string;
  readonly startN: string;
  readonly startD: string;
  readonly reported: string;
  readonly expected: string;
  /** Σ known bases of the missing, and how many missing units have none. */
  readonly known: string;
  readonly unknown: string;
}

export function tallies(layout: DataLayout, group: Group, indicator: string): Tallies {
  const rows = `${group},${rangeOf(layout, "indicator")},"${indicator}"`;
  const state = rangeOf(layout, "effectiveState");
  const weight = rangeOf(layout, "weight");
  const total = (key: string): string => `SUMIFS(${rangeOf(layout, key)},${rows},${state},1,${weight},">0")`;
  return {
    n: total("effectiveN"), d: total("effectiveD"), startN: total("effectiveStartN"), startD: total("effectiveStartD"),
    reported: `SUMIFS(${weight},${rows},${state},">0")`,
    expected: `SUMIFS(${weight},${rows})`,
    known: `SUMIFS(${rangeOf(layout, "knownD")},${rows},${state},0,${weight},">0")`,
    unknown: `COUNTIFS(${rows},${state},0,${weight},">0",${rangeOf(layout, "knownD")},"")`,
  };
}

/** Cells that hold the tallies of one line. */
export type TallyCells = Readonly<Record<keyof Tallies, string>>;

/** The value shown: Σ, a share of 1, or percentage points; a dash where nothing was reported. */
export function valueFormula(measure: Indicator["measure"], cell: TallyCells): string {
  const none = `"${words.noValue}"`;
  switch (measure) {
    case "count": return `IF(${valued(cell)},${cell.n},${none})`;
    case "ratio": case "yesNo": return `IF(${cell.d}>0,${cell.n}/${cell.d},${none})`;
    case "change": return `IF(AND(${cell.d}>0,${cell.startD}>0),(${cell.n}/${cell.d}-${cell.startN}/${cell.startD})*100,${none})`;
    case "text": return none;
  }
}

const valued = (cell: TallyCells): string => `${cell.reported}>0`;
const missing = (cell: TallyCells): string => `(${cell.expected}-${cell.reported})`;

/** Lowest and highest value that the missing units leave possible; blank where there is no end. */
export function endFormulas(indicator: Indicator, cell: TallyCells): { readonly low: string; readonly high: string } {
  const none = `"${words.noValue}"`;
  switch (indicator.measure) {
    case "count": return { low: `IF(${cell.expected}>0,${cell.n},${none})`, high: `IF(${cell.expected}=0,${none},IF(${missing(cell)}>0,"",${cell.n}))` };
    case "ratio": {
      const all = `(${cell.d}+${cell.known})`;
      return {
        low: `IF(${cell.unknown}>0,0,IF(${all}>0,${cell.n}/${all},${none}))`,
        high: `IF(${cell.unknown}>0,1,IF(${all}>0,(${cell.n}+${cell.known})/${all},${none}))`,
      };
    }
    case "yesNo": {
      const all = `(${cell.d}+${missing(cell)})`;
      return { low: `IF(${all}>0,${cell.n}/${all},${none})`, high: `IF(${all}>0,(${cell.n}+${missing(cell)})/${all},${none})` };
    }
    default: return { low: `""`, high: `""` };
  }
}

interface Line {
  /** Every completion at its worst and best stands at or above; limits that are only approached are told apart. */
  readonly low: string;
  readonly high: string;
}

/** The strict verdict as a formula giving one of three phrases; `null` where the target makes no sense of the measure. */
export function verdictFormula(indicator: Indicator, target: Target, cell: TallyCells, pairCells?: PairCells): string | null {
  const value = parseExact(target.value);
  if (!value) return null;
  const level = reduce(value);
  const has = `${cell.expected}>0`;
  const decided = target.of !== undefined
    ? pairCells && pairVerdict(target, level, pairCells)
    : verdictOf(indicator, target, level, cell);
  return decided ? `IF(${has},${decided},"${words.verdicts.none}")` : null;
}

const { met, notMet, undecided } = words.verdicts;
const say = (isMet: string, isNotMet: string): string => `IF(${isNotMet},"${notMet}",IF(${isMet},"${met}","${undecided}"))`;

function verdictOf(indicator: Indicator, target: Target, level: Exact, cell: TallyCells): string | null {
  const { measure } = indicator;
  const open = `${missing(cell)}>0`;
  if (target.basis === "change") return measure === "change" ? changeVerdict(target, level, cell) : null;
  if (measure === "text" || measure === "change") return null;
  if (target.basis === "count") {
    const most = measure === "yesNo" ? `${cell.n}+${missing(cell)}` : cell.n;
    const isBounded = measure === "yesNo" || measure === "ratio";
    const high = measure === "ratio" ? `${cell.n}+${cell.known}` : most;
    const unbounded = measure === "yesNo" ? "FALSE" : measure === "ratio" ? `${cell.unknown}>0` : open;
    return countVerdict(target, level, { low: cell.n, high: isBounded ? high : cell.n }, unbounded);
  }
  if (measure === "count") return null;
  const without = `AND(${cell.d}=0,NOT(${open}))`;
  const shares = measure === "yesNo" ? yesNoShare(indicator, target, level, cell) : ratioShare(target, level, cell);
  return `IF(${without},"${undecided}",${shares})`;
}

/** `q·n` against `p·d`: the sides of the comparison n/d ? p/q. */
const side = (level: Exact, n: string, d: string): [string, string] => [`(${n})*${level.d}`, `(${d})*${level.n}`];

function compareAt(comparator: Target["comparator"], [left, right]: [string, string]): string {
  const sign = comparator === "reduceBy" || comparator === "increaseBy" ? ">=" : comparator;
  return `${left}${sign}${right}`;
}

const isFloor = (comparator: Target["comparator"]): boolean => comparator === ">" || comparator === ">=";

function countVerdict(target: Target, level: Exact, { low, high }: Line, unbounded: string): string {
  const at = (n: string): string => compareAt(target.comparator, side(level, n, "1"));
  if (target.comparator === "=") {
    const isExact = `AND(${low}=${high},NOT(${unbounded}),${at(low)})`;
    const whole = level.d === 1n ? "FALSE" : "TRUE";
    return say(isExact, `OR(${whole},(${low})*${level.d}>${level.n},AND(NOT(${unbounded}),(${high})*${level.d}<${level.n}))`);
  }
  return isFloor(target.comparator)
    ? say(at(low), `AND(NOT(${unbounded}),NOT(${at(high)}))`)
    : say(`AND(NOT(${unbounded}),${at(high)})`, `NOT(${at(low)})`);
}

/** Both ends are attained: a closed interval of shares with known bases. */
function closedShare(target: Target, level: Exact, low: [string, string], high: [string, string], attainable: string): string {
  const at = (pair: [string, string]): string => compareAt(target.comparator, side(level, ...pair));
  if (target.comparator === "=") {
    const [lowLeft, lowRight] = side(level, ...low);
    const [highLeft, highRight] = side(level, ...high);
    return say(`AND(${lowLeft}=${lowRight},${highLeft}=${highRight})`, `OR(${lowLeft}>${lowRight},${highLeft}<${highRight},NOT(${attainable}))`);
  }
  return isFloor(target.comparator) ? say(at(low), `NOT(${at(high)})`) : say(at(high), `NOT(${at(low)})`);
}

/** `q·k = p·D − q·n` has a whole solution: the level can be hit exactly when the base is settled. */
const hits = (level: Exact, all: string): string => `MOD((${all})*${level.n},${level.d})=0`;

function yesNoShare(indicator: Indicator, target: Target, level: Exact, cell: TallyCells): string {
  const all = `${cell.d}+${missing(cell)}`;
  return closedShare(target, level, [cell.n, all], [`${cell.n}+${missing(cell)}`, all], indicator.mayNotApply ? "TRUE" : hits(level, all));
}

function ratioShare(target: Target, level: Exact, cell: TallyCells): string {
  const all = `${cell.d}+${cell.known}`;
  const settled = closedShare(target, level, [cell.n, all], [`${cell.n}+${cell.known}`, all], hits(level, all));
  return `IF(${cell.unknown}>0,${openShare(target, level, cell, all)},${settled})`;
}

/** Units of unknown size are missing: 0 and 1 are approached, and attained only where nothing known stands against it. */
function openShare(target: Target, level: Exact, cell: TallyCells, all: string): string {
  const failing = `(${cell.n}+${cell.known})<(${all})`;
  const succeeding = `${cell.n}>0`;
  const isZero = level.n === 0n;
  const isOne = level.n === level.d;
  const above = level.n > level.d;
  const below = level.n < 0n;
  switch (target.comparator) {
    case ">=": return say(isZero || below ? "TRUE" : "FALSE", above ? "TRUE" : isOne ? failing : "FALSE");
    case ">": return say(below ? "TRUE" : isZero ? succeeding : "FALSE", above || isOne ? "TRUE" : "FALSE");
    case "<=": return say(above || isOne ? "TRUE" : "FALSE", below ? "TRUE" : isZero ? succeeding : "FALSE");
    case "<": return say(above ? "TRUE" : isOne ? failing : "FALSE", below || isZero ? "TRUE" : "FALSE");
    default: return say("FALSE", above || below ? "TRUE" : isOne ? failing : isZero ? succeeding : "FALSE");
  }
}

/** Points fallen or risen; undecided while anyone is missing. */
function changeVerdict(target: Target, level: Exact, cell: TallyCells): string {
  const fallen = `(${cell.startN}*${cell.d}-${cell.n}*${cell.startD})`;
  const moved = target.comparator === "reduceBy" ? fallen : `(-1*${fallen})`;
  const sides: [string, string] = [`${moved}*100*${level.d}`, `${level.n}*${cell.startD}*${cell.d}`];
  const holds = compareAt(target.comparator, sides);
  return `IF(OR(${missing(cell)}>0,${cell.d}=0,${cell.startD}=0),"${undecided}",${say(holds, `NOT(${holds})`)})`;
}

/** How many units of a group stand how to a part and its whole. */
export interface PairTallies {
  readonly part: string;
  readonly whole: string;
  readonly partOpen: string;
  readonly wholeOpen: string;
  readonly bothOpen: string;
  /** Wholes that the plan's rule settles although they are missing: the part is đạt. */
  readonly implied: string;
}

export interface PairCells {
  readonly cells: PairTallies;
  readonly nested: boolean;
}

/** Counts of pairs in a group, for a target over another indicator's đạt. */
export function pairTallies(layout: DataLayout, group: Group, part: string, whole: string, nested: boolean): PairTallies {
  const rows = `${group},${rangeOf(layout, "indicator")},"${part}",${rangeOf(layout, "weight")},">0",${rangeOf(layout, pairKey(`${part}/${whole}`))}`;
  const count = (...pairs: number[]): string => pairs.map((pair) => `COUNTIFS(${rows},${pair})`).join("+");
  // Tens: the part's answer, ones: the whole's; 0 open, 1 chưa đạt, 2 đạt, 3 not asked or not applicable.
  return {
    part: count(20, 21, 22, 23), whole: count(2, 12, 22, 32), bothOpen: count(0),
    partOpen: nested ? count(2, 3) : count(1, 2, 3),
    implied: nested ? count(20) : "0",
    wholeOpen: nested ? count(10, 30) : count(10, 20, 30),
  };
}

function pairVerdict(target: Target, level: Exact, { cells, nested }: PairCells): string {
  const { part, whole, partOpen, wholeOpen, bothOpen, implied } = cells;
  // Worst: open parts are chưa đạt and open wholes đạt. Best: open parts đạt; an open whole follows only where the rule makes it.
  const low: [string, string] = [part, `${whole}+${implied}+${wholeOpen}+${bothOpen}`];
  const high: [string, string] = [`${part}+${partOpen}+${bothOpen}`, nested ? `${whole}+${implied}+${bothOpen}` : `${whole}+${implied}`];
  const isOpen = `(${bothOpen}+${partOpen}+${wholeOpen}+${implied})>0`;
  return `IF(AND(NOT(${isOpen}),${whole}=0),"${undecided}",${closedShare(target, level, low, high, "TRUE")})`;
}

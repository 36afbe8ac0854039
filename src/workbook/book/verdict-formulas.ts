/**
 * The strict verdict as a formula giving one of three phrases. The rules are those of `compare.ts`: everything
 * a figure can still become is held against the target in cross-multiplied whole numbers, never rounded.
 */
import { parseExact, reduce, type Exact } from "#domain/exact";
import type { Indicator, Target } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import { missing } from "./figure-formulas";
import type { PairCells, TallyCells } from "./tally-formulas";

export interface Judging {
  readonly indicator: Indicator;
  readonly target: Target;
  readonly cell: TallyCells;
  /** For a target over another indicator's đạt. `nested`: a rule says that the part never exceeds it. */
  readonly pair?: { readonly cells: PairCells; readonly nested: boolean };
  /** Numerators are percentages of head counts: they need not be whole, and carry binary noise. */
  readonly isRegistration: boolean;
  /** The node is a unit, whose bare percentage may be checked. */
  readonly isOwn: boolean;
}

const { met, notMet, undecided } = words.verdicts;
const say = (isMet: string, isNotMet: string): string => `IF(${isMet},"${met}",IF(${isNotMet},"${notMet}","${undecided}"))`;

/** Nobody expected, or words instead of numbers: no verdict. */
export function verdictFormula(judging: Judging): string {
  const { indicator, target, cell } = judging;
  const level = parseExact(target.value);
  if (!level || indicator.measure === "text") return `"${words.verdicts.none}"`;
  return `IF(${cell.expected}>0,${decide(judging, reduce(level))},"${words.verdicts.none}")`;
}

function decide(judging: Judging, level: Exact): string {
  const { indicator: { measure, mayNotApply }, target, cell } = judging;
  const never = `"${undecided}"`;
  if (target.basis === "change") return measure === "change" ? changeVerdict(judging, level) : never;
  if (target.comparator === "reduceBy" || target.comparator === "increaseBy" || measure === "change") return never;
  if (target.of !== undefined) return judging.pair && target.basis === "share" && measure === "yesNo" ? reachVerdict(judging, level, reachOfPair(cell, judging.pair)) : never;
  const open = missing(cell);
  const unlessEmpty = (verdict: string): string => `IF(AND(${cell.valued}=0,${open}=0),${never},${verdict})`;
  if (target.basis === "count") {
    if (measure === "yesNo") return unlessEmpty(reachVerdict(judging, level, { n: cell.n, d: "1", gain: open, growth: "0", paired: "0" }));
    const bounded = reachVerdict(judging, level, { n: cell.n, d: "1", gain: measure === "ratio" ? cell.known : "0", growth: "0", paired: "0" });
    const isUnbounded = `${measure === "ratio" ? cell.unknown : open}>0`;
    return unlessEmpty(`IF(${isUnbounded},${endlessCount(judging, level)},${bounded})`);
  }
  if (measure === "count") return never;
  if (measure === "yesNo") {
    return unlessEmpty(reachVerdict(judging, level, mayNotApply
      ? { n: cell.n, d: cell.d, gain: "0", growth: open, paired: open }
      : { n: cell.n, d: `(${cell.d}+${open})`, gain: open, growth: "0", paired: "0" }));
  }
  const all = `(${cell.d}+${cell.known})`;
  const settled = reachVerdict(judging, level, { n: cell.n, d: all, gain: cell.known, growth: "0", paired: "0" });
  const share = unlessEmpty(`IF(${cell.unknown}>0,${endlessShare(target.comparator, level, cell, all)},${settled})`);
  return judging.isOwn ? `IF(AND(${cell.valued}=0,${cell.bared}>0),${bareVerdict(judging, level)},${share})` : share;
}

/** What can still come, as in `bounds.ts`: every piece a cell, a number or a bracket. */
interface ReachText {
  readonly n: string;
  readonly d: string;
  readonly gain: string;
  readonly growth: string;
  readonly paired: string;
}

/** At registration the numerator is a decimal: what is compared with 0 is freed of binary noise first. */
function signed(text: string, isRegistration: boolean): string {
  return isRegistration ? `ROUND(${text},6)` : `(${text})`;
}

function reachVerdict(judging: Judging, { n: p, d: q }: Exact, reach: ReachText): string {
  const { comparator } = judging.target;
  const { n, d, gain, growth, paired } = reach;
  const isStill = growth === "0";
  const first = d === "1" ? "0" : `IF(${d}>0,0,1)`;
  const value = (numerator: string, y: string): string => `${q}*(${n}${numerator})-${p}*(${d}+${y})`;
  const clean = (text: string): string => signed(text, judging.isRegistration);
  const least = clean(value("", isStill ? "0" : p <= 0n ? first : growth));
  const best = (y: string): string => value(`+${gain}+MIN(${y},${paired})`, y);
  const turns = [first, `MIN(MAX(${paired},${first}),${growth})`, growth];
  const greatest = clean(isStill ? value(`+${gain}`, "0") : `MAX(${turns.map(best).join(",")})`);
  const verdict = comparator === "=" ? equation(judging, { n: p, d: q }, reach, { least, greatest, first }) : sides(comparator, least, greatest);
  return d === "1" ? verdict : `IF(${first}>${growth},"${undecided}",${verdict})`;
}

function sides(comparator: Target["comparator"], least: string, greatest: string): string {
  switch (comparator) {
    case ">=": return say(`${least}>=0`, `${greatest}<0`);
    case ">": return say(`${least}>0`, `${greatest}<=0`);
    case "<=": return say(`${greatest}<=0`, `${least}>0`);
    default: return say(`${greatest}<0`, `${least}>=0`);
  }
}

interface Extremes {
  readonly least: string;
  readonly greatest: string;
  readonly first: string;
}

/** Whether some completion hits the target exactly: a whole number k between the tightest of its bounds. */
function equation({ isRegistration, target }: Judging, { n: p, d: q }: Exact, reach: ReachText, { least, greatest, first }: Extremes): string {
  const { n, d, gain, growth, paired } = reach;
  const isWhole = !isRegistration || target.of !== undefined;
  const most = `(${n}+${gain})`;
  // `a·k ≥ b`, as in compare.ts; k is the multiple of p/q, or where numerators may be any fraction, the growth.
  const conditions: (readonly [a: bigint, b: string])[] = isWhole
    ? [[q, `${d}+${first}`], [p, n], [-q, `-(${d}+${growth})`], [q - p, `${d}-${most}`], [-p, `-(${most}+${paired})`]]
    : [[1n, first], [p, `${q}*${n}-${p}*${d}`], [-1n, `-(${growth})`], [q - p, `${p}*${d}-${q}*${most}`], [-p, `${p}*${d}-${q}*(${most}+${paired})`]];
  const clean = (text: string): string => signed(text, isRegistration);
  const impossible = conditions.filter(([a]) => a === 0n).map(([, b]) => `${clean(b)}>0`);
  const low = conditions.filter(([a]) => a > 0n).map(([a, b]) => `-INT(-${clean(b)}/${a})`);
  const high = conditions.filter(([a]) => a < 0n).map(([a, b]) => `INT(-${clean(b)}/${-a})`);
  const fails = [...impossible, `MAX(0,${low.join(",")})>${high.length > 1 ? `MIN(${high.join(",")})` : high[0] ?? "0"}`];
  return say(`AND(${least}=0,${greatest}=0)`, `OR(${fails.join(",")})`);
}

/** Missing counts may be anything from 0 up. */
function endlessCount({ target: { comparator }, cell, isRegistration }: Judging, { n: p, d: q }: Exact): string {
  const least = `(${q}*${cell.n}-${p})`;
  switch (comparator) {
    case ">=": return say(`${least}>=0`, "FALSE");
    case ">": return say(`${least}>0`, "FALSE");
    case "<=": return say("FALSE", `${least}>0`);
    case "<": return say("FALSE", `${least}>=0`);
    default: return say("FALSE", !isRegistration && q > 1n ? "TRUE" : `${least}>0`);
  }
}

/** Units of unknown size are missing: 0 and 1 are approached, and reached only where nothing known stands against it. */
function endlessShare(comparator: Target["comparator"], { n: p, d: q }: Exact, cell: TallyCells, all: string): string {
  const failing = `(${cell.n}+${cell.known})<${all}`;
  const succeeding = `${cell.n}>0`;
  const [isBelow, isZero, isOne, isAbove] = [p < 0n, p === 0n, p === q, p > q];
  switch (comparator) {
    case ">=": return say(isZero || isBelow ? "TRUE" : "FALSE", isAbove ? "TRUE" : isOne ? failing : "FALSE");
    case ">": return say(isBelow ? "TRUE" : isZero ? succeeding : "FALSE", isAbove || isOne ? "TRUE" : "FALSE");
    case "<=": return say(isAbove || isOne ? "TRUE" : "FALSE", isBelow ? "TRUE" : isZero ? succeeding : "FALSE");
    case "<": return say(isAbove ? "TRUE" : isOne ? failing : "FALSE", isBelow || isZero ? "TRUE" : "FALSE");
    default: return say("FALSE", isAbove || isBelow ? "TRUE" : isOne ? failing : isZero ? succeeding : "FALSE");
  }
}

/** A percentage without its base, of the one unit there is. */
function bareVerdict({ target: { comparator }, cell }: Judging, { n: p, d: q }: Exact): string {
  const side = `ROUND(${q}*${cell.bare}-${p},9)`;
  return comparator === "=" ? say(`${side}=0`, `${side}<>0`) : sides(comparator, side, side);
}

function reachOfPair(part: TallyCells, { cells, nested }: NonNullable<Judging["pair"]>): ReachText {
  const { wholeN, wholeOpen, bothOpen, yesOpen, openNo } = cells;
  const partOpen = missing(part);
  return nested
    ? { n: part.n, d: `(${wholeN}+${yesOpen})`, gain: `(${partOpen}-${bothOpen}-${openNo})`, growth: `(${wholeOpen}-${yesOpen})`, paired: bothOpen }
    : { n: part.n, d: wholeN, gain: partOpen, growth: wholeOpen, paired: "0" };
}

/** The difference of two shares that move independently; a missing end or an unknown start is anything from 0 to 1. */
function changeVerdict({ target: { comparator }, cell, isRegistration }: Judging, level: Exact): string {
  const { n, d, unknown } = cell;
  const [startN, startD] = [`(${cell.startN}+${cell.knownStartN})`, `(${cell.startD}+${cell.knownStartD})`];
  const open = `${missing(cell)}>0`;
  const isLost = `${unknown}>0`;
  const points = comparator === "reduceBy" ? { n: -level.n, d: level.d } : level;
  const { n: a, d: b } = reduce({ n: points.n, d: points.d * 100n });
  const clean = (text: string): string => signed(text, isRegistration);
  const side = (end: [string, string], from: [string, string]): string => clean(`${b}*(${end[0]}*${from[1]}-${from[0]}*${end[1]})-${a}*${end[1]}*${from[1]}`);
  const endD = `IF(${open},1,${d})`;
  const fromD = `IF(${isLost},1,${startD})`;
  const low = side([`IF(${open},0,${n})`, endD], [`IF(${isLost},1,${startN})`, fromD]);
  const high = side([`IF(${open},1,${n})`, endD], [`IF(${isLost},0,${startN})`, fromD]);
  const lowReached = `AND(OR(NOT(${isLost}),${startN}=${startD}),OR(NOT(${open}),${n}=0))`;
  const highReached = `AND(OR(NOT(${isLost}),${startN}=0),OR(NOT(${open}),${n}=${d}))`;
  const above = `OR(${low}>0,AND(${low}=0,NOT(${lowReached})))`;
  const below = `OR(${high}<0,AND(${high}=0,NOT(${highReached})))`;
  const verdict = {
    ">=": say(`${low}>=0`, below), increaseBy: say(`${low}>=0`, below), ">": say(above, `${high}<=0`),
    "<=": say(`${high}<=0`, above), reduceBy: say(`${high}<=0`, above), "<": say(below, `${low}>=0`),
    "=": say(`AND(${low}=0,${high}=0)`, `OR(${above},${below})`),
  }[comparator];
  const fall = reduce({ n: level.n, d: level.d * 100n });
  const atFloor = comparator === "reduceBy" ? [`AND(NOT(${isLost}),${startD}>0,${clean(`${startN}*${fall.d}-${startD}*${fall.n}`)}<0)`] : [];
  const isWithout = [`AND(${cell.valued}=0,NOT(${open}))`, `AND(NOT(${isLost}),${startD}=0)`, `AND(NOT(${open}),${d}=0)`];
  return `IF(OR(${[...isWithout, ...atFloor].join(",")}),"${undecided}",${verdict})`;
}

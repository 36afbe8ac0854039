/**
 * The totals a sample should come to, worked out from its truth with plain sums. Imports nothing that reads,
 * judges or rolls up: when this and the product agree, two different ways led to the same number.
 */
import type { Roster } from "#domain/unit";
import type { SampleTruth, TrueFigure } from "#tasks/sample/truth";

/** `n/d` in lowest terms, or `null` where nothing was reported. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

export interface ExpectedFigure {
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Share, sum or percentage points; `null`: nothing reported, or nobody to whom it applies. */
  readonly value: string | null;
  readonly reported: number;
  readonly notApplicable: number;
  readonly expected: number;
}

/** `<node>|<indicator>` → figure, for every office and unit that somebody in the sample answers under, on a day's tree. */
export function expectedFigures(truth: SampleTruth, roster: Roster, measures: Readonly<Record<string, string>>, treeDate: string): Map<string, ExpectedFigure> {
  const figures = new Map<string, { saying: TrueFigure[]; expected: number }>();
  for (const unit of truth.units) {
    for (const [indicator, figure] of Object.entries(unit.figures)) {
      for (const node of pathOf(unit.unit, roster, treeDate)) {
        const key = `${node}|${indicator}`;
        const group = figures.get(key) ?? { saying: [], expected: 0 };
        group.expected += 1;
        if (unit.counts && !unit.except.includes(indicator) && figure.kind !== "blank") group.saying.push(figure);
        figures.set(key, group);
      }
    }
  }
  return new Map([...figures].map(([key, { saying, expected }]) => [key, total(saying, expected, measures[key.split("|")[1] ?? ""] ?? "")]));
}

/** The unit, the offices above it on the day, and the top, which also has those who stand under nobody. */
function pathOf(code: string, roster: Roster, day: string): string[] {
  const top = roster.units.find(({ parents }) => parents.length === 0)?.code ?? "";
  const path = [code];
  for (let at: string | undefined = code; at !== undefined && at !== top;) {
    const unit = roster.units.find((candidate) => candidate.code === at);
    at = unit?.parents.find(({ from, to }) => (from ?? "") <= day && day < (to ?? "9999"))?.parent;
    if (at !== undefined && isOpen(roster.units.find((candidate) => candidate.code === at), day)) path.push(at);
  }
  const open = path.filter((node) => isOpen(roster.units.find((candidate) => candidate.code === node), day));
  return open.includes(top) ? open : [...open, top];
}

function isOpen(unit: Roster["units"][number] | undefined, day: string): boolean {
  return unit !== undefined && (unit.openedOn ?? "") <= day && day < (unit.closedOn ?? "9999");
}

function total(saying: readonly TrueFigure[], expected: number, measure: string): ExpectedFigure {
  const notApplicable = saying.filter(({ kind }) => kind === "notApplicable").length;
  const counts = { reported: saying.length, notApplicable, expected };
  const real = saying.filter(({ kind }) => kind !== "notApplicable");
  if (real.length === 0 || measure === "text") return { numerator: null, denominator: null, value: null, ...counts };
  const end = real.map(endOf).reduce(plus);
  const start = real.map(startOf).reduce(plus);
  const [n, d] = end;
  switch (measure) {
    case "count": return { numerator: text(n), denominator: null, value: text(n), ...counts };
    case "change": return { numerator: text(n), denominator: text(d), value: text(times100(minus(over(n, d), over(start[0], start[1])))), ...counts };
    default: return { numerator: text(n), denominator: text(d), value: text(over(n, d)), ...counts };
  }
}

type Pair = readonly [Fraction, Fraction];

function endOf(figure: TrueFigure): Pair {
  switch (figure.kind) {
    case "count": return [whole(figure.value), whole(0)];
    case "share": return [whole(figure.numerator), whole(figure.denominator)];
    case "aim": return [percentOf(figure.percent, figure.denominator), whole(figure.denominator)];
    case "answer": return [whole(figure.yes ? 1 : 0), whole(1)];
    case "change": return [whole(figure.end[0]), whole(figure.end[1])];
    case "changeAim": return [percentOf(figure.endPercent, figure.start[1]), whole(figure.start[1])];
    default: return [whole(0), whole(0)];
  }
}

function startOf(figure: TrueFigure): Pair {
  return figure.kind === "change" || figure.kind === "changeAim" ? [whole(figure.start[0]), whole(figure.start[1])] : [whole(0), whole(0)];
}

const whole = (value: number): Fraction => [BigInt(value), 1n];
const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [sum(a, c), sum(b, d)];
const sum = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = (a: Fraction, [n, d]: Fraction): Fraction => sum(a, [-n, d]);
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
const times100 = ([n, d]: Fraction): Fraction => [n * 100n, d];

/** 99.5 percent of 40, exactly. */
function percentOf(percent: string, base: number): Fraction {
  const [units = "0", decimals = ""] = percent.split(".");
  return [BigInt(units + decimals) * BigInt(base), 10n ** BigInt(decimals.length) * 100n];
}

export function text([n, d]: Fraction): string {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = d < 0n ? -1n : 1n;
  return a === 0n ? "0/1" : `${(sign * n) / a}/${(sign * d) / a}`;
}

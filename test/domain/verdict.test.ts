/**
 * Strict verdicts against trying every completion. What is unbounded is tried far enough: with at most three
 * units, bases of at most three and targets in fifths, a completion that tips a comparison needs at most
 * 5 × 9 further pupils, so 50 are tried; the tăng/giảm cases say their own bound.
 */
import fc from "fast-check";
import { exact } from "#domain/exact";
import type { Contribution, Figure, TargetCheck, Verdict } from "#domain/figure";
import type { Indicator, Target } from "#domain/plan";
import { rollUp, type RollUpInput } from "#domain/roll-up";
import { treeAt } from "#domain/tree";
import { anIndicator, aPlan, aRoster, aTarget, aUnit, blank, change, code, count, from, no, notApplicable, ratio, yes } from "../support/a-plan";

const UNITS = ["a", "b", "c"] as const;
const tree = treeAt(aRoster([aUnit("P", "province"), ...UNITS.map((unit) => aUnit(unit, "school", "P"))]), "2024-09-01");
const COMPARATORS = [">=", ">", "<=", "<", "="] as const;
const SHARES = ["0", "0.2", "0.25", "0.5", "0.6", "0.75", "1", "1.5"] as const;

function verdicts(indicators: readonly Indicator[], contributions: readonly Contribution[], changes: Partial<RollUpInput> & { readonly rules?: boolean } = {}): readonly TargetCheck[] {
  const { rules = false, ...rest } = changes;
  const plan = aPlan({ indicators: [...indicators], rules: rules ? [{ id: "r", kind: "partOfWhole", part: "XX01", whole: "XX02", severity: "error", sentence: "s" }] : [] });
  return rollUp({ plan, stage: "summary", tree, contributions, ...rest }).find(({ node, indicator }) => node === "P" && indicator === "XX01")?.checks ?? [];
}

/** Totals over all completions: each unit is the list of [numerator, denominator] it can still become. */
type Pair = readonly [n: number, d: number];
function completions(units: readonly (readonly Pair[])[]): readonly Pair[] {
  let totals = new Map<string, Pair>([["0/0", [0, 0]]]);
  for (const unit of units) {
    const next = new Map<string, Pair>();
    for (const [n, d] of totals.values()) for (const [x, y] of unit) next.set(`${n + x}/${d + y}`, [n + x, d + y]);
    totals = next;
  }
  return [...totals.values()].filter(([, d]) => d > 0);
}

const holds = (sign: number, comparator: string): boolean =>
  ({ ">=": sign >= 0, ">": sign > 0, "<=": sign <= 0, "<": sign < 0, "=": sign === 0 })[comparator] ?? false;

function bySearch(totals: readonly Pair[], comparator: string, value: string): Verdict {
  const hundredths = Math.round(Number(value) * 100);
  const outcomes = new Set(totals.map(([n, d]) => holds(100 * n - hundredths * d, comparator)));
  return outcomes.size !== 1 ? "undecided" : outcomes.has(true) ? "met" : "notMet";
}

const targets = (basis: Target["basis"], values: readonly string[], of?: string): Target[] =>
  COMPARATORS.flatMap((comparator) => values.map((value) => aTarget({ id: `${comparator}${value}`, basis, comparator, value, ...(of ? { of } : {}) })));

function expectSame(checks: readonly TargetCheck[], totals: readonly Pair[], wanted: readonly Target[]): void {
  expect(checks.map(({ target, verdict }) => `${target} ${verdict}`)).toEqual(wanted.map(({ id, comparator, value }) => `${id} ${bySearch(totals, comparator, value)}`));
}

const given = (figures: readonly Figure[], indicator = "XX01"): Contribution[] => figures.map((figure, index) => from(UNITS[index] ?? "", figure, indicator));
const three = <Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(one, { minLength: 3, maxLength: 3 });
const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, index) => index);
const share = (most: number): fc.Arbitrary<Pair> => fc.integer({ min: 1, max: most }).chain((d) => fc.integer({ min: 0, max: d }).map((n): Pair => [n, d]));

interface Case { readonly figure: Figure; readonly becomes: readonly Pair[] }
const FAR = 50;
const allPairs = (far: number): readonly Pair[] => upTo(far).flatMap((d) => upTo(d).map((n): Pair => [n, d]));

describe("strict verdict equals trying every completion", () => {
  test("count: a missing one is anything from zero, or up to its known maximum", () => {
    const one = fc.oneof(
      fc.nat(4).map((value) => ({ figure: count(value), becomes: [[value, 1]] as Pair[], most: null })),
      fc.constant({ figure: notApplicable, becomes: [[0, 0]] as Pair[], most: null }),
      fc.nat(3).map((most) => ({ figure: blank, becomes: upTo(most).map((value): Pair => [value, 1]), most })),
      fc.constant({ figure: blank, becomes: upTo(FAR).map((value): Pair => [value, 1]), most: null }),
    );
    fc.assert(fc.property(three(one), (units) => {
      const wanted = targets("count", ["0", "1", "3", "4.5", "7", "12"]);
      const maxima = new Map([["XX01", new Map(units.flatMap(({ most }, index) => (most === null ? [] : [[code(UNITS[index] ?? ""), exact(most)] as const])))]]);
      const totals = completions(units.map(({ becomes }) => becomes)).map(([n]): Pair => [n, 1]);
      expectSame(verdicts([anIndicator({ targets: wanted })], given(units.map(({ figure }) => figure)), { maxima }), totals, wanted);
    }), { numRuns: 300 });
  });

  const ratioCase = (free: boolean): fc.Arbitrary<Case> => fc.oneof(
    share(3).map(([n, d]): Case => ({ figure: ratio(n, d), becomes: [[n, d]] })),
    fc.constant<Case>({ figure: notApplicable, becomes: [[0, 0]] }),
    fc.integer({ min: 1, max: 3 }).map((d): Case => ({ figure: { state: "notReported", denominator: exact(d) }, becomes: upTo(d).map((n): Pair => [n, d]) })),
    ...(free ? [fc.constant<Case>({ figure: blank, becomes: allPairs(FAR) })] : []),
  );
  /** Several free units together can become exactly what one free unit can. */
  const oneFree = (units: readonly Case[]): readonly (readonly Pair[])[] => {
    const bounded = units.filter(({ becomes }) => becomes.length < FAR).map(({ becomes }) => becomes);
    return bounded.length < units.length ? [...bounded, allPairs(FAR)] : bounded;
  };

  test.each([{ case: "all bases known", free: false, runs: 300 }, { case: "some bases free", free: true, runs: 60 }])("ratio as a share, $case", ({ free, runs }) => {
    fc.assert(fc.property(three(ratioCase(free)), (units) => {
      const wanted = targets("share", SHARES);
      expectSame(verdicts([anIndicator({ measure: "ratio", targets: wanted })], given(units.map(({ figure }) => figure))), completions(oneFree(units)), wanted);
    }), { numRuns: runs });
  });

  test("ratio as a number", () => {
    fc.assert(fc.property(three(ratioCase(true)), (units) => {
      const wanted = targets("count", ["0", "2", "4", "9"]);
      expectSame(verdicts([anIndicator({ measure: "ratio", targets: wanted })], given(units.map(({ figure }) => figure))),
        completions(oneFree(units)).map(([n]): Pair => [n, 1]), wanted);
    }), { numRuns: 60 });
  });

  test.each([{ basis: "share" as const, values: SHARES }, { basis: "count" as const, values: ["0", "1", "2", "2.5", "3"] }])("yes/no as $basis", ({ basis, values }) => {
    const one = fc.constantFrom(yes, no, notApplicable, blank);
    fc.assert(fc.property(three(one), fc.boolean(), (figures, mayNotApply) => {
      const becomes = (figure: Figure): readonly Pair[] =>
        figure === yes ? [[1, 1]] : figure === no ? [[0, 1]] : figure === notApplicable ? [[0, 0]] : [[0, 1], [1, 1], ...(mayNotApply ? [[0, 0] as const] : [])];
      const totals = completions(figures.map(becomes)).map(([n, d]): Pair => (basis === "share" ? [n, d] : [n, 1]));
      const wanted = targets(basis, values);
      expectSame(verdicts([anIndicator({ measure: "yesNo", mayNotApply, targets: wanted })], given(figures)), totals, wanted);
    }), { numRuns: 300 });
  });

  test("a share of the đạt of another indicator, with and without the rule that the part lies in the whole", () => {
    const answer = fc.constantFrom<Figure | "notAsked">(yes, no, notApplicable, blank, "notAsked");
    fc.assert(fc.property(three(fc.tuple(answer, answer)), fc.boolean(), (units, nested) => {
      const open = (figure: Figure | "notAsked"): readonly number[] => (figure === yes ? [1] : figure === blank ? [0, 1] : [0]);
      const becomes = units.map(([part, whole]) => open(part).flatMap((n) => open(whole).flatMap((d): Pair[] => {
        const bothAsked = [part, whole].every((figure) => figure === yes || figure === no || figure === blank);
        const bothGiven = part !== blank && whole !== blank;
        return nested && bothAsked && !bothGiven && n > d ? [] : [[n, d]];
      })));
      const wanted = targets("share", SHARES, "XX02");
      const asked = (side: 0 | 1, indicator: string) => [indicator, units.flatMap((unit, index) => (unit[side] === "notAsked" ? [] : [code(UNITS[index] ?? "")]))] as const;
      const contributions = units.flatMap(([part, whole], index) => [
        ...(part === "notAsked" ? [] : [from(UNITS[index] ?? "", part, "XX01")]), ...(whole === "notAsked" ? [] : [from(UNITS[index] ?? "", whole, "XX02")]),
      ]);
      const indicators = [anIndicator({ measure: "yesNo", targets: wanted }), anIndicator({ code: "XX02", measure: "yesNo" })];
      const checks = verdicts(indicators, contributions, { rules: nested, expected: new Map([asked(0, "XX01"), asked(1, "XX02")]) });
      if (units.every(([part]) => part === "notAsked")) expect(checks).toEqual([]);
      else expectSame(checks, completions(becomes), wanted);
    }), { numRuns: 1500 });
  });
});

/**
 * tăng/giảm. Targets in quarters against bases of at most six leave gaps of at least 1/24, which 24 × 6 = 144
 * further pupils close; so 150 are tried, for the start and for the end by themselves.
 */
describe("strict verdict of a change equals trying every completion", () => {
  interface Change { readonly figure: Figure; readonly start: readonly Pair[] | "free"; readonly end: readonly Pair[] | "free" }
  const far = allPairs(150);
  const one: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(share(2), share(2)).map(([start, end]): Change => ({ figure: change(start, end), start: [start], end: [end] })),
    fc.constant<Change>({ figure: notApplicable, start: [[0, 0]], end: [[0, 0]] }),
    share(2).map((start): Change => ({ figure: { state: "notReported", start: { numerator: exact(start[0]), denominator: exact(start[1]) } }, start: [start], end: "free" })),
    fc.constant<Change>({ figure: blank, start: "free", end: "free" }),
  );
  const sideOf = (units: readonly Change[], side: "start" | "end"): readonly Pair[] => {
    const fixed = units.flatMap((unit) => (unit[side] === "free" ? [] : [unit[side]]));
    return completions(fixed.length < units.length ? [...fixed, far] : fixed);
  };
  const reduced = ([n, d]: Pair): string => { let [a, b] = [Math.abs(n), d]; while (b) [a, b] = [b, a % b]; return `${n / a}/${d / a}`; };
  const signOfSum = (start: Pair, end: Pair, points: number): number => Math.sign(100 * (end[0] * start[1] - start[0] * end[1]) - points * end[1] * start[1]);

  function search(starts: readonly Pair[], ends: readonly Pair[], comparator: string, points: number): Verdict {
    if (starts.length === 0 || ends.length === 0) return "undecided";
    const extreme = (list: readonly Pair[], way: 1 | -1): Pair => list.reduce((a, b) => (way * (b[0] * a[1] - a[0] * b[1]) > 0 ? b : a));
    const least = signOfSum(extreme(starts, 1), extreme(ends, -1), points);
    const greatest = signOfSum(extreme(starts, -1), extreme(ends, 1), points);
    if (comparator === "=") {
      if (least === 0 && greatest === 0) return "met";
      const known = new Set(ends.map(reduced));
      return starts.some(([n, d]) => known.has(reduced([100 * n + points * d, 100 * d]))) ? "undecided" : "notMet";
    }
    const [a, b] = [holds(least, comparator), holds(greatest, comparator)];
    return a !== b ? "undecided" : a ? "met" : "notMet";
  }

  test("a fall, a rise, or the difference itself", () => {
    const wanted: Target[] = [
      ...["-25", "0", "25", "50", "75", "100"].flatMap((value) => [...COMPARATORS, "increaseBy" as const, "reduceBy" as const].map((comparator) => aTarget({ id: `${comparator}${value}`, basis: "change", comparator, value }))),
    ];
    fc.assert(fc.property(three(one), (units) => {
      const [starts, ends] = [sideOf(units, "start"), sideOf(units, "end")];
      const startIsKnown = units.every(({ start }) => start !== "free") && starts.length > 0;
      const expected = wanted.map(({ id, comparator, value }) => {
        const points = Number(value);
        const [first] = starts;
        const atFloor = comparator === "reduceBy" && startIsKnown && first !== undefined && 100 * first[0] < points * first[1];
        const verdict = comparator === "reduceBy" ? search(starts, ends, "<=", -points) : search(starts, ends, comparator === "increaseBy" ? ">=" : comparator, points);
        return `${id} ${atFloor ? "undecided" : verdict}`;
      });
      expect(verdicts([anIndicator({ measure: "change", targets: wanted })], given(units.map(({ figure }) => figure))).map(({ target, verdict }) => `${target} ${verdict}`)).toEqual(expected);
    }), { numRuns: 60 });
  });
});

describe("strict verdict", () => {
  const shareOf = (comparator: Target["comparator"], value: string, figures: readonly Figure[], stage: RollUpInput["stage"] = "summary") =>
    verdicts([anIndicator({ measure: "ratio", targets: [aTarget({ basis: "share", comparator, value })] })], given(figures), { stage })[0]?.verdict;

  test.each([
    { case: "one pupil of thousands failed: 100 % is out of reach already", comparator: "=" as const, value: "1", figures: [ratio(4999, 5000)], verdict: "notMet" },
    { case: "nobody has failed, and somebody is missing", comparator: "=" as const, value: "1", figures: [ratio(5000, 5000)], verdict: "undecided" },
    { case: "above 99,9…% can come as near to 100 % as you like, but not there", comparator: ">=" as const, value: "1", figures: [ratio(4999, 5000)], verdict: "notMet" },
    { case: "more than nothing is certain once there is one", comparator: ">" as const, value: "0", figures: [ratio(1, 5000)], verdict: "met" },
    { case: "74,999… % is not above 75 %, nor is 75 % itself", comparator: ">" as const, value: "0.75", figures: [ratio(3, 4), notApplicable, notApplicable], verdict: "notMet" },
    { case: "75 % is at least 75 %", comparator: ">=" as const, value: "0.75", figures: [ratio(3, 4), notApplicable, notApplicable], verdict: "met" },
    { case: "99,5 % short by one in twenty million", comparator: ">=" as const, value: "0.995", figures: [ratio(19_899_999, 20_000_000), notApplicable, notApplicable], verdict: "notMet" },
    { case: "nobody has reported", comparator: ">=" as const, value: "0.5", figures: [], verdict: "undecided" },
    { case: "it applies to nobody", comparator: ">=" as const, value: "0", figures: [notApplicable, notApplicable, notApplicable], verdict: "undecided" },
  ])("when $case", ({ comparator, value, figures, verdict }) => { expect(shareOf(comparator, value, figures)).toBe(verdict); });

  test("33 % of 20 is no whole number of pupils, but may be registered", () => {
    const figures: Figure[] = [ratio(5, 10), { state: "notReported", denominator: exact(10) }, notApplicable];
    expect([shareOf("=", "0.33", figures), shareOf("=", "0.33", figures, "registration")]).toEqual(["notMet", "undecided"]);
    expect(shareOf("=", "0.2", figures, "registration")).toBe("notMet");
  });

  test("a comparator or a base that makes no sense of the measure decides nothing", () => {
    const wanted = [aTarget({ id: "a", basis: "share" }), aTarget({ id: "b", basis: "change" }), aTarget({ id: "c", comparator: "reduceBy" }), aTarget({ id: "d", basis: "share", of: "XX09" })];
    expect(verdicts([anIndicator({ targets: wanted })], given([count(1), count(1), count(1)]))).toMatchObject(wanted.map(({ id }) => ({ target: id, actual: null, verdict: "undecided", likely: null })));
  });

  test("readings of one clause are all checked, and one is the chosen one", () => {
    const wanted = [aTarget({ id: "x", alternatives: "g", value: "3", reading: true }), aTarget({ id: "y", alternatives: "g", chosen: true, value: "4" }), aTarget({ id: "z" })];
    expect(verdicts([anIndicator({ targets: wanted })], given([count(1), count(1), count(1)]))).toMatchObject([
      { target: "x", verdict: "met", chosen: false, reading: true }, { target: "y", verdict: "notMet", chosen: true, reading: false }, { target: "z", verdict: "met", chosen: true },
    ]);
  });

  test("an office's total of the whole leaves open only what it does not speak of", () => {
    const wanted = [aTarget({ basis: "share", comparator: "=", value: "0.5", of: "XX02" })];
    const indicators = [anIndicator({ measure: "yesNo", targets: wanted }), anIndicator({ code: "XX02", measure: "yesNo" })];
    const total = (figure: Figure) => from("P", figure, "XX02", { origin: "officeTotal", covers: UNITS.map(code) });
    const part = given([yes, no, no]);
    expect(verdicts(indicators, [...part, total(ratio(2, 3))])[0]).toMatchObject({ actual: { n: 1n, d: 2n }, verdict: "met" });
    expect(verdicts(indicators, [...part, total(ratio(3, 3))])[0]?.verdict).toBe("notMet");
    expect(verdicts(indicators, [...part, total(ratio(1, 2))])[0]?.verdict).toBe("undecided");
  });
});

describe("đã ở mức thấp nhất", () => {
  const reduceBy = [aTarget({ id: "all", basis: "change", comparator: "reduceBy", value: "0.3" }), aTarget({ id: "each", role: "unit", basis: "change", comparator: "reduceBy", value: "0.3" })];
  const figures = (contributions: readonly Contribution[]) =>
    rollUp({ plan: aPlan({ indicators: [anIndicator({ measure: "change", targets: reduceBy })] }), stage: "summary", tree, contributions });

  test("0,1 % cannot fall 0,3 points: counted apart, and neither met nor missed", () => {
    const all = figures(given([change([1, 1000], [0, 1000]), change([20, 1000], [10, 1000]), change([3, 1000], [0, 1000])]));
    expect(all.map(({ node, atFloor, checks }) => [node, atFloor, checks[0]?.verdict])).toEqual([["P", 1, "met"], ["a", 1, "undecided"], ["b", 0, "met"], ["c", 0, "met"]]);
  });

  test("a start that allows the fall is missed when it does not fall", () => {
    expect(figures(given([change([20, 1000], [18, 1000])])).find(({ node }) => node === "a")).toMatchObject({ atFloor: 0, checks: [{ verdict: "notMet", actual: exact(-1, 5) }] });
  });

  test("a total whose own start is below the fall is as open as a unit's", () => {
    expect(figures(given([change([1, 1000], [0, 1000]), change([1, 1000], [1, 1000]), notApplicable])).find(({ node }) => node === "P"))
      .toMatchObject({ atFloor: 2, checks: [{ verdict: "undecided" }] });
  });
});

describe("against the registration", () => {
  const check = (measure: Indicator["measure"], done: readonly Figure[], registered: readonly Figure[], wanted: Target[] = []) =>
    verdicts([anIndicator({ measure, targets: wanted })], given(done), { registered: given(registered) });

  test.each<{ case: string; measure: Indicator["measure"]; done: Figure[]; registered: Figure[]; verdict: Verdict; comparator: string }>([
    { case: "a count reaches what was registered", measure: "count", done: [count(2), count(2), count(1)], registered: [count(1), count(4)], verdict: "met", comparator: ">=" },
    { case: "a count falls one short", measure: "count", done: [count(2), count(2), count(0)], registered: [count(1), count(4)], verdict: "notMet", comparator: ">=" },
    { case: "a count is still open", measure: "count", done: [count(2)], registered: [count(1), count(4)], verdict: "undecided", comparator: ">=" },
    { case: "a ratio falls short by a hair", measure: "ratio", done: [ratio(949, 1000), notApplicable, notApplicable], registered: [ratio(95, 100)], verdict: "notMet", comparator: ">=" },
    { case: "as many schools say yes as registered", measure: "yesNo", done: [yes, no, yes], registered: [yes, yes, no], verdict: "met", comparator: ">=" },
    { case: "it falls further than registered", measure: "change", done: [change([10, 100], [5, 100]), notApplicable, notApplicable], registered: [change([10, 100], [6, 100])], verdict: "met", comparator: "reduceBy" },
    { case: "it falls less than registered", measure: "change", done: [change([10, 100], [7, 100]), notApplicable, notApplicable], registered: [change([10, 100], [6, 100])], verdict: "notMet", comparator: "reduceBy" },
  ])("when $case", ({ measure, done, registered, verdict, comparator }) => {
    expect(check(measure, done, registered)).toMatchObject([{ target: "registered", against: "registered", verdict, comparator, chosen: true }]);
  });

  test("nothing registered, nothing checked", () => {
    expect(check("count", [count(1)], [blank])).toEqual([]);
    expect(verdicts([anIndicator({})], given([count(1)]))).toEqual([]);
  });

  test("a rise is held to a rise where the plan asks for one", () => {
    const wanted = [aTarget({ basis: "change", comparator: "increaseBy", value: "1" })];
    expect(check("change", [change([10, 100], [13, 100]), notApplicable, notApplicable], [change([10, 100], [14, 100])], wanted)[1]).toMatchObject({ comparator: "increaseBy", verdict: "notMet" });
  });
});

describe("likely verdict", () => {
  const wanted = [aTarget({ basis: "share", comparator: ">=", value: "0.9" })];
  const likely = (done: readonly Figure[], registered: readonly Figure[] | undefined, targets: Target[] = wanted, measure: Indicator["measure"] = "ratio") => {
    const [check] = verdicts([anIndicator({ measure, targets })], given(done), registered ? { registered: given(registered) } : {});
    return [check?.verdict, check?.likely, check?.likelyBasis];
  };

  test.each<{ case: string; done: Figure[]; registered: Figure[] | undefined; outcome: unknown[] }>([
    { case: "those who are missing do as they registered, and that is enough", done: [ratio(80, 100)], registered: [ratio(1, 1), ratio(98, 100), ratio(100, 100)], outcome: ["undecided", "met", "registration"] },
    { case: "what they registered is not enough", done: [ratio(80, 100)], registered: [ratio(1, 1), ratio(94, 100), ratio(95, 100)], outcome: ["undecided", "notMet", "registration"] },
    { case: "one registered that it has no subject", done: [ratio(80, 100)], registered: [ratio(1, 1), ratio(10, 100), notApplicable], outcome: ["undecided", "notMet", "registration"] },
    { case: "one of the missing registered nothing", done: [ratio(80, 100)], registered: [ratio(1, 1), ratio(98, 100)], outcome: ["undecided", null, null] },
    { case: "no registration is at hand", done: [ratio(80, 100)], registered: undefined, outcome: ["undecided", null, null] },
    { case: "the strict verdict stands, nothing is assumed", done: [ratio(80, 100), notApplicable, notApplicable], registered: [ratio(99, 100), ratio(99, 100), ratio(99, 100)], outcome: ["notMet", null, null] },
  ])("when $case", ({ done, registered, outcome }) => { expect(likely(done, registered)).toEqual(outcome); });

  test("when the strict verdict is decided although units are missing, nothing is assumed", () => {
    expect(likely([ratio(99, 100)], [ratio(1, 1), ratio(1, 1), ratio(1, 1)], [aTarget({ basis: "share", comparator: "=", value: "1" })])).toEqual(["notMet", null, null]);
  });

  test("of a change", () => {
    const fall = [aTarget({ basis: "change", comparator: "reduceBy", value: "1" })];
    expect(likely([change([10, 100], [9, 100])], [notApplicable, change([10, 100], [8, 100]), notApplicable], fall, "change")).toEqual(["undecided", "met", "registration"]);
  });

  test("of a share of another indicator's đạt", () => {
    const share = [aTarget({ basis: "share", comparator: ">", value: "0.75", of: "XX02" })];
    const indicators = [anIndicator({ measure: "yesNo", targets: share }), anIndicator({ code: "XX02", measure: "yesNo" })];
    const registered = [...given([yes, yes, yes]), ...given([yes, yes, yes], "XX02")];
    const done = [...given([yes]), ...given([yes, yes], "XX02")];
    expect(verdicts(indicators, done, { registered })[0]).toMatchObject({ verdict: "undecided", likely: "met" });
    expect(verdicts(indicators, done, { registered: registered.slice(1, 4) })[0]).toMatchObject({ verdict: "undecided", likely: null });
  });
});

import fc from "fast-check";
import { compare, equals, exact, sum, toText, ZERO, type Exact } from "#domain/exact";
import type { Contribution, Figure, NodeFigure } from "#domain/figure";
import type { Indicator, Measure, Plan } from "#domain/plan";
import { rollUp, rollUpOwn, type RollUpInput } from "#domain/roll-up";
import { treeAt } from "#domain/tree";
import type { Roster, Unit } from "#domain/unit";
import { anIndicator, aPlan, aProvince, aRoster, aTarget, aUnit, blank, change, code, count, from, no, notApplicable, ratio, STAGE, yes } from "../support/a-plan";

const planOf = (...indicators: Partial<Indicator>[]): Plan => aPlan({ indicators: indicators.map((one) => anIndicator(one)) });
const input = (plan: Plan, contributions: readonly Contribution[], changes: Partial<RollUpInput> = {}): RollUpInput =>
  ({ plan, stage: STAGE, tree: treeAt(aProvince(), "2024-09-01"), contributions, ...changes });
const at = (figures: readonly NodeFigure[], node: string, indicator = "XX01"): NodeFigure => {
  const found = figures.find((one) => one.node === node && one.indicator === indicator);
  if (!found) throw new Error(`no figure of ${node} ${indicator}`);
  return found;
};
const text = (value: Exact | null | undefined): string | null => (value ? toText(value) : null);
const shown = ({ numerator, denominator, value, low, high, reported, expected }: NodeFigure) =>
  [text(numerator), text(denominator), text(value), text(low), text(high), `${reported}/${expected}`];

describe("rollUp", () => {
  test.each<{ case: string; indicator: Partial<Indicator>; given: Contribution[]; province: unknown[]; district: unknown[] }>([
    { case: "counts add up", indicator: { measure: "count" }, given: [from("a", count(3)), from("b", count(0)), from("c", count(5)), from("d", count(1)), from("e", count(2))],
      province: ["11", null, "11", "11", "11", "5/5"], district: ["3", null, "3", "3", "3", "2/2"] },
    { case: "a count is missing: it may still be anything from zero", indicator: { measure: "count" }, given: [from("a", count(3))],
      province: ["3", null, "3", "3", null, "1/5"], district: ["3", null, "3", "3", null, "1/2"] },
    { case: "a ratio is the sum over the sum, never the mean of 50 % and 100 %", indicator: { measure: "ratio" },
      given: [from("a", ratio(1, 2)), from("b", ratio(98, 98)), from("c", ratio(0, 0)), from("d", notApplicable), from("e", ratio(1, 100))],
      province: ["100", "200", "0.5", "0.5", "0.5", "5/5"], district: ["99", "100", "0.99", "0.99", "0.99", "2/2"] },
    { case: "a ratio is missing: its base is free, so everything is open", indicator: { measure: "ratio" }, given: [from("a", ratio(1, 2))],
      province: ["1", "2", "0.5", "0", "1", "1/5"], district: ["1", "2", "0.5", "0", "1", "1/2"] },
    { case: "only the numerator is missing: the known base bounds it", indicator: { measure: "ratio", collectedOnlyFrom: [{ kinds: ["school"], roles: ["unit"] }] },
      given: [from("a", ratio(30, 30)), from("b", { state: "notReported", denominator: exact(10) }), from("c", notApplicable), from("d", notApplicable), from("e", notApplicable)],
      province: ["30", "30", "1", "0.75", "1", "4/5"], district: ["30", "30", "1", "0.75", "1", "1/2"] },
    { case: "yes and no: đạt of those that answered", indicator: { measure: "yesNo" }, given: [from("a", yes), from("b", no), from("c", yes), from("d", notApplicable)],
      province: ["2", "3", "2/3", "0.5", "0.75", "4/5"], district: ["1", "2", "0.5", "0.5", "0.5", "2/2"] },
    { case: "a change is the difference of the two rolled-up ratios, in points", indicator: { measure: "change" },
      given: [from("a", change([5, 100], [4, 100])), from("b", change([10, 100], [0, 100])), from("c", notApplicable), from("d", notApplicable), from("e", notApplicable)],
      province: ["4", "200", "-5.5", "-5.5", "-5.5", "5/5"], district: ["4", "200", "-5.5", "-5.5", "-5.5", "2/2"] },
    { case: "words are no number", indicator: { measure: "text" }, given: [from("a", { state: "reported", measure: "text", text: "good" })],
      province: [null, null, null, null, null, "1/5"], district: [null, null, null, null, null, "1/2"] },
    { case: "nobody has reported: no value, and never a zero", indicator: { measure: "count" }, given: [from("a", blank)],
      province: [null, null, null, "0", null, "0/5"], district: [null, null, null, "0", null, "0/2"] },
    { case: "it applies to nobody: no value either", indicator: { measure: "count" }, given: ["a", "b", "c", "d", "e"].map((unit) => from(unit, notApplicable)),
      province: [null, null, null, null, null, "5/5"], district: [null, null, null, null, null, "2/2"] },
  ])("when $case", ({ indicator, given, province, district }) => {
    const figures = rollUp(input(planOf(indicator), given));
    expect(shown(at(figures, "P"))).toEqual(province);
    expect(shown(at(figures, "D1"))).toEqual(district);
  });

  test("zero is a figure, blank is missing, and both are named", () => {
    const figures = rollUp(input(planOf({}), [from("a", count(0)), from("b", blank)]));
    expect(at(figures, "a")).toMatchObject({ numerator: ZERO, reported: 1, missing: [] });
    expect(at(figures, "b")).toMatchObject({ numerator: null, reported: 0, missing: ["b"] });
    expect(at(figures, "P").missing).toEqual(["b", "c", "d", "e"]);
  });

  test("0/0 is not applicable: in, without a figure", () => {
    const figures = rollUp(input(planOf({ measure: "ratio" }), [from("a", ratio(0, 0)), from("b", ratio(1, 2))]));
    expect(at(figures, "a")).toMatchObject({ reported: 1, notApplicable: 1, numerator: null, denominator: null, value: null });
    expect(at(figures, "D1")).toMatchObject({ reported: 2, notApplicable: 1, denominator: exact(2) });
  });

  test("a known maximum bounds a missing count", () => {
    const maxima = new Map([["XX01", new Map(["b", "c", "d", "e"].map((unit) => [code(unit), exact(10)]))]]);
    const figures = rollUp(input(planOf({}), [from("a", count(3))], { maxima }));
    expect([shown(at(figures, "P")), shown(at(figures, "D1"))]).toEqual([["3", null, "3", "3", "43", "1/5"], ["3", null, "3", "3", "13", "1/2"]]);
  });

  test("an office's own figure counts once, beside its schools'; alone it is held against what binds each unit", () => {
    const plan = planOf({ collectedFrom: ["district", "school"], targets: [aTarget({ id: "each", role: "unit", value: "2" }), aTarget({ id: "office", role: "intermediate", value: "9" })] });
    const given = [from("D1", count(1)), from("a", count(5)), from("b", count(5))];
    expect(at(rollUp(input(plan, given)), "D1")).toMatchObject({ numerator: exact(11), checks: [{ target: "office", verdict: "met" }] });
    expect(rollUpOwn(input(plan, given))).toMatchObject([
      { node: "D1", numerator: exact(1), checks: [{ target: "each", verdict: "notMet" }] },
      { node: "D2", numerator: null, missing: ["D2"], checks: [{ target: "each", verdict: "undecided" }] },
    ]);
  });

  test("nodes come offices first, then units, in the roster's order; a node has only what somebody in it answers, the scope everything", () => {
    const plan = planOf({ code: "XX01", collectedFrom: ["district"] }, { code: "XX02", collectedOnlyFrom: [{ directlyManaged: true }] }, { code: "XX03", collectedFrom: [] });
    expect(rollUp(input(plan, [])).map(({ node, indicator }) => `${node} ${indicator}`)).toEqual(["P XX01", "P XX02", "P XX03", "D1 XX01", "D2 XX01", "e XX02"]);
    expect(at(rollUp(input(plan, [])), "P", "XX03")).toMatchObject({ expected: 0, value: null, low: null, checks: [] });
  });

  test("a unit that reports unasked is not lost", () => {
    const figures = rollUp(input(planOf({ collectedFrom: ["centre"] }), [from("e", count(4)), from("a", count(1))]));
    expect(at(figures, "P")).toMatchObject({ numerator: exact(5), reported: 2, expected: 2, contributions: [{ unit: "a" }, { unit: "e" }] });
  });

  test("the same figure given twice counts once; two that differ are not reported", () => {
    expect(at(rollUp(input(planOf({}), [from("a", count(4)), from("a", { state: "reported", measure: "count", value: exact(8, 2) })])), "P").numerator).toEqual(exact(4));
    expect(at(rollUp(input(planOf({}), [from("a", count(4)), from("a", count(5))])), "P")).toMatchObject({ numerator: null, missing: ["a", "b", "c", "d", "e"] });
  });

  test("a figure of another measure is not reported rather than misread", () => {
    expect(at(rollUp(input(planOf({ measure: "ratio" }), [from("a", count(4))])), "a")).toMatchObject({ numerator: null, missing: ["a"] });
  });

  test("a bare percentage is held against the unit's own target and adds to nothing", () => {
    const plan = planOf({ measure: "ratio", targets: [aTarget({ id: "each", role: "unit", basis: "share", value: "0.9" }), aTarget({ basis: "share", value: "0.9" })] });
    const figures = rollUp(input(plan, [from("a", { state: "notReported", bareShare: exact(899, 1000) })]));
    expect(at(figures, "a")).toMatchObject({ numerator: null, missing: ["a"], checks: [{ actual: exact(899, 1000), verdict: "notMet" }] });
    expect(at(figures, "P")).toMatchObject({ numerator: null, checks: [{ actual: null, verdict: "undecided" }] });
  });
});

describe("rollUp, when an office sends its own total", () => {
  const total = (office: string, figure: Figure, covers?: string[]): Contribution =>
    from(office, figure, "XX01", { origin: "officeTotal", ...(covers ? { covers: covers.map(code) } : {}) });

  test.each<{ case: string; measure: Measure; given: Contribution[]; province: unknown[]; district: unknown[]; school: unknown[] }>([
    { case: "it stands for its schools at the office and above, and each school still shows its own", measure: "count",
      given: [total("D1", count(10), ["a", "b"]), from("a", count(3)), from("e", count(1))],
      province: ["11", null, "11", "11", null, "3/5"], district: ["10", null, "10", "10", "10", "2/2"], school: ["3", null, "3", "3", "3", "1/1"] },
    { case: "it covers one school only", measure: "count", given: [total("D1", count(10), ["b"]), from("a", count(3))],
      province: ["13", null, "13", "13", null, "2/5"], district: ["13", null, "13", "13", "13", "2/2"], school: ["3", null, "3", "3", "3", "1/1"] },
    { case: "it names nobody, so it stands for all below", measure: "count", given: [total("D1", count(10)), from("a", count(3))],
      province: ["10", null, "10", "10", null, "2/5"], district: ["10", null, "10", "10", "10", "2/2"], school: ["3", null, "3", "3", "3", "1/1"] },
    { case: "yes/no comes as so many of so many", measure: "yesNo", given: [total("D1", ratio(1, 2), ["a", "b"]), from("c", yes)],
      province: ["2", "3", "2/3", "0.4", "0.8", "3/5"], district: ["1", "2", "0.5", "0.5", "0.5", "2/2"], school: [null, null, null, "0", "1", "0/1"] },
    { case: "yes/no speaks of fewer than it covers: the rest is not reported", measure: "yesNo", given: [total("D1", ratio(1, 1), ["a", "b"])],
      province: ["1", "1", "1", "0.2", "1", "1/5"], district: ["1", "1", "1", "0.5", "1", "1/2"], school: [null, null, null, "0", "1", "0/1"] },
    { case: "it is blank: its schools are missing, their own files notwithstanding", measure: "count", given: [total("D1", blank, ["a", "b"]), from("a", count(3))],
      province: [null, null, null, "0", null, "0/5"], district: [null, null, null, "0", null, "0/2"], school: ["3", null, "3", "3", "3", "1/1"] },
    { case: "a higher office's total over the same schools counts from there on", measure: "count", given: [total("D1", count(10)), total("P", count(100)), from("a", count(3))],
      province: ["100", null, "100", "100", "100", "5/5"], district: ["10", null, "10", "10", "10", "2/2"], school: ["3", null, "3", "3", "3", "1/1"] },
  ])("when $case", ({ measure, given, province, district, school }) => {
    const figures = rollUp(input(planOf({ measure }), given));
    expect(shown(at(figures, "P"))).toEqual(province);
    expect(shown(at(figures, "D1"))).toEqual(district);
    expect(shown(at(figures, "a"))).toEqual(school);
  });

  test("under a tree that no longer has the office, its total counts in the scope alone and the scope stays the same", () => {
    const roster = reformed();
    const given = [total("D", count(10)), from("a", count(3)), from("b", count(4)), from("h", count(1))];
    const before = rollUp(input(planOf({}), given, { tree: treeAt(roster, "2025-06-30") }));
    const after = rollUp(input(planOf({}), given, { tree: treeAt(roster, "2025-07-01") }));
    expect([shown(at(before, "P")), shown(at(after, "P"))]).toEqual([shown(at(before, "P")), shown(at(before, "P"))]);
    expect([text(at(before, "P").numerator), text(at(before, "D").numerator), text(at(after, "X").numerator)]).toEqual(["11", "10", "3"]);
    expect(after.map(({ node }) => node)).not.toContain("D");
  });
});

function reformed(): Roster {
  return aRoster([
    aUnit("P", "province"), aUnit("D", "district", "P", { closedOn: "2025-07-01" }), aUnit("X", "commune", "P", { openedOn: "2025-07-01" }),
    aUnit("a", "school", [{ parent: code("D"), to: "2025-07-01" }, { parent: code("X"), from: "2025-07-01" }]),
    aUnit("b", "school", "D"), aUnit("h", "school", "P"), aUnit("z", "school", "D", { closedOn: "2025-01-01" }),
  ]);
}

describe("rollUp, for any tree", () => {
  const smallInt = fc.nat(9);
  const pair = fc.tuple(smallInt, smallInt).map(([x, y]) => [Math.min(x, y), Math.max(x, y)] as const);
  const figureOf: Readonly<Record<Exclude<Measure, "text">, fc.Arbitrary<Figure>>> = {
    count: smallInt.map(count),
    ratio: pair.map(([n, d]) => ratio(n, d)),
    yesNo: fc.constantFrom(yes, no),
    change: fc.tuple(pair, pair).map(([start, end]) => change(start, end)),
  };
  const day = fc.constantFrom("2024-03-01", "2024-09-01", "2025-03-01", "2025-09-01");
  const aSchool = (index: number) => fc.record({
    first: fc.nat(4), moves: fc.option(fc.tuple(day, fc.nat(4)), { nil: undefined }), closedOn: fc.option(day, { nil: undefined }), openedOn: fc.option(fc.constant("2024-02-01"), { nil: undefined }),
  }).map(({ first, moves, closedOn, openedOn }): Unit => aUnit(`u${index}`, "school",
    moves ? [{ parent: code(`o${first}`), to: moves[0] }, { parent: code(`o${moves[1]}`), from: moves[0] }] : `o${first}`,
    { ...(closedOn ? { closedOn } : {}), ...(openedOn ? { openedOn } : {}) }));
  /** Offices two floors deep, some of them closing; schools that move, open and close. */
  const roster = fc.tuple(fc.array(fc.option(day, { nil: undefined }), { minLength: 4, maxLength: 4 }), ...Array.from({ length: 6 }, (_, index) => aSchool(index)))
    .map(([closings, ...schools]) => aRoster([
      aUnit("o0", "province"),
      ...closings.map((closedOn, index) => aUnit(`o${index + 1}`, "district", index < 2 ? "o0" : `o${index - 1}`, closedOn ? { closedOn } : {})),
      ...schools,
    ]));
  const setting = fc.constantFrom("count", "ratio", "yesNo", "change").chain((measure) => fc.record({
    measure: fc.constant(measure), roster, on: day, otherDay: day,
    figures: fc.array(fc.oneof({ weight: 4, arbitrary: figureOf[measure] }, { weight: 1, arbitrary: fc.constantFrom(blank, notApplicable) }), { minLength: 11, maxLength: 11 }),
    silent: fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
  }));
  const given = ({ roster: { units }, figures, silent }: { roster: Roster; figures: readonly Figure[]; silent: readonly boolean[] }): Contribution[] =>
    units.flatMap((unit, index) => (silent[index] ? [] : [from(unit.code, figures[index] ?? blank)]));
  const plan = (measure: Measure): Plan => planOf({ measure, mayNotApply: true, collectedFrom: ["province", "district", "school"], targets: [
    aTarget({ basis: measure === "change" ? "change" : "count", comparator: measure === "change" ? "reduceBy" : ">=", value: "7" }),
  ] });
  const addable = (figure: NodeFigure): readonly [Exact, Exact, Exact, Exact] =>
    [figure.numerator ?? ZERO, figure.denominator ?? ZERO, figure.start?.numerator ?? ZERO, figure.start?.denominator ?? ZERO];
  const plus = (list: readonly (readonly [Exact, Exact, Exact, Exact])[]): readonly string[] =>
    [0, 1, 2, 3].map((place) => toText(sum(list.map((one) => one[place] ?? ZERO))));
  const bare = (figures: readonly NodeFigure[]): unknown => JSON.parse(JSON.stringify(figures, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));

  test("the contributions of a node add up to its figure, and with the missing to its expected units", () => {
    fc.assert(fc.property(setting, (s) => {
      for (const node of rollUp(input(plan(s.measure), given(s), { tree: treeAt(s.roster, s.on) }))) {
        const parts = node.contributions.flatMap(({ figure }): (readonly [Exact, Exact, Exact, Exact])[] => {
          if (figure.state !== "reported") return [];
          switch (figure.measure) {
            case "count": return [[figure.value, ZERO, ZERO, ZERO]];
            case "ratio": return [[figure.numerator, figure.denominator, ZERO, ZERO]];
            case "yesNo": return [[figure.yes ? exact(1) : ZERO, exact(1), ZERO, ZERO]];
            case "change": return [[figure.end.numerator, figure.end.denominator, figure.start.numerator, figure.start.denominator]];
            case "text": return [];
          }
        });
        expect(plus([addable(node)])).toEqual(plus(parts));
        expect(node.contributions.length + node.missing.length).toBe(node.expected);
        expect(node.contributions.length).toBe(node.reported);
      }
    }));
  });

  test("an office is its own submission plus its children; the scope also has whoever is without a parent", () => {
    fc.assert(fc.property(setting, (s) => {
      const tree = treeAt(s.roster, s.on);
      const all = input(plan(s.measure), given(s), { tree });
      const figures = rollUp(all);
      const own = rollUpOwn(all);
      const of = (list: readonly NodeFigure[], nodes: readonly string[]) => list.filter(({ node }) => nodes.includes(node));
      for (const office of tree.offices) {
        const loose = office === tree.root ? s.roster.units.map((unit) => unit.code).filter((unit) => unit !== tree.root && tree.parentOf(unit) === null) : [];
        const parts = [...of(own, [office]), ...of(figures, [...tree.childrenOf(office), ...loose])];
        const whole = of(figures, [office]);
        expect(plus(whole.map(addable))).toEqual(plus(parts.map(addable)));
        expect(whole.map(({ expected }) => expected)).toEqual([parts.reduce((total, { expected }) => total + expected, 0)].filter(() => whole.length > 0));
        expect(whole.map(({ missing }) => missing.length)).toEqual([parts.reduce((total, { missing }) => total + missing.length, 0)].filter(() => whole.length > 0));
      }
    }));
  });

  test("the order of contributions never matters", () => {
    fc.assert(fc.property(setting, fc.infiniteStream(fc.nat()), (s, keys) => {
      const contributions = given(s);
      const shuffled = contributions.map((one) => ({ one, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ one }) => one);
      const of = (list: readonly Contribution[]) => bare(rollUp(input(plan(s.measure), list, { tree: treeAt(s.roster, s.on) })));
      expect(of(shuffled)).toEqual(of(contributions));
    }));
  });

  test("restating under another day's tree never changes the scope's total, its coverage, its interval or its verdict", () => {
    fc.assert(fc.property(setting, (s) => {
      const scope = (on: string) => bare(rollUp(input(plan(s.measure), given(s), { tree: treeAt(s.roster, on) })).filter(({ node }) => node === "o0"));
      expect(scope(s.otherDay)).toEqual(scope(s.on));
    }));
  });

  test("a value that was reported lies between low and high, and a figure more never widens the interval", () => {
    fc.assert(fc.property(setting, (s) => {
      const contributions = given(s).filter(({ figure }) => figure.state === "reported");
      const of = (list: readonly Contribution[]) => at(rollUp(input(plan(s.measure), list, { tree: treeAt(s.roster, s.on) })), "o0");
      const now = of(contributions);
      if (now.value && now.low) expect(compare(now.low, now.value)).toBeLessThanOrEqual(0);
      if (now.value && now.high) expect(compare(now.value, now.high)).toBeLessThanOrEqual(0);
      const earlier = of(contributions.slice(1));
      if (now.low && earlier.low) expect(compare(earlier.low, now.low)).toBeLessThanOrEqual(0);
      if (now.high && earlier.high) expect(compare(now.high, earlier.high)).toBeLessThanOrEqual(0);
    }));
  });

  test("at registration a rolled-up share is Σ p·d over Σ d, exactly", () => {
    const promise = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(fc.property(fc.array(promise, { minLength: 5, maxLength: 5 }), (promises) => {
      const contributions = ["a", "b", "c", "d", "e"].map((unit, index) => {
        const [permille, d] = promises[index] ?? [0, 1];
        return from(unit, { state: "reported", measure: "ratio", numerator: exact(permille * d, 1000), denominator: exact(d) });
      });
      const top = promises.reduce((total, [permille, d]) => total + permille * d, 0);
      const base = promises.reduce((total, [, d]) => total + d, 0);
      const { value } = at(rollUp(input(planOf({ measure: "ratio" }), contributions, { stage: "registration" })), "P");
      expect(value !== null && equals(value, exact(top, base * 1000))).toBe(true);
    }));
  });
});

describe("rollUp, in size", () => {
  test("twenty times the units take about twenty times as long, not four hundred", () => {
    const time = (schools: number): number => {
      const roster = aRoster([
        aUnit("P", "province"), ...Array.from({ length: 100 }, (_, index) => aUnit(`D${index}`, "district", "P")),
        ...Array.from({ length: schools }, (_, index) => aUnit(`s${index}`, "school", `D${index % 100}`)),
      ]);
      const contributions = roster.units.filter(({ kind }) => kind === "school").map(({ code: unit }, index) => from(unit, ratio(index % 7, 7)));
      const plan = planOf({ measure: "ratio", targets: [aTarget({ basis: "share", value: "0.5" })] });
      const tree = treeAt(roster, "2024-09-01");
      const started = performance.now();
      expect(at(rollUp({ plan, stage: STAGE, tree, contributions }), "P").reported).toBe(schools);
      return performance.now() - started;
    };
    time(1_000);
    const small = Math.max(time(1_000), 5);
    expect(time(20_000)).toBeLessThan(small * 200);
  });
});


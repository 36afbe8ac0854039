import { expectedUnits, indicatorsOf, isChosen, nodeTargets, ownTargets, targetsFor } from "#domain/duties";
import type { Indicator } from "#domain/plan";
import { treeAt } from "#domain/tree";
import type { Roster } from "#domain/unit";
import { anIndicator, aPlan, aProvince, aRoster, aTarget, aUnit, code } from "../support/a-plan";

const tree = treeAt(aProvince(), "2024-09-01");
const planOf = (...indicators: Partial<Indicator>[]) => aPlan({ indicators: indicators.map((one) => anIndicator(one)) });

describe("indicatorsOf", () => {
  const plan = planOf(
    { code: "XX01" },
    { code: "XX02", collectedFrom: ["district"] },
    { code: "XX03", collectedOnlyFrom: [{ directlyManaged: true }] },
    { code: "XX04", stages: ["registration"] },
    { code: "XX05", collectedFrom: [] },
    { code: "XX06", collectedFrom: ["province", "district", "school"] },
  );
  test.each([
    { unit: "a", codes: ["XX01", "XX06"] },
    { unit: "e", codes: ["XX01", "XX03", "XX06"] },
    { unit: "D1", codes: ["XX02", "XX06"] },
    { unit: "P", codes: ["XX06"] },
    { unit: "nobody", codes: [] },
  ])("at the summary $unit answers $codes", ({ unit, codes }) => {
    expect(indicatorsOf(plan, "summary", unit, tree).map((one) => one.code)).toEqual(codes);
  });

  test("a school that moves under the province later owes what it owed when the plan was adopted", () => {
    const moved = aRoster([
      aUnit("P", "province"), aUnit("D", "district", "P"),
      aUnit("a", "school", [{ parent: code("D"), to: "2025-07-01" }, { parent: code("P"), from: "2025-07-01" }]),
      aUnit("n", "school", "P", { openedOn: "2025-08-01" }),
    ]);
    for (const on of ["2024-09-01", "2025-09-01"]) {
      expect(indicatorsOf(plan, "summary", "a", treeAt(moved, on)).map((one) => one.code)).toEqual(["XX01", "XX06"]);
      expect(indicatorsOf(plan, "summary", "n", treeAt(moved, on)).map((one) => one.code)).toEqual(["XX01", "XX03", "XX06"]);
    }
  });
});

describe("expectedUnits", () => {
  const expected = (roster: Roster, treeDate: string, asOf?: string) =>
    expectedUnits(planOf({}), "summary", treeAt(roster, treeDate), asOf).get("XX01");

  test("everybody who answers, in the roster's order", () => {
    expect(expected(aProvince(), "2024-09-01")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("an indicator of another stage expects nobody, and one that nobody answers yet expects an empty list", () => {
    const plan = planOf({ code: "XX01", stages: ["midterm"] }, { code: "XX02", collectedFrom: [] });
    expect([...expectedUnits(plan, "summary", tree)]).toEqual([["XX02", []]]);
  });

  const dated = aRoster(
    [
      aUnit("P", "province"),
      aUnit("before", "school", "P", { closedOn: "2024-01-01" }),
      aUnit("closed", "school", "P", { closedOn: "2024-06-01" }),
      aUnit("merged", "school", "P", { closedOn: "2024-06-01" }),
      aUnit("new", "school", "P", { openedOn: "2025-08-01" }),
      aUnit("after", "school", "P", { openedOn: "2026-01-01" }),
      aUnit("stays", "school", "P"),
    ],
    { successors: [{ from: code("merged"), to: code("stays"), on: "2024-06-01" }] },
  );
  test.each([
    { case: "nothing else is said: open on some day of the period", asOf: undefined, units: ["closed", "merged", "new", "stays"] },
    { case: "before the merger", asOf: "2024-05-31", units: ["closed", "merged", "stays"] },
    { case: "on the day of the merger, the successor answers for the merged school", asOf: "2024-06-01", units: ["closed", "stays"] },
    { case: "after a school opened", asOf: "2025-08-01", units: ["closed", "new", "stays"] },
    { case: "before the plan's period has begun", asOf: "2023-12-01", units: ["before", "closed", "merged", "stays"] },
    { case: "after the period", asOf: "2026-06-01", units: ["closed", "new", "stays"] },
  ])("when $case", ({ asOf, units }) => {
    expect(expected(dated, "2024-09-01", asOf)).toEqual(units);
    expect(expected(dated, "2026-09-01", asOf)).toEqual(units);
  });
});

describe("targets", () => {
  const indicator = anIndicator({ collectedFrom: ["school", "district"], targets: [
    aTarget({ id: "all", role: "scope" }), aTarget({ id: "office", role: "intermediate" }), aTarget({ id: "each", role: "unit" }),
    aTarget({ id: "own-schools", role: "unit", appliesTo: [{ directlyManaged: true }] }),
    aTarget({ id: "no-district", role: "intermediate", appliesTo: [{ kinds: ["commune"] }] }),
  ] });
  const ids = (targets: readonly { id: string }[]) => targets.map(({ id }) => id);

  test.each([
    { unit: "P", node: ["all"], own: ["each"] },
    { unit: "D1", node: ["office"], own: ["each"] },
    { unit: "a", node: ["each"], own: ["each"] },
    { unit: "e", node: ["each", "own-schools"], own: ["each", "own-schools"] },
  ])("$unit: its total is bound by $node, its own figure by $own", ({ unit, node, own }) => {
    expect(ids(nodeTargets(indicator, unit, tree))).toEqual(node);
    expect(ids(ownTargets(indicator, unit, tree))).toEqual(own);
    expect(ids(targetsFor(indicator, unit, tree))).toEqual([...new Set([...node, ...own])]);
  });

  test("of several readings the chosen one is in force; a target that stands alone always is", () => {
    expect([aTarget(), aTarget({ alternatives: "g" }), aTarget({ alternatives: "g", chosen: true }), aTarget({ alternatives: "g", chosen: false })].map(isChosen))
      .toEqual([true, false, true, false]);
  });

  test("a number demanded of the whole province does not bind a list that is only a part of it; shares do", () => {
    const asked = anIndicator({ collectedFrom: ["school"], targets: [aTarget({ id: "schools", role: "scope", basis: "count" }), aTarget({ id: "share", role: "scope", basis: "share" })] });
    const part = treeAt({ ...aProvince(), partOfScope: true }, "2024-09-01");
    expect(ids(nodeTargets(asked, "P", tree))).toEqual(["schools", "share"]);
    expect(ids(nodeTargets(asked, "P", part))).toEqual(["share"]);
  });
});

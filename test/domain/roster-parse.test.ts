import { parseRoster } from "#domain/roster-parse";
import type { Unit } from "#domain/unit";
import { aProvince, aRoster, aUnit, code } from "../support/a-plan";

const edge = (parent: string, from?: string, to?: string): Unit["parents"][number] => ({ parent: code(parent), ...(from ? { from } : {}), ...(to ? { to } : {}) });
const faultsOf = (json: unknown): string[] => {
  const outcome = parseRoster(json);
  return outcome.ok ? [] : outcome.faults.map(({ path, kind }) => `${path} ${kind}`);
};
const withUnits = (...units: Unit[]): unknown => aRoster([aUnit("P", "province"), aUnit("D", "district", "P"), ...units]);

describe("parseRoster", () => {
  test("a sound roster is read", () => {
    expect(parseRoster(aProvince())).toMatchObject({ ok: true, roster: { units: aProvince().units } });
  });

  test.each<{ case: string; json: unknown; faults: string[] }>([
    { case: "it is no object", json: null, faults: [" not-an-object"] },
    { case: "fields are missing or unknown", json: { ...aProvince(), name: undefined, colour: "red" }, faults: ["name missing", "colour unknown-key"] },
    { case: "a code holds a space", json: withUnits(aUnit("a b", "school", "D")), faults: ["units.2.code bad-value"] },
    { case: "a date is in Vietnamese order", json: withUnits(aUnit("a", "school", "D", { openedOn: "01/07/2025" })), faults: ["units.2.openedOn bad-date"] },
    { case: "a date is no day of the calendar", json: withUnits(aUnit("a", "school", "D", { openedOn: "2025-02-30" })), faults: ["units.2.openedOn bad-date"] },
    { case: "a unit closed before it opened", json: withUnits(aUnit("a", "school", "D", { openedOn: "2025-02-01", closedOn: "2025-01-01" })), faults: ["units.2 closed-before-opened"] },
    { case: "a kind is unknown", json: withUnits(aUnit("a", "academy", "D")), faults: ["units.2.kind unknown-kind"] },
    { case: "a code stands twice", json: withUnits(aUnit("a", "school", "D"), aUnit("a", "school", "D")), faults: ["units.3.code duplicate-code"] },
    { case: "codes differ only in how a letter is stored", json: withUnits(aUnit("\u00c5", "school", "D"), aUnit("\u212b", "school", "D")), faults: ["units.3.code duplicate-code"] },
    { case: "a parent is unknown", json: withUnits(aUnit("a", "school", "Z")), faults: ["units.2.parents.0.parent unknown-parent"] },
    { case: "a school stands under a school", json: withUnits(aUnit("a", "school", "D"), aUnit("b", "school", "a")), faults: ["units.3.parents.0.parent parent-not-an-office"] },
    { case: "an edge ends before it begins", json: withUnits(aUnit("a", "school", [edge("D", "2025-07-01", "2025-01-01")])), faults: ["units.2.parents.0 edge-reversed"] },
    { case: "two parents at one date", json: withUnits(aUnit("a", "school", [edge("D", undefined, "2025-07-02"), edge("P", "2025-07-01")])), faults: ["units.2.parents.1 two-parents"] },
    { case: "two parents without dates", json: withUnits(aUnit("a", "school", [edge("D"), edge("P")])), faults: ["units.2.parents.1 two-parents"] },
    { case: "one parent after the other", json: withUnits(aUnit("a", "school", [edge("D", undefined, "2025-07-01"), edge("P", "2025-07-01")])), faults: [] },
    { case: "offices stand under each other", json: withUnits(aUnit("E", "district", "F"), aUnit("F", "district", "E")), faults: ["units.2.parents cycle"] },
    { case: "offices stand under each other at different dates only", json: withUnits(aUnit("E", "district", [edge("F", undefined, "2025-01-01"), edge("P", "2025-01-01")]), aUnit("F", "district", [edge("P", undefined, "2025-01-01"), edge("E", "2025-01-01")])), faults: [] },
    { case: "a cycle holds from one date on", json: withUnits(aUnit("E", "district", [edge("P", undefined, "2025-01-01"), edge("F", "2025-01-01")]), aUnit("F", "district", "E")), faults: ["units.2.parents cycle"] },
    { case: "two provinces stand at the top", json: withUnits(aUnit("Q", "province")), faults: ["units.2 two-roots"] },
    { case: "a second province opens while the first is open", json: withUnits(aUnit("Q", "province", undefined, { openedOn: "2025-01-01" })), faults: ["units.2 two-roots"] },
    { case: "nobody stands at the top", json: aRoster([aUnit("E", "district", "F"), aUnit("F", "district", "E")]), faults: ["units.0.parents cycle", "units no-root"] },
    { case: "a successor is unknown", json: { ...aProvince(), successors: [{ from: "a", to: "zz", on: "2025-01-01" }] }, faults: ["successors.0.to unknown-successor"] },
    { case: "a key would reach into JavaScript", json: withUnits({ ...aUnit("a", "school", "D"), headcounts: JSON.parse('{"__proto__":1}') as Record<string, number> }), faults: ["units.2.headcounts.__proto__ dangerous-key"] },
    { case: "a code would reach into JavaScript", json: withUnits(aUnit("__proto__", "school", "D")), faults: ["units.2.code dangerous-key"] },
  ])("when $case", ({ json, faults }) => {
    expect(faultsOf(json)).toEqual(faults);
  });

  test("all faults come at once", () => {
    expect(faultsOf(withUnits(aUnit("a", "academy", "Z"), aUnit("a", "school", [edge("D"), edge("P")]))).sort()).toEqual([
      "units.2.kind unknown-kind", "units.2.parents.0.parent unknown-parent", "units.3.code duplicate-code", "units.3.parents.1 two-parents",
    ]);
  });

  test("a file nested very deep is a fault, not a crash", () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(faultsOf({ ...aProvince(), name: nested })).toEqual(["name wrong-type"]);
  });
});

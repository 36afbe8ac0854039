import fc from "fast-check";
import { selects, treeAt } from "#domain/tree";
import { aProvince, aRoster, aUnit, code } from "../support/a-plan";

const edge = (parent: string, from?: string, to?: string) => ({ parent: code(parent), ...(from ? { from } : {}), ...(to ? { to } : {}) });

/** Schools under a district until 30 June 2025, under a commune from the day after; one school not yet placed. */
const reformed = aRoster([
  aUnit("P", "province"),
  aUnit("D", "district", "P", { closedOn: "2025-07-01" }),
  aUnit("X", "commune", "P", { openedOn: "2025-07-01" }),
  aUnit("a", "school", [edge("D", undefined, "2025-07-01"), edge("X", "2025-07-01")]),
  aUnit("b", "school", "D"),
  aUnit("h", "school", "P"),
]);

describe("treeAt", () => {
  test("lists follow the roster; the root comes first among the offices", () => {
    const tree = treeAt(aProvince(), "2024-09-01");
    expect(tree.root).toBe("P");
    expect(tree.offices).toEqual(["P", "D1", "D2"]);
    expect(tree.childrenOf("P")).toEqual(["D1", "D2", "e"]);
    expect(tree.unitsUnder("P")).toEqual(["D1", "D2", "a", "b", "c", "d", "e"]);
    expect(tree.unitsUnder("D1")).toEqual(["a", "b"]);
    expect(tree.pathTo("c")).toEqual(["P", "D2", "c"]);
    expect(tree.pathTo("P")).toEqual(["P"]);
    expect(tree.parentOf("P")).toBeNull();
    expect([tree.roleOf("P"), tree.roleOf("D1"), tree.roleOf("a")]).toEqual(["scope", "intermediate", "unit"]);
  });

  test.each([
    { on: "2025-06-30", offices: ["P", "D"], path: ["P", "D", "a"], residue: [] },
    { on: "2025-07-01", offices: ["P", "X"], path: ["P", "X", "a"], residue: ["b"] },
  ])("on $on the school stands where it stood that day", ({ on, offices, path, residue }) => {
    const tree = treeAt(reformed, on);
    expect(tree.offices).toEqual(offices);
    expect(tree.pathTo("a")).toEqual(path);
    expect(tree.residue).toEqual(residue);
  });

  test("a school whose office closed under it is residue: no parent, in the scope all the same", () => {
    const tree = treeAt(reformed, "2025-07-01");
    expect(tree.parentOf("b")).toBeNull();
    expect(tree.pathTo("b")).toEqual(["P", "b"]);
    expect(tree.unitsUnder("P")).toContain("b");
    expect(tree.childrenOf("P")).not.toContain("b");
  });

  test("directly managed are the root's own schools, not its offices and not the residue", () => {
    const tree = treeAt(reformed, "2025-07-01");
    expect(["h", "X", "a", "b", "P"].filter((unit) => tree.isDirectlyManaged(unit))).toEqual(["h"]);
  });

  test("an office at the top of a district's plan is the scope whatever its kind", () => {
    const tree = treeAt(aRoster([aUnit("a", "school", "D"), aUnit("D", "district")]), "2024-01-01");
    expect([tree.root, tree.roleOf("D"), tree.offices]).toEqual(["D", "scope", ["D"]]);
  });

  test("a dissolved district keeps the top row; the communes that follow it are residue with their schools", () => {
    const roster = aRoster([
      aUnit("D", "district", undefined, { closedOn: "2025-07-01" }),
      aUnit("X", "commune", undefined, { openedOn: "2025-07-01" }), aUnit("Y", "commune", undefined, { openedOn: "2025-07-01" }),
      aUnit("a", "school", [edge("D", undefined, "2025-07-01"), edge("X", "2025-07-01")]),
    ]);
    const tree = treeAt(roster, "2025-09-01");
    expect([tree.root, tree.isOpen("D")]).toEqual(["D", false]);
    expect(tree.residue).toEqual(["X", "Y"]);
    expect(tree.pathTo("a")).toEqual(["D", "X", "a"]);
    expect(tree.unitsUnder("D")).toEqual(["X", "Y", "a"]);
  });

  test("a province merged into another is followed by the one that takes its place", () => {
    const roster = aRoster([
      aUnit("P", "province", undefined, { closedOn: "2025-07-01" }), aUnit("Q", "province", undefined, { openedOn: "2025-07-01" }),
      aUnit("a", "school", [edge("P", undefined, "2025-07-01"), edge("Q", "2025-07-01")]),
    ]);
    expect(treeAt(roster, "2025-06-30").root).toBe("P");
    expect(treeAt(roster, "2025-07-01").root).toBe("Q");
  });

  test("a cycle that slipped in ends instead of running for ever", () => {
    const roster = aRoster([aUnit("P", "province"), aUnit("D1", "district", "D2"), aUnit("D2", "district", "D1"), aUnit("a", "school", "D1")]);
    expect(treeAt(roster, "2024-01-01").pathTo("a")).toEqual(["P", "D2", "D1", "a"]);
  });

  test("every open unit but the root is under exactly one parent or in the residue, and under the root", () => {
    const day = fc.constantFrom("2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01");
    const unit = fc.record({ district: fc.nat(3), kind: fc.constantFrom("school", "centre"), from: fc.option(day, { nil: undefined }), closed: fc.option(day, { nil: undefined }) });
    fc.assert(fc.property(fc.array(unit, { maxLength: 12 }), fc.array(fc.option(day, { nil: undefined }), { minLength: 4, maxLength: 4 }), day, (units, closings, on) => {
      const roster = aRoster([
        aUnit("P", "province"),
        ...closings.map((closedOn, index) => aUnit(`D${index}`, "district", "P", closedOn ? { closedOn } : {})),
        ...units.map(({ district, kind, from, closed }, index) => aUnit(`u${index}`, kind, [edge(`D${district}`, from)], closed ? { closedOn: closed } : {})),
      ]);
      const tree = treeAt(roster, on);
      const placed = [...tree.residue, ...[...tree.offices].flatMap((office) => tree.childrenOf(office))].sort();
      expect(placed).toEqual(tree.units.filter((one) => one !== "P").sort());
      expect([...tree.unitsUnder("P")].sort()).toEqual(placed);
      for (const one of tree.units) expect(tree.pathTo(one)[0]).toBe("P");
    }));
  });
});

describe("selects", () => {
  const tree = treeAt(aProvince(), "2024-09-01");
  test.each([
    { selector: {}, chosen: ["P", "D1", "a", "e"] },
    { selector: { roles: ["intermediate" as const] }, chosen: ["D1"] },
    { selector: { kinds: ["school"] }, chosen: ["a", "e"] },
    { selector: { exceptKinds: ["school"] }, chosen: ["P", "D1"] },
    { selector: { directlyManaged: true }, chosen: ["e"] },
    { selector: { directlyManaged: false, kinds: ["school"] }, chosen: ["a"] },
    { selector: [{ directlyManaged: true }, { roles: ["scope" as const] }], chosen: ["P", "e"] },
    { selector: [], chosen: [] },
  ])("when $selector", ({ selector, chosen }) => {
    expect(["P", "D1", "a", "e", "nobody"].filter((unit) => selects(selector, unit, tree))).toEqual(chosen);
  });
});

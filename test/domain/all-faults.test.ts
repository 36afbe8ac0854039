/** Plans and rosters with faults of every kind at once: each is told, in one round, with its place. */
import { parsePlan } from "#domain/plan-parse";
import { parseRoster } from "#domain/roster-parse";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import provinceJson from "#templates/rosters/sample-province.json";

type Json = Record<string, unknown>;
const told = (outcome: ReturnType<typeof parsePlan> | ReturnType<typeof parseRoster>): string[] => (outcome.ok ? [] : outcome.faults.map(({ path, kind }) => `${path} ${kind}`));

describe("a plan", () => {
  const plan = structuredClone(benTre) as unknown as { indicators: (Json & { code: string; targets: Json[] })[]; period: Json; milestones: (Json & { id: string })[] };
  const [first, second] = plan.indicators;
  const withTarget = plan.indicators.findIndex(({ targets }) => targets.length > 0);
  if (second && first) second.code = first.code;
  Object.assign(plan.indicators[withTarget]?.targets[0] ?? {}, { comparator: "khoảng" });
  Object.assign(plan.period, { from: "2025-12-31", to: "2024-01-01" });
  Object.defineProperty(plan.milestones[0] ?? {}, "__proto__", { value: { polluted: true }, enumerable: true });
  if (plan.milestones[1] && plan.milestones[2]) plan.milestones[2].id = plan.milestones[1].id;

  test("an unknown comparator, a code twice, a period in reverse, a dangerous key", () => {
    const faults = told(parsePlan(plan));
    expect(faults).toEqual(expect.arrayContaining([
      `indicators.${withTarget}.targets.0.comparator value-not-allowed`, "indicators.1.code duplicate", expect.stringMatching(/^period(\.\w+)? period-reversed$/),
      expect.stringMatching(/^milestones\.0\.__proto__ forbidden-key$/), "milestones.2.id duplicate",
    ]));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("nothing is told that only the entries taken out would be missed for", () => {
    expect(told(parsePlan(plan)).filter((fault) => /unknown-(indicator|group)|none-chosen/.test(fault))).toEqual([]);
  });
});

describe("a roster", () => {
  const roster = structuredClone(provinceJson) as unknown as { units: (Json & { code: string; parents: Json[] })[] };
  const offices = roster.units.filter(({ code }) => roster.units.some(({ parents }) => parents.some(({ parent }) => parent === code)));
  const [top, one, two, three] = offices;
  const leaf = roster.units.findLastIndex(({ code }) => !offices.some((office) => office.code === code));
  if (one && two) {
    one.parents = [{ parent: two.code }];
    two.parents = [{ parent: one.code }];
  }
  if (three) Object.assign(three, { parents: [], kind: top?.["kind"] });
  Object.assign(roster.units[leaf - 1] ?? {}, { code: roster.units[leaf - 2]?.code });
  Object.assign(roster.units[leaf - 3] ?? {}, { openedOn: "hôm qua", constructor: 1 });

  test("a cycle, two tops, a code twice, a day that is none, a dangerous key", () => {
    const faults = told(parseRoster(roster));
    expect(top).toBeDefined();
    expect(faults.join("\n")).toMatch(/ cycle$/m);
    expect(faults.join("\n")).toMatch(/ two-roots$/m);
    expect(faults).toEqual(expect.arrayContaining([
      `units.${leaf - 1}.code duplicate-code`, `units.${leaf - 3}.openedOn bad-date`, expect.stringContaining(`units.${leaf - 3}.constructor `),
    ]));
  });
});

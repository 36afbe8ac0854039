import { aggregate } from "#domain/aggregate";
import type { Exact } from "#domain/exact";
import type { FormTemplate } from "#domain/form";
import type { CoverageState, LedgerState } from "#domain/ledger-types";
import { parsePlan } from "#domain/plan-parse";
import type { Milestone, Plan, Stage } from "#domain/plan";
import type { Report } from "#domain/report";
import { parseRoster } from "#domain/roster-parse";
import type { Roster } from "#domain/unit";
import { parseFormTemplate } from "#tasks/form-template";
import { takeIn } from "#tasks/intake";
import { makeSample, type Sample } from "#tasks/sample/make-sample";
import { troubles } from "#tasks/sample/troubles";
import type { UnitTruth } from "#tasks/sample/truth";
import templateJson from "#templates/forms/form.json";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import dakNong from "#templates/plans/dak-nong-2020-2025/1.json";
import doiMoi from "#templates/plans/doi-moi-sang-tao-2020-2025/1.json";
import namDinh from "#templates/plans/nam-dinh-2024-2025/1.json";
import quangNinh from "#templates/plans/quang-ninh-huyen-2024/1.json";
import districtJson from "#templates/rosters/sample-district.json";
import provinceJson from "#templates/rosters/sample-province.json";
import { expectedFigures, text } from "../support/independent";

jest.setTimeout(240_000);

const template: FormTemplate = parseFormTemplate(templateJson);
const province = rosterOf(provinceJson);
const district = rosterOf(districtJson);

interface Taken {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly sample: Sample;
  readonly report: (treeDate?: string) => Report;
}

describe.each<{ name: string; json: unknown; stage: Stage; roster: Roster }>([
  {
    name: "Bến Tre, tổng kết, the whole province",
    json: benTre,
    stage: "summary",
    roster: province,
  },
  { name: "Bến Tre, đăng ký", json: benTre, stage: "registration", roster: twoDistricts(province) },
  { name: "Nam Định, tổng kết", json: namDinh, stage: "summary", roster: twoDistricts(province) },
  { name: "Đắk Nông, tổng kết", json: dakNong, stage: "summary", roster: twoDistricts(province) },
  {
    name: "Đổi mới sáng tạo, sơ kết",
    json: doiMoi,
    stage: "midterm",
    roster: twoDistricts(province),
  },
  { name: "Quảng Ninh, tổng kết, a district", json: quangNinh, stage: "summary", roster: district },
])("a sample of $name", ({ json, stage, roster }) => {
  let taken: Taken;
  beforeAll(async () => {
    taken = await takeSample(planOf(json), stage, roster);
  });

  test("every file ends in the state its trouble deserves", () => {
    const { sample, report } = taken;
    const found = report().ledger.map(({ path, state }) => [path, plain(state)] as const);
    expect(found.map(([path]) => path).sort()).toEqual(
      sample.truth.files.map(({ path }) => path.normalize("NFC")).sort(),
    );
    const states = new Map(found);
    expect(grouped(sample, (path, _state) => states.get(path) ?? "lost")).toEqual(
      grouped(sample, (_path, state) => state),
    );
  });

  test("every figure of every node is what plain sums over the truth give, under either tree", () => {
    const { plan, sample, report } = taken;
    const measures = Object.fromEntries(
      plan.indicators.map(({ code, measure }) => [code, measure]),
    );
    for (const treeDate of [sample.truth.treeDate, otherTreeDate(sample.truth.treeDate)]) {
      const expected = expectedFigures(sample.truth, roster, measures, treeDate);
      const figures = new Map(
        report(treeDate).nodes.map((node) => [
          `${node.node}|${node.indicator}`,
          {
            numerator: shown(node.measure === "text" ? null : node.numerator),
            denominator: shown(node.measure === "text" ? null : node.denominator),
            value: shown(node.value),
            reported: node.reported,
            notApplicable: node.notApplicable,
            expected: node.expected,
          },
        ]),
      );
      const compared = [...expected].map(([key, figure]) => ({
        key,
        figure,
        found: figures.get(key),
      }));
      expect(compared.length).toBeGreaterThan(20);
      expect(
        compared.filter(({ figure, found }) => JSON.stringify(figure) !== JSON.stringify(found)),
      ).toEqual([]);
    }
  });

  test("who is in, late, of unknown day or missing is what the days of arrival say", () => {
    const { plan, sample, report } = taken;
    const units = new Map(sample.truth.units.map((unit) => [unit.unit, unit]));
    const asking = plan.milestones.filter((milestone) => milestone.stage === stage && milestone.deliverables.some(({ kind }) => kind === "form"));
    const coverage = report().coverage.filter(({ milestone }) => asking.some(({ id }) => id === milestone));
    const found = coverage.flatMap(({ milestone, units: all }) => all.map(({ unit, state }) => `${milestone} ${unit} ${state}`));
    const expected = coverage.flatMap(({ milestone, units: all }) => all.map(({ unit }) => `${milestone} ${unit} ${stateAt(asking.find(({ id }) => id === milestone), units.get(unit))}`));
    expect(found).toEqual(expected);
    expect(new Set(found.map((line) => line.split(" ").at(-1))).size).toBeGreaterThan(1);
  });
});

describe("a sample province", () => {
  test("has all the troubles of practice, and a day of arrival for most files", async () => {
    const { truth, receipts, files } = (await takeSample(planOf(benTre), "summary", province)).sample;
    const found = new Set(truth.files.map(({ trouble }) => trouble));
    expect(Object.keys(troubles).filter((trouble) => trouble !== "missing" && !found.has(trouble))).toEqual([]);
    expect(new Set(truth.files.map(({ state }) => state)).size).toBe(8);
    expect(receipts.length).toBeGreaterThan(files.length * 0.9);
  });

  test("is the same, byte for byte, each time it is made", async () => {
    const request = {
      plan: planOf(quangNinh),
      stage: "registration" as const,
      roster: district,
      template,
      seed: 3,
    };
    const [first, second] = [await makeSample(request), await makeSample(request)];
    expect(
      second.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]),
    ).toEqual(first.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]));
    expect(second.truth).toEqual(first.truth);
  });
});

/** Each sample is made and read once. */
const samples = new Map<string, Promise<Taken>>();

function takeSample(plan: Plan, stage: Stage, roster: Roster): Promise<Taken> {
  const key = `${plan.id} ${stage} ${roster.units.length}`;
  const known = samples.get(key) ?? makeAndRead(plan, stage, roster);
  samples.set(key, known);
  return known;
}

async function makeAndRead(plan: Plan, stage: Stage, roster: Roster): Promise<Taken> {
  const sample = await makeSample({ plan, stage, roster, template, seed: 1 });
  const files = await takeIn(
    sample.files.map(({ path, bytes }) => ({ path, bytes: async () => bytes })),
    {
      plan,
      stage,
      template,
      otherPlans: [],
      receivedOn: null,
      known: [],
      receipts: new Map(
        sample.receipts.map(({ path, receivedOn }) => [path.normalize("NFC"), receivedOn]),
      ),
    },
  );
  const state = {
    plan,
    answers: {},
    roster,
    stage,
    files,
    decisions: [],
    corrections: [],
    extensions: [],
    entered: [],
    snapshots: [],
    notes: {},
    documents: {},
  };
  return {
    plan,
    roster,
    sample,
    report: (treeDate = sample.truth.treeDate) =>
      aggregate(state, { asOf: sample.truth.asOf, treeDate }),
  };
}

/** Files of one group may change places. */
function grouped(sample: Sample, stateOf: (path: string, state: LedgerState) => string): string[] {
  return sample.truth.files
    .map(
      ({ path, state, group, trouble }) =>
        `${trouble} ${group ?? path} ${stateOf(path.normalize("NFC"), state)}`,
    )
    .sort();
}

/** Where a unit stands at a milestone, by the day its file arrived; the sample's report is of a day after every deadline. */
function stateAt(milestone: Milestone | undefined, unit: UnitTruth | undefined): CoverageState {
  const { due, rule } = milestone ?? {};
  if (!unit?.counts) return due === undefined ? "notDue" : "missing";
  if (due === undefined) return "onTime";
  if (unit.receivedOn === null) return "dateUnknown";
  return unit.receivedOn < due || (rule === "by" && unit.receivedOn === due) ? "onTime" : "late";
}

/** Acceptance with and without warnings count as one here. */
function plain(state: LedgerState): LedgerState {
  return state === "acceptedWithWarnings" ? "accepted" : state;
}

function shown(value: Exact | null): string | null {
  return value && text([value.n, value.d]);
}

/** The same report under the tree before and after 1 July 2025. */
function otherTreeDate(day: string): string {
  return day < "2025-07-01" ? "2025-09-05" : "2025-06-30";
}

function planOf(json: unknown): Plan {
  const parsed = parsePlan(json);
  if (!parsed.ok) throw new Error("The plan is not in order.");
  return parsed.plan;
}

function rosterOf(json: unknown): Roster {
  const parsed = parseRoster(json);
  if (!parsed.ok) throw new Error("The roster is not in order.");
  return parsed.roster;
}

/** Two districts of six and everything directly under the top: enough for the smaller plans. */
function twoDistricts(roster: Roster): Roster {
  const left = new Set([
    "P03",
    "P04",
    "P05",
    "P06",
    "X07",
    "X08",
    "X09",
    "X10",
    "X11",
    "X12",
    "X13",
    "X14",
  ]);
  return {
    ...roster,
    units: roster.units.filter(
      ({ code, parents }) => !left.has(code) && parents.every(({ parent }) => !left.has(parent)),
    ),
    successors: roster.successors.filter(({ from }) => !left.has(from)),
  };
}

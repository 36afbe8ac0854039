import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { planSchema, type Milestone, type Plan, type Stage } from "#domain/plan";
import { parsePlan } from "#domain/plan-parse";
import { rosterSchema } from "#domain/unit";

const templates = join(__dirname, "../../templates");
const files = readdirSync(join(templates, "plans")).sort().flatMap((id) =>
  readdirSync(join(templates, "plans", id)).map((name) => ({ id, name, text: readFileSync(join(templates, "plans", id, name), "utf8") })));

function read(text: string): Plan {
  const outcome = parsePlan(JSON.parse(text));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults, null, 1));
  return outcome.plan;
}
const plans = new Map(files.map(({ id, text }) => [id, read(text)]));
function thePlan(id: string): Plan {
  const plan = plans.get(id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

/** Everything in a plan that says where it comes from, with its path. */
function sourced(value: unknown, path = ""): { path: string; item: { source?: { section: string; quote: string }; reading?: boolean; note?: string } }[] {
  if (typeof value !== "object" || value === null) return [];
  const here = "source" in value || "reading" in value ? [{ path, item: value as never }] : [];
  return [...here, ...Object.entries(value).flatMap(([key, child]) => sourced(child, `${path}.${key}`))];
}

describe.each(files)("templates/plans/$id/$name", ({ id, name, text }) => {
  const plan = read(text);

  test("lies where its id and version say", () => {
    expect([plan.id, `${plan.version}.json`]).toEqual([id, name]);
  });

  test("quotes the issued text, shortly", () => {
    const quotes = sourced(plan).flatMap(({ item }) => item.source?.quote ?? []);
    expect(quotes.length).toBeGreaterThan(50);
    for (const quote of quotes) {
      expect(quote.length).toBeLessThanOrEqual(300);
      expect(quote).toBe(quote.trim());
      expect(quote).not.toBe("");
    }
  });

  test("says of every reading of ours what is read", () => {
    expect(sourced(plan).filter(({ item }) => item.reading && !item.note).map(({ path }) => path)).toEqual([]);
  });

  test("gives every indicator and target its clause", () => {
    const bare = plan.indicators.flatMap((one) => [one, ...one.targets]).filter(({ source }) => !source);
    expect(bare).toEqual([]);
  });

  test("asks the officer for a date of every milestone without one, and for a choice between readings", () => {
    const asked = plan.open.map(({ id: point }) => point);
    expect(asked).toEqual(expect.arrayContaining(plan.milestones.filter(({ due }) => !due).map((one) => `due.${one.id}`)));
    expect(asked).toEqual(expect.arrayContaining(plan.indicators.flatMap(({ targets }) => targets.flatMap(({ alternatives }) => (alternatives ? [`choice.${alternatives}`] : [])))));
    expect(asked).toEqual(expect.arrayContaining(plan.indicators.flatMap(({ code, couldBeCollectedFrom }) => (couldBeCollectedFrom ? [`collect.${code}`] : []))));
    expect(asked).toEqual(expect.arrayContaining(["number", "issuedOn"]));
  });

  test("keeps an indicator's heading together on the form", () => {
    const headings = plan.indicators.map(({ group }) => group);
    expect(headings.filter((group, at) => headings[at - 1] !== group)).toEqual(plan.groups.map(({ id: group }) => group));
  });

  test("has no telephone number", () => {
    expect(text).not.toMatch(/\b0\d{3}[. ]?\d{3}[. ]?\d{3}\b/);
  });
});

const SCHOOLS = ["mam-non", "tieu-hoc", "thcs", "th-thcs", "thpt", "thcs-thpt", "gdnn-gdtx"];
const EVERYBODY = [...SCHOOLS, "phong", "xa", "so"];
test.each<{ id: string; stages: Stage[]; kinds: string[] }>([
  { id: "ben-tre-2024-2025", stages: ["registration", "midterm", "summary"], kinds: EVERYBODY },
  { id: "doi-moi-sang-tao-2020-2025", stages: ["registration", "midterm", "summary"], kinds: EVERYBODY },
  { id: "quang-ninh-huyen-2024", stages: ["registration", "summary"], kinds: [...SCHOOLS, "phong"] },
  { id: "nam-dinh-2024-2025", stages: ["registration", "summary"], kinds: EVERYBODY },
  { id: "dak-nong-2020-2025", stages: ["registration", "midterm", "summary"], kinds: EVERYBODY },
])("$id has forms for $stages only, and every kind of unit finds several things to answer in each", ({ id, stages, kinds }) => {
  const plan = thePlan(id);
  expect(new Set([...plan.indicators.flatMap((one) => one.stages), ...plan.milestones.map(({ stage }) => stage)])).toEqual(new Set(stages));
  for (const stage of stages) {
    for (const kind of kinds) {
      const asked = plan.indicators.filter((one) => one.stages.includes(stage) && one.collectedFrom.includes(kind) && !one.collectedOnlyFrom);
      expect(`${kind} ${stage} ${asked.length > 1}`).toBe(`${kind} ${stage} true`);
    }
  }
});

/** `role basis comparator value`, then `of` its base, `by` its date, and `?` where it is an alternative not chosen. */
function inShort(plan: Plan, code: string): string[] | undefined {
  return plan.indicators.find((one) => one.code === code)?.targets.map(({ role, basis, comparator, value, of, by, alternatives, chosen }) =>
    [role, basis, comparator, value, of && `of ${of}`, by && `by ${by}`, alternatives && !chosen && "?"].filter(Boolean).join(" "));
}

const everyLevel = ["unit share = 1", "intermediate share = 1", "scope share = 1"];
const allBy2025 = ["scope share = 1 by 2025"];
const targets: Record<string, Record<string, string[]>> = {
  "ben-tre-2024-2025": {
    BT01: everyLevel, BT02: everyLevel, BT03a: everyLevel, BT03b: everyLevel, BT04: [], BT05: ["scope share = 1 by 2025-12-31 ?"],
    BT06: ["unit share >= 0.995 by 2025", "scope share >= 0.995 by 2025"],
    BT07: ["unit change reduceBy 0.3", "scope change reduceBy 0.3"], BT08: ["unit change reduceBy 0.2", "scope change reduceBy 0.2"], BT09: ["unit change reduceBy 0 ?"],
    BT10: ["scope count >= 344 by 2025"], BT11: allBy2025, BT12a: [], BT12: ["scope share >= 0.95 by 2025"],
    BT13: ["scope share > 0.75 of BT12a by 2025", "scope share > 0.75 of BT12 by 2025 ?", "scope share > 0.75 by 2025 ?"],
    BT14: ["scope count >= 18 by 2025"], BT15: ["scope count >= 18 by 2025 ?"], BT16: [],
    BT17: allBy2025, BT18a: allBy2025, BT18b: allBy2025, BT19: allBy2025, BT20: allBy2025, BT21: ["scope share = 1 by 2025 ?"], BT22: [],
  },
  "doi-moi-sang-tao-2020-2025": {},
  "quang-ninh-huyen-2024": {},
  "nam-dinh-2024-2025": {
    ND01: ["unit count >= 1", "scope share = 1"], ND02: ["unit count >= 1", "scope share = 1"],
    ND03: ["intermediate count >= 3"], ND04: ["unit count >= 1"], ND06a: [], ND06b: [], ND06c: [],
  },
  "dak-nong-2020-2025": {
    DN01: ["scope count > 50 by 2025"], DN02: ["scope count >= 50 by 2025", "scope count >= 60 by 2025 ?"],
    DN03: ["scope share > 0.8 by 2025"], DN04: ["scope share >= 0.7 by 2025", "scope share > 0.7 by 2025 ?"],
    DN05: ["scope share > 0.75"], DN06: ["scope share > 0.9"], DN07: ["scope share = 1"], DN08: [],
  },
};

describe("targets as the plans set them", () => {
  test.each(Object.entries(targets).flatMap(([id, codes]) => Object.entries(codes).map(([code, expected]) => ({ id, code, expected }))))(
    "$id $code: $expected", ({ id, code, expected }) => {
      expect(inShort(thePlan(id), code)).toEqual(expected);
    });

  test.each(Object.entries(targets))("%s sets no other target", (id, codes) => {
    const plan = thePlan(id);
    expect(plan.indicators.filter(({ code, targets: found }) => found.length > 0 && !(code in codes)).map(({ code }) => code)).toEqual([]);
  });

  test("indicators of party organisations are collected from nobody until the officer says so", () => {
    const waiting = thePlan("dak-nong-2020-2025").indicators.filter(({ collectedFrom }) => collectedFrom.length === 0);
    expect(waiting.map(({ code }) => code)).toEqual(["DN03", "DN04", "DN05", "DN06", "DN07", "DN08"]);
  });
});

describe("deadlines as the plans set them", () => {
  const dated = [...plans.values()].flatMap((plan) => plan.milestones.filter(({ due }) => due).map((one) => ({ plan: plan.id, ...one })));
  const milestone = (id: string, of: string): Milestone | undefined => thePlan(id).milestones.find((one) => one.id === of);

  test("four dates in all, in two plans", () => {
    expect(dated.map(({ plan, id, stage, rule, due }) => [plan, id, stage, rule, due])).toEqual([
      ["ben-tre-2024-2025", "dang-ky", "registration", "before", "2024-05-01"],
      ["ben-tre-2024-2025", "so-ket", "midterm", "before", "2024-12-10"],
      ["ben-tre-2024-2025", "tong-ket", "summary", "by", "2025-10-31"],
      ["nam-dinh-2024-2025", "dang-ky", "registration", "before", "2024-10-20"],
    ]);
  });

  test("Bến Tre's bind Phòng, units under the Sở and centres, not schools of a Phòng", () => {
    for (const id of ["dang-ky", "so-ket", "tong-ket"]) {
      expect(milestone("ben-tre-2024-2025", id)?.from).toEqual([{ roles: ["intermediate"] }, { directlyManaged: true }, { kinds: ["gdnn-gdtx"] }]);
    }
  });

  test("Nam Định's registration binds units under the Sở only, and names the file", () => {
    expect(milestone("nam-dinh-2024-2025", "dang-ky")).toMatchObject({
      from: [{ directlyManaged: true, exceptKinds: ["gdnn-gdtx"] }], fileName: "{unit}-DKTD NH 2024-2025", channel: expect.stringContaining("vnptioffice.vn") as unknown,
    });
    const others = thePlan("nam-dinh-2024-2025").milestones.filter(({ id, stage, deliverables }) => id !== "dang-ky" && stage === "registration" && deliverables.some(({ kind }) => kind === "form"));
    expect(others).toEqual([]);
  });
});

test("Bến Tre's parts never exceed their wholes, and its work has a beginning and an end", () => {
  const plan = thePlan("ben-tre-2024-2025");
  expect(plan.rules.map(({ part, whole }) => `${part} ≤ ${whole}`)).toEqual(["BT13 ≤ BT12", "BT12 ≤ BT12a", "BT12a ≤ BT11", "BT12 ≤ BT11"]);
  expect(plan.registrationColumns.map(({ id }) => id)).toEqual(["bat-dau", "ket-thuc", "chu-tri", "phoi-hop", "giai-phap"]);
  expect([plan.steps.length, plan.workCategories.length]).toEqual([5, 5]);
});

test.each([["plan", planSchema], ["roster", rosterSchema]] as const)("templates/schema/%s.schema.json is the schema in the code (UPDATE_SCHEMA=1 renews it)", (name, schema) => {
  const file = join(templates, `schema/${name}.schema.json`);
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), null, 2)}\n`;
  if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});

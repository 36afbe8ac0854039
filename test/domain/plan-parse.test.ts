import type { Plan } from "#domain/plan";
import { parsePlan, type PlanFault, type PlanFaultKind } from "#domain/plan-parse";

const target = { id: "t-scope", role: "scope", basis: "share", comparator: "=", value: "1" };
const reading = (id: string, chosen: boolean) => ({ ...target, id, alternatives: "g", chosen });

/** The smallest sound plan with one indicator of each kind that the cases below need. */
function aPlan(): Record<string, unknown> {
  const indicator = (code: string, measure: string, targets: unknown[] = []) => ({
    code, name: code, group: "chung", measure, unit: "trường", collectedFrom: ["thcs"], stages: ["summary"], overTime: "last",
    required: true, mayNotApply: false, targets,
  });
  return {
    id: "ke-hoach", version: "1", title: "Kế hoạch", shortTitle: "KH",
    issuer: { name: "Sở", level: "so" }, scope: { name: "Tỉnh" },
    period: { from: "2024-01-01", to: "2025-12-31", label: "2024-2025", kind: "span" },
    basedOn: [], themes: [], movements: [], subjects: [], workCategories: [], groups: [{ id: "chung", name: "Chung" }], headcounts: [],
    indicators: [indicator("AA01", "ratio", [target]), indicator("AA02", "yesNo"), indicator("AA03", "count"), indicator("AA04", "change"), indicator("AA05", "text")],
    rules: [], registrationColumns: [], ownTargets: { asked: false, from: [] },
    milestones: [{ id: "nop", name: "Nộp", stage: "summary", due: "2024-10-20", rule: "before", from: [], deliverables: [{ id: "form", kind: "form", name: "Biểu", required: true }] }],
    phases: [{ id: "p1", name: "1", time: { to: "2024-12-31", words: "đợt 1" } }, { id: "p2", name: "2", time: { from: "2025-01-01", words: "đợt 2" } }],
    events: [], awards: { forms: [], criteria: [], attention: [], timing: [] }, steps: [], roles: [], open: [], remarks: [],
  };
}

/** A value put into the plan at a path; `undefined` takes the key away. */
function planWith(changes: Record<string, unknown>): Record<string, unknown> {
  const plan = structuredClone(aPlan());
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const parent = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, plan);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return plan;
}

function faultsOf(json: unknown): readonly PlanFault[] {
  const outcome = parsePlan(json);
  return outcome.ok ? [] : outcome.faults;
}

const t0 = "indicators.0.targets.0";
const openChoice = (...ids: string[]) => [{ id: "choice.g", question: "?", answer: "choice", choices: ids.map((id) => ({ id, label: id })), required: false }];
const rule = { id: "r", kind: "partOfWhole", part: "AA01", whole: "AA02", severity: "error", sentence: "…" };

const cases: { kind: PlanFaultKind; when: string; change: Record<string, unknown>; path: string; facts?: Record<string, string> }[] = [
  { kind: "missing", when: "a field is absent", change: { title: undefined }, path: "title", facts: { key: "title" } },
  { kind: "wrong-type", when: "a word stands where a list belongs", change: { themes: "x" }, path: "themes", facts: { expected: "array", found: "x" } },
  { kind: "wrong-type", when: "the value of a target is a number, not a decimal string", change: { [`${t0}.value`]: 1 }, path: `${t0}.value` },
  { kind: "unknown-key", when: "a key is misspelt", change: { "scope.tên": "x" }, path: "scope.tên", facts: { key: "tên" } },
  { kind: "value-not-allowed", when: "a measure does not exist", change: { "indicators.0.measure": "tỷ lệ" }, path: "indicators.0.measure", facts: { found: "tỷ lệ", allowed: "count, ratio, yesNo, change, text" } },
  { kind: "empty-text", when: "a name is blank", change: { "scope.name": "" }, path: "scope.name" },
  { kind: "empty-list", when: "an indicator stands on no form", change: { "indicators.0.stages": [] }, path: "indicators.0.stages" },
  { kind: "bad-id", when: "an id has capitals", change: { id: "Kế hoạch" }, path: "id", facts: { found: "Kế hoạch" } },
  { kind: "bad-code", when: "an indicator's code is not a code", change: { "indicators.4.code": "5a" }, path: "indicators.4.code" },
  { kind: "bad-format", when: "the version is not a whole number", change: { version: "1.0" }, path: "version" },
  { kind: "not-a-date", when: "a date is written day first", change: { "milestones.0.due": "20/10/2024" }, path: "milestones.0.due", facts: { found: "20/10/2024" } },
  { kind: "not-a-date", when: "the calendar has no such day", change: { issuedOn: "2024-02-30" }, path: "issuedOn" },
  { kind: "not-a-date", when: "a target's `by` is neither day nor year", change: { [`${t0}.by`]: "cuối năm" }, path: `${t0}.by` },
  { kind: "not-a-decimal", when: "a value is written with a comma", change: { [`${t0}.value`]: "99,5" }, path: `${t0}.value`, facts: { found: "99,5" } },
  { kind: "not-a-number", when: "steps are counted from 0", change: { steps: [{ id: "s", order: 0, name: "Bước" }] }, path: "steps.0.order" },

  { kind: "duplicate", when: "a code is used twice", change: { "indicators.4.code": "AA01" }, path: "indicators.4.code", facts: { found: "AA01" } },
  { kind: "duplicate", when: "two targets of an indicator share an id", change: { "indicators.0.targets": [target, target] }, path: "indicators.0.targets.1.id" },
  { kind: "unknown-indicator", when: "a rule names no indicator", change: { rules: [{ ...rule, whole: "AA99" }] }, path: "rules.0.whole", facts: { found: "AA99" } },
  { kind: "unknown-indicator", when: "a base names no indicator", change: { "indicators.1.targets": [{ ...target, of: "AA99" }] }, path: "indicators.1.targets.0.of" },
  { kind: "unknown-group", when: "an indicator stands under no heading", change: { "indicators.0.group": "khac" }, path: "indicators.0.group" },
  { kind: "unknown-detail", when: "the year stands in no detail", change: { "indicators.0.perYear": { detail: "nam" } }, path: "indicators.0.perYear.detail", facts: { found: "nam" } },
  { kind: "unknown-indicator", when: "a year is of no indicator", change: { "indicators.0.ofYear": { indicator: "AA99", year: 2024 } }, path: "indicators.0.ofYear.indicator" },
  { kind: "unknown-headcount", when: "a base is no head count", change: { "indicators.0.denominatorHeadcount": "giao-vien" }, path: "indicators.0.denominatorHeadcount" },
  { kind: "open-point-of-nothing", when: "a date is asked for no milestone", change: { open: [{ id: "due.khac", question: "?", answer: "date", required: false }] }, path: "open.0.id" },
  { kind: "open-point-of-nothing", when: "the officer is asked to turn on no indicator", change: { open: [{ id: "collect.AA99", question: "?", answer: "yesNo", required: false }] }, path: "open.0.id" },
  { kind: "open-point-of-nothing", when: "a choice is no reading", change: { "indicators.0.targets": [reading("a", true)], open: openChoice("a", "c") }, path: "open.0.choices.1.id", facts: { found: "c" } },

  { kind: "several-chosen", when: "two readings are chosen", change: { "indicators.0.targets": [reading("a", true), reading("b", true)] }, path: "indicators.0.targets.1.chosen", facts: { group: "g", code: "AA01", target: "b" } },
  { kind: "none-chosen", when: "no reading is chosen and the officer cannot choose none", change: { "indicators.0.targets": [reading("a", false)], open: openChoice("a") }, path: `${t0}.chosen` },
  { kind: "chosen-without-alternatives", when: "a target that stands alone is switched off", change: { [`${t0}.chosen`]: false }, path: `${t0}.chosen` },
  { kind: "alternatives-across-indicators", when: "one group spans two indicators", change: { "indicators.0.targets": [reading("a", true)], "indicators.1.targets": [reading("b", false)] }, path: "indicators.1.targets.0.alternatives" },
  { kind: "share-without-base", when: "a count is to be a share", change: { "indicators.2.targets": [target] }, path: "indicators.2.targets.0.basis" },
  { kind: "share-above-one", when: "75 % is written as 75", change: { [`${t0}.value`]: "75" }, path: `${t0}.value` },
  { kind: "of-not-yes-no", when: "the base of a share is a ratio", change: { "indicators.1.targets": [{ ...target, of: "AA01" }] }, path: "indicators.1.targets.0.of" },
  { kind: "change-basis-needs-change", when: "a ratio is to change", change: { [`${t0}.basis`]: "change" }, path: `${t0}.basis` },
  { kind: "basis-does-not-fit", when: "words are to reach a number", change: { "indicators.4.targets": [{ ...target, basis: "count" }] }, path: "indicators.4.targets.0.basis" },
  { kind: "basis-does-not-fit", when: "a change is to be a share", change: { "indicators.3.targets": [target] }, path: "indicators.3.targets.0.basis" },
  { kind: "comparator-needs-change", when: "a share is to fall", change: { [`${t0}.comparator`]: "reduceBy" }, path: `${t0}.comparator` },

  { kind: "due-without-rule", when: "a deadline says neither before nor by", change: { "milestones.0.rule": undefined }, path: "milestones.0.rule" },
  { kind: "period-reversed", when: "the period ends before it begins", change: { "period.to": "2023-12-31" }, path: "period.from", facts: { from: "2024-01-01", to: "2023-12-31" } },
  { kind: "phases-overlap", when: "a phase begins before the one before it ends", change: { "phases.1.time.from": "2024-12-31" }, path: "phases.1.time.from" },
];

describe("parsePlan", () => {
  test("the smallest sound plan is a plan", () => {
    expect(faultsOf(aPlan())).toEqual([]);
  });

  test.each(cases)("$kind when $when", ({ kind, change, path, facts }) => {
    expect(faultsOf(planWith(change))).toEqual([{ path, kind, facts: facts ? expect.objectContaining(facts) as unknown : expect.anything() as unknown }]);
  });

  test.each([null, [], "x", 3])("not-an-object when given %j", (json) => {
    expect(faultsOf(json)).toEqual([{ path: "", kind: "not-an-object", facts: {} }]);
  });

  test.each(["__proto__", "constructor"])("forbidden-key when a key reaches into objects (%s), at any depth", (key) => {
    const text = JSON.stringify(planWith({ "indicators.0.question": { DOOR: "x" } })).replace('"DOOR"', JSON.stringify(key));
    expect(faultsOf(JSON.parse(text))).toEqual([{ path: `indicators.0.question.${key}`, kind: "forbidden-key", facts: { key } }]);
    expect(faultsOf(JSON.parse(`{ ${JSON.stringify(key)}: { "x": 1 }, ${JSON.stringify(aPlan()).slice(1)}`))).toEqual([{ path: key, kind: "forbidden-key", facts: { key } }]);
  });

  test("all faults of the shape come at once", () => {
    const kinds = faultsOf(planWith({ title: undefined, "scope.name": "", [`${t0}.value`]: "a" })).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["empty-text", "missing", "not-a-decimal"]);
  });

  test("all cross faults come at once", () => {
    const kinds = faultsOf(planWith({ rules: [{ ...rule, part: "AA98", whole: "AA99" }], "period.to": "2020-01-01" })).map(({ kind }) => kind);
    expect(kinds).toEqual(["unknown-indicator", "unknown-indicator", "period-reversed"]);
  });

  test("a target's `by` may be a year or a day", () => {
    for (const by of ["2025", "2025-12-31"]) expect(faultsOf(planWith({ [`${t0}.by`]: by }))).toEqual([]);
  });

  test("the plan given is not changed", () => {
    const json = aPlan();
    const before = structuredClone(json);
    const outcome = parsePlan(json);
    expect(json).toEqual(before);
    expect(outcome.ok && (outcome.plan satisfies Plan)).toEqual(before);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { nextPlan, yearsToNext, type NextPlan, type PlanReview } from "#domain/next-plan/next-plan";
import type { Plan, Source } from "#domain/plan";
import { parsePlan } from "#domain/plan-parse";
import { aPlan, anIndicator, aTarget } from "../../support/a-plan";

const words = { note: (plan: Plan, source: Source) => `${plan.shortTitle}, ${source.section}: ${source.quote}`, askNumber: "Number?", askIssuedOn: "Issued?" };
const next = (plan: Plan, answers = {}, years?: number): NextPlan => nextPlan(plan, answers, words, years);
const folder = "templates/plans";
const plans = readdirSync(folder).sort().map((id) => {
  const parsed = parsePlan(JSON.parse(readFileSync(`${folder}/${id}/1.json`, "utf8")));
  if (!parsed.ok) throw new Error(id);
  return parsed.plan;
});
const published = (id: string): Plan => plans.find((plan) => plan.id === id)!;
const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : []);
const of = <Kind extends PlanReview["kind"]>({ review }: NextPlan, kind: Kind): Extract<PlanReview, { kind: Kind }>[] =>
  review.filter((item): item is Extract<PlanReview, { kind: Kind }> => item.kind === kind);

describe.each(plans)("$id, next year", (former) => {
  const made = next(former);

  test("is a plan in order, of another id and a later period", () => {
    expect(parsePlan(structuredClone(made.plan))).toMatchObject({ ok: true });
    expect(plans.map(({ id }) => id)).not.toContain(made.plan.id);
    expect([made.plan.period.from > former.period.from, made.plan.period.to > former.period.to]).toEqual([true, true]);
  });

  test("asks the same of the same, each indicator going on with last year's", () => {
    const asked = ({ indicators }: Plan) => indicators.map(({ code, measure, collectedFrom, stages, targets }) => ({ code, measure, collectedFrom, stages, levels: targets.map(({ id, role, comparator, value }) => ({ id, role, comparator, value })) }));
    expect(asked(made.plan)).toEqual(asked(former));
    expect(made.plan.indicators.map(({ continues }) => continues)).toEqual(former.indicators.map(({ code }) => `${former.id}/${code}`));
  });

  test("claims no clause: what rested on one is a reading, its note says where it was", () => {
    expect(JSON.stringify(made.plan)).not.toContain('"source"');
    const quotes = former.indicators.map(({ source }) => source?.quote);
    made.plan.indicators.forEach(({ reading, note }, at) => {
      if (quotes[at] !== undefined) expect([reading, note?.includes(quotes[at])]).toEqual([true, true]);
    });
  });

  test("has no number, day or signature yet, and asks for the first two", () => {
    expect([made.plan.number, made.plan.issuedOn, made.plan.issuer.signedBy]).toEqual([undefined, undefined, undefined]);
    for (const id of ["number", "issuedOn"]) expect(made.plan.open.find((point) => point.id === id)).toMatchObject({ required: true });
  });

  test("every day is moved on, and every deadline and level is to be looked at", () => {
    const years = yearsToNext(former);
    const days = (plan: Plan) => plan.milestones.flatMap(({ due }) => due ?? []);
    expect(days(made.plan)).toEqual(days(former).map((day) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`));
    expect(of(made, "due")).toHaveLength(days(former).length);
    expect(of(made, "level").map(({ indicator }) => indicator.code)).toEqual(former.indicators.filter(({ targets }) => targets.some(({ chosen }) => chosen !== false)).map(({ code }) => code));
  });

  test("what is not taken over is named", () => {
    expect([made.plan.events, made.plan.remarks]).toEqual([[], []]);
    expect(of(made, "dropped").filter(({ what }) => what === "event" || what === "remark")).toHaveLength(former.events.length + former.remarks.length);
    expect(of(made, "document")).toHaveLength(former.basedOn.length);
  });

  test("words that still name a year of the former period are told", () => {
    const { basedOn: _documents, ...rest } = made.plan;
    const told = new Set([...of(made, "undated").map(({ text }) => text), ...of(made, "words").map(({ after }) => after)]);
    const silent = texts(JSON.parse(JSON.stringify(rest), (key, value: unknown) => (key === "note" || key === "continues" || key === "version" ? undefined : value)))
      .filter((text) => new RegExp(former.period.to.slice(0, 4), "u").test(text) && !/^\d{4}-\d{2}-\d{2}$|^\d{4}$|^[a-z0-9-]+$/u.test(text) && !told.has(text));
    // The day of a document, beside its number, is no year of the plan's.
    expect(silent.filter((text) => !/số \S+ ngày/u.test(text))).toEqual([]);
  });
});

test.each([
  { from: "2024-09-01", to: "2025-08-31", years: 1 }, { from: "2024-01-01", to: "2024-12-31", years: 1 },
  { from: "2024-01-01", to: "2025-12-31", years: 2 }, { from: "2020-01-01", to: "2025-12-31", years: 5 },
  { from: "2021-01-01", to: "2025-12-31", years: 5 }, { from: "2020-01-01", to: "2029-12-31", years: 10 }, { from: "2020-01-01", to: "2030-12-31", years: 10 },
])("$from – $to is followed $years years on", ({ years, ...period }) => {
  expect(yearsToNext(aPlan({ period: { ...period, label: "P", kind: "span" } }))).toBe(years);
});

test("a term's years move with it: targets by a year, the office's figures of one year", () => {
  const { plan } = next(published("dak-nong-2020-2025"));
  expect(plan.indicators.flatMap(({ ofYear }) => ofYear?.year ?? [])).toEqual([2025, 2026, 2027, 2028, 2029, 2030]);
  expect(new Set(plan.indicators.flatMap(({ targets }) => targets.flatMap(({ by }) => by ?? [])))).toEqual(new Set(["2030"]));
});

test("an officer's choices hold, the office's own days move on, what is asked anew has no answer", () => {
  const answers = { number: "12/KH", issuedOn: "2024-02-29", "choice.bt13": "t-of-all", "due.tong-ket": "2024-02-29", "collect.ND04": "yes", "baseline": "41" };
  const former = aPlan({
    id: "ke-hoach-2024", period: { from: "2024-01-01", to: "2024-12-31", label: "Năm 2024", kind: "calendarYear" },
    indicators: [anIndicator({ targets: [aTarget()] })],
    milestones: [{ id: "tong-ket", name: "Tổng kết", stage: "summary", from: [], deliverables: [{ id: "form", kind: "form", name: "Biểu", required: true }] }],
  });
  const made = next(former, answers);
  expect(made.answers).toEqual({ "choice.bt13": "t-of-all", "due.tong-ket": "2025-02-28", "collect.ND04": "yes" });
  expect(of(made, "due")).toEqual([{ kind: "due", part: "milestones", name: "Tổng kết", before: "2024-02-29", after: "2025-02-28" }]);
  expect(made.plan.id).toBe("ke-hoach-2025");
});

test("a plan whose id names no year gets the year it begins in; again a year later that year moves on", () => {
  const once = next(aPlan({ period: { from: "2024-09-01", to: "2025-08-31", label: "2024-2025", kind: "schoolYear" } })).plan;
  expect([once.id, next(once).plan.id]).toEqual(["a-plan-2025", "a-plan-2026"]);
});

test("the last day that counts is told, of a deadline `before` a day the day before", () => {
  const [first] = of(next(published("nam-dinh-2024-2025")), "due");
  expect(first).toMatchObject({ before: "2024-10-19", after: "2025-10-19" });
});

test("as many years on as the officer says", () => {
  expect(next(published("ben-tre-2024-2025"), {}, 1).plan).toMatchObject({ id: "ben-tre-2025-2026", period: { from: "2025-01-01", to: "2026-12-31", label: "Năm 2025-2026" } });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan, PlanAnswers } from "#domain/plan";
import { applyAnswers, parsePlan } from "#domain/plan-parse";

function thePlan(id: string): Plan {
  const outcome = parsePlan(JSON.parse(readFileSync(join(__dirname, "../../templates/plans", id, "1.json"), "utf8")));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.plan;
}

const benTre = thePlan("ben-tre-2024-2025");
const dakNong = thePlan("dak-nong-2020-2025");
const indicator = (plan: Plan, code: string) => plan.indicators.find((one) => one.code === code);
const chosen = (plan: Plan, code: string) => indicator(plan, code)?.targets.filter((target) => target.chosen).map(({ id }) => id);

describe("applyAnswers", () => {
  test("no answers leave the plan as issued, its dates the plan's own", () => {
    expect(applyAnswers(benTre, {})).toEqual({ plan: benTre, faults: [], dueFrom: { "dang-ky": "plan", "so-ket": "plan", "tong-ket": "plan" } });
  });

  test("a date for an undated milestone is the office's own, and that day still counts", () => {
    const { plan, dueFrom } = applyAnswers(benTre, { "due.truong-dang-ky": "2024-04-20" });
    expect(plan.milestones.find(({ id }) => id === "truong-dang-ky")).toMatchObject({ due: "2024-04-20", rule: "by" });
    expect(dueFrom).toMatchObject({ "truong-dang-ky": "office", "dang-ky": "plan" });
  });

  test("another reading is chosen, and the others no longer are", () => {
    expect(chosen(benTre, "BT13")).toEqual(["t-of-evaluated"]);
    expect(chosen(applyAnswers(benTre, { "choice.bt13": "t-of-all" }).plan, "BT13")).toEqual(["t-of-all"]);
  });

  test("`none` takes the number away, and a choice can set one", () => {
    expect(chosen(applyAnswers(benTre, { "choice.bt07-scope": "none" }).plan, "BT07")).toEqual(["t-unit"]);
    expect(chosen(benTre, "BT05")).toEqual([]);
    expect(chosen(applyAnswers(benTre, { "choice.bt05": "t-all" }).plan, "BT05")).toEqual(["t-all"]);
  });

  test("who could answer answers once the officer says so", () => {
    expect(indicator(dakNong, "DN03")?.collectedFrom).toEqual([]);
    expect(applyAnswers(dakNong, { "collect.DN03": "no" }).plan).toEqual(dakNong);
    const turnedOn = indicator(applyAnswers(dakNong, { "collect.DN03": "yes" }).plan, "DN03");
    expect(turnedOn?.collectedFrom).toEqual(indicator(dakNong, "DN03")?.couldBeCollectedFrom);
    expect(turnedOn?.couldBeCollectedFrom).toBeUndefined();
  });

  test("the plan's number, date and issuer are filled in", () => {
    const { plan } = applyAnswers(thePlan("doi-moi-sang-tao-2020-2025"), { number: "12/KH-SGDĐT", issuedOn: "2020-12-01", "issuer.name": "Sở GDĐT A" });
    expect(plan).toMatchObject({ number: "12/KH-SGDĐT", issuedOn: "2020-12-01", issuer: { name: "Sở GDĐT A" } });
  });

  test("a blank answer is no answer", () => {
    expect(applyAnswers(benTre, { "due.truong-dang-ky": "  ", number: "" })).toMatchObject({ plan: benTre, faults: [] });
  });

  test.each<{ kind: string; plan: Plan; answers: PlanAnswers }>([
    { kind: "unknown-answer", plan: benTre, answers: { "due.khong-co": "2024-04-20" } },
    { kind: "answer-not-a-choice", plan: benTre, answers: { "choice.bt13": "t-khac" } },
    { kind: "answer-not-a-date", plan: benTre, answers: { "due.truong-dang-ky": "20/4/2024" } },
    { kind: "answer-not-a-date", plan: benTre, answers: { issuedOn: "2024-02-30" } },
    { kind: "answer-not-a-number", plan: dakNong, answers: { "baseline.DN01": "nhiều" } },
    { kind: "answer-not-yes-no", plan: dakNong, answers: { "collect.DN03": "có" } },
  ])("$kind: $answers changes nothing and is named", ({ kind, plan, answers }) => {
    const id = Object.keys(answers)[0] ?? "";
    const applied = applyAnswers(plan, answers);
    expect(applied.plan).toEqual(plan);
    expect(applied.faults).toEqual([{ path: `answers.${id}`, kind, facts: expect.objectContaining({ id, found: answers[id] }) as unknown }]);
  });

  test("one wrong answer does not keep the others from applying", () => {
    const { plan, faults } = applyAnswers(benTre, { number: "5/KH", "choice.bt13": "?" });
    expect([plan.number, faults.length]).toEqual(["5/KH", 1]);
  });
});

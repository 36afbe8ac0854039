import { checkUnit } from "#domain/check-unit";
import { exact } from "#domain/exact";
import { figuresOf } from "#domain/figures";
import type { Figure } from "#domain/figure";
import type { Stage } from "#domain/plan";
import { severity } from "#domain/problem";
import { treeAt } from "#domain/tree";
import fc from "fast-check";
import { aGoodSubmission, anIndicator, aPlan, aRoster, aSubmission, aTarget, codesOf, unitCode, type SubmissionInput } from "../support/builders";

const plan = aPlan();
const tree = treeAt(aRoster(), "2025-05-01");
const unit = unitCode("A1");

function check(input: SubmissionInput, { registered, of = plan }: { registered?: ReadonlyMap<string, Figure>; of?: typeof plan } = {}) {
  const submission = aSubmission(input);
  const { figures } = figuresOf(submission, { plan: of, stage: submission.stage, tree, unit, file: "a.xlsx" });
  return checkUnit({ plan: of, stage: submission.stage, tree, unit, figures, sides: submission.sides, ...(registered ? { registered } : {}) });
}

const ratio = (numerator: number, denominator: number): NonNullable<SubmissionInput["figures"]> => ({ TD02: { numerator, denominator } });
const change = (start: number, end: number): NonNullable<SubmissionInput["figures"]> => ({ TD04: { startNumerator: start, startDenominator: 1000, endNumerator: end, endDenominator: 1000 } });

describe("checkUnit", () => {
  test.each<{ case: string; stage?: Stage; figures: SubmissionInput["figures"]; sides?: Record<string, string>; codes: string[] }>([
    { case: "a target is met exactly", figures: ratio(95, 100), codes: [] },
    { case: "a target is missed without a cause", figures: ratio(94, 100), codes: ["cause-missing"] },
    { case: "a target is missed and the cause is written", figures: ratio(94, 100), sides: { "TD02.cause": "thiếu giáo viên" }, codes: ["target-missed"] },
    { case: "a target is missed by one in a hundred thousand", figures: ratio(94999, 100000), codes: ["cause-missing"] },
    { case: "a target is missed at the midterm, when the year is not over", stage: "midterm", figures: ratio(94, 100), codes: [] },
    { case: "less than the plan is registered", stage: "registration", figures: { TD02: { percent: "94.9", denominator: 10 } }, codes: ["registered-below-plan"] },
    { case: "a percentage without its base is registered too low", stage: "registration", figures: { TD02: { percent: "90" } }, codes: ["registered-below-plan"] },
    { case: "a decrease is made", figures: change(50, 47), codes: [] },
    { case: "a decrease is not made", figures: change(50, 48), codes: ["cause-missing"] },
    { case: "the cause of a change stands beside its later line", figures: change(50, 48), sides: { "TD04.CN.cause": "dịch bệnh" }, codes: ["target-missed"] },
    { case: "a decrease is impossible from its start", figures: change(1, 1), codes: ["change-at-floor"] },
    { case: "a decrease is just possible and not made", figures: change(3, 1), codes: ["cause-missing"] },
    { case: "nothing is reported", figures: {}, codes: [] },
  ])("when $case", ({ stage = "summary", figures, sides = {}, codes }) => {
    expect(codesOf(check({ stage, figures: figures ?? {}, sides }))).toEqual(codes);
  });

  test("a missed target is never an error and never asks for a return", () => {
    fc.assert(fc.property(fc.nat(100), fc.nat(1000), fc.nat(1000), (n, start, end) => {
      for (const found of check({ figures: { ...ratio(n, 100), ...change(start, end) } })) expect(severity(found)).not.toBe("error");
    }));
  });

  test("the facts show both numbers and the clause", () => {
    const [found] = check({ figures: ratio(412, 434), sides: { "TD02.cause": "x" } });
    expect(found).toMatchObject({ code: "target-missed", facts: { actual: "412/434 = 94.93%", target: "95%", comparator: ">=", section: "II.1", cause: "x" } });
  });

  test.each<{ case: string; promised: Figure; codes: string[] }>([
    { case: "less than registered", promised: { state: "reported", measure: "ratio", numerator: exact(99), denominator: exact(100) }, codes: ["registered-not-reached"] },
    { case: "exactly what was registered", promised: { state: "reported", measure: "ratio", numerator: exact(49), denominator: exact(50) }, codes: [] },
    { case: "more than registered", promised: { state: "reported", measure: "ratio", numerator: exact(1), denominator: exact(50) }, codes: [] },
    { case: "a figure that was not registered", promised: { state: "notReported" }, codes: [] },
  ])("says at the summary when there is $case", ({ promised, codes }) => {
    expect(codesOf(check({ figures: ratio(98, 100) }, { registered: new Map([["TD02", promised]]) }))).toEqual(codes);
  });

  test("only the chosen reading of a clause is held against the unit", () => {
    const readings = aPlan({ rules: [], indicators: [anIndicator("TD02", "ratio", { targets: [
      aTarget({ id: "strict", value: "0.99", alternatives: "doc", chosen: false }), aTarget({ id: "mild", value: "0.5", alternatives: "doc", chosen: true }),
    ] })] });
    expect(check({ figures: ratio(60, 100) }, { of: readings })).toEqual([]);
  });

  test("columns the plan asks for beside a registered target are missed, one message a row", () => {
    const asking = aPlan({ registrationColumns: [{ id: "start", label: "Bắt đầu", kind: "date", required: true }, { id: "end", label: "Kết thúc", kind: "date", required: true }] });
    const found = check({ stage: "registration", figures: { TD01: { value: 2 }, TD03: { answer: true } }, sides: { "TD03.start": "9/2024", "TD03.end": "5/2025" } }, { of: asking });
    expect(found.map(({ code, facts }) => [code, "column" in facts && facts.column])).toEqual([["registration-column-missing", "Bắt đầu, Kết thúc"]]);
  });

  test("nothing to say of a submission in which nothing is wrong", () => {
    const { figures } = figuresOf(aGoodSubmission(), { plan, stage: "summary", tree, unit, file: "a.xlsx" });
    expect(checkUnit({ plan, stage: "summary", tree, unit, figures })).toEqual([]);
  });
});

import { toText } from "#domain/exact";
import type { Figure } from "#domain/figure";
import { figuresOf } from "#domain/figures";
import { problem, severity, type Problem } from "#domain/problem";
import type { PartKey, ReadValue, Reading, Submission } from "#domain/submission";
import { treeAt } from "#domain/tree";
import { exact } from "#domain/exact";
import { formFor } from "#domain/form";
import type { Stage } from "#domain/plan";
import fc from "fast-check";
import {
  aGoodSubmission, anIndicator, anUnreadCell, aPlan, aReading, aRoster, aSubmission, bareShare, codesOf, notApplicable, unitCode, type SubmissionInput,
} from "../support/builders";

const plan = aPlan();
const tree = treeAt(aRoster(), "2025-05-01");

function figuresIn(submission: Submission, unit = "A1", stage: Stage = submission.stage) {
  return figuresOf(submission, { plan, stage, tree, unit: unitCode(unit), file: "a1.xlsx" });
}

function shown(figure: Figure | undefined): string {
  if (figure === undefined) return "nothing";
  if (figure.state === "notReported") {
    const { denominator, start, bareShare: bare } = figure;
    return ["notReported", denominator && `of ${toText(denominator)}`, start && "start known", bare && `bare ${toText(bare)}`].filter(Boolean).join(" ");
  }
  if (figure.state === "notApplicable") return "notApplicable";
  switch (figure.measure) {
    case "count": return toText(figure.value);
    case "ratio": return `${toText(figure.numerator)}/${toText(figure.denominator)}`;
    case "yesNo": return String(figure.yes);
    case "change": return `${toText(figure.start.numerator)}/${toText(figure.start.denominator)} → ${toText(figure.end.numerator)}/${toText(figure.end.denominator)}`;
    case "text": return figure.text;
  }
}

/** Problems of one indicator with their severity, without those the other rows cause. */
function about(problems: readonly Problem[], code: string): string[] {
  return problems.filter(({ at }) => at.indicator === code).map((found) => `${severity(found)} ${found.code}`);
}

describe("figuresOf", () => {
  test.each<{ case: string; code: string; input: SubmissionInput; figure: string; problems: string[] }>([
    { case: "a count is typed", code: "TD01", input: { figures: { TD01: { value: 5 } } }, figure: "5", problems: [] },
    { case: "a count is zero", code: "TD01", input: { figures: { TD01: { value: 0 } } }, figure: "0", problems: [] },
    { case: "a count is blank: never zero", code: "TD01", input: { figures: { TD01: { value: null } } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "a count's cell is not there at all", code: "TD01", input: {}, figure: "notReported", problems: ["error cell-blank"] },
    { case: "a count is no whole number", code: "TD01", input: { figures: { TD01: { value: "2.5" } } }, figure: "notReported", problems: ["error cell-fraction"] },
    { case: "a count is negative", code: "TD01", input: { figures: { TD01: { value: -1 } } }, figure: "notReported", problems: ["error cell-negative"] },
    { case: "a count is words", code: "TD01", input: { figures: { TD01: { value: "nhiều" } } }, figure: "notReported", problems: ["error cell-not-a-number"] },
    { case: "a count is a percentage", code: "TD01", input: { figures: { TD01: { value: bareShare("0.9") } } }, figure: "notReported", problems: ["error cell-not-a-number"] },
    { case: "Không có đối tượng is chosen", code: "TD01", input: { figures: { TD01: { value: notApplicable } } }, figure: "notApplicable", problems: [] },
    { case: "a ratio has both numbers", code: "TD02", input: { figures: { TD02: { numerator: 38, denominator: 40 } } }, figure: "38/40", problems: [] },
    { case: "a ratio is 0/0", code: "TD02", input: { figures: { TD02: { numerator: 0, denominator: 0 } } }, figure: "notApplicable", problems: [] },
    { case: "a ratio is 0/40", code: "TD02", input: { figures: { TD02: { numerator: 0, denominator: 40 } } }, figure: "0/40", problems: [] },
    { case: "more đạt than there are", code: "TD02", input: { figures: { TD02: { numerator: 45, denominator: 40 } } }, figure: "notReported", problems: ["error numerator-above-denominator"] },
    { case: "some đạt of nobody", code: "TD02", input: { figures: { TD02: { numerator: 1, denominator: 0 } } }, figure: "notReported", problems: ["error numerator-above-denominator"] },
    { case: "only the base is known", code: "TD02", input: { figures: { TD02: { numerator: null, denominator: 40 } } }, figure: "notReported of 40", problems: ["error cell-blank"] },
    { case: "only số đạt is known", code: "TD02", input: { figures: { TD02: { numerator: 38, denominator: null } } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "both cells are blank: one message", code: "TD02", input: { figures: { TD02: { numerator: null, denominator: null } } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "the base is the head count typed once", code: "TD02", input: { figures: { TD02: { numerator: 38, denominator: null } }, headcounts: { "hoc-sinh": 40 } }, figure: "38/40", problems: [] },
    { case: "the base differs from the head count", code: "TD02", input: { figures: { TD02: { numerator: 38, denominator: 41 } }, headcounts: { "hoc-sinh": 40 } }, figure: "38/41", problems: ["warning denominator-differs-from-headcount"] },
    { case: "a bare percentage stands for số đạt", code: "TD02", input: { figures: { TD02: { numerator: bareShare("0.955"), denominator: 40 } } }, figure: "notReported of 40 bare 0.955", problems: ["error ratio-without-base"] },
    { case: "a bare percentage stands alone", code: "TD02", input: { figures: { TD02: { numerator: bareShare("0.955") } } }, figure: "notReported bare 0.955", problems: ["error ratio-without-base"] },
    { case: "Không có đối tượng stands for the base of a number", code: "TD02", input: { figures: { TD02: { numerator: 3, denominator: notApplicable } } }, figure: "notReported", problems: ["error cell-not-a-number"] },
    { case: "đạt", code: "TD03", input: { figures: { TD03: { answer: true } } }, figure: "true", problems: [] },
    { case: "chưa đạt is an answer", code: "TD03", input: { figures: { TD03: { answer: false } } }, figure: "false", problems: [] },
    { case: "a number stands for đạt", code: "TD03", input: { figures: { TD03: { answer: 1 } } }, figure: "notReported", problems: ["error cell-not-yes-no"] },
    { case: "no answer", code: "TD03", input: { figures: { TD03: { answer: null } } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "a change has two ratios", code: "TD04", input: { figures: { TD04: { startNumerator: 5, startDenominator: 100, endNumerator: 4, endDenominator: 90 } } }, figure: "5/100 → 4/90", problems: [] },
    { case: "a change has its start only", code: "TD04", input: { figures: { TD04: { startNumerator: 5, startDenominator: 100 } } }, figure: "notReported start known", problems: ["error cell-blank"] },
    { case: "a change is blank: one message", code: "TD04", input: { figures: { TD04: {} } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "a change lacks its last base", code: "TD04", input: { figures: { TD04: { startNumerator: 5, startDenominator: 100, endNumerator: 4 } } }, figure: "notReported start known", problems: ["error cell-blank"] },
    { case: "a change has nobody at either date", code: "TD04", input: { figures: { TD04: { startNumerator: 0, startDenominator: 0, endNumerator: 0, endDenominator: 0 } } }, figure: "notApplicable", problems: [] },
    { case: "words", code: "TD05", input: { figures: { TD05: { text: " đã triển khai " } } }, figure: "đã triển khai", problems: [] },
    { case: "words that may be left out are", code: "TD05", input: { figures: { TD05: { text: null } } }, figure: "notReported", problems: [] },
    { case: "a number stands where words are asked", code: "TD05", input: { figures: { TD05: { text: 12 } } }, figure: "12", problems: [] },
  ])("when $case", ({ code, input, figure, problems }) => {
    const found = figuresIn(aSubmission(input));
    expect(shown(found.figures.get(code)?.figure)).toBe(figure);
    expect(about(found.problems, code)).toEqual(problems);
  });

  test.each<{ case: string; code: string; input: SubmissionInput; figure: string; problems: string[] }>([
    { case: "a percentage of a planned number", code: "TD02", input: { figures: { TD02: { percent: "95.5", denominator: 39 } } }, figure: "37.245/39", problems: [] },
    { case: "a percentage read as a share", code: "TD02", input: { figures: { TD02: { percent: bareShare("0.955"), denominator: 200 } } }, figure: "191/200", problems: [] },
    { case: "a percentage without its base", code: "TD02", input: { figures: { TD02: { percent: "95.5" } } }, figure: "notReported bare 0.955", problems: ["error ratio-without-base"] },
    { case: "more than a hundred percent", code: "TD02", input: { figures: { TD02: { percent: 101, denominator: 40 } } }, figure: "notReported", problems: ["error cell-over-hundred"] },
    { case: "exactly a hundred percent", code: "TD02", input: { figures: { TD02: { percent: 100, denominator: 40 } } }, figure: "40/40", problems: [] },
    { case: "a change aims at a percentage of nobody known", code: "TD04", input: { figures: { TD04: { startNumerator: 5, endPercent: 1 } } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "a change aims at a percentage where there is no subject at the start", code: "TD04", input: { figures: { TD04: { startNumerator: notApplicable, endPercent: 1 } } }, figure: "notReported", problems: ["error cell-blank"] },
    { case: "a change aims at a percentage of the same children", code: "TD04", input: { figures: { TD04: { startNumerator: 5, startDenominator: 200, endPercent: "1.5" } } }, figure: "5/200 → 3/200", problems: [] },
  ])("at registration, when there is $case", ({ code, input, figure, problems }) => {
    const found = figuresIn(aSubmission({ ...input, stage: "registration" }));
    expect(shown(found.figures.get(code)?.figure)).toBe(figure);
    expect(about(found.problems, code)).toEqual(problems);
  });

  test("an office's total says how many of how many, also of a yes/no, and may leave rows out", () => {
    const found = figuresIn(aSubmission({ unit: "P1", scope: "total", figures: { TD03: { numerator: 2, denominator: 3 } } }), "P1");
    expect(found.problems).toEqual([]);
    expect(shown(found.figures.get("TD03")?.figure)).toBe("2/3");
    expect(found.figures.get("TD03")?.origin).toBe("officeTotal");
    expect(shown(found.figures.get("TD01")?.figure)).toBe("notReported");
  });

  test("exactly the indicators a unit owes have a figure; a value in another row is named and not counted", () => {
    const narrow = aPlan({ indicators: [anIndicator("TD01", "count"), anIndicator("TD02", "count", { collectedFrom: ["thpt"] })], rules: [] });
    const submission = aSubmission({ figures: { TD01: { value: 1 }, TD02: { value: 7 }, TD99: { value: 3 } } });
    const found = figuresOf(submission, { plan: narrow, stage: "summary", tree, unit: unitCode("A1"), file: "a1.xlsx" });
    expect([...found.figures.keys()]).toEqual(["TD01"]);
    expect(found.problems.map(({ code, at }) => [code, at.indicator])).toEqual([["cell-does-not-apply", "TD02"], ["cell-does-not-apply", "TD99"]]);
  });

  test("both cells of a numerator above its denominator are named", () => {
    const found = figuresIn(aSubmission({ figures: { TD02: { numerator: aReading(45, "G14"), denominator: aReading(40, "H14") } } }));
    expect(found.problems.find(({ code }) => code === "numerator-above-denominator")?.facts)
      .toEqual({ indicator: "TD02", name: "Chỉ tiêu TD02", numerator: "45", denominator: "40", over: "5", cells: "G14, H14" });
  });

  test("a figure keeps its cells and their own words, with the head count it took as its base", () => {
    const found = figuresIn(aSubmission({ figures: { TD02: { numerator: aReading(38, "G14") } }, headcounts: { "hoc-sinh": 40 } }));
    expect(found.figures.get("TD02")?.source).toEqual({ file: "a1.xlsx", sheet: "Kết quả", cell: "G14, Thông tin đơn vị!C5", raw: "38 / 40" });
  });

  test.each([
    { case: "a part above its whole", figures: { TD03: { answer: false }, TD06: { answer: true } }, codes: ["part-above-whole"], td03: "notReported" },
    { case: "a part within its whole", figures: { TD03: { answer: true }, TD06: { answer: true } }, codes: [], td03: "true" },
    { case: "a part whose whole is not applicable", figures: { TD03: { answer: notApplicable }, TD06: { answer: true } }, codes: [], td03: "notApplicable" },
  ])("when there is $case, neither side is trusted unless the rule holds", ({ figures, codes, td03 }) => {
    const found = figuresIn(aGoodSubmission({ figures }));
    expect(codesOf(found.problems)).toEqual(codes);
    expect(shown(found.figures.get("TD03")?.figure)).toBe(td03);
  });

  test.each<{ case: string; problem: Problem }>([
    { case: "its row is missing", problem: problem("row-missing", { indicator: "TD01" }, { indicator: "TD01", name: "x" }) },
    { case: "its column is missing", problem: problem("column-missing", {}, { column: "Kết quả" }) },
  ])("when $case, no blank cell is reported on top: one cause, one message", ({ problem: known }) => {
    const { TD01: _gone, ...figures } = aGoodFigures();
    const found = figuresIn(aSubmission({ figures, problems: [known] }));
    expect(about(found.problems, "TD01")).toEqual([]);
  });

  test("a cell the reader has named is not named twice, and one it has not named is", () => {
    const unread = anUnreadCell("1.234", "G10");
    const named = problem("cell-ambiguous", { sheet: "Kết quả", cell: "G10", indicator: "TD01" }, { indicator: "TD01", name: "x", found: "1.234", readings: "" });
    expect(about(figuresIn(aGoodSubmission({ figures: { TD01: { value: unread } }, problems: [named] })).problems, "TD01")).toEqual([]);
    expect(about(figuresIn(aGoodSubmission({ figures: { TD01: { value: unread } } })).problems, "TD01")).toEqual(["error cell-not-a-number"]);
  });

  const readValue: fc.Arbitrary<ReadValue | null> = fc.oneof(
    fc.constant(null),
    fc.tuple(fc.bigInt({ min: -1000n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 1000n })).map(([n, d]): ReadValue => ({ kind: "number", number: exact(n, d) })),
    fc.tuple(fc.bigInt({ min: -5n, max: 500n }), fc.bigInt({ min: 1n, max: 400n })).map(([n, d]): ReadValue => ({ kind: "bareShare", share: exact(n, d) })),
    fc.boolean().map((yes): ReadValue => ({ kind: "yesNo", yes })),
    fc.string().map((text): ReadValue => ({ kind: "text", text })),
    fc.constant<ReadValue>({ kind: "date", iso: "2025-01-01" }),
    fc.constant<ReadValue>({ kind: "notApplicable" }),
  );
  const reading: fc.Arbitrary<Reading> = fc.record({ sheet: fc.constantFrom("Kết quả", ""), cell: fc.constantFrom("G10", "H10", ""), raw: fc.oneof(fc.constant(""), fc.string()), value: readValue });
  const stages: readonly Stage[] = ["registration", "summary"];
  const keys = stages.flatMap((stage) => (["own", "total"] as const).flatMap((scope) =>
    formFor(plan, stage, scope).rows.flatMap(({ indicator, main, base }) => [main, ...(base ? [base] : [])].map((part) => `${indicator}.${part}` as PartKey))));

  test("whatever stands in the cells: nothing throws, every indicator owed has a figure or stands as not reported, and nothing typed vanishes", () => {
    const cells = fc.dictionary(fc.constantFrom(...keys, "XX01.value"), reading, { noNullPrototype: true });
    const headcount = fc.option(reading, { nil: undefined });
    fc.assert(fc.property(cells, headcount, fc.constantFrom(...stages), fc.constantFrom("own" as const, "total" as const), (parts, hocSinh, stage, scope) => {
      const submission: Submission = { ...aSubmission({ stage, scope }), parts, headcounts: hocSinh ? { "hoc-sinh": hocSinh } : {} };
      const { figures, problems } = figuresIn(submission, scope === "own" ? "A1" : "P1");
      expect([...figures.keys()]).toEqual(["TD01", "TD02", "TD03", "TD04", "TD05", "TD06"]);
      for (const [code, { figure }] of figures) {
        const named = problems.some((found) => found.at.indicator === code || (found.code === "part-above-whole" && found.facts.whole === code));
        const required = code !== "TD05" && scope === "own";
        if (figure.state === "notReported" && required) expect(named).toBe(true);
      }
    }));
  });

  test("a blank is never a zero: leaving out a cell never makes a reported figure", () => {
    fc.assert(fc.property(fc.constantFrom("TD01", "TD02", "TD03", "TD04", "TD06"), (code) => {
      const whole = aGoodSubmission();
      const parts = Object.fromEntries(Object.entries(whole.parts).filter(([key]) => !key.startsWith(`${code}.`)));
      expect(figuresIn({ ...whole, parts }).figures.get(code)?.figure).toEqual({ state: "notReported" });
    }));
  });
});

function aGoodFigures() {
  return { TD01: { value: 5 }, TD02: { numerator: 98, denominator: 100 }, TD03: { answer: true }, TD06: { answer: false } };
}

import { aggregate } from "#domain/aggregate";
import { contentKey } from "#domain/content-key";
import { enteredKey } from "#domain/entered";
import { exact } from "#domain/exact";
import type { Contribution } from "#domain/figure";
import type { Correction, EnteredReport } from "#domain/ledger-types";
import type { BookState, Report } from "#domain/report";
import { aBook, aFile, aGoodSubmission, aSubmission, codesOf, decimal, goodFigures } from "../support/builders";

const days = { asOf: "2025-06-30", treeDate: "2025-05-01" };
const judged = (more: Partial<BookState>): Report => aggregate(aBook({ files: [aFile("a.xlsx", aGoodSubmission())], ...more }), days);
const contributionOf = (report: Report, indicator: string, unit = "A1"): Contribution | undefined =>
  report.contributions.find((one) => one.unit === unit && one.indicator === indicator);
const parts = (main: number | null, base: number | null = null): Correction["value"] =>
  ({ kind: "parts", main: main === null ? null : exact(main), base: base === null ? null : exact(base) });
const correction = (indicator: string, value: Correction["value"], more: Partial<Correction> = {}): Correction =>
  ({ unit: "A1", indicator, value, reason: "công văn 15", ...more });

describe("corrections", () => {
  test.each<{ case: string; correction: Correction; figure: object }>([
    { case: "a count", correction: correction("TD01", parts(7)), figure: { measure: "count", value: exact(7) } },
    { case: "a ratio", correction: correction("TD02", parts(40, 50)), figure: { numerator: exact(40), denominator: exact(50) } },
    { case: "a ratio's base alone: số đạt stays", correction: correction("TD02", parts(null, 120)), figure: { numerator: exact(98), denominator: exact(120) } },
    { case: "a yes/no", correction: correction("TD03", { kind: "yesNo", yes: false }), figure: { yes: false } },
    { case: "a figure taken out", correction: correction("TD01", { kind: "notReported" }), figure: { state: "notReported" } },
    { case: "no subject", correction: correction("TD01", { kind: "notApplicable" }), figure: { state: "notApplicable" } },
    { case: "a change", correction: correction("TD04", { kind: "change", start: [exact(2), exact(9)], end: [exact(1), exact(9)] }), figure: { start: { numerator: exact(2), denominator: exact(9) } } },
  ])("replace what counts: $case", ({ correction: given, figure }) => {
    const report = judged({ corrections: [given] });
    const contribution = contributionOf(report, given.indicator);
    expect(contribution).toMatchObject({ origin: "corrected", reason: "công văn 15", figure });
    expect(contribution?.reported?.state).toBe("reported");
    expect(contribution?.source?.file).toBe("a.xlsx");
  });

  test.each<{ case: string; correction: Correction; code: string }>([
    { case: "without a reason", correction: correction("TD01", parts(7), { reason: " " }), code: "correction-without-reason" },
    { case: "that is no count", correction: correction("TD01", { kind: "parts", main: decimal("1.5"), base: null }), code: "correction-not-a-number" },
    { case: "that is blank", correction: correction("TD01", parts(null)), code: "correction-not-a-number" },
    { case: "of another measure", correction: correction("TD01", { kind: "yesNo", yes: true }), code: "correction-not-a-number" },
    { case: "above its base", correction: correction("TD02", parts(9, 8)), code: "numerator-above-denominator" },
    { case: "of an indicator the unit does not owe", correction: correction("TD77", parts(1)), code: "cell-does-not-apply" },
    { case: "of a unit nobody knows", correction: correction("TD01", parts(1), { unit: "A11" }), code: "unit-unknown" },
  ])("$case does not count, and is named", ({ correction: given, code }) => {
    const report = judged({ corrections: [given] });
    expect(codesOf(report.problems)).toEqual([code]);
    expect(report.contributions.filter(({ origin }) => origin === "corrected")).toEqual([]);
    expect(contributionOf(report, "TD01")?.figure).toMatchObject({ value: exact(5) });
  });

  test("of two corrections the later counts, and what the unit reported stays beside it", () => {
    const report = judged({ corrections: [correction("TD01", parts(8), { on: "2025-06-05" }), correction("TD01", parts(7), { on: "2025-06-01" })] });
    expect(contributionOf(report, "TD01")).toMatchObject({ figure: { value: exact(8) }, reported: { value: exact(5) } });
  });

  test("at registration a correction of a ratio is the percentage aimed at, as on the form", () => {
    const submission = aSubmission({ stage: "registration", figures: { ...goodFigures(), TD02: { percent: 98, denominator: 50 }, TD04: { startNumerator: 5, startDenominator: 100, endPercent: 4 } } });
    const report = aggregate(aBook({ stage: "registration", files: [aFile("a.xlsx", submission)], corrections: [correction("TD02", { kind: "parts", main: decimal("99.5"), base: null })] }), days);
    expect(contributionOf(report, "TD02")?.figure).toMatchObject({ numerator: { n: 199n, d: 4n }, denominator: exact(50) });
  });
});

describe("reports typed in for a unit", () => {
  const paper = (value: number, more: Partial<EnteredReport> = {}): EnteredReport =>
    ({ unit: "A1", document: "12/BC-MN", date: "2025-05-28", by: "Lan", values: [{ unit: "A1", indicator: "TD01", value: parts(value), reason: "" }], ...more });

  test("count as the unit's, shown as typed in", () => {
    const report = judged({ files: [], entered: [paper(7)] });
    expect(contributionOf(report, "TD01")).toMatchObject({ origin: "entered", figure: { value: exact(7) }, source: { file: "12/BC-MN" }, reason: "12/BC-MN, 28/05/2025, Lan" });
    expect(contributionOf(report, "TD02")?.figure).toEqual({ state: "notReported" });
  });

  test("agreeing with the unit's file count once", () => {
    const report = judged({ entered: [paper(5)] });
    expect(report.nodes.find(({ node, indicator }) => node === "SO" && indicator === "TD01")?.numerator).toEqual(exact(5));
    expect(report.problems).toEqual([]);
  });

  test("differing from the unit's file wait for a decision, which may choose either", () => {
    const report = judged({ entered: [paper(7)] });
    expect(contributionOf(report, "TD01")?.figure).toEqual({ state: "notReported" });
    expect(report.problems).toMatchObject([{ code: "submissions-differ", facts: { files: "a.xlsx; 12/BC-MN" } }]);
    const choose = (content: string) => judged({ entered: [paper(7)], decisions: [{ action: "choose", unit: "A1", content, reason: "x", on: "2025-06-01" }] });
    expect(contributionOf(choose(enteredKey(paper(7))), "TD01")?.figure).toMatchObject({ value: exact(7) });
    expect(contributionOf(choose(contentKey(aGoodSubmission())), "TD01")?.figure).toMatchObject({ value: exact(5) });
    expect(codesOf(choose(enteredKey(paper(7))).problems)).toEqual([]);
  });

  test("of a unit nobody knows are named", () => {
    expect(codesOf(judged({ entered: [paper(7, { unit: "Q1" })] }).problems)).toEqual(["unit-unknown"]);
  });
});

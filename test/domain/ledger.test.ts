import { aggregate } from "#domain/aggregate";
import { contentKey } from "#domain/content-key";
import { toText } from "#domain/exact";
import type { Decision, LedgerState } from "#domain/ledger-types";
import { problem } from "#domain/problem";
import type { BookState, KeptFile, Report } from "#domain/report";
import type { Submission } from "#domain/submission";
import { aBook, aFile, aGoodSubmission, aRoster, aSubmission, codesOf, goodFigures } from "../support/builders";

const days = { asOf: "2025-06-30", treeDate: "2025-05-01" };

function judged(files: readonly KeptFile[], more: Partial<BookState> = {}): Report {
  return aggregate(aBook({ files, ...more }), days);
}

function statesOf(report: Report): Record<string, LedgerState> {
  return Object.fromEntries(report.ledger.map(({ path, state }) => [path, state]));
}

function figureOf(report: Report, unit: string, indicator: string): string {
  const figure = report.contributions.find((one) => one.unit === unit && one.indicator === indicator)?.figure;
  if (figure?.state !== "reported") return figure?.state ?? "nothing";
  return figure.measure === "count" ? toText(figure.value) : figure.measure === "ratio" ? `${toText(figure.numerator)}/${toText(figure.denominator)}` : figure.measure;
}

const good = aGoodSubmission();
const other = aGoodSubmission({ figures: { TD01: { value: 6 } } });
const bad = aGoodSubmission({ figures: { TD01: { value: -1 } } });
const decide = (decision: Pick<Extract<Decision, { content: string }>, "action" | "unit"> & { of: Submission; on?: string }): Decision =>
  ({ action: decision.action, unit: decision.unit, content: contentKey(decision.of), reason: "đã gọi điện", on: decision.on ?? "2025-06-02" });

describe("judge", () => {
  test.each<{ case: string; files: KeptFile[]; more?: Partial<BookState>; states: Record<string, LedgerState>; td01: string }>([
    { case: "nothing is wrong", files: [aFile("a.xlsx", good)], states: { "a.xlsx": "accepted" }, td01: "5" },
    { case: "something is worth a question", files: [aFile("a.xlsx", aGoodSubmission({ figures: { TD02: { numerator: 1, denominator: 100 } } }))], states: { "a.xlsx": "acceptedWithWarnings" }, td01: "5" },
    { case: "a target is missed with its cause: a fact, no warning", files: [aFile("a.xlsx", aGoodSubmission({ figures: { TD02: { numerator: 1, denominator: 100 } }, sides: { "TD02.cause": "x" } }))], states: { "a.xlsx": "accepted" }, td01: "5" },
    { case: "a figure has an error: returned, and nothing of it counts", files: [aFile("a.xlsx", aGoodSubmission({ figures: { TD02: { numerator: 101, denominator: 100 } } }))], states: { "a.xlsx": "returned" }, td01: "notReported" },
    { case: "the reader found an error", files: [aFile("a.xlsx", aGoodSubmission({ problems: [problem("sheet-missing", {}, { sheet: "Kết quả" })] }))], states: { "a.xlsx": "returned" }, td01: "notReported" },
    { case: "a return is accepted provisionally: its other figures count", files: [aFile("a.xlsx", bad)], more: { decisions: [decide({ action: "acceptProvisionally", unit: "A1", of: bad })] }, states: { "a.xlsx": "acceptedWithWarnings" }, td01: "notReported" },
    { case: "the form is empty", files: [aFile("a.xlsx", aSubmission())], states: { "a.xlsx": "returned" }, td01: "notReported" },
    { case: "the same content comes twice", files: [aFile("b.xlsx", good, "2025-05-01"), aFile("a.xlsx", good, "2025-05-02")], states: { "b.xlsx": "accepted", "a.xlsx": "identicalCopy" }, td01: "5" },
    { case: "two contents differ: both wait, what differs counts as not reported", files: [aFile("a.xlsx", good), aFile("b.xlsx", other)], states: { "a.xlsx": "awaitingDecision", "b.xlsx": "awaitingDecision" }, td01: "notReported" },
    { case: "one of two contents is chosen", files: [aFile("a.xlsx", good), aFile("b.xlsx", other)], more: { decisions: [decide({ action: "choose", unit: "A1", of: other })] }, states: { "a.xlsx": "superseded", "b.xlsx": "accepted" }, td01: "6" },
    { case: "the officer chose twice: the later decision holds", files: [aFile("a.xlsx", good), aFile("b.xlsx", other)], more: { decisions: [decide({ action: "choose", unit: "A1", of: good, on: "2025-06-09" }), decide({ action: "choose", unit: "A1", of: other })] }, states: { "a.xlsx": "accepted", "b.xlsx": "superseded" }, td01: "5" },
    { case: "a returned file stands beside an accepted one", files: [aFile("a.xlsx", good), aFile("b.xlsx", bad)], states: { "a.xlsx": "accepted", "b.xlsx": "returned" }, td01: "5" },
    { case: "the unit is unknown", files: [aFile("a.xlsx", { ...good, unit: { code: "ZZ9", name: null } })], states: { "a.xlsx": "unknownUnit" }, td01: "notReported" },
    { case: "an unknown sender is given to a unit by decision", files: [aFile("a.xlsx", { ...good, unit: { code: null, name: null } })], more: { decisions: [decide({ action: "assignUnit", unit: "A1", of: good })] }, states: { "a.xlsx": "accepted" }, td01: "5" },
    { case: "code and name disagree", files: [aFile("a.xlsx", { ...good, unit: { code: "A1", name: "Trường Tiểu học Kim Đồng" } })], states: { "a.xlsx": "returned" }, td01: "notReported" },
    { case: "the unit owes nothing and is not addressed", files: [aFile("p.xlsx", { ...good, unit: { code: "P1", name: null } })], states: { "p.xlsx": "notExpected" }, td01: "notReported" },
    { case: "the form is another stage's", files: [aFile("a.xlsx", { ...good, stage: "midterm" })], states: { "a.xlsx": "notThisForm" }, td01: "notReported" },
    { case: "the form is another plan's", files: [aFile("a.xlsx", { ...good, plan: "ke-hoach-khac" })], states: { "a.xlsx": "notThisForm" }, td01: "notReported" },
    { case: "a file holds no form, and one cannot be read", files: [aFile("n.xlsx", { kind: "notThisForm", problems: [] }), aFile("u.xlsx", { kind: "unreadable", problems: [] }), aFile("e.xlsx", [])], states: { "n.xlsx": "notThisForm", "u.xlsx": "unreadable", "e.xlsx": "notThisForm" }, td01: "notReported" },
    { case: "a file of several units has one returned: the file takes the worst state, the others count", files: [aFile("p1.xlsx", [good, { ...bad, unit: { code: "A2", name: null } }])], states: { "p1.xlsx": "returned" }, td01: "5" },
  ])("when $case", ({ files, more, states, td01 }) => {
    const report = judged(files, more);
    expect(statesOf(report)).toEqual(states);
    expect(figureOf(report, "A1", "TD01")).toBe(td01);
  });

  test("what is accepted provisionally counts figure by figure, the broken one stays not reported", () => {
    const report = judged([aFile("a.xlsx", bad)], { decisions: [decide({ action: "acceptProvisionally", unit: "A1", of: bad })] });
    expect([figureOf(report, "A1", "TD01"), figureOf(report, "A1", "TD02")]).toEqual(["notReported", "98/100"]);
  });

  test("of an empty form nothing is said but that it is empty", () => {
    const report = judged([aFile("a.xlsx", aSubmission({ figures: { TD01: { value: null } }, headcounts: { "hoc-sinh": 40 } }))]);
    expect(codesOf(report.ledger[0]?.problems ?? [])).toEqual(["form-empty"]);
  });

  test("figures that agree in two differing contents count once, and the difference is named", () => {
    const report = judged([aFile("a.xlsx", good), aFile("b.xlsx", other)]);
    expect(figureOf(report, "A1", "TD02")).toBe("98/100");
    expect(report.ledger[0]?.problems.find(({ code }) => code === "submissions-differ")?.facts)
      .toEqual({ unit: "Trường Mầm non Hoa Sen", files: "a.xlsx; b.xlsx", figures: "TD01 Chỉ tiêu TD01" });
  });

  test("a blank in one of two contents is a difference, not an agreement", () => {
    const { TD05: _none, ...figures } = { ...goodFigures(), TD05: { text: "có" } };
    const report = judged([aFile("a.xlsx", aGoodSubmission({ figures: { TD05: { text: "có" } } })), aFile("b.xlsx", aSubmission({ figures }))]);
    expect(figureOf(report, "A1", "TD05")).toBe("notReported");
  });

  test("of copies the first to arrive is kept, and a copy tells on what day its content first came", () => {
    const report = judged([aFile("a.xlsx", good, null), aFile("b.xlsx", good, "2025-05-09"), aFile("c.xlsx", good, "2025-05-03")]);
    expect(statesOf(report)).toEqual({ "a.xlsx": "identicalCopy", "b.xlsx": "identicalCopy", "c.xlsx": "accepted" });
    expect(report.ledger.map(({ receivedOn }) => receivedOn)).toEqual(["2025-05-03", "2025-05-03", "2025-05-03"]);
  });

  test("a content filled in on another school's copy is said to be that", () => {
    const report = judged([aFile("a.xlsx", good), aFile("b.xlsx", other), aFile("c.xlsx", { ...other, unit: { code: "A2", name: null } })]);
    const found = report.problems.filter(({ code }) => code === "copy-of-other-unit");
    expect(found).toMatchObject([{ at: { file: "b.xlsx" }, facts: { code: "A1", other: "Trường Tiểu học Kim Đồng (A2)" } }]);
  });

  test("two schools with equal figures are no copies of each other", () => {
    const report = judged([aFile("a.xlsx", good), aFile("b.xlsx", { ...good, unit: { code: "A2", name: null } })]);
    expect(statesOf(report)).toEqual({ "a.xlsx": "accepted", "b.xlsx": "accepted" });
  });

  test("a decision about a nameless content leaves the school whose own form says the same alone", () => {
    const files = [aFile("a.xlsx", good), aFile("x.xlsx", { ...good, unit: { code: null, name: null } })];
    const report = judged(files, { decisions: [decide({ action: "assignUnit", unit: "A2", of: good })] });
    expect(report.ledger.flatMap(({ submissions }) => submissions.map(({ unit, state }) => [unit, state]))).toEqual([["A1", "accepted"], ["A2", "accepted"]]);
  });

  test("a decision about a content that nobody gave is named", () => {
    expect(codesOf(judged([], { decisions: [decide({ action: "choose", unit: "A1", of: other })] }).problems)).toEqual(["decision-unknown-content"]);
  });

  test("a closed unit whose successor answers is not expected, and the day it closed is said", () => {
    const { units } = aRoster();
    const roster = aRoster({ units: units.map((unit) => (unit.code === "A1" ? { ...unit, closedOn: "2025-02-01" } : unit)), successors: [{ from: "A1", to: "A2", on: "2025-02-01" }] });
    const report = judged([aFile("a.xlsx", good)], { roster });
    expect(statesOf(report)).toEqual({ "a.xlsx": "notExpected" });
    expect(codesOf(report.problems)).toEqual(["unit-closed"]);
  });
});

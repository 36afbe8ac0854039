import { aggregate } from "#domain/aggregate";
import { add, equals, exact, ZERO } from "#domain/exact";
import type { Decision } from "#domain/ledger-types";
import { shiftDay } from "#domain/milestones";
import type { BookState, KeptFile, Report } from "#domain/report";
import { differencesFromSnapshot, freeze, lastSnapshot } from "#domain/snapshot-figures";
import fc from "fast-check";
import { aBook, aFile, aGoodSubmission, aPlan, aRoster, aSubmission, codesOf, goodFigures, type SubmissionInput } from "../support/builders";

const days = { asOf: "2025-06-30", treeDate: "2025-05-01" };
const units = ["A1", "A2", "A3", "B1", "B2", "T1"];
const judged = (more: Partial<BookState>): Report => aggregate(aBook(more), days);
const nodeOf = (report: Report, node: string, indicator: string) => report.nodes.find((figure) => figure.node === node && figure.indicator === indicator);
const total = (office: string, figures: SubmissionInput["figures"], path = `tong-${office}.xlsx`): KeptFile =>
  aFile(path, aSubmission({ unit: office, scope: "total", ...(figures ? { figures } : {}) }));

describe("aggregate", () => {
  test("a ratio is Σ over Σ, never a mean of percentages, and every expected figure stands in the report", () => {
    const report = judged({ files: [
      aFile("a.xlsx", aGoodSubmission({ unit: "A1", figures: { TD02: { numerator: 1, denominator: 1 } } })),
      aFile("b.xlsx", aGoodSubmission({ unit: "B1", figures: { TD02: { numerator: 95, denominator: 99 } } })),
    ] });
    expect(nodeOf(report, "SO", "TD02")).toMatchObject({ numerator: exact(96), denominator: exact(100), reported: 2, expected: 6 });
    expect(nodeOf(report, "P1", "TD02")).toMatchObject({ numerator: exact(1), missing: ["A2", "A3"] });
    expect(report.contributions).toHaveLength(6 * 6);
    expect(report.contributions.filter(({ figure }) => figure.state === "notReported")).toHaveLength(4 * 6 + 2);
  });

  test("the plan's answers are applied before anything is judged", () => {
    const open = [{ id: "due.tong-ket", question: "Hạn?", answer: "date" as const, required: false }];
    const report = judged({ plan: aPlan({ open }), answers: { "due.tong-ket": "2025-09-01" } });
    expect(report.coverage[0]).toMatchObject({ notDue: 6, missing: 0 });
    expect(report.plan.milestones[0]?.due).toBe("2025-09-01");
  });

  test("at registration the sum that cannot reach the scope's target any more is said with what is short", () => {
    const files = units.map((unit, index) => aFile(`${unit}.xlsx`, aSubmission({ unit, stage: "registration", figures: {
      ...goodFigures(), TD02: { percent: 98, denominator: 50 }, TD03: { answer: index < 3 }, TD04: { startNumerator: 5, startDenominator: 100, endPercent: 4 },
    } })));
    const report = judged({ stage: "registration", files });
    expect(report.problems.filter(({ code }) => code === "total-registered-below-plan")).toMatchObject([{ at: { unit: "SO" }, facts: { indicator: "TD03", actual: "3", target: "4", shortBy: "1" } }]);
    const some = judged({ stage: "registration", files: files.slice(0, 3) });
    expect(codesOf(some.problems)).not.toContain("total-registered-below-plan");
  });

  test("what was registered is held against what was reached", () => {
    const earlier = [{ stage: "registration" as const, asOf: days.asOf, figures: { [`${aRoster().units[3]?.code ?? ""}|TD01`]: "count 9\tfile" } }];
    const report = judged({ files: [aFile("a.xlsx", aGoodSubmission())], earlier });
    expect(codesOf(report.problems)).toEqual(["registered-not-reached"]);
    expect(report.ledger[0]?.state).toBe("accepted");
  });

  test("restating under another day's tree moves units between offices and never changes the scope's total", () => {
    const { units: all } = aRoster();
    const roster = aRoster({ units: all.map((unit) => (unit.code === "A1" ? { ...unit, parents: [{ parent: "P1", to: "2025-07-01" }, { parent: "P2", from: "2025-07-01" }] } : unit)) });
    const book = aBook({ roster, files: [aFile("a.xlsx", aGoodSubmission())] });
    const [before, after] = ["2025-06-30", "2025-07-01"].map((treeDate) => aggregate(book, { asOf: "2025-06-30", treeDate }));
    expect([before, after].map((report) => report && nodeOf(report, "P2", "TD01")?.reported)).toEqual([0, 1]);
    expect(after && nodeOf(after, "SO", "TD01")).toEqual(before && nodeOf(before, "SO", "TD01"));
  });

  test("what a unit registered before it closed still counts when its successor answers for it later", () => {
    const { units: all } = aRoster();
    const roster = aRoster({ units: all.map((unit) => (unit.code === "A1" ? { ...unit, closedOn: "2025-02-01" } : unit)), successors: [{ from: "A1", to: "A2", on: "2025-02-01" }] });
    const submission = aSubmission({ stage: "registration", figures: { ...goodFigures(), TD02: { percent: 98, denominator: 50 }, TD04: { startNumerator: 5, startDenominator: 100, endPercent: 4 } } });
    const report = aggregate(aBook({ roster, stage: "registration", files: [aFile("a.xlsx", submission)] }), { asOf: "2025-06-30", treeDate: "2025-06-30" });
    expect(report.ledger[0]?.state).toBe("accepted");
    expect(nodeOf(report, "SO", "TD01")).toMatchObject({ numerator: exact(5), reported: 1 });
  });

  describe("with an office's own total", () => {
    const decision = (action: "useOfficeTotal" | "useSchools"): Decision => ({ action, unit: "P1", reason: "x", on: "2025-06-01" });
    const school = aFile("a1.xlsx", aGoodSubmission({ unit: "A1" }));

    test.each<{ case: string; more: Partial<BookState>; numerator: number; codes: string[] }>([
      { case: "no school below has a file: the total counts", more: { files: [total("P1", { TD01: { value: 20 } })] }, numerator: 20, codes: [] },
      { case: "a school has a file: the schools count, the difference is named", more: { files: [total("P1", { TD01: { value: 20 } }), school] }, numerator: 5, codes: ["office-total-differs"] },
      { case: "the officer decides for the total", more: { files: [total("P1", { TD01: { value: 20 } }), school], decisions: [decision("useOfficeTotal")] }, numerator: 20, codes: ["office-total-differs"] },
      { case: "the officer decides for the schools", more: { files: [total("P1", { TD01: { value: 20 } })], decisions: [decision("useSchools")] }, numerator: 0, codes: [] },
      { case: "both say the same", more: { files: [total("P1", { TD01: { value: 5 } }), school] }, numerator: 5, codes: [] },
      { case: "an office above gives a total too: the lower one counts", more: { files: [total("P1", { TD01: { value: 20 } }), total("SO", { TD01: { value: 90 } })] }, numerator: 20, codes: [] },
    ])("when $case", ({ more, numerator, codes }) => {
      const report = judged(more);
      expect(nodeOf(report, "SO", "TD01")?.numerator ?? ZERO).toEqual(exact(numerator));
      expect(codesOf(report.problems)).toEqual(codes);
    });

    test("the difference says both numbers and the schools without a file", () => {
      const report = judged({ files: [total("P1", { TD02: { numerator: 190, denominator: 200 } }), school] });
      expect(report.problems[0]?.facts).toMatchObject({ officeTotal: "190/200", schoolsTotal: "98/100", without: "Trường Tiểu học Kim Đồng; Trường Tiểu học Hòa Bình" });
    });

    test("a total covers the units below that owe the figure, and counts them as in", () => {
      const report = judged({ files: [total("P1", { TD03: { numerator: 2, denominator: 3 } })] });
      expect(nodeOf(report, "P1", "TD03")).toMatchObject({ numerator: exact(2), denominator: exact(3), reported: 3, missing: [] });
      expect(report.contributions.filter(({ origin }) => origin === "officeTotal")).toMatchObject([{ unit: "P1", covers: ["A1", "A2", "A3"] }]);
    });
  });

  test("frozen figures stay as they were: later files wait, are named, and count only once the snapshot is reopened with a reason", () => {
    const first = judged({ files: [aFile("a.xlsx", aGoodSubmission({ unit: "A1" }))] });
    const snapshot = freeze(first, { name: "Chốt 1", on: "2025-06-01", by: "Lan" });
    expect(differencesFromSnapshot(first, snapshot)).toEqual([]);
    const files = [...first.state.files, aFile("b.xlsx", aGoodSubmission({ unit: "A2" }), "2025-06-05")];
    const later = judged({ snapshots: [snapshot], files });
    expect(differencesFromSnapshot(later, snapshot)).toEqual([]);
    expect(later.ledger.map(({ path, state }) => [path, state])).toEqual([["a.xlsx", "accepted"], ["b.xlsx", "awaitingDecision"]]);
    expect(later.problems).toMatchObject([{ code: "after-freeze", at: { file: "b.xlsx" }, facts: { snapshot: "Chốt 1" } }]);
    const reopen = { action: "reopen" as const, unit: "SO", snapshot: "Chốt 1", reason: "Bổ sung", on: "2025-06-06" };
    const reopened = judged({ snapshots: [snapshot], files, decisions: [reopen] });
    const changed = differencesFromSnapshot(reopened, snapshot).filter(({ indicator }) => indicator === "TD01");
    expect(changed.map(({ node, before, now }) => [node, before?.numerator, now?.numerator])).toEqual([["SO", "5", "10"], ["P1", "5", "10"], ["A2", "", "5"]]);
    expect(reopened.problems).toEqual([]);
    expect(differencesFromSnapshot(judged({ snapshots: [snapshot], files, decisions: [{ ...reopen, reason: " " }] }), snapshot)).toEqual([]);
  });

  test("of two snapshots of one day the later one holds: reopening it lets waiting files count", () => {
    const first = judged({ files: [aFile("a.xlsx", aGoodSubmission({ unit: "A1" }))] });
    const snapshots = ["Chốt 1", "Chốt 2"].map((name) => freeze(first, { name, on: "2025-06-01", by: "Lan" }));
    expect(lastSnapshot(snapshots)?.name).toBe("Chốt 2");
    expect(lastSnapshot([{ ...snapshots[1]!, on: "2025-06-02" }, snapshots[0]!])?.name).toBe("Chốt 2");
    const files = [...first.state.files, aFile("b.xlsx", aGoodSubmission({ unit: "A2" }), "2025-06-05")];
    expect(judged({ snapshots, files }).problems).toMatchObject([{ code: "after-freeze", facts: { snapshot: "Chốt 2" } }]);
    const reopened = judged({ snapshots, files, decisions: [{ action: "reopen", unit: "SO", snapshot: "Chốt 2", reason: "Bổ sung", on: "2025-06-06" }] });
    expect(reopened.ledger.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
  });

  const file = fc.record({
    unit: fc.constantFrom<string | null>(...units, "P1", "ZZ", null), count: fc.integer({ min: -1, max: 2 }), numerator: fc.nat(3), denominator: fc.option(fc.nat(3)), yes: fc.option(fc.boolean()),
    scope: fc.constantFrom("own" as const, "own" as const, "total" as const), on: fc.option(fc.nat(60).map((n) => shiftDay("2025-05-01", n))), kind: fc.constantFrom("form", "form", "form", "form", "unreadable", "notThisForm"),
  });
  const files = fc.array(file, { maxLength: 12 }).map((made) => made.map(({ unit, count, numerator, denominator, yes, scope, on, kind }, index): KeptFile => {
    const path = `f${index}.xlsx`;
    if (kind !== "form") return aFile(path, { kind: kind as "unreadable" | "notThisForm", problems: [] }, on);
    const figures = scope === "total" ? { TD01: { value: count } } : { TD01: { value: count }, TD02: { numerator, denominator }, TD03: { answer: yes } };
    return aFile(path, aGoodSubmission({ unit: scope === "total" ? "P1" : unit, scope, figures }), on);
  }));

  test("the order of files never changes a report", () => {
    const shuffled = files.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
    fc.assert(fc.property(shuffled, ([given, other]) => { expect(judged({ files: other })).toEqual(judged({ files: given })); }), { numRuns: 60 });
  });

  test("no file disappears: each ends in one state, each submission in one, and what does not count says why", () => {
    fc.assert(fc.property(files, (given) => {
      const { ledger } = judged({ files: given });
      expect(ledger.map(({ path }) => path).sort()).toEqual(given.map(({ path }) => path).sort());
      for (const { state, submissions, problems } of ledger) {
        expect(submissions.length).toBeLessThanOrEqual(1);
        for (const submission of submissions) expect(submission.state).toBe(state);
        if (submissions.length > 0 && ["returned", "unknownUnit", "notExpected", "awaitingDecision"].includes(state)) expect(problems).not.toEqual([]);
      }
    }), { numRuns: 60 });
  });

  test("Σ contributions is the figure at the scope, and a returned submission is in none of them", () => {
    fc.assert(fc.property(files, (given) => {
      const report = judged({ files: given });
      const figure = nodeOf(report, "SO", "TD01");
      const counting = figure?.contributions.flatMap(({ figure: own }) => (own.state === "reported" && own.measure === "count" ? [own.value] : [])) ?? [];
      expect(equals(counting.reduce(add, ZERO), figure?.numerator ?? ZERO)).toBe(true);
      const returned = new Set(report.ledger.filter(({ state }) => state === "returned").map(({ path }) => path));
      for (const { source, figure: own } of report.contributions) if (own.state === "reported") expect(returned.has(source?.file ?? "")).toBe(false);
    }), { numRuns: 60 });
  });

  test("judging again what a report keeps gives the same report", () => {
    fc.assert(fc.property(files, (given) => {
      const report = judged({ files: given });
      expect(aggregate(report.state, days)).toEqual(report);
    }), { numRuns: 30 });
  });
});

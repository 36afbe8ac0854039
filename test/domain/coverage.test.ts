import { aggregate } from "#domain/aggregate";
import type { CoverageState, UnitCoverage } from "#domain/ledger-types";
import { lastDay, shiftDay } from "#domain/milestones";
import type { BookState } from "#domain/report";
import fc from "fast-check";
import { aBook, aFile, aGoodSubmission, aPlan, aSubmission } from "../support/builders";

const milestone = (more: object) => ({
  id: "tong-ket", name: "Tổng kết", stage: "summary" as const, from: [{ roles: ["unit" as const] }],
  deliverables: [{ id: "form", kind: "form" as const, name: "Biểu", required: true }], ...more,
});
const before = (due: string) => aPlan({ milestones: [milestone({ due, rule: "before" })] });
const undated = aPlan({ milestones: [milestone({})] });

function unitA1(state: Partial<BookState>, asOf: string): UnitCoverage | undefined {
  return aggregate(aBook(state), { asOf, treeDate: "2025-05-01" }).coverage[0]?.units.find(({ unit }) => unit === "A1");
}

const sent = (receivedOn: string | null) => [aFile("a.xlsx", aGoodSubmission(), receivedOn)];
const returned = [aFile("a.xlsx", aGoodSubmission({ figures: { TD01: { value: -1 } } }))];

describe("coverageOf", () => {
  test.each<{ case: string; state: Partial<BookState>; asOf: string; is: CoverageState; daysLate?: number; due?: string | null; returned?: boolean }>([
    { case: "trước ngày 01/6 excludes the day: the last valid day is 31/5", state: { files: sent("2025-05-31") }, asOf: "2025-06-30", is: "onTime", due: "2025-05-31" },
    { case: "it comes on the excluded day", state: { files: sent("2025-06-01") }, asOf: "2025-06-30", is: "late", daysLate: 1 },
    { case: "it comes late", state: { files: sent("2025-06-10") }, asOf: "2025-06-30", is: "late", daysLate: 10 },
    { case: "nobody said when it came and the day has passed: not late", state: { files: sent(null) }, asOf: "2025-06-30", is: "dateUnknown" },
    { case: "nobody said when it came and the day is still ahead", state: { files: sent(null) }, asOf: "2025-05-31", is: "onTime" },
    { case: "nothing came and the day has passed", state: {}, asOf: "2025-06-01", is: "missing" },
    { case: "nothing came and it is the last day", state: {}, asOf: "2025-05-31", is: "notDue" },
    { case: "what came was returned", state: { files: returned }, asOf: "2025-06-30", is: "missing", returned: true },
    { case: "what came is empty", state: { files: [aFile("a.xlsx", aSubmission())] }, asOf: "2025-06-30", is: "missing", returned: true },
    { case: "an extension moves the day", state: { files: sent("2025-06-10"), extensions: [{ unit: "A1", milestone: "tong-ket", until: "2025-06-10" }] }, asOf: "2025-06-30", is: "onTime" },
    { case: "it comes after the extension", state: { files: sent("2025-06-12"), extensions: [{ unit: "A1", milestone: "tong-ket", until: "2025-06-10" }] }, asOf: "2025-06-30", is: "late", daysLate: 2 },
    { case: "an earlier extension takes nothing away", state: { files: sent("2025-05-31"), extensions: [{ unit: "A1", milestone: "tong-ket", until: "2025-05-01" }] }, asOf: "2025-06-30", is: "onTime" },
    { case: "a copy came in time and another late", state: { files: [...sent("2025-06-10"), aFile("b.xlsx", aGoodSubmission(), "2025-05-10")] }, asOf: "2025-06-30", is: "onTime" },
    { case: "two contents wait, one of unknown date: not late", state: { files: [aFile("a.xlsx", aGoodSubmission(), "2025-06-10"), aFile("b.xlsx", aGoodSubmission({ figures: { TD01: { value: 9 } } }), null)] }, asOf: "2025-06-30", is: "dateUnknown", returned: true },
    { case: "the officer typed in a paper report", state: { entered: [{ unit: "A1", document: "12/BC", date: "2025-05-28", by: "Lan", receivedOn: "2025-05-30", values: [{ unit: "A1", indicator: "TD03", value: { kind: "yesNo", yes: true }, reason: "" }] }] }, asOf: "2025-06-30", is: "onTime" },
    { case: "nobody set a date and nothing came", state: { plan: undated }, asOf: "2030-01-01", is: "notDue", due: null },
    { case: "nobody set a date: nobody is late", state: { plan: undated, files: sent(null) }, asOf: "2030-01-01", is: "onTime", due: null },
  ])("when $case", ({ state, asOf, is, daysLate = 0, due, returned: isReturned = false }) => {
    const found = unitA1({ plan: before("2025-06-01"), ...state }, asOf);
    expect(found).toMatchObject({ state: is, daysLate, returned: isReturned, ...(due === undefined ? {} : { due }) });
  });

  test("a file whose day would settle the matter is named, one that came before the deadline is not", () => {
    const codes = (asOf: string) => aggregate(aBook({ files: sent(null) }), { asOf, treeDate: "2025-05-01" }).problems.map(({ code, at }) => [code, at.file]);
    expect(codes("2025-06-30")).toEqual([["received-date-unknown", "a.xlsx"]]);
    expect(codes("2025-05-31")).toEqual([]);
  });

  test("an office's own date is shown as the office's, the plan's as the plan's", () => {
    const plan = aPlan({ milestones: [milestone({})], open: [{ id: "due.tong-ket", question: "Hạn?", answer: "date", required: false }] });
    expect(unitA1({ plan, answers: { "due.tong-ket": "2025-05-20" } }, "2025-06-30")).toMatchObject({ due: "2025-05-20", dueFrom: "office", state: "missing" });
    expect(unitA1({ plan: before("2025-06-01") }, "2025-06-30")).toMatchObject({ dueFrom: "plan" });
    expect(unitA1({ plan }, "2025-06-30")).toMatchObject({ due: null, dueFrom: null });
  });

  test("cells required and filled in, also of what was returned", () => {
    expect(unitA1({ files: sent(null) }, "2025-05-01")).toMatchObject({ required: 9, filled: 9 });
    expect(unitA1({ files: returned }, "2025-05-01")).toMatchObject({ required: 9, filled: 8, returned: true });
    expect(unitA1({}, "2025-05-01")).toMatchObject({ required: 9, filled: 0 });
  });

  test("a milestone that names nobody is owed by every unit that owes a figure", () => {
    const plan = aPlan({ milestones: [milestone({ from: [] })] });
    const [coverage] = aggregate(aBook({ plan }), { asOf: "2025-06-30", treeDate: "2025-05-01" }).coverage;
    expect(coverage?.units.map(({ unit }) => unit)).toEqual(["A1", "A2", "A3", "B1", "B2", "T1"]);
  });

  test("a milestone of documents alone is met when the document is ticked off", () => {
    const plan = aPlan({ milestones: [milestone({ due: "2025-06-01", rule: "by", deliverables: [{ id: "bao-cao", kind: "document", name: "Báo cáo", required: true }] })] });
    const ticked = (written: string) => unitA1({ plan, documents: { "tong-ket|bao-cao|A1": written } }, "2025-06-30")?.state;
    expect([ticked("12/BC, 01/6/2025, trục"), ticked("12/BC, 2/6/2025"), ticked("đã nhận"), ticked("")]).toEqual(["onTime", "late", "dateUnknown", "missing"]);
  });

  test("the five states add up to the units expected, whatever arrives and whenever it is asked", () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => shiftDay("2025-04-01", days));
    const arrivals = fc.array(fc.record({ unit: fc.constantFrom("A1", "A2", "B1", "T1", "P1"), on: fc.option(day), count: fc.nat(2) }));
    fc.assert(fc.property(arrivals, day, fc.option(day), (files, asOf, due) => {
      const plan = due === null ? undated : before(due);
      const kept = files.map(({ unit, on, count }, index) => aFile(`f${index}.xlsx`, aGoodSubmission({ unit, figures: { TD01: { value: count } } }), on));
      for (const { expected, units, onTime, late, dateUnknown, missing, notDue } of aggregate(aBook({ plan, files: kept }), { asOf, treeDate: "2025-05-01" }).coverage) {
        expect(onTime + late + dateUnknown + missing + notDue).toBe(expected);
        expect(units).toHaveLength(expected);
        for (const { state, receivedOn } of units) if (due === null || receivedOn === null) expect(state).not.toBe("late");
      }
    }), { numRuns: 40 });
  });
});

describe("lastDay", () => {
  test.each([
    { due: "2025-03-01", rule: "before" as const, last: "2025-02-28" },
    { due: "2024-03-01", rule: "before" as const, last: "2024-02-29" },
    { due: "2025-01-01", rule: "before" as const, last: "2024-12-31" },
    { due: "2025-10-31", rule: "by" as const, last: "2025-10-31" },
  ])("of $rule $due is $last", ({ due, rule, last }) => { expect(lastDay({ due, rule })).toBe(last); });
});

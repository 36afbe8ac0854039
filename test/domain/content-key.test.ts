import { contentKey, isEmptyForm } from "#domain/content-key";
import type { Reading, Submission } from "#domain/submission";
import fc from "fast-check";
import { aGoodSubmission, aReading, aSubmission, anUnreadCell } from "../support/builders";

const row = (name: string, cell = "B5") => ({ code: "DTT-01", cells: { hoTen: aReading(name, cell, "Đề nghị") } });

describe("contentKey", () => {
  const base = aGoodSubmission({ headcounts: { "hoc-sinh": 100 }, sides: { "TD02.cause": "thiếu phòng" }, lists: { caNhan: [row("Trần Thị Hoà")] } });

  test.each<{ case: string; other: Submission }>([
    { case: "cells and sheets moved", other: moved(base) },
    { case: "the unit on the form is another", other: { ...base, unit: { code: "B2", name: "x" } } },
    { case: "text is decomposed and has spaces around it", other: aGoodSubmission({ headcounts: { "hoc-sinh": 100 }, sides: { "TD02.cause": " thiếu  phòng ".normalize("NFD") }, lists: { caNhan: [row("Trần Thị Hoà".normalize("NFD"))] } }) },
    { case: "blank cells and rows are printed too", other: { ...base, parts: { ...base.parts, "TD05.text": aReading(null) }, lists: { caNhan: [...(base.lists.caNhan ?? []), row("", "B6")], tapThe: [] } } },
    { case: "95.50 was typed for 95.5", other: { ...base, parts: { ...base.parts, "TD01.value": aReading("5.0") } } },
  ])("is the same when $case", ({ other }) => { expect(contentKey(other)).toBe(contentKey(base)); });

  test.each<{ case: string; other: Submission }>([
    { case: "a figure", other: { ...base, parts: { ...base.parts, "TD01.value": aReading(6) } } },
    { case: "a zero in place of a blank", other: { ...base, parts: { ...base.parts, "TD05.text": aReading(0) } } },
    { case: "a cause", other: { ...base, sides: {} } },
    { case: "a person nominated", other: { ...base, lists: { caNhan: [row("Trần Thị Hoa")] } } },
    { case: "a head count", other: { ...base, headcounts: {} } },
    { case: "an unreadable cell", other: { ...base, parts: { ...base.parts, "TD01.value": anUnreadCell("1.234") } } },
    { case: "the stage", other: { ...base, stage: "midterm" } },
  ])("differs with $case", ({ other }) => { expect(contentKey(other)).not.toBe(contentKey(base)); });

  test("is 32 hexadecimal digits and does not depend on the order of cells", () => {
    fc.assert(fc.property(fc.shuffledSubarray(Object.entries(base.parts), { minLength: Object.keys(base.parts).length }), (entries) => {
      const key = contentKey({ ...base, parts: Object.fromEntries(entries) });
      expect(key).toMatch(/^[0-9a-f]{32}$/);
      expect(key).toBe(contentKey(base));
    }));
  });

  test("two thousand schools with counts of their own have two thousand keys", () => {
    const keys = new Set(Array.from({ length: 2000 }, (_, n) => contentKey(aSubmission({ figures: { TD01: { value: n } } }))));
    expect(keys.size).toBe(2000);
  });
});

describe("isEmptyForm", () => {
  test.each([
    { case: "nothing is filled in", submission: aSubmission({ figures: { TD01: { value: null } } }), empty: true },
    { case: "only bases that come with the form are there", submission: aSubmission({ figures: { TD02: { denominator: 40 } }, headcounts: { "hoc-sinh": 40 } }), empty: true },
    { case: "one zero is typed", submission: aSubmission({ figures: { TD01: { value: 0 } } }), empty: false },
    { case: "something unreadable is typed", submission: aSubmission({ figures: { TD01: { value: anUnreadCell("??") } } }), empty: false },
    { case: "only a list is filled in", submission: aSubmission({ lists: { caNhan: [row("Lê A")] } }), empty: false },
  ])("is $empty when $case", ({ submission, empty }) => { expect(isEmptyForm(submission)).toBe(empty); });
});

function moved(submission: Submission): Submission {
  const shift = (reading: Reading | undefined): Reading => ({ raw: "", value: null, ...reading, sheet: "Sheet9", cell: "Z99" });
  const all = (cells: Readonly<Record<string, Reading | undefined>>) => Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, shift(cell)]));
  return { ...submission, parts: all(submission.parts), headcounts: all(submission.headcounts), sides: all(submission.sides) };
}

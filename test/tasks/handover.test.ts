/** A book divided along a new tree and put together again: the parts hold everything the whole held, and nothing twice. */
import { aggregate } from "#domain/aggregate";
import { add, equals, exact, type Exact } from "#domain/exact";
import type { BookState, Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { exportedUp, mergeBooks, splitBook } from "#tasks/handover";
import { takeIn } from "#tasks/intake";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";

jest.setTimeout(240_000);

const DAYS = { asOf: "2025-11-05", treeDate: "2025-11-05" };
const cases = sampleCases.filter(({ name }) => ["Bến Tre, tổng kết", "Đắk Nông, tổng kết", "Bến Tre, đăng ký"].includes(name));
const rooted = (report: Report, root: string) => report.nodes.filter(({ node }) => node === root);
const zero = exact(0);

describe.each(cases)("$name", (sample) => {
  let state: BookState;
  let whole: Report;

  beforeAll(async () => {
    const read = await sampleState(sample);
    const [unit] = read.files.flatMap(({ reading }) => (reading.kind === "submissions" ? reading.submissions : [])).flatMap(({ unit: { code } }) => (code === null ? [] : [code]));
    state = { ...read, notes: { [unit ?? ""]: "Đã gọi điện" } };
    whole = aggregate(state, DAYS);
  });

  test("the figures of the parts add up to the whole, indicator by indicator", () => {
    const parts = splitBook(state, DAYS).map(({ state: part }) => aggregate(part, DAYS));
    expect(parts.length).toBeGreaterThan(3);
    const root = treeAt(state.roster, DAYS.treeDate).root;
    for (const figure of rooted(whole, root)) {
      const own = parts.flatMap((part) => rooted(part, treeAt(part.state.roster, DAYS.treeDate).root).filter(({ indicator }) => indicator === figure.indicator));
      const sum = (of: "numerator" | "denominator"): Exact => own.reduce((total, one) => add(total, one[of] ?? zero), zero);
      expect([figure.indicator, own.reduce((total, { reported }) => total + reported, 0)]).toEqual([figure.indicator, figure.reported]);
      if (figure.measure === "change") continue;
      expect([figure.indicator, equals(sum("numerator"), figure.numerator ?? zero), equals(sum("denominator"), figure.denominator ?? zero)]).toEqual([figure.indicator, true, true]);
    }
  });

  test("every submission, note and contact goes to one part; together they are the whole again", () => {
    const parts = splitBook(state, DAYS);
    const paths = (of: BookState): string[] => of.files.flatMap(({ path, reading }) => (reading.kind === "submissions" ? reading.submissions.map(({ unit }) => `${path}|${unit.code ?? ""}`) : [path])).sort();
    expect(parts.flatMap(({ state: part }) => paths(part)).sort()).toEqual(paths(state));
    expect(parts.flatMap(({ state: part }) => Object.entries(part.notes))).toEqual(Object.entries(state.notes));
    const merged = mergeBooks(parts.map(({ state: part }) => part), state.roster);
    const figures = ({ nodes }: Report) => nodes.map(({ node, indicator, numerator, denominator, reported, expected }) => ({ node, indicator, numerator, denominator, reported, expected }));
    expect(merged && figures(aggregate(merged, DAYS))).toEqual(figures(whole));
  });

  test("a part is a book that opens", async () => {
    const [part] = splitBook(state, DAYS);
    const read = readBook(await writeBook(aggregate(part?.state ?? state, DAYS), template));
    expect(read.ok && read.state.files).toEqual(part?.state.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  });
});

test("books of two plans are not put together", async () => {
  const [first, , third] = sampleCases;
  if (!first || !third) throw new Error("no samples");
  const [a, b] = [await sampleState(first, 10), await sampleState(third, 10)];
  expect(mergeBooks([a, b], a.roster)).toBeNull();
});

test("what is sent up leaves notes and contacts at home, and gives the office above the same figures", async () => {
  const [sample] = sampleCases;
  if (!sample) throw new Error("no sample");
  const state = await sampleState(sample);
  const [part] = splitBook(state, DAYS);
  if (!part) throw new Error("no part");
  const own: BookState = { ...part.state, notes: { [part.office]: "Riêng của Phòng" }, roster: { ...part.state.roster, units: part.state.roster.units.map((unit) => ({ ...unit, contact: { phone: "0900 000 000" } })) } };
  const sent = exportedUp(own);
  const bytes = await writeBook(sampleReport(sent, DAYS.asOf), template);
  const read = readBook(bytes);
  expect(read.ok && [read.state.notes, read.state.roster.units.some(({ contact }) => contact !== undefined)]).toEqual([{}, false]);

  const others = state.files.filter((file) => !part.state.files.some(({ path }) => path === file.path));
  const files = [...others, ...await takeIn([{ path: "so-nop.xlsx", bytes: () => Promise.resolve(bytes) }], { plan: state.plan, stage: state.stage, template, otherPlans: [], receivedOn: "2025-10-20", receipts: new Map(), known: [] })];
  const figures = ({ nodes }: Report) => nodes.map(({ node, indicator, numerator, denominator, reported }) => ({ node, indicator, numerator, denominator, reported }));
  expect(figures(aggregate({ ...state, files }, DAYS))).toEqual(figures(aggregate(state, DAYS)));
});

/** Last year beside this year: added up under today's tree, compared only where the two are the same thing. */
import { aggregate } from "#domain/aggregate";
import { add, equals, exact, subtract, toText, type Exact } from "#domain/exact";
import { beforeOf, changeOn, lastYearOf } from "#domain/last-year";
import type { BookState, Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { parseReportTemplate } from "#tasks/form-template";
import { reportDocument } from "#tasks/word-report/word-report";
import { lastYearText } from "#tasks/word-report/last-year-words";
import { plainText } from "#document/official-document";
import reportJson from "#templates/reports/report.json";
import { sampleCases, sampleState, template } from "../support/sample-reports";

jest.setTimeout(120_000);

const [sample] = sampleCases;
if (!sample) throw new Error("no sample");
let state: BookState;
/** The year before: the same files, as the Phòng's tree had them. */
let before: Report;
let now: Report;
const DAYS = { asOf: "2025-11-05", treeDate: "2025-11-05" };

beforeAll(async () => {
  state = await sampleState(sample);
  before = aggregate({ ...state, plan: { ...state.plan, period: { ...state.plan.period, label: "năm học 2023-2024" } } }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
  now = aggregate(state, DAYS);
});

test("under today's tree the same reports give the same figures, office by office", () => {
  const found = lastYearOf(before, now);
  expect(found).toMatchObject({ unmatched: [], unlisted: [], lastYear: { label: "năm học 2023-2024" } });
  const withYear = { lastYear: found!.lastYear };
  const offices = new Set<string>(treeAt(state.roster, DAYS.treeDate).offices);
  // Communes report for themselves, and did not exist then.
  const then = treeAt(state.roster, "2025-06-30");
  const compared = now.nodes.filter(({ node, value, measure, contributions }) => offices.has(node) && node !== treeAt(state.roster, DAYS.treeDate).root && value !== null && measure !== "text" && contributions.every(({ unit }) => then.isOpen(unit)));
  expect(compared.length).toBeGreaterThan(50);
  expect(compared.filter(({ node, indicator, value }) => { const former = beforeOf(withYear, node, indicator); return !former || !value || !equals(former.value, value); })).toEqual([]);
});

test("what rose and fell, in the report, its annex and the book; kept in the book", async () => {
  const later: BookState = { ...state, files: state.files.filter((_, index) => index % 3 !== 0) };
  const first = aggregate(later, DAYS);
  const report = aggregate({ ...later, lastYear: lastYearOf(before, first)!.lastYear }, DAYS);
  const { root } = treeAt(state.roster, DAYS.treeDate);
  const counted = report.nodes.filter(({ node, measure, value }) => node === root && measure !== "change" && measure !== "text" && value !== null);
  for (const figure of counted) {
    const former = beforeOf(report.state, root, figure.indicator);
    if (!former) continue;
    // Units are missing: what was not reported is no fall.
    expect([figure.missing.length > 0, lastYearText(figure, report.state)?.change]).toEqual([true, "partly"]);
    const whole = { ...figure, missing: [] };
    const of = (value: Exact, missing = 0) => lastYearText(whole, { ...report.state, lastYear: { plan: "a", label: "a", figures: { [`${root}|${figure.indicator}`]: `||${toText(value)}|${missing}` } } });
    const now = figure.value ?? exact(0);
    expect([of(add(now, exact(1)))?.change, of(subtract(now, exact(1)))?.change, of(now)?.change, of(now, 2)?.change]).toEqual(["fell", "rose", "same", "partly"]);
    expect(changeOn(whole, { ...former, missing: 0 })).not.toBeNull();
  }
  expect(counted.length).toBeGreaterThan(5);

  const document = reportDocument(report, parseReportTemplate(reportJson), root);
  const items = document.blocks.flatMap((block) => (block.kind === "items" ? block.items.map(plainText) : []));
  expect(items.some((item) => /\(năm học 2023-2024: [\d.,]+(?: %)?; chưa so sánh được/u.test(item))).toBe(true);
  expect(document.annexes[0]?.columns.map(({ heading }) => heading)).toContain("Năm trước");

  const read = readBook(await writeBook(report, template));
  expect(read.ok && read.state.lastYear).toEqual(report.state.lastYear);
});

test("a unit that today's list does not know is named, an indicator without a forerunner too", () => {
  const [gone] = before.contributions.filter(({ figure }) => figure.state === "reported").map(({ unit }) => unit);
  const roster = { ...state.roster, units: state.roster.units.filter(({ code }) => code !== gone) };
  const other = { ...now, plan: { ...now.plan, id: "ke-hoach-moi", indicators: now.plan.indicators.map((indicator, index) => (index === 0 ? { ...indicator, name: "Chỉ tiêu mới" } : indicator)) }, state: { ...now.state, roster } };
  const found = lastYearOf(before, other);
  expect(found?.unlisted).toEqual([gone]);
  expect(found?.unmatched).toEqual([now.plan.indicators[0]?.code]);
});

test("of another stage, nothing is compared", () => {
  expect(lastYearOf({ ...before, state: { ...before.state, stage: "registration" } }, now)).toBeNull();
});

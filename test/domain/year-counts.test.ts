/** Đắk Nông's two figures of several years: schools added (accumulated), and recognised year by year with the average a year. */
import { aggregate } from "#domain/aggregate";
import { exact, toNumber } from "#domain/exact";
import { averageSoFar, differingYears, yearCounts } from "#domain/year-counts";
import type { BookState, Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { plainText } from "#document/official-document";
import { annexBook, annexBookContent } from "#tasks/annex-book/annex-book";
import { parseReportTemplate } from "#tasks/form-template";
import { reportDocument } from "#tasks/word-report/word-report";
import reportJson from "#templates/reports/report.json";
import { readTable } from "#workbook/book/table";
import { writeBook } from "#workbook/book/write-book";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { cellsOf, comparable } from "../support/cells-of";
import { recalculate, testWithLibreOffice } from "../support/libreoffice";
import { sampleCases, sampleState, template } from "../support/sample-reports";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(180_000);

const wording = parseReportTemplate(reportJson);
const sample = sampleCases.find(({ name }) => name.startsWith("Đắk Nông"))!;
const days = { asOf: sample.asOf, treeDate: sample.asOf };
let state: BookState;
let report: Report;

beforeAll(async () => {
  state = await sampleState(sample);
  report = aggregate(state, days);
});

const only = (of: Report) => yearCounts(of)[0]!;

test("each đạt stands in the year its school wrote, once, and all of them are the report's figure", () => {
  const counts = only(report);
  expect(counts.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
  // Counted again, from the files.
  const said = new Map<number, number>();
  for (const { submissions } of report.ledger) {
    for (const { state: standing, submission } of submissions) {
      if ((standing !== "accepted" && standing !== "acceptedWithWarnings") || submission.parts["DN02.answer"]?.value?.kind !== "yesNo") continue;
      const { value } = submission.parts["DN02.answer"];
      const year = Number(submission.sides["DN02.nam"]?.raw);
      if (value.yes) said.set(year, (said.get(year) ?? 0) + 1);
    }
  }
  const all = counts.lines.at(-1)!;
  expect(all.byYear).toEqual(counts.years.map((year) => said.get(year) ?? 0));
  expect(all.total).toBeGreaterThan(20);
  expect(exact(all.total)).toEqual(counts.figure);
  const kinds = counts.lines.slice(0, -1);
  for (const [index] of counts.years.entries()) expect(kinds.reduce((sum, line) => sum + line.byYear[index]!, 0)).toBe(all.byYear[index]);
});

test("the average is over the years of the reading in force, and differs from the accumulated figure", () => {
  const counts = only(report);
  expect([counts.divisor, counts.least, counts.target]).toEqual([exact(5), exact(10), exact(50)]);
  expect(toNumber(counts.average!)).toBe(toNumber(counts.figure!) / 5);
  const six = only(aggregate({ ...state, answers: { "choice.dn02": "t-6-nam" } }, days));
  expect([six.divisor, six.target]).toEqual([exact(6), exact(60)]);
  expect(toNumber(six.remaining!)).toBe(Math.max(0, 60 - toNumber(six.figure!)));
  const accumulated = report.nodes.find(({ node, indicator }) => node === treeAt(state.roster, days.treeDate).root && indicator === "DN01")!;
  expect(accumulated.checks.find(({ against }) => against === "plan")?.targetValue).toEqual(exact(50));
  expect(accumulated.numerator).not.toEqual(counts.figure);
});

test("half-way the pace is over the years that have passed", () => {
  const counts = only(report);
  expect(averageSoFar(counts, "2025-12-31")).toBeNull();
  const half = averageSoFar(counts, "2023-12-31")!;
  expect([half.last, toNumber(half.average)]).toEqual([2023, toNumber(counts.figure!) / 4]);
});

test("without a year, or with one outside the period, it is đạt all the same and in no year", () => {
  const files = state.files.map((file) => (file.reading.kind !== "submissions" ? file : {
    ...file, reading: { ...file.reading, submissions: file.reading.submissions.map((one) => ({
      ...one, sides: Object.fromEntries(Object.entries(one.sides).map(([key, reading], index) => [key, key === "DN02.nam" ? { ...reading, raw: index % 2 === 0 ? "" : "năm 2019" } : reading])),
    })) },
  }));
  const counts = only(aggregate({ ...state, files }, days));
  const all = counts.lines.at(-1)!;
  expect([all.byYear.every((count) => count === 0), all.withoutYear]).toEqual([true, all.total]);
  expect(exact(all.total)).toEqual(counts.figure);
});

test("the office's own figures of a year are held against the schools'", () => {
  const counts = only(report);
  const all = counts.lines.at(-1)!;
  expect(differingYears({ ...counts, own: all.byYear.map((count) => exact(count)) })).toEqual([]);
  expect(differingYears({ ...counts, own: all.byYear.map((count, index) => (index === 2 ? exact(count + 1) : null)) })).toEqual([2022]);
});

test("the book, the report and the annex say the same", async () => {
  const counts = only(report);
  const all = counts.lines.at(-1)!;
  const bytes = await writeBook(report, template);
  expect(validateOoxml(bytes)).toEqual([]);
  const read = readSnapshot(bytes, "so.xlsx");
  const table = read.ok ? readTable(read.snapshot, "years") : null;
  const sums = table?.rows.find((row) => row.text("line") === "Các đơn vị ghi");
  expect(counts.years.map((year) => Number(sums?.text(`year${year}`)))).toEqual(all.byYear);
  const figure = table?.rows.find((row) => row.text("line") === "Số của báo cáo");
  expect([Number(figure?.text("total")), Number(figure?.text("average")), Number(figure?.text("least"))]).toEqual([all.total, all.total / 5, 10]);
  const root = treeAt(state.roster, days.treeDate).root;
  const item = reportDocument(report, wording, root).blocks.flatMap((block) => (block.kind === "items" ? block.items.map(plainText) : [])).find((text) => text.includes("Theo năm các đơn vị ghi"))!;
  expect(counts.years.filter((_, index) => all.byYear[index]! > 0).every((year) => item.includes(`${year}: ${all.byYear[counts.years.indexOf(year)]}`))).toBe(true);
  expect(annexBookContent(report, wording, root).sheets.some(({ subtitle }) => subtitle.endsWith("THEO TỪNG NĂM"))).toBe(true);
});

testWithLibreOffice("the annex's sums over kinds and years come to the same when calculated anew", async () => {
  const root = treeAt(state.roster, days.treeDate).root;
  const bytes = await annexBook(report, wording, root);
  const sheet = annexBookContent(report, wording, root).sheets.find(({ subtitle }) => subtitle.endsWith("THEO TỪNG NĂM"))!;
  const [again] = recalculate([bytes]);
  const now = cellsOf(again!);
  const formulas = [...cellsOf(bytes)].filter(([place, { formula }]) => place.startsWith(`${sheet.name}!`) && formula !== undefined);
  expect(formulas.length).toBeGreaterThan(10);
  expect(formulas.filter(([place, { value }]) => comparable(now.get(place)?.value) !== comparable(value))).toEqual([]);
});

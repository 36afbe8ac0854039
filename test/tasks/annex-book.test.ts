/** The workbook of annexes: every number is the book's, every sum is live and comes to it, charts show the cells they name. */
import { strFromU8, unzipSync } from "fflate";
import { aggregate } from "#domain/aggregate";
import { equals, sum, toNumber, ZERO, exact } from "#domain/exact";
import type { Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { annexWords as words } from "#messages/annex-vi";
import { annexBook, annexBookContent } from "#tasks/annex-book/annex-book";
import { shareFormat } from "#tasks/annex-book/node-values";
import { parseReportTemplate } from "#tasks/form-template";
import { reportingOffices } from "#tasks/offices";
import { withoutNames } from "#tasks/without-names";
import { reportDocument } from "#tasks/word-report/word-report";
import { plainText } from "#document/official-document";
import reportJson from "#templates/reports/report.json";
import { cellsOf, comparable } from "../support/cells-of";
import { recalculate, testWithLibreOffice } from "../support/libreoffice";
import { sampleCases, sampleState, template } from "../support/sample-reports";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(300_000);

const wording = parseReportTemplate(reportJson);
const reports = new Map<string, Report>();
const books = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const sample of sampleCases) {
    const report = aggregate(await sampleState(sample), { asOf: sample.asOf, treeDate: sample.asOf });
    reports.set(sample.name, report);
    books.set(sample.name, await annexBook(report, wording, topOf(report)));
  }
});

const topOf = (report: Report): UnitCode => reportingOffices(report)[0]!;
const names = sampleCases.map(({ name }) => name);
const reportOf = (name: string): Report => reports.get(name)!;
const bookOf = (name: string): Uint8Array => books.get(name)!;
const textIn = (cells: ReturnType<typeof cellsOf>, place: string): string => comparable(cells.get(place)?.value);
const partsOf = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith(".xml") || path.endsWith(".rels")).map(([path, part]) => [path, strFromU8(part)]));

test.each(names)("%s: Microsoft's validator finds nothing to object to", (name) => {
  expect(validateOoxml(bookOf(name))).toEqual([]);
});

test.each(names)("%s: each indicator's line has the book's figure", (name) => {
  const report = reportOf(name);
  const node = topOf(report);
  const cells = cellsOf(bookOf(name));
  const found = [...cells].filter(([place, { value }]) => place.startsWith("Biểu 1!B") && value?.kind === "text").flatMap(([place]) => {
    const row = place.replace(/^.*!B/u, "");
    const indicator = report.plan.indicators.find((one) => one.name === textIn(cells, place));
    return indicator ? [{ indicator, row }] : [];
  });
  const asked = report.nodes.filter(({ node: at, measure, expected }) => at === node && measure !== "text" && expected > 0);
  expect(found.length).toBe(asked.length);
  for (const { indicator, row } of found) {
    const figure = asked.find((one) => one.indicator === indicator.code)!;
    const shown = comparable(figure.value ? { kind: "number", number: toNumber(figure.value) } : null);
    const expected = figure.value ? shown : [words.noFigure, words.notAsked];
    expect([expected].flat()).toContain(textIn(cells, `Biểu 1!F${row}`));
  }
});

testWithLibreOffice.each(names)("%s: LibreOffice, calculating every sum and share anew, comes to what is written", (name) => {
  const before = bookOf(name);
  const [again] = recalculate([before]);
  const now = cellsOf(again!);
  const formulas = [...cellsOf(before)].filter(([place, { formula }]) => formula !== undefined && !place.startsWith(`${words.contents.name}!`));
  expect(formulas.length).toBeGreaterThan(3);
  expect(formulas.filter(([place, { value }]) => comparable(now.get(place)?.value) !== comparable(value)).map(([place]) => place)).toEqual([]);
});

test.each(names)("%s: the office's total is the sum of the lines, and the book's figure", (name) => {
  const report = reportOf(name);
  const node = topOf(report);
  const { sheets } = annexBookContent(report, wording, node);
  const tree = treeAt(report.state.roster, report.treeDate);
  const groups = sheets.filter(({ heads }) => heads.length === 2);
  expect(groups.length).toBeGreaterThan(0);
  for (const { notes } of groups) expect(notes.join(" ")).not.toContain("Không bằng cộng");
  // The lines are everybody right below, and the office itself: nobody is left out, nobody counts twice.
  const below = [...tree.childrenOf(node), ...tree.residue];
  for (const { indicator, numerator, contributions } of report.nodes.filter((one) => one.node === node && one.measure !== "text" && one.measure !== "change" && one.numerator !== null)) {
    const own = contributions.filter(({ unit }) => unit === node).map(({ figure }) => (figure.state !== "reported" ? ZERO : figure.measure === "count" ? figure.value : figure.measure === "ratio" ? figure.numerator : exact(figure.measure === "yesNo" && figure.yes ? 1 : 0)));
    const parts = below.map((code) => report.nodes.find((one) => one.node === code && one.indicator === indicator)?.numerator ?? ZERO);
    expect([indicator, equals(sum([...own, ...parts]), numerator ?? ZERO)]).toEqual([indicator, true]);
  }
});

test.each(names)("%s: whose report was sent back is told beside who is missing", (name) => {
  const counts = reportOf(name).coverage.filter(({ units }) => units.length > 0).map(({ units }) => units.filter(({ state, returned }) => returned && (state === "missing" || state === "notDue")).length);
  const cells = cellsOf(bookOf(name));
  const head = [...cells].find(([, { value }]) => comparable(value) === words.columns.returned)?.[0];
  if (counts.every((count) => count === 0)) {
    expect(head).toBeUndefined();
    return;
  }
  const [, sheet = "", column = ""] = /^(.*)!([A-Z]+)\d+$/u.exec(head ?? "") ?? [];
  const sums = [...cells].filter(([place, { value }]) => place.startsWith(`${sheet}!B`) && comparable(value) === words.lines.sum);
  expect(sums.map(([place]) => textIn(cells, place.replace("!B", `!${column}`)))).toEqual(counts.map(String));
});

test("where an office gave one total for all, the lines are not passed off as its parts", async () => {
  const [sample] = sampleCases;
  const state = await sampleState(sample!, 3);
  const days = { asOf: sample!.asOf, treeDate: sample!.asOf };
  const before = aggregate(state, days);
  const node = topOf(before);
  const ratio = before.plan.indicators.find(({ measure, collectedFrom }) => measure === "ratio" && collectedFrom.includes("tieu-hoc"))!;
  const given: Report = {
    ...before,
    nodes: before.nodes.map((figure) => (figure.node === node && figure.indicator === ratio.code ? { ...figure, numerator: exact(77), denominator: exact(99), value: exact(77, 99) } : figure)),
  };
  const sheet = annexBookContent(given, wording, node).sheets.find(({ heads }) => heads[0]?.some((head) => head?.text === (ratio.shortName ?? ratio.name)))!;
  expect(sheet.notes.join(" ")).toContain(ratio.shortName ?? ratio.name);
  const total = sheet.lines.find(({ kind }) => kind === "total")!;
  const column = sheet.heads[0]!.findIndex((head) => head?.text === (ratio.shortName ?? ratio.name));
  expect([0, 1].map((at) => (total.cells[column + at] as { value: unknown }).value)).toEqual([77, 99]);
});

test.each(names)("%s: charts are native, name cells, and remember what stands there", (name) => {
  const bytes = bookOf(name);
  const parts = partsOf(bytes);
  const cells = cellsOf(bytes);
  const charts = Object.keys(parts).filter((path) => path.startsWith("xl/charts/chart"));
  expect(charts.length).toBe(annexBookContent(reportOf(name), wording, topOf(reportOf(name))).sheets.filter(({ chart }) => chart).length);
  for (const path of charts) {
    const xml = parts[path]!;
    for (const [, reference = "", cache = ""] of xml.matchAll(/<c:f>([^<]*)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/gu)) {
      const [, sheet = "", column = "", top = "", bottom = ""] = /^'(.*)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/u.exec(reference)!;
      const points = [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/gu)];
      expect(points.length).toBeGreaterThan(0);
      for (const [, index = "", text = ""] of points) {
        const shown = textIn(cells, `${sheet}!${column}${Number(top) + Number(index)}`);
        expect(Number.isNaN(Number(text)) ? text : comparable({ kind: "number", number: Number(text) })).toBe(shown);
      }
      expect(Number(bottom)).toBeGreaterThanOrEqual(Number(top));
    }
  }
});

test("a share just below all is not shown as all, one just above nothing not as nothing", () => {
  expect([exact(99_997, 100_000), exact(1, 100_000), exact(1), exact(0), exact(2691, 2692), null].map(shareFormat)).toEqual(["0.000%", "0.000%", "0.00%", "0.00%", "0.00%", "0.00%"]);
});

test("lists say what the Word report's annexes say; without names nobody is named", () => {
  const [name] = names;
  const report = reportOf(name!);
  const node = topOf(report);
  const lists = annexBookContent(report, wording, node).sheets.filter(({ heads }) => heads.length === 1);
  const annexes = reportDocument(report, wording, node).annexes.filter(({ subtitle }) => subtitle === wording.annexes.nominations || subtitle === wording.annexes.shortcomings);
  expect(annexes.length).toBe(2);
  for (const { subtitle, rows } of annexes) {
    const sheet = lists.find((one) => one.subtitle === subtitle)!;
    expect(sheet.lines.map(({ cells }) => cells.slice(1))).toEqual(rows.map((row) => row.slice(1).map((run) => plainText([run]))));
  }
  const people = report.ledger.flatMap(({ submissions }) => submissions.flatMap(({ submission }) => (submission.lists["nominationsIndividual"] ?? []).map(({ cells }) => cells["name"]?.raw.trim() ?? ""))).filter((one) => one.length > 6);
  expect(people.length).toBeGreaterThan(10);
  const said = JSON.stringify(annexBookContent(withoutNames(report, template), wording, node));
  expect(people.filter((one) => said.includes(one))).toEqual([]);
});

test("an office below has its own: its units as lines, its sign in the heading", async () => {
  const report = reportOf(names[0]!);
  const tree = treeAt(report.state.roster, report.treeDate);
  const office = reportingOffices(report).find((code) => code !== tree.root && tree.childrenOf(code).length > 2)!;
  const content = annexBookContent(report, wording, office);
  const group = content.sheets.find(({ heads }) => heads.length === 2)!;
  const labels = group.lines.map(({ cells }) => cells[1]);
  expect(content.office).toBe(tree.unit(office)?.name);
  expect(tree.childrenOf(office).filter((code) => labels.includes(tree.unit(code)?.name ?? "")).length).toBeGreaterThan(2);
  expect(validateOoxml(await annexBook(report, wording, office))).toEqual([]);
});

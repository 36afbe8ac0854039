/** What was registered beside what came of it: kept in the later book with its cells, held against the result, shown in one line. */
import { aggregate } from "#domain/aggregate";
import { contributionsOf, earlierStageOf, registeredIn, stageFigures, withEarlierStage } from "#domain/earlier-stages";
import { equals } from "#domain/exact";
import type { BookState, Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { plainText } from "#document/official-document";
import { parseReportTemplate } from "#tasks/form-template";
import { mergeBooks, splitBook } from "#tasks/handover";
import { takeFormer } from "#tasks/take-former";
import { reportDocument } from "#tasks/word-report/word-report";
import reportJson from "#templates/reports/report.json";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { comparable } from "../support/cells-of";
import { sampleCases, sampleState, template } from "../support/sample-reports";

jest.setTimeout(180_000);

const [summaryCase, registrationCase] = sampleCases;
if (!summaryCase || !registrationCase) throw new Error("no sample");
const THEN = { asOf: "2024-05-06", treeDate: "2024-05-06" };
const NOW = { asOf: "2025-06-25", treeDate: "2025-06-25" };
/** A sheet of the book as lines of texts. */
function linesOf(bytes: Uint8Array, name: string): string[][] {
  const read = readSnapshot(bytes, "book.xlsx");
  const cells = read.ok ? read.snapshot.sheets.find((sheet) => sheet.name === name)?.cells ?? [] : [];
  const lines: string[][] = [];
  for (const { row, column, value } of cells) (lines[row] ??= [])[column] = comparable(value);
  return lines.filter(Boolean).map((line) => Array.from(line, (cell) => cell ?? ""));
}

let registration: Report;
let plain: Report;
let state: BookState;
let report: Report;

beforeAll(async () => {
  registration = aggregate(await sampleState(registrationCase), THEN);
  const summary = await sampleState(summaryCase);
  plain = aggregate(summary, NOW);
  const taken = takeFormer({ state: registration.state, ...THEN }, plain);
  state = taken!.state;
  report = aggregate(state, NOW);
});

test("every figure of the registration comes back as it was, with the cell it stood in", () => {
  const kept = new Map(registeredIn(state)!.map((one) => [`${one.origin}|${one.unit}|${one.indicator}`, one]));
  const given = registration.contributions.filter(({ figure }) => figure.state !== "notReported" && !(figure.state === "reported" && figure.measure === "text"));
  expect(given.length).toBeGreaterThan(1000);
  expect(kept.size).toBe(given.length);
  const plainSpaces = (text: string): string => text.replace(/\s+/gu, " ");
  for (const { unit, indicator, origin, figure, source } of given) {
    const same = kept.get(`${origin}|${unit}|${indicator}`);
    expect(same?.figure).toEqual(figure);
    if (source) expect(same?.source).toEqual({ file: plainSpaces(source.file), sheet: plainSpaces(source.sheet), cell: plainSpaces(source.cell), raw: plainSpaces(source.raw) });
  }
});

test("added up again it gives what the registration's own book said; no figure of the result changes", () => {
  const [stage] = stageFigures({ ...report, treeDate: THEN.treeDate });
  const compared = registration.nodes.filter(({ value, measure }) => value !== null && measure !== "text");
  expect(compared.length).toBeGreaterThan(1000);
  expect(compared.filter(({ node, indicator, value }) => { const then = stage?.figureAt(node, indicator); return !then?.value || !value || !equals(then.value, value); })).toEqual([]);
  const bare = ({ nodes }: Report): unknown[] => nodes.map(({ checks, ...figure }) => ({ ...figure, checks: checks.filter(({ against }) => against === "plan").map(({ target, verdict }) => [target, verdict]) }));
  expect(bare(report)).toEqual(bare(plain));
  expect(report.nodes.some(({ checks }) => checks.some(({ against }) => against === "registered"))).toBe(true);
  expect(report.problems.filter(({ code }) => code === "registered-not-reached").length).toBeGreaterThan(0);
});

test("the book keeps it, and shows promise and result in one line with the registration's cell", async () => {
  const bytes = await writeBook(report, template);
  const read = readBook(bytes);
  expect(read.ok && read.state.earlier).toEqual(state.earlier);
  const lines = linesOf(bytes, "Đăng ký và kết quả");
  const heads = lines.find((line) => line.includes("So với đăng ký")) ?? [];
  const at = (heading: string): number => heads.indexOf(heading);
  const root = treeAt(state.roster, NOW.treeDate).root;
  const [ratio] = report.plan.indicators.filter(({ measure, stages }) => measure === "ratio" && stages.includes("registration"));
  const line = lines.find((one) => one[0] === root && one[at("Mã chỉ tiêu")] === ratio?.code) ?? [];
  const now = report.nodes.find(({ node, indicator }) => node === root && indicator === ratio?.code);
  const then = stageFigures(report)[0]?.figureAt(root, ratio?.code ?? "");
  const percent = (value: { n: bigint; d: bigint } | null | undefined): number => (value ? Number(value.n) / Number(value.d) * 100 : NaN);
  expect(Number(line[at("Đăng ký")])).toBeCloseTo(percent(then?.value), 8);
  expect(Number(line[at("Kết quả")])).toBeCloseTo(percent(now?.value), 8);
  const offices = new Set<string>(treeAt(state.roster, NOW.treeDate).offices);
  const unit = registeredIn(state)!.find(({ unit: code, source, figure }) => !offices.has(code) && source && figure.state === "reported" && figure.measure === "ratio")!;
  const own = lines.find((one) => one[0] === unit.unit && one[at("Mã chỉ tiêu")] === unit.indicator) ?? [];
  expect([own[at("File đăng ký")], own[at("Ô đăng ký")]]).toEqual([unit.source?.file, `${unit.source?.sheet}!${unit.source?.cell}`]);
  // What somebody has not reported is no fall.
  const partly = lines.filter((one) => report.nodes.find(({ node, indicator }) => node === one[0] && indicator === one[at("Mã chỉ tiêu")])?.missing.length);
  expect(partly.length).toBeGreaterThan(0);
  expect(partly.every((one) => (one[at("Hơn (+), kém (-) đăng ký; tỷ lệ: điểm %")] ?? "") === "")).toBe(true);
});

test("the Word report says what was registered and whether the result reaches it", () => {
  const parsed = parseReportTemplate(reportJson);
  const root = treeAt(state.roster, NOW.treeDate).root;
  const { blocks, annexes } = reportDocument(report, parsed, root);
  const said = blocks.flatMap((block) => (block.kind === "items" ? block.items.map((item) => plainText(item)) : []));
  expect(said.filter((text) => text.includes("; đăng ký: ")).length).toBeGreaterThan(5);
  const verdicts = report.nodes.filter(({ node, checks }) => node === root && checks.some(({ against, verdict }) => against === "registered" && verdict === "notMet"));
  expect(said.filter((text) => text.includes("(kết quả chưa đạt mức đăng ký)")).length).toBe(verdicts.length);
  expect(annexes[0]?.columns.map(({ heading }) => heading)).toContain("Đăng ký");
});

test("a part handed over has its own units' registration; put together again it is whole", () => {
  const parts = splitBook(state, NOW);
  const counts = parts.map(({ state: part }) => registeredIn(part)?.length ?? 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(registeredIn(state)?.length);
  const whole = mergeBooks(parts.map(({ state: part }) => part), state.roster);
  const sorted = (figures: Readonly<Record<string, string>> | undefined): unknown[] => Object.entries(figures ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(whole?.earlier?.[0]?.figures)).toEqual(sorted(state.earlier?.[0]?.figures));
});

test("neither a later stage, nor the same one, nor another plan's is an earlier stage; taken twice it stands once", () => {
  expect(earlierStageOf(plain, registration.state)).toBeNull();
  expect(earlierStageOf(plain, plain.state)).toBeNull();
  expect(earlierStageOf(registration, { ...plain.state, plan: { ...plain.state.plan, id: "khac" } })).toBeNull();
  const again = withEarlierStage(state, { stage: "registration", asOf: "2024-06-01", figures: {} });
  expect(again.earlier).toEqual([{ stage: "registration", asOf: "2024-06-01", figures: {} }]);
  const both = withEarlierStage(again, { stage: "midterm", asOf: "2024-12-10", figures: {} });
  expect(withEarlierStage(both, again.earlier![0]!).earlier?.map(({ stage }) => stage)).toEqual(["registration", "midterm"]);
});

test("a damaged line of what was kept costs that figure and no other", () => {
  const made = contributionsOf({ stage: "registration", asOf: "2024-05-06", figures: { "A|BT01": "ratio 1:2\tfile\ta.xlsx\tBiểu\tG4\t50 %", "B|BT01": "ratio 1", "C|BT02": "change 1:4 1:2\tcorrected", "D|BT02": "x", "+E|BT03": "count 7/2\tofficeTotal" } });
  expect(made.map(({ unit, origin }) => [unit, origin])).toEqual([["A", "file"], ["C", "corrected"], ["E", "officeTotal"]]);
});

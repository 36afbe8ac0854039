/** Steps of role models: what the office rules in its list is kept, goes before what the unit wrote, and is told in the report. */
import { modelKey, stepOf } from "#domain/model-steps";
import { mergeStates } from "#domain/merge-states";
import type { BookState, Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { plainText } from "#document/official-document";
import { annexBookContent } from "#tasks/annex-book/annex-book";
import { parseReportTemplate } from "#tasks/form-template";
import { mergeBooks, splitBook } from "#tasks/handover";
import { withoutNames } from "#tasks/without-names";
import { reportDocument } from "#tasks/word-report/word-report";
import reportJson from "#templates/reports/report.json";
import { readBook } from "#workbook/book/read-book";
import { readTable, type ReadRow } from "#workbook/book/table";
import { writeBook } from "#workbook/book/write-book";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { sampleCases, sampleReport, sampleState, template } from "../../support/sample-reports";
import { setCells } from "../../support/set-cells";
import { validateOoxml } from "../../support/validate-ooxml";

jest.setTimeout(180_000);

const wording = parseReportTemplate(reportJson);
const SHEET = "Điển hình";
const [sample] = sampleCases;
let report: Report;
let bytes: Uint8Array;
let lines: readonly ReadRow[];

const textOf = (cell: unknown): string => (typeof cell === "string" ? cell : "");
const linesOf = (book: Uint8Array): readonly ReadRow[] => {
  const read = readSnapshot(book, "so.xlsx");
  return (read.ok ? readTable(read.snapshot, "models") : null)?.rows ?? [];
};
const stateOf = (book: Uint8Array): BookState => {
  const read = readBook(book);
  if (!read.ok) throw new Error("no book");
  return read.state;
};

beforeAll(async () => {
  report = sampleReport(await sampleState(sample!), sample!.asOf);
  bytes = await writeBook(report, template);
  lines = linesOf(bytes);
});

test("typed in the list it is kept, shown again, and may be taken back", async () => {
  const [first, second, third] = lines;
  const typed = setCells(bytes, SHEET, { [first!.address("officeStep")]: "Bước 3", [second!.address("officeStep")]: 5, [third!.address("officeStep")]: "chờ họp" });
  const state = stateOf(typed);
  const keyOf = (line: ReadRow): string => modelKey(line.text("unit"), line.text("model"));
  expect(state.steps).toEqual({ [keyOf(first!)]: "buoc-3", [keyOf(second!)]: "buoc-5", [keyOf(third!)]: "chờ họp" });
  const again = await writeBook(sampleReport(state, sample!.asOf), template);
  expect(linesOf(again).slice(0, 3).map((line) => line.text("officeStep"))).toEqual(["Bước 3", "Bước 5", "chờ họp"]);
  expect(validateOoxml(again)).toEqual([]);
  const emptied = setCells(again, SHEET, Object.fromEntries(linesOf(again).slice(0, 3).map((line) => [line.address("officeStep"), null])));
  expect(stateOf(emptied).steps).toBeUndefined();
});

test("the office's ruling goes before the unit's words; what names no step leaves those standing", () => {
  const { plan } = report.state;
  const key = modelKey("A", "Tổ Toán");
  const name = plan.steps.find(({ order }) => order === 2)!.name;
  expect(stepOf({ plan }, "A", "Tổ Toán", name.toUpperCase())?.order).toBe(2);
  expect(stepOf({ plan, steps: { [key]: "buoc-4" } }, "A", "tổ  toán", name)?.order).toBe(4);
  expect(stepOf({ plan, steps: { [key]: "chờ họp" } }, "A", "Tổ Toán", name)?.order).toBe(2);
  expect(stepOf({ plan }, "A", "Tổ Toán", "khác")).toBeNull();
});

test("the report counts each step, with and without names; the annexes say it of each", () => {
  const some = lines.slice(0, 4);
  const steps = Object.fromEntries(some.map((line, index) => [modelKey(line.text("unit"), line.text("model")), `buoc-${index + 2}`]));
  const ruled: Report = { ...report, state: { ...report.state, steps } };
  const root = treeAt(report.state.roster, report.treeDate).root;
  const saidOf = (of: Report): string[] => reportDocument(of, wording, root).blocks.flatMap((block) => (block.kind === "items" ? block.items.map(plainText) : [])).filter((text) => text.startsWith("Bước "));
  const counts = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Number(/: ([\d.]+) điển hình/u.exec(text)?.[1] ?? 0), 0);
  expect(saidOf(ruled).length).toBe(5);
  expect(saidOf(withoutNames(ruled, template))).toEqual(saidOf(ruled));
  const models = annexBookContent(ruled, wording, root).sheets.find(({ subtitle }) => subtitle === wording.annexes.models)!;
  const placed = models.lines.filter(({ cells }) => /^\d\. /u.test(textOf(cells.at(-1))));
  expect(counts(saidOf(ruled))).toBe(placed.length);
  const stepsSaid = some.map((line) => placed.filter(({ cells }) => cells[1] === line.text("name") && cells[3] === line.text("model")).map(({ cells }) => textOf(cells.at(-1)).slice(0, 3)));
  expect(stepsSaid).toEqual(some.map((_, index) => [`${index + 2}. `]));
});

test("handed over with its unit, and merged with what was typed meanwhile", () => {
  const steps = Object.fromEntries(lines.map((line) => [modelKey(line.text("unit"), line.text("model")), "buoc-2"]));
  const state: BookState = { ...report.state, steps };
  const parts = splitBook(state, { asOf: report.asOf, treeDate: report.treeDate });
  expect(parts.reduce((sum, part) => sum + Object.keys(part.state.steps ?? {}).length, 0)).toBe(Object.keys(steps).length);
  expect(mergeBooks(parts.map((part) => part.state), state.roster)?.steps).toEqual(steps);
  const [key = ""] = Object.keys(steps);
  expect(mergeStates(state, { ...state, notes: { A: "ghi" } }, { ...state, steps: { ...steps, [key]: "buoc-5" } })).toMatchObject({ notes: { A: "ghi" }, steps: { [key]: "buoc-5" } });
});

test("the list for the proposal has what goes above the office, by level, each nomination once", () => {
  const root = treeAt(report.state.roster, report.treeDate).root;
  const sheets = annexBookContent(report, wording, root).sheets;
  const proposal = sheets.find(({ subtitle }) => subtitle === wording.annexes.proposed)!;
  const captions = proposal.lines.filter(({ kind }) => kind === "part").map(({ cells }) => textOf(cells[0]).replace(/ \(\d+\)$/u, ""));
  expect(captions).toEqual([...["Nhà nước", "Bộ", "UBND tỉnh"].map((level) => `Trình ${level}`), ...(captions.includes(wording.annexes.noLevel) ? [wording.annexes.noLevel] : [])]);
  const levels = report.ledger.flatMap(({ submissions }) => submissions.filter(({ state }) => state === "accepted" || state === "acceptedWithWarnings")
    .flatMap(({ submission: { lists } }) => ["nominationsCollective", "nominationsIndividual"].flatMap((id) => (lists[id] ?? []).map(({ cells }) => cells["level"]?.raw ?? ""))));
  const wanted = levels.filter((level) => ["UBND tỉnh", "Bộ", "Nhà nước"].includes(level) || !wording.levels.includes(level));
  expect(proposal.lines.filter(({ kind }) => kind !== "part").length).toBe(wanted.length);
  // A Phòng proposes to the Sở as well.
  const office = treeAt(report.state.roster, report.treeDate).offices[1]!;
  const below = annexBookContent(report, wording, office).sheets.find(({ subtitle }) => subtitle === wording.annexes.proposed);
  expect(below?.lines.some(({ cells }) => textOf(cells[0]).startsWith("Trình Sở GDĐT"))).toBe(true);
});

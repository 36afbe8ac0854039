/** Return slips: the unit's own figures in a fresh form, and what is listed there is all that stands between it and being accepted. */
import { strFromU8, unzipSync } from "fflate";
import type { Report } from "#domain/report";
import { problem, severity } from "#domain/problem";
import { sheetNames } from "#messages/form-vi";
import { slipWords as words } from "#messages/slip-vi";
import { sheetList } from "#workbook/book/package-parts";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { addressOf } from "#domain/snapshot";
import { filesWithoutSlip, returnedOf, returnSlips, type Slip } from "#tasks/slips";
import * as odd from "../fixtures/odd-files";
import { filledForm, template } from "../fixtures/school-form";
import { recalculate, testWithLibreOffice } from "../support/libreoffice";
import { errorsOf, goodCells, judged, reportOn, returnedForms } from "../support/returned-forms";
import { sampleCases, sampleReport, sampleState } from "../support/sample-reports";
import { setCells } from "../support/set-cells";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(180_000);

async function slipsOf(report: Report): Promise<Slip[]> {
  const slips: Slip[] = [];
  for await (const slip of returnSlips({ report, template })) slips.push(slip);
  return slips;
}

async function onlySlip(bytes: Uint8Array): Promise<Slip> {
  const [slip, ...others] = await slipsOf(await reportOn(bytes));
  if (!slip || others.length > 0) throw new Error("one slip was expected");
  return slip;
}

function partOf(bytes: Uint8Array, sheet: string): string {
  const parts = unzipSync(bytes);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const found = sheetList(text("xl/workbook.xml").replaceAll("&apos;", "'"), text("xl/_rels/workbook.xml.rels")).find(({ name }) => name === sheet);
  return text(found?.path ?? "");
}

interface Listed {
  readonly place: string;
  readonly now: string;
  readonly sentence: string;
  readonly status: string;
}

/** The lines of the sheet Cần sửa. */
function listOf(bytes: Uint8Array): Listed[] {
  const read = readSnapshot(bytes, "a.xlsx");
  const cells = read.ok ? read.snapshot.sheets.find(({ name }) => name === sheetNames.slip)?.cells ?? [] : [];
  const at = (address: string): string => {
    const value = cells.find(({ row, column }) => addressOf(row, column) === address)?.value;
    return value?.kind === "text" ? value.text : value?.kind === "number" ? String(value.number) : "";
  };
  const rows = [...new Set(cells.map(({ row }) => row + 1))].filter((row) => /^\d+$/u.test(at(`A${row}`)));
  return rows.map((row) => ({ place: at(`B${row}`), now: at(`C${row}`), sentence: at(`D${row}`), status: at(`E${row}`) }));
}

/** Every cell that a line says is to be put right. */
function cellsToFix(bytes: Uint8Array): { readonly sheet: string; readonly cell: string }[] {
  return listOf(bytes).filter(({ status }) => status === words.unchanged).flatMap(({ place }) => {
    const [sheet = "", cells = ""] = place.split(", ô ");
    return cells.split(", ").filter((cell) => cell !== "").map((cell) => ({ sheet, cell }));
  });
}

async function fixed(slip: Uint8Array): Promise<Uint8Array> {
  const good = await goodCells();
  let bytes = slip;
  for (const { sheet, cell } of cellsToFix(slip)) bytes = setCells(bytes, sheet, { [cell]: good.get(`${sheet}!${cell}`) ?? null });
  return bytes;
}

const shapes: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ["a row that is gone", odd.missingRow],
  ["a sheet that is gone", odd.missingSheet],
  ["a column that is gone", odd.missingBaseColumn],
  ["a row that stands there twice with two numbers", odd.duplicatedRow(7)],
];

test.each([...returnedForms, ...shapes])("%s: the slip lists it, and once that is put right it is accepted", async (_case, make) => {
  const bytes = await make();
  const before = await judged(bytes);
  expect(before.state).toBe("returned");
  const slip = await onlySlip(bytes);
  expect(slip.errors).toBeGreaterThan(0);
  expect((await judged(slip.bytes)).state).toBe("returned");
  expect(cellsToFix(slip.bytes).length).toBeGreaterThan(0);

  const after = await judged(await fixed(slip.bytes));
  expect(errorsOf(after)).toEqual([]);
  expect(["accepted", "acceptedWithWarnings"]).toContain(after.state);
  expect(after.submissions.map(({ unit }) => unit)).toEqual(["A1"]);
});

test("what the unit had typed stands in the slip, right and wrong alike", async () => {
  const bytes = await filledForm({ STD_TD01_value: "nhiều" });
  const { bytes: slip } = await onlySlip(bytes);
  const cells = (entry: Awaited<ReturnType<typeof judged>>) => entry.submissions.map(({ submission: { parts, sides, info, headcounts, lists } }) => ({
    parts: Object.entries(parts).map(([key, one]) => [key, one?.raw, one?.cell]), lists: Object.values(lists).map((rows) => rows.map(({ code, cells: own }) => [code, Object.values(own).map(({ raw }) => raw)])),
    sides: Object.entries(sides).map(([key, { raw }]) => [key, raw]), info: Object.entries(info).map(([key, { raw }]) => [key, raw]), headcounts: Object.entries(headcounts).map(([key, { raw }]) => [key, raw]),
  }));
  expect(cells(await judged(slip))).toEqual(cells(await judged(bytes)));
});

test("the error of another kind is told as the unit's own file had it", async () => {
  const { bytes } = await onlySlip(await odd.errorCell());
  expect(listOf(bytes).map(({ sentence }) => sentence)).toEqual([expect.stringContaining("#N/A")]);
});

test("wrong cells are coloured until they change, carry a note, and are linked from the list", async () => {
  const slip = await onlySlip(await odd.numeratorAboveDenominator());
  const cells = cellsToFix(slip.bytes);
  expect(cells).toHaveLength(2);
  const figures = partOf(slip.bytes, sheetNames.figures);
  const notes = strFromU8(unzipSync(slip.bytes)[`xl/comments${/(\d+)\.xml$/u.exec(Object.keys(unzipSync(slip.bytes)).find((path) => path.startsWith("xl/comments")) ?? "")?.[1] ?? ""}.xml`] ?? new Uint8Array());
  for (const { cell } of cells) {
    expect(figures).toContain(`<conditionalFormatting sqref="${cell}">`);
    expect(notes).toContain(`ref="${cell}"`);
  }
  expect(partOf(slip.bytes, sheetNames.slip)).toContain(`location="'Chỉ tiêu'!${cells[0]?.cell ?? ""}"`);
  expect(validateOoxml(slip.bytes)).toEqual([]);
  expect(partOf(slip.bytes, sheetNames.slip)).toContain(`<v>${words.left.join("1")}</v>`);
  expect(slip.message).toContain("Số đạt lớn hơn tổng số");
  expect(slip.message).toContain(slip.path.split("/").at(-1));
});

testWithLibreOffice("the list follows the work: unchanged, still wrong, put right", async () => {
  const { bytes } = await onlySlip(await filledForm({ STD_TD01_value: "nhiều", STD_TD03_answer: "" }));
  const [first] = cellsToFix(bytes);
  const typed = [-4, 4].map((value) => setCells(bytes, first?.sheet ?? "", { [first?.cell ?? ""]: value }));
  expect(recalculate([bytes, ...typed]).map((file) => listOf(file).map(({ status }) => status))).toEqual([
    [words.unchanged, words.unchanged], [words.stillWrong, words.unchanged], [words.changed, words.unchanged],
  ]);
});

test("an empty form comes back as a form to be filled in", async () => {
  const slip = await onlySlip(await odd.emptyForm());
  expect(listOf(slip.bytes)).toEqual([expect.objectContaining({ place: words.noCell, status: words.unchanged })]);
  expect(slip.message).not.toContain("tô đỏ");
});

test("a unit whose report came in a damaged book has nothing to put right: the book is named", async () => {
  const report = await reportOn(await filledForm({ STD_TD01_value: "nhiều" }));
  const damaged = problem("book-sheet-damaged", { file: "so.xlsx" }, { sheet: "Số liệu", reason: "zip" });
  const inBook = (keepsOwn: boolean): Report => ({ ...report, ledger: report.ledger.map((entry) => ({ ...entry, submissions: entry.submissions.map((one) => ({ ...one, problems: [damaged, ...(keepsOwn ? one.problems : [])] })) })) });
  expect(await slipsOf(inBook(false))).toEqual([]);
  expect(filesWithoutSlip(inBook(false)).map(({ sentence }) => sentence)).toEqual([expect.stringContaining("Số liệu")]);
  expect(await slipsOf(inBook(true))).toHaveLength(1);
});

test("more rows of a list than the form has lines: all of them are there", async () => {
  const rows = template.lists.find(({ id }) => id === "roleModels")?.rows ?? 0;
  const report = await reportOn(await filledForm({ STD_TD01_value: "nhiều" }));
  const [returned] = returnedOf(report);
  if (!returned) throw new Error("nothing was returned");
  const { submission } = returned.entry;
  const [row] = submission.lists["roleModels"] ?? [];
  if (!row) throw new Error("no row");
  const many = Array.from({ length: rows + 5 }, (_, index) => ({ ...row, code: String(index + 1) }));
  const [file] = report.state.files;
  if (file?.reading.kind !== "submissions") throw new Error("no submission");
  const longer = { ...report, ledger: report.ledger.map((entry) => ({ ...entry, submissions: entry.submissions.map((one) => ({ ...one, submission: { ...submission, lists: { ...submission.lists, roleModels: many } } })) })) };
  const [slip] = await slipsOf(longer);
  const entry = await judged(slip?.bytes ?? new Uint8Array());
  expect(entry.submissions[0]?.submission.lists["roleModels"]).toHaveLength(rows + 5);
});

test.each(sampleCases)("$name: every returned report has its slip, or its file is named", async (sample) => {
  const state = await sampleState(sample);
  const report = sampleReport(state, sample.asOf);
  const slips = await slipsOf(report);
  const named = new Set(filesWithoutSlip(report).map(({ path }) => path));
  const units = new Set<string | null>(slips.map(({ unit }) => unit));
  const returned = report.ledger.flatMap(({ path, submissions }) => submissions.filter(({ state: became }) => became === "returned").map(({ unit }) => ({ path, unit })));
  expect(returned.filter(({ path, unit }) => !units.has(unit) && !named.has(path))).toEqual([]);
  expect(slips.length).toBeGreaterThan(0);
  for (const slip of slips) {
    const own = report.ledger.flatMap(({ submissions }) => submissions).filter(({ unit, state: became }) => unit === slip.unit && became === "returned").flatMap(({ problems }) => problems);
    expect(slip.errors).toBeGreaterThanOrEqual(Math.min(1, own.filter((found) => severity(found) === "error").length));
    expect(listOf(slip.bytes).filter(({ status }) => status === words.unchanged)).toHaveLength(slip.errors);
  }
});

/** What schools and rosters write stays words, wherever it goes: no formula, no markup, no path. */
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { aggregate } from "#domain/aggregate";
import type { Report } from "#domain/report";
import type { Roster } from "#domain/unit";
import { bookBytes, writeNodeBook } from "#tasks/book-file";
import { parseReportTemplate } from "#tasks/form-template";
import { takeIn } from "#tasks/intake";
import { makeForms } from "#tasks/make-forms";
import { nodeFileName, reportingOffices } from "#tasks/offices";
import { toReportJson } from "#tasks/report-json";
import { annexBook } from "#tasks/annex-book/annex-book";
import { wordReport } from "#tasks/word-report/word-report";
import { asWords } from "#browser/tab-separated";
import reportTemplate from "#templates/reports/report.json";
import { filledForm, plan, request, roster, template } from "../fixtures/school-form";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(240_000);

/** In every text that is tried, so that it is found again. */
const MARK = "qq7";
const DANGERS = [
  `=HYPERLINK("http://${MARK}","${MARK}")`, `+${MARK}+1`, `-1+cmd|'/C calc'!A0 ${MARK}`, `@SUM(${MARK})`, `\t=1+${MARK}`, `<script>${MARK}</script>`, `]]></w:t>${MARK}`,
  `& < > " ' ${MARK}`, `_x0041_ ${MARK}`, `\u0001\u0007${MARK}`, `../../${MARK}`, `{=${MARK}}`,
] as const;

const dangerous = (number: number): string => DANGERS[number % DANGERS.length] ?? MARK;
/** Every unit is called something that could do harm. */
const strange: Roster = { ...roster, units: roster.units.map((unit, index) => ({ ...unit, name: `${dangerous(index)} ${index}` })) };

let report: Report;
beforeAll(async () => {
  const forms = await Promise.all(["A1", "A2"].map((unit) => filledForm({ STD_TD05_text: dangerous(unit === "A1" ? 0 : 5), STD_i_preparedBy: dangerous(1), STD_s_TD03_note: dangerous(3) }, { unit })));
  const files = await takeIn(forms.map((bytes, index) => ({ path: `${dangerous(10)}/${dangerous(5)} ${index}.xlsx`, bytes: () => Promise.resolve(bytes) })), { ...request, receivedOn: "2025-05-01", receipts: new Map(), known: [] });
  report = aggregate({
    plan, answers: {}, roster: strange, stage: request.stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], documents: {},
    notes: Object.fromEntries(strange.units.map(({ code }, index) => [code, dangerous(index + 3)])),
  }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
});

/** Formulas and texts of a workbook in which the mark stands. */
async function marked(bytes: Uint8Array): Promise<{ formulas: string[]; texts: string[] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const found = { formulas: [] as string[], texts: [] as string[] };
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => {
    if (cell.formula?.includes(MARK)) found.formulas.push(cell.formula);
    if (typeof cell.value === "string" && cell.value.includes(MARK)) found.texts.push(cell.value);
  })));
  return found;
}

test("in a book and in an office's copy, valid and without one formula of theirs", async () => {
  const book = await bookBytes(report, null, template);
  const { formulas, texts } = await marked(book);
  expect(formulas).toEqual([]);
  expect(DANGERS.filter((danger) => danger.startsWith("=") || danger.startsWith("+") || danger.startsWith("@")).every((danger) => texts.some((text) => text.includes(danger)))).toBe(true);
  expect(validateOoxml(book)).toEqual([]);
  const [office] = reportingOffices(report);
  if (office) {
    expect((await marked(await writeNodeBook(report, office))).formulas).toEqual([]);
    expect(nodeFileName(report, office)).toMatch(/^[^\\/:*?"<>|\u0000-\u001f]+\.xlsx$/u);
  }
});

test("in forms, whose files lie where they should", async () => {
  for await (const form of makeForms({ plan, stage: "summary", template, roster: strange, treeDate: "2025-01-01", what: { everyUnit: true } })) {
    expect((await marked(form.bytes)).formulas).toEqual([]);
    expect(form.path.split("/").every((step) => step !== ".." && step !== "." && /^[^\\:*?"<>|\u0000-\u001f]+$/u.test(step))).toBe(true);
    expect(form.path.split("/").length).toBeLessThanOrEqual(2);
  }
});

test("in the Word report, as words inside sound XML", async () => {
  const docx = await wordReport(report, parseReportTemplate(reportTemplate), reportingOffices(report)[0] ?? ("" as never));
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  let text = "";
  const names = new Set<string>();
  const parser = new SaxesParser({});
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name }) => names.add(name));
  parser.on("text", (piece) => { text += piece; });
  parser.write(xml).close();
  expect(text).toContain(MARK);
  expect([...names].filter((name) => !/^(w|wp|a|pic|r|mc|w14|w15|wps|v|o|m):/.test(name))).toEqual([]);
  expect(validateOoxml(docx, "docx")).toEqual([]);
});

test("in the workbook of annexes, valid and without one formula of theirs", async () => {
  const annexes = await annexBook(report, parseReportTemplate(reportTemplate), reportingOffices(report)[0] ?? ("" as never));
  const { formulas, texts } = await marked(annexes);
  expect(formulas).toEqual([]);
  expect(texts.length).toBeGreaterThan(0);
  expect(validateOoxml(annexes)).toEqual([]);
});

test("in JSON, as it was written", () => {
  const json = toReportJson(report);
  expect(json.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining([strange.units[0]?.name]));
});

test("on the clipboard, with the apostrophe that says words", () => {
  for (const danger of DANGERS) expect(asWords(danger)).toBe(/^[=+\-@\t]/.test(danger) ? `'${danger}` : danger);
});

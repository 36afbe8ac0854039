/** The office's own words: kept by section, put into every report made anew, taken back from Word; other edits are only told. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { BookState, Report } from "#domain/report";
import { ownKey } from "#domain/own-sections";
import { readBook } from "#workbook/book/read-book";
import { bookBytes } from "#tasks/book-file";
import { parseReportTemplate } from "#tasks/form-template";
import { reportingOffices } from "#tasks/offices";
import { takeWords } from "#tasks/word-report/own-words";
import { wordReport } from "#tasks/word-report/word-report";
import { readOfficial } from "#document/read-official";
import reportJson from "#templates/reports/report.json";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";
import { convert, testWithLibreOffice } from "../support/libreoffice";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(120_000);

const words = parseReportTemplate(reportJson);
const [sample] = sampleCases;
if (!sample) throw new Error("no sample");
let state: BookState;
let report: Report;
let docx: Uint8Array;
const nodeOf = (of: Report) => {
  const [node] = reportingOffices(of);
  if (!node) throw new Error("no office");
  return node;
};

beforeAll(async () => {
  state = await sampleState(sample);
  report = sampleReport(state, sample.asOf);
  docx = await wordReport(report, words, nodeOf(report));
});

/** The document as it would be saved after its XML was changed in Word. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, "word/document.xml": strToU8(change(strFromU8(parts["word/document.xml"] ?? new Uint8Array()))) });
}

const taken = (bytes: Uint8Array, of = report) => takeWords(bytes, of, words, () => wordReport(of, words, nodeOf(of)));
const paragraph = (text: string, properties = ""): string => `<w:p><w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** What stands in one place of the document, written anew. */
const written = (section: string, ...lines: readonly string[]) => (xml: string): string =>
  xml.replace(new RegExp(`(<w:tag w:val="STD_own_${section}"/>.*?<w:sdtContent>).*?(</w:sdtContent>)`, "su"), (_, before: string, after: string) => before + lines.map((line) => paragraph(line)).join("") + after);

test("a report nobody touched has nothing to take and nothing to tell", async () => {
  expect(await taken(docx)).toMatchObject({ taken: [], edits: [] });
});

test("what is written in a place is taken, kept in the book, and stands in the next report", async () => {
  const own = await taken(edited(docx, written("guidance", "Sở đã ban hành 3 văn bản (mẫu).", "Đã tổ chức 2 hội nghị.")));
  const node = nodeOf(report);
  expect(own).toMatchObject({ node, taken: ["guidance"], edits: [], ownWords: { [ownKey(node, "guidance")]: "Sở đã ban hành 3 văn bản (mẫu).\nĐã tổ chức 2 hội nghị." } });

  const kept = sampleReport({ ...state, ownWords: own?.ownWords ?? {} }, sample.asOf);
  const read = readBook(await bookBytes(kept, null, template));
  expect(read.ok && read.state.ownWords).toEqual(own?.ownWords);

  const next = await wordReport(kept, words, node);
  expect(validateOoxml(next, "docx")).toEqual([]);
  expect([...readOfficial(next)?.regions ?? []].find(([tag]) => tag.includes("guidance"))?.[1]).toEqual(["Sở đã ban hành 3 văn bản (mẫu).", "Đã tổ chức 2 hội nghị."]);
  expect(await taken(next, kept)).toMatchObject({ taken: [], edits: [] });
  // Blanked, or the hint put back: the words are gone, and only they.
  expect(await taken(edited(next, written("guidance", "")), kept)).toMatchObject({ taken: ["guidance"], ownWords: {} });
  expect(await taken(edited(next, written("guidance", words.open.guidance)), kept)).toMatchObject({ taken: ["guidance"], ownWords: {} });
});

testWithLibreOffice("saved by LibreOffice, it is the same report, and its words are taken", async () => {
  const [resaved, rewritten] = convert([docx, edited(docx, written("proposals", "Kiến nghị của cơ quan (mẫu)."))], "docx", "docx");
  expect(await taken(resaved ?? new Uint8Array())).toMatchObject({ taken: [], edits: [] });
  expect(await taken(rewritten ?? new Uint8Array())).toMatchObject({ taken: ["proposals"], edits: [], ownWords: { [ownKey(nodeOf(report), "proposals")]: "Kiến nghị của cơ quan (mẫu)." } });
});

test("text deleted under track changes does not count, text inserted does", async () => {
  const tracked = (xml: string): string => written("results", "x")(xml).replace(paragraph("x"),
    `<w:p><w:del w:id="900" w:author="a"><w:r><w:delText>Cũ</w:delText></w:r></w:del><w:ins w:id="901" w:author="a"><w:r><w:t>Mới</w:t></w:r></w:ins></w:p>`);
  expect(await taken(edited(docx, tracked))).toMatchObject({ taken: ["results"], ownWords: { [ownKey(nodeOf(report), "results")]: "Mới" } });
});

test("a figure typed over and a sentence changed are told, and not taken", async () => {
  const figure = /<w:bookmarkStart w:name="STD_1_[^>]*>.*?<w:t[^>]*>([^<]+)<\/w:t>/su;
  const before = figure.exec(strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array()))?.[1] ?? "";
  const own = await taken(edited(docx, (xml) => xml
    .replace(figure, (all, said: string) => all.replace(`>${said}<`, ">99,99 %<"))
    .replace("</w:body>", "</w:body>").replace(/(<w:p>)(?=(?:(?!<\/w:p>).)*TỒN TẠI)/u, `${paragraph("Câu thêm ngoài chỗ được viết.")}$1`)));
  expect(own?.taken).toEqual([]);
  expect(own?.edits).toHaveLength(2);
  expect(own?.edits[0]).toContain("99,99 %");
  expect(own?.edits[0]).toContain(before.replace(/\u00a0/gu, " "));
  expect(own?.edits[1]).toContain("Câu thêm ngoài chỗ được viết.");
});

test.each<[string, () => Uint8Array]>([
  ["no zip", () => strToU8("PK")], ["another document", () => zipSync({ "word/document.xml": strToU8("<w:document><w:body/></w:document>") })],
  ["a document type", () => zipSync({ "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>') })], ["half a document", () => docx.slice(0, docx.length / 2)],
])("%s is not a report of ours", async (_name, make) => {
  expect(await taken(make())).toBeNull();
});

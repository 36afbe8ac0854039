import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { aggregate } from "#domain/aggregate";
import { exact, toNumber } from "#domain/exact";
import type { BookState, Report } from "#domain/report";
import { freeze } from "#domain/snapshot-figures";
import { bookWords as words } from "#messages/book-vi";
import { readBook, isBook } from "#workbook/book/read-book";
import { updateBook } from "#workbook/book/update-book";
import { writeBook } from "#workbook/book/write-book";
import { readTable } from "#workbook/book/table";
import { sheetList } from "#workbook/book/package-parts";
import { contentOf } from "#workbook/content/read-content";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { zipEntries } from "#workbook/read/zip";
import { cellsOf, comparable } from "../../support/cells-of";
import { recalculate, testWithLibreOffice } from "../../support/libreoffice";
import { sampleCases, sampleReport, sampleState, template } from "../../support/sample-reports";
import { setCells } from "../../support/set-cells";
import { validateOoxml } from "../../support/validate-ooxml";

jest.setTimeout(240_000);

const sample = sampleCases[0];
let state: BookState;
let report: Report;
let book: Uint8Array;

beforeAll(async () => {
  if (!sample) throw new Error("no sample");
  state = await sampleState(sample, 3);
  report = sampleReport(state, sample.asOf);
  book = await writeBook(report, template);
});

/** The address of a cell in one of the book's tables, by what stands in its row. */
function addressIn(bytes: Uint8Array, id: string, key: string, row: Readonly<Record<string, string>>): string {
  const read = readSnapshot(bytes, "so.xlsx");
  const table = read.ok ? readTable(read.snapshot, id) : null;
  const found = table?.rows.find((candidate) => Object.entries(row).every(([column, text]) => candidate.text(column) === text));
  if (!found) throw new Error(`no row ${JSON.stringify(row)} in ${id}`);
  return found.address(key);
}

function sheetPathOf(bytes: Uint8Array, sheet: string): string | undefined {
  const entries = unzipSync(bytes);
  const text = (path: string): string => strFromU8(entries[path] ?? new Uint8Array());
  return sheetList(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels")).find(({ name }) => name === sheet)?.path;
}

function stateOf(bytes: Uint8Array): BookState {
  const read = readBook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.state;
}

const scopeFigure = (from: Report, indicator: string): Report["nodes"][number] => {
  const figure = from.nodes.find((candidate) => candidate.node === "SO" && candidate.indicator === indicator);
  if (!figure) throw new Error(indicator);
  return figure;
};

/** The row of a unit that reported this indicator (or did not). */
function unitWith(indicator: string, isReported: boolean): string {
  const found = report.contributions.find((one) => one.indicator === indicator && (one.figure.state === "reported") === isReported);
  if (!found) throw new Error(`nobody for ${indicator}`);
  return found.unit;
}

interface Typed { readonly case: string; readonly indicator: string; readonly isReported: boolean; readonly cells: Readonly<Record<string, string | number>>; readonly reason: string | null }

const typed: readonly Typed[] = [
  { case: "a ratio corrected", indicator: "BT06", isReported: true, cells: { correctionN: 3, correctionD: 4 }, reason: "Theo công văn" },
  { case: "only the numerator of a ratio", indicator: "BT06", isReported: true, cells: { correctionN: 1 }, reason: "Theo công văn" },
  { case: "a ratio filled for a unit that reported none", indicator: "BT01", isReported: false, cells: { correctionN: 7, correctionD: 9 }, reason: "Điện thoại" },
  { case: "numerator above denominator: refused", indicator: "BT06", isReported: true, cells: { correctionN: 90, correctionD: 4 }, reason: "Nhầm" },
  { case: "no reason: does not count", indicator: "BT06", isReported: true, cells: { correctionN: 0, correctionD: 4 }, reason: null },
  { case: "a yes/no turned", indicator: "BT10", isReported: true, cells: { correctionN: "Chưa đạt" }, reason: "Quyết định bị thu hồi" },
  { case: "a yes/no filled", indicator: "BT10", isReported: false, cells: { correctionN: "Đạt" }, reason: "Có quyết định" },
  { case: "a change with all four parts", indicator: "BT07", isReported: true, cells: { correctionN: 5, correctionD: 200, correctionStartN: 9, correctionStartD: 200 }, reason: "Cân lại" },
  { case: "a change with one part: refused", indicator: "BT07", isReported: true, cells: { correctionN: 5 }, reason: "Thiếu số" },
  { case: "taken out", indicator: "BT03a", isReported: true, cells: { correctionN: words.corrections.notReported }, reason: "Số sai, chờ trường gửi lại" },
  { case: "said not to apply", indicator: "BT02", isReported: true, cells: { correctionN: words.corrections.notApplicable }, reason: "Không có hồ sơ" },
];

describe("an officer's correction typed in the book", () => {
  testWithLibreOffice("recalculates the report to what the core makes of the same book, in every case", () => {
    const edited = typed.map(({ indicator, isReported, cells, reason }) => {
      const row = { unit: unitWith(indicator, isReported), indicator };
      const values = Object.fromEntries([...Object.entries(cells), ...(reason === null ? [] : [["reason", reason] as const])]
        .map(([key, value]) => [addressIn(book, "data", key, row), value]));
      return setCells(book, words.sheets.data, values);
    });
    const calculated = recalculate(edited);
    typed.forEach(({ case: name, indicator }, index) => {
      const now = aggregate(stateOf(edited[index] ?? book), { asOf: report.asOf, treeDate: report.treeDate });
      const figure = scopeFigure(now, indicator);
      const cells = cellsOf(calculated[index] ?? book);
      const line = [...cells].find(([place, { value }]) => place.startsWith(`${words.sheets.report}!B`) && comparable(value) === indicator)?.[0].replace(/.*!B/, "") ?? "";
      const shown = ["E", "G", "H"].map((column) => comparable(cells.get(`${words.sheets.report}!${column}${line}`)?.value));
      const wanted = [figure.numerator, figure.value].map((value) => (value ? comparable({ kind: "number", number: toNumber(value) }) : words.noValue));
      expect([name, ...shown]).toEqual([name, ...wanted, String(figure.reported)]);
    });
  });

  test("is kept with its reason, survives the next run, and can be cleared again", async () => {
    const row = { unit: unitWith("BT06", true), indicator: "BT06" };
    const at = (key: string): string => addressIn(book, "data", key, row);
    const corrected = stateOf(setCells(book, words.sheets.data, { [at("correctionN")]: 3, [at("correctionD")]: 4, [at("reason")]: "Theo công văn" }));
    expect(corrected.corrections).toEqual([{ unit: row.unit, indicator: "BT06", value: { kind: "parts", main: exact(3), base: exact(4) }, reason: "Theo công văn" }]);
    const again = await writeBook(aggregate(corrected, { asOf: report.asOf, treeDate: report.treeDate }), template);
    expect(stateOf(again).corrections).toEqual(corrected.corrections);
    const cleared = setCells(again, words.sheets.data, { [at("correctionN")]: null, [at("correctionD")]: null, [at("reason")]: null });
    expect(stateOf(cleared).corrections).toEqual([]);
  });
});

describe("what else an officer types", () => {
  test("a day of arrival, a note, an answer, an extension, a decision, a report on behalf: all in the state", () => {
    const file = report.ledger.find(({ state: outcome }) => outcome === "accepted");
    const unit = unitWith("BT06", true);
    const first = (id: string, key: string): string => spareAddress(book, id, key);
    let edited = setCells(book, words.sheets.ledger, { [addressIn(book, "ledger", "receivedOn", { path: file?.path ?? "" })]: "07/10/2025" });
    edited = setCells(edited, words.sheets.notes, { [addressIn(book, "notes", "note", { unit })]: "Gọi lại thứ Hai" });
    edited = setCells(edited, words.sheets.answers, { [addressIn(book, "answers", "answer", { openId: "number" })]: "123/KH-SGDĐT" });
    edited = setCells(edited, words.sheets.extensions, { [first("extensions", "unit")]: unit, [first("extensions", "milestone")]: "tong-ket", [first("extensions", "until")]: "2025-11-10" });
    edited = setCells(edited, words.sheets.decisions, {
      [first("decisions", "action")]: "useSchools", [first("decisions", "unit")]: "X01", [first("decisions", "reasonOfDecision")]: "Đủ file", [first("decisions", "on")]: "2025-11-01",
    });
    edited = setCells(edited, words.sheets.entered, {
      [first("entered", "unit")]: unit, [first("entered", "document")]: "BC 12", [first("entered", "date")]: "2025-10-20", [first("entered", "by")]: "Văn phòng",
      [first("entered", "indicator")]: "BT06", [first("entered", "main")]: 3, [first("entered", "base")]: 5,
    });
    const now = stateOf(edited);
    expect(now.files.find(({ path }) => path === file?.path)?.receivedOn).toBe("2025-10-07");
    expect(now.notes).toEqual({ [unit]: "Gọi lại thứ Hai" });
    expect(now.answers["number"]).toBe("123/KH-SGDĐT");
    expect(now.extensions).toEqual([{ unit, milestone: "tong-ket", until: "2025-11-10" }]);
    expect(now.decisions).toEqual([{ action: "useSchools", unit: "X01", reason: "Đủ file", on: "2025-11-01" }]);
    expect(now.entered).toEqual([{ unit, document: "BC 12", date: "2025-10-20", by: "Văn phòng", values: [{ unit, indicator: "BT06", value: { kind: "parts", main: exact(3), base: exact(5) }, reason: "" }] }]);
  });

  test("everything recorded reads back, of every kind", async () => {
    const unit = unitWith("BT06", true);
    const full: BookState = {
      ...state,
      answers: { number: "5/KH" }, notes: { [unit]: "=1+1 là chữ" }, documents: { [`tong-ket|bao-cao|${unit}`]: "12/BC, 20/10/2025" },
      decisions: [{ action: "reopen", unit: "SO", snapshot: "Lần 0", reason: "Bổ sung", on: "2025-11-03" }, { action: "choose", unit, content: "abc", reason: "Bản sau", on: "2025-11-01", by: "VP" }, { action: "useOfficeTotal", unit: "X01", indicator: "BT06", reason: "Thiếu file", on: "2025-11-02" }],
      extensions: [{ unit, milestone: "tong-ket", until: "2025-11-09", document: "CV 3" }],
      corrections: [
        { unit, indicator: "BT06", value: { kind: "parts", main: exact(1), base: exact(2) }, reason: "a", on: "2025-11-01", by: "VP" },
        { unit, indicator: "BT10", value: { kind: "yesNo", yes: false }, reason: "b" },
        { unit, indicator: "BT07", value: { kind: "change", start: [exact(2), exact(50)], end: [exact(1), exact(50)] }, reason: "c" },
        { unit, indicator: "BT02", value: { kind: "notApplicable" }, reason: "d" },
        { unit, indicator: "BT01", value: { kind: "notReported" }, reason: "e" },
        { unit, indicator: "BT28", value: { kind: "text", text: "Có 3 mô hình" }, reason: "f" },
      ],
      entered: [{ unit: unitWith("BT06", false), document: "BC giấy", date: "2025-10-20", by: "VP", receivedOn: "2025-10-21", values: [{ unit: unitWith("BT06", false), indicator: "BT06", value: { kind: "parts", main: exact(4), base: exact(5) }, reason: "" }] }],
    };
    const now = sampleReport(full, report.asOf);
    expect(stateOf(await writeBook(now, template))).toEqual(now.state);
  });
});

describe("a book damaged by hand", () => {
  const without = (bytes: Uint8Array, sheet: string): Uint8Array => {
    const entries = unzipSync(bytes);
    const workbook = strFromU8(entries["xl/workbook.xml"] ?? new Uint8Array()).replace(new RegExp(`<sheet [^>]*name="${sheet}"[^>]*/>`), "");
    return zipSync({ ...entries, "xl/workbook.xml": strToU8(workbook) });
  };

  test("a report figure typed over is named with its cell", () => {
    const cell = [...cellsOf(book)].find(([place, { value }]) => place.startsWith(`${words.sheets.report}!B`) && comparable(value) === "BT06")?.[0].replace(/.*!B/, "G") ?? "";
    const read = readBook(setCells(book, words.sheets.report, { [cell]: 0.99 }));
    expect(read.problems.map(({ code, at }) => [code, at.cell])).toEqual([["book-formula-overwritten", cell]]);
  });

  test("a deleted sheet is named, and the rest is kept", () => {
    const read = readBook(without(book, words.sheets.data));
    expect(read.problems.map(({ code, at }) => [code, at.sheet])).toContainEqual(["book-sheet-damaged", words.sheets.data]);
    expect(read.ok && read.state.files).toEqual(report.state.files);
  });

  test("a sheet whose bytes are broken is named, the rest is kept, and the book goes on", async () => {
    const entry = zipEntries(book)?.find(({ path }) => path === sheetPathOf(book, words.sheets.report));
    const broken = book.slice();
    if (entry) for (let at = entry.at + 120; at < entry.at + 140; at += 1) broken[at] = (broken[at] ?? 0) ^ 0xff;
    const read = readBook(broken);
    expect(read.ok && read.state.files).toEqual(report.state.files);
    expect(read.problems.map(({ code, at }) => [code, at.sheet])).toContainEqual(["book-sheet-damaged", words.sheets.report]);
    const shown = await contentOf(broken);
    expect(shown.sheets.map(({ name }) => name)).toEqual((await contentOf(book)).sheets.map(({ name }) => name));
    expect(shown.sheets.find(({ name }) => name === words.sheets.report)?.cells).toEqual([]);
    const again = readBook(await updateBook(broken, report, template));
    expect([again.ok, again.problems.map(({ code }) => code)]).toEqual([true, []]);
  });

  test("a file's record that is damaged is named, the others are kept", () => {
    const last = [...cellsOf(book)].filter(([place]) => place.startsWith("_std_du_lieu!A")).at(-1)?.[0].split("!")[1] ?? "";
    const read = readBook(setCells(book, "_std_du_lieu", { [last]: "{hỏng" }));
    const gone = report.state.files.at(-1)?.path;
    expect(read.ok && read.state.files).toEqual(report.state.files.slice(0, -1));
    expect(read.problems.filter(({ code }) => code === "book-file-lost").map(({ facts }) => facts)).toEqual([{ name: gone }]);
  });

  test("without its memory it is no book, and says so", () => {
    const read = readBook(without(book, "_std_du_lieu"));
    expect([read.ok, read.problems.map(({ code }) => code)]).toEqual([false, ["book-sheet-damaged"]]);
    expect([isBook(book), isBook(without(book, "_std_du_lieu")), isBook(new Uint8Array([1, 2, 3]))]).toEqual([true, false, false]);
  });
});

describe("an officer's own sheets in the book", () => {
  const CHART = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>\'Của tôi\'!$A$1:$A$2</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';
  const DRAWING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>';
  const rels = (type: string, target: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

  /** The book with a sheet of the officer's: formulas to ours, own styles and names, and a chart. */
  async function withOwnSheet(): Promise<{ bytes: Uint8Array; path: string }> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(book.buffer.slice(book.byteOffset, book.byteOffset + book.byteLength) as ArrayBuffer);
    const own = workbook.addWorksheet("Của tôi");
    own.getCell("A1").value = { formula: `'${words.sheets.report}'!G15`, result: 1 };
    own.getCell("A2").value = 2;
    own.getCell("A2").style = { font: { name: "Arial", size: 17, italic: true }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF00FF77" } }, numFmt: "0.000" };
    workbook.definedNames.add("'Của tôi'!$A$2", "rieng_cua_toi");
    const entries = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const number = Math.max(...Object.keys(entries).flatMap((path) => /worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1] ?? []).map(Number));
    const path = `xl/worksheets/sheet${number}.xml`;
    const sheet = strFromU8(entries[path] ?? new Uint8Array()).replace("</worksheet>", '<drawing r:id="rId1"/></worksheet>');
    const types = strFromU8(entries["[Content_Types].xml"] ?? new Uint8Array()).replace("</Types>", '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>');
    const bytes = zipSync({
      ...entries, [path]: strToU8(sheet), "[Content_Types].xml": strToU8(types),
      [`xl/worksheets/_rels/sheet${number}.xml.rels`]: strToU8(rels("drawing", "../drawings/drawing1.xml")),
      "xl/drawings/drawing1.xml": strToU8(DRAWING), "xl/drawings/_rels/drawing1.xml.rels": strToU8(rels("chart", "../charts/chart1.xml")), "xl/charts/chart1.xml": strToU8(CHART),
    });
    return { bytes, path };
  }

  test("stay byte for byte, with chart, style and name, while ours are brought up to date", async () => {
    const { bytes, path } = await withOwnSheet();
    const next = sampleReport({ ...state, notes: { [unitWith("BT06", true)]: "mới" } }, report.asOf);
    const updated = await updateBook(bytes, next, template);
    const [before, after] = [unzipSync(bytes), unzipSync(updated)];
    const foreign = [path, path.replace("worksheets/", "worksheets/_rels/") + ".rels", "xl/drawings/drawing1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/charts/chart1.xml"];
    for (const part of foreign) expect([part, strFromU8(after[part] ?? new Uint8Array())]).toEqual([part, strFromU8(before[part] ?? new Uint8Array())]);
    expect(strFromU8(after["xl/workbook.xml"] ?? new Uint8Array())).toContain("rieng_cua_toi");
    expect(stateOf(updated)).toEqual(next.state);
    const own = new ExcelJS.Workbook();
    await own.xlsx.load(updated.buffer.slice(updated.byteOffset, updated.byteOffset + updated.byteLength) as ArrayBuffer);
    expect(own.getWorksheet("Của tôi")?.getCell("A2").font).toMatchObject({ name: "Arial", size: 17, italic: true });
    expect(own.getWorksheet(words.sheets.report)?.getCell("A5").font).toMatchObject({ name: "Times New Roman", size: 14, bold: true });
    expect(validateOoxml(updated).filter((fault) => !fault.includes("font"))).toEqual([]);
    const styles = (from: Record<string, Uint8Array>): number => from["xl/styles.xml"]?.length ?? 0;
    expect(styles(unzipSync(await updateBook(updated, next, template)))).toBe(styles(after));
  });

  testWithLibreOffice("go on calculating from our figures", async () => {
    const { bytes } = await withOwnSheet();
    const [calculated] = recalculate([await updateBook(bytes, report, template)]);
    const cells = cellsOf(calculated ?? bytes);
    expect(comparable(cells.get("Của tôi!A1")?.value)).toBe(comparable(cells.get(`${words.sheets.report}!G15`)?.value));
    expect(comparable(cells.get(`${words.sheets.report}!G15`)?.value)).not.toBe("");
  });
});

test("a report is final only while nothing has changed since it was frozen", async () => {
  const frozen = sampleReport({ ...state, snapshots: [freeze(report, { name: "Lần 1", on: "2025-11-05", by: "Văn phòng" })] }, report.asOf);
  const corrected = { ...frozen.state, corrections: [{ unit: unitWith("BT06", true), indicator: "BT06", value: { kind: "notReported" as const }, reason: "Số sai" }] };
  const status = async (from: Report): Promise<string> => comparable(cellsOf(await writeBook(from, template)).get(`${words.sheets.report}!A7`)?.value);
  expect([await status(report), await status(frozen), await status(sampleReport(corrected, report.asOf))].map((text) => text.split(" ·")[0])).toEqual([
    "DỰ THẢO – số liệu chưa chốt", "Số liệu chốt “Lần 1” ngày 05/11/2025", expect.stringMatching(/^DỰ THẢO – \d+ số đã thay đổi sau lần chốt “Lần 1”$/),
  ]);
});

test("words from a school that begin like a formula stay words", async () => {
  const unit = unitWith("BT06", true);
  const sly = { ...state, notes: { [unit]: "=HYPERLINK(\"http://x\")" }, documents: { [`tong-ket|bao-cao|${unit}`]: "+1+cmd|' /C calc'!A0" } };
  const cells = [...cellsOf(await writeBook(sampleReport(sly, report.asOf), template)).values()];
  const found = cells.filter(({ value }) => value?.kind === "text" && /HYPERLINK|cmd\|/.test(value.text) && value.text.length < 200);
  expect(found.map(({ formula }) => formula)).toEqual([undefined, undefined]);
});

/** The first empty line below a table that the officer may fill. */
function spareAddress(bytes: Uint8Array, id: string, key: string): string {
  const sheet = words.sheets[id as keyof typeof words.sheets];
  const read = readSnapshot(bytes, "so.xlsx");
  const row = read.ok ? readTable(read.snapshot, id)?.rows.length ?? 0 : 0;
  const keys = [...cellsOf(bytes)].filter(([place, { value }]) => place.startsWith(`${sheet}!`) && place.endsWith("7") && comparable(value) === key);
  return (keys[0]?.[0].replace(`${sheet}!`, "").replace(/\d+$/, "") ?? "A") + String(8 + row);
}

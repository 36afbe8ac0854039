import { CFB, utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Cell, WorkbookSnapshot } from "#domain/snapshot";
import { readSnapshot } from "#workbook/read/read-snapshot";

async function made(fill: (workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook, workbook.addWorksheet("Bảng"));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function snapshotOf(bytes: Uint8Array, name = "a.xlsx"): WorkbookSnapshot {
  const read = readSnapshot(bytes, name);
  if (!read.ok) throw new Error(read.problems.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join());
  return read.snapshot;
}

function cellAt(snapshot: WorkbookSnapshot, row: number, column: number): Cell | undefined {
  return snapshot.sheets[0]?.cells.find((cell) => cell.row === row && cell.column === column);
}

describe("readSnapshot", () => {
  test("keeps values as stored, with formula and format", async () => {
    const snapshot = snapshotOf(await made((workbook, sheet) => {
      sheet.addRow(["chữ", 12.5, true, new Date(Date.UTC(2024, 8, 5)), { error: "#N/A" }]);
      sheet.addRow([{ formula: "B1*2", result: 25 }, { formula: "B1*3" }, { formula: "IF(B1>0,\"\",1)", result: "" }, 0.955, "=không phải công thức"]);
      sheet.getCell("D2").numFmt = "0.0%";
      sheet.mergeCells("A3:C4");
      workbook.definedNames.add("'Bảng'!$B$1", "STD_x");
      workbook.addWorksheet("ẩn", { state: "veryHidden" }).getCell("A1").value = 1;
    }));
    expect(snapshot.sheets.map(({ name, state }) => [name, state])).toEqual([["Bảng", "visible"], ["ẩn", "veryHidden"]]);
    expect(snapshot.names).toEqual([{ name: "STD_x", refersTo: "'Bảng'!$B$1" }]);
    expect(snapshot.sheets[0]?.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 2 }]);
    expect(snapshot.sheets[0]?.cells).toEqual([
      { row: 0, column: 0, value: { kind: "text", text: "chữ" } },
      { row: 0, column: 1, value: { kind: "number", number: 12.5 } },
      { row: 0, column: 2, value: { kind: "boolean", boolean: true } },
      { row: 0, column: 3, value: { kind: "date", iso: "2024-09-05" }, format: "m/d/yy" },
      { row: 0, column: 4, value: { kind: "error", error: "#N/A" } },
      { row: 1, column: 0, value: { kind: "number", number: 25 }, formula: "B1*2" },
      { row: 1, column: 1, value: null, formula: "B1*3" },
      { row: 1, column: 2, value: { kind: "text", text: "" }, formula: "IF(B1>0,\"\",1)" },
      { row: 1, column: 3, value: { kind: "number", number: 0.955 }, format: "0.0%" },
      { row: 1, column: 4, value: { kind: "text", text: "=không phải công thức" } },
    ]);
  });

  test.each([{ date1904: false }, { date1904: true }])("a day is the same day in either calendar ($date1904)", async ({ date1904 }) => {
    const bytes = await made((workbook, sheet) => {
      workbook.properties.date1904 = date1904;
      sheet.addRow([new Date(Date.UTC(2024, 1, 29)), new Date(Date.UTC(2024, 9, 20, 15, 30))]);
    });
    const snapshot = snapshotOf(bytes);
    expect([0, 1].map((column) => cellAt(snapshot, 0, column)?.value)).toEqual([{ kind: "date", iso: "2024-02-29" }, { kind: "date", iso: "2024-10-20T15:30:00" }]);
  });

  test("text comes in one composition, whatever the program wrote", async () => {
    const bytes = await made((_, sheet) => { sheet.getCell("A1").value = "Trường Tiểu học".normalize("NFD"); });
    expect(cellAt(snapshotOf(bytes), 0, 0)?.value).toEqual({ kind: "text", text: "Trường Tiểu học" });
  });

  test("an empty shared string shifts nothing", async () => {
    const files = unzipSync(await made((_, sheet) => { sheet.addRow(["a", "b", "c"]); }));
    const strings = new TextDecoder().decode(files["xl/sharedStrings.xml"]);
    files["xl/sharedStrings.xml"] = strToU8(strings.replace("<si><t>b</t></si>", "<si/>"));
    const cells = snapshotOf(zipSync(files)).sheets[0]?.cells.map(({ column, value }) => [column, value?.kind === "text" ? value.text : value]);
    expect(cells).toEqual([[0, "a"], [2, "c"]]);
  });

  test("old fonts are known by name", async () => {
    const bytes = await made((_, sheet) => {
      sheet.addRow(["Tr­êng", "Unicode"]);
      sheet.getCell("A1").font = { name: ".VnTime" };
    });
    const snapshot = snapshotOf(bytes);
    expect([cellAt(snapshot, 0, 0)?.font, cellAt(snapshot, 0, 1)?.font]).toEqual([".VnTime", undefined]);
  });

  test("Excel 5 in the Vietnamese code page is read in Unicode", () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([["Nguye^~n Va(n A'nh"]]), "S");
    const container = CFB.read(new Uint8Array(write(workbook, { type: "array", bookType: "biff5" }) as ArrayBuffer), { type: "array" });
    const stream = Uint8Array.from(CFB.find(container, "/Book")?.content as Uint8Array);
    const text = strToU8("Nguye^~n Va(n A'nh");
    const at = stream.findIndex((_, index) => text.every((byte, offset) => stream[index + offset] === byte));
    // The same number of bytes in windows-1258: ê + combining tilde, ă, A + combining acute.
    stream.set([0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e, 0x20, 0x56, 0xe3, 0x6e, 0x20, 0x41, 0xec, 0x6e, 0x68, 0x20, 0x20], at);
    const page = stream.findIndex((byte, index) => byte === 0x42 && stream[index + 1] === 0 && stream[index + 2] === 2 && stream[index + 3] === 0);
    expect([at > 0, page > 0]).toEqual([true, true]);
    stream.set([0xea, 0x04], page + 4);
    const again = CFB.utils.cfb_new();
    CFB.utils.cfb_add(again, "/Book", stream);
    const snapshot = snapshotOf(Uint8Array.from(CFB.write(again, { type: "array" }) as Uint8Array), "a.xls");
    expect(cellAt(snapshot, 0, 0)?.value).toEqual({ kind: "text", text: "Nguyễn Văn Ánh  " });
  });
});

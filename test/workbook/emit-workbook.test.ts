/** Our own writing of cells against the library's: the same sheets, whatever stands in them. */
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { contentOf } from "#workbook/content/read-content";
import { workbookBytes } from "#workbook/emit-workbook";
import { asCells, keepLight, type Content } from "#workbook/light-rows";
import { finishedParts, packed } from "#workbook/finish-package";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { validateOoxml } from "../support/validate-ooxml";

const VALUES: readonly ExcelJS.CellValue[] = [
  "Trường <A> & \"B\"", " đầu và cuối ", "hai\ndòng", "", "'=1+1", 0, -1.5, 1e-7, 123456789012, true, false, null, new Date(Date.UTC(2025, 6, 1)), new Date(Date.UTC(2025, 6, 1, 12, 30)),
  { formula: "A1&\"<b>\"", result: "x<b>" }, { formula: "1/0", result: { error: "#DIV/0!" } as ExcelJS.CellErrorValue }, { formula: "2*3", result: 6 }, { formula: "NOT(FALSE)", result: true }, { formula: "B1" } as ExcelJS.CellFormulaValue,
  { richText: [{ text: "đậm ", font: { bold: true, name: "Times New Roman", size: 12, color: { argb: "FFFF0000" } } }, { text: "& thường" }] }, { error: "#N/A" } as ExcelJS.CellErrorValue, "a\u0001b", "_x0041_",
];

function aWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
  const sheet = workbook.addWorksheet("Một & hai", { views: [{ state: "frozen", ySplit: 1, xSplit: 2 }], pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" } });
  const looks: Partial<ExcelJS.Style>[] = [{}, { font: { bold: true } }, { numFmt: "dd/mm/yyyy" }, { font: { bold: true }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF6CC" } }, protection: { locked: false } }];
  VALUES.forEach((value, row) => looks.forEach((look, column) => {
    if (value instanceof Date && look.numFmt === undefined) return;
    const cell = sheet.getCell(row + 1, column + 1);
    cell.value = value;
    cell.style = { ...look };
  }));
  sheet.getColumn(30).width = 12;
  sheet.getCell(2, 30).value = "xa";
  sheet.getRow(3).height = 40;
  sheet.getRow(4).hidden = true;
  sheet.getRow(60).height = 22;
  sheet.mergeCells(40, 1, 42, 3);
  sheet.getCell(40, 1).value = "gộp";
  sheet.mergeCells("E1:F1");
  sheet.autoFilter = "A1:D20";
  for (let row = 1; row <= 5; row += 1) sheet.getCell(row, 5).dataValidation = { type: "list", allowBlank: true, formulae: ['"Đạt,Chưa đạt"'] };
  sheet.addConditionalFormatting({ ref: "A1:A9", rules: [{ type: "expression", formulae: ["$A1>0"], priority: 1, style: { font: { color: { argb: "FFC00000" } } } }] });
  workbook.addWorksheet("Trống");
  const hidden = workbook.addWorksheet("Ẩn", { state: "veryHidden" });
  hidden.getCell("B2").value = "gộp";
  hidden.getCell("B3").style = { numFmt: "0.00" };
  workbook.definedNames.add("'Một & hai'!$A$1:$A$9", "std_x");
  return workbook;
}

const libraryBytes = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> => packed(finishedParts(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))));

test("every kind of cell, look, merge and rule is as the library writes it, and the workbook is left as it was", async () => {
  const workbook = aWorkbook();
  const ours = await workbookBytes(workbook);
  const theirs = await libraryBytes(workbook);
  expect(await contentOf(ours)).toEqual(await contentOf(theirs));
  const read = (bytes: Uint8Array) => { const snapshot = readSnapshot(bytes, "a.xlsx"); return snapshot.ok ? snapshot.snapshot : snapshot; };
  expect(read(ours)).toEqual(read(theirs));
  expect(await workbookBytes(workbook)).toEqual(ours);
  expect(validateOoxml(ours)).toEqual([]);
});

test.each<[string, (sheet: ExcelJS.Worksheet) => void]>([
  ["a comment", (sheet) => { sheet.getCell("A1").note = "xem lại"; }],
  ["a link", (sheet) => { sheet.getCell("A1").value = { text: "kế hoạch", hyperlink: "https://host.example" }; }],
  ["a shared formula", (sheet) => { sheet.getCell("A1").value = { formula: "B1", result: 1 }; sheet.getCell("A2").value = { sharedFormula: "A1", result: 2 }; }],
  ["a look of a whole row", (sheet) => { sheet.getRow(1).font = { bold: true }; sheet.getCell("A1").value = 1; }],
  ["a day without a format", (sheet) => { sheet.getCell("A1").value = new Date(Date.UTC(2025, 6, 1)); }],
])("%s: the library writes the whole workbook", async (_case, put) => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
  put(workbook.addWorksheet("A"));
  expect(await workbookBytes(workbook)).toEqual(await libraryBytes(workbook));
});

test("the long rows of a table are as if each cell were one of the library's", async () => {
  const filled = (): ExcelJS.Workbook => {
    const workbook = new ExcelJS.Workbook();
    workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
    const sheet = workbook.addWorksheet("Bảng");
    sheet.getCell("A1").value = "Đầu";
    sheet.getColumn(3).hidden = true;
    const rows: readonly (readonly Content[])[] = [
      ["Trường <A>", 1.5, null, { day: "2025-07-01" }, { formula: "B3*2", result: 3 }],
      ["", null, "ẩn", { day: null }, { formula: "A4&\"\"", result: "" }],
    ];
    const look = (numFmt?: string): { plain: Partial<ExcelJS.Style>; day: Partial<ExcelJS.Style> } => ({ plain: { font: { bold: true }, ...(numFmt ? { numFmt } : {}) }, day: { numFmt: "dd/mm/yyyy" } });
    keepLight(sheet, { first: 3, spare: 2, rows, heightOf: ([first]) => (first === "" ? 15 : 30), columns: [look(), look("0.0"), look(), look(), look()].map((one, index) => ({ ...one, skipsBlanks: index === 2 })) });
    return workbook;
  };
  const ours = await workbookBytes(filled());
  const cells = filled();
  cells.worksheets.forEach(asCells);
  const theirs = await libraryBytes(cells);
  expect(await contentOf(ours)).toEqual(await contentOf(theirs));
  expect(validateOoxml(ours)).toEqual([]);
});

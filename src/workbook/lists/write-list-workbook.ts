/** Plain lists as a workbook (xuất danh sách): a title, headings, rows; set up for paper. */
import ExcelJS from "exceljs";
import { workbookBytes } from "../emit-workbook";

export interface ListSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const FONT = "Times New Roman";
const HEAD = 3;

/** Text is written as text: what a school typed never becomes a formula. */
export async function writeListWorkbook(sheets: readonly ListSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, title, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: "frozen", ySplit: HEAD }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEAD}:${HEAD}` },
      headerFooter: { oddHeader: `&C&"${FONT}"&13&P`, differentFirst: true },
    });
    columns.forEach(({ width }, index) => { sheet.getColumn(index + 1).width = width; });
    sheet.getCell(1, 1).value = title;
    sheet.getCell(1, 1).font = { name: FONT, size: 14, bold: true };
    const head = sheet.getRow(HEAD);
    head.values = columns.map(({ heading }) => heading);
    head.eachCell((cell) => {
      cell.style = { font: { name: FONT, size: 11, bold: true }, alignment: { horizontal: "center", vertical: "middle", wrapText: true }, border: { bottom: { style: "thin" } } };
    });
    for (const row of rows) {
      sheet.addRow([...row]).eachCell((cell) => {
        cell.style = { font: { name: FONT, size: 11 }, alignment: { vertical: "top", wrapText: true } };
      });
    }
    if (rows.length > 0) sheet.autoFilter = { from: { row: HEAD, column: 1 }, to: { row: HEAD + rows.length, column: columns.length } };
  }
  return workbookBytes(workbook);
}

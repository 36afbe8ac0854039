/** A list in somebody else's layout (danh sách theo mẫu của chương trình khác): headings where they want them, text as text. */
import ExcelJS from "exceljs";
import { workbookBytes } from "../emit-workbook";

export interface PlainList {
  readonly sheet: string;
  /** Row of the headings, from 1. */
  readonly headRow: number;
  /** Letter of the column. */
  readonly columns: readonly { readonly at: string; readonly heading: string }[];
  /** One cell for each column; empty text is a blank cell. */
  readonly rows: readonly (readonly (string | number)[])[];
}

const WIDEST = 40;
const NARROWEST = 10;

export async function writePlainList({ sheet: name, headRow, columns, rows }: PlainList): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  columns.forEach(({ at, heading }, place) => {
    const head = sheet.getCell(`${at}${headRow}`);
    head.value = heading;
    head.font = { bold: true };
    const longest = rows.reduce((most, row) => Math.max(most, String(row[place] ?? "").length), heading.length);
    sheet.getColumn(at).width = Math.min(WIDEST, Math.max(NARROWEST, longest));
  });
  rows.forEach((row, index) => columns.forEach(({ at }, place) => {
    const cell = sheet.getCell(`${at}${headRow + 1 + index}`);
    const value = row[place] ?? "";
    // A code keeps its leading zeros, and nothing that was typed becomes a formula.
    if (typeof value === "string") cell.numFmt = "@";
    if (value !== "") cell.value = value;
  }));
  return workbookBytes(workbook);
}

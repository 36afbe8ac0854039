/** What other programs make of a workbook (lưu bằng chương trình khác), for sample data and tests. */
import { read, write } from "@e965/xlsx";
import { zipSync, type Zippable } from "fflate";

/** Saves as Excel 97–2003 or as OpenDocument. Names and values survive; looks do not. */
export function convertWorkbook(bytes: Uint8Array, to: "xls" | "ods"): Uint8Array {
  const workbook = read(bytes, { type: "array", cellFormula: true, cellNF: true, sheetStubs: false });
  return new Uint8Array(write(workbook, { type: "array", bookType: to === "xls" ? "biff8" : "ods" }) as ArrayBuffer);
}

/** Packs files as a clerk does who sends the forms of several schools at once. */
export function packFiles(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of files) entries[path] = [bytes, { mtime: new Date(1980, 0, 2), level: 0 }];
  return zipSync(entries);
}

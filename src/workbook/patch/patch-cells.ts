/**
 * Typed values put into a workbook's package (ghi ô vào file): only those cells change, every other part of the file
 * stays byte for byte, so that charts, pictures and formats we know nothing of survive.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { contentTypes, relationships, sheetList } from "../book/package-parts";
import type { CellEdit } from "./cell-edit";
import { patchRows } from "./patch-rows";

/** `null`: the package is not one we can change with certainty (names in another writing, a formula shared by cells). */
export function patchCells(bytes: Uint8Array, edits: readonly CellEdit[]): Uint8Array | null {
  if (edits.length === 0) return bytes;
  const entries = unzipSync(bytes);
  const text = (path: string): string => strFromU8(entries[path] ?? new Uint8Array());
  const sheets = sheetList(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  const changed: Record<string, Uint8Array> = {};
  for (const name of new Set(edits.map(({ sheet }) => sheet))) {
    const part = sheets.find((sheet) => sheet.name === name);
    const patched = part && patchRows(text(part.path), edits.filter(({ sheet }) => sheet === name));
    if (!part || patched === null || patched === undefined) return null;
    changed[part.path] = strToU8(patched);
  }
  changed["xl/workbook.xml"] = strToU8(calculatedOnOpening(text("xl/workbook.xml")));
  if (entries["xl/calcChain.xml"]) {
    changed["xl/_rels/workbook.xml.rels"] = strToU8(relationships(text("xl/_rels/workbook.xml.rels"), []));
    changed["[Content_Types].xml"] = strToU8(contentTypes(text("[Content_Types].xml"), []));
  }
  const files: Zippable = {};
  for (const [path, content] of Object.entries(entries)) {
    if (path !== "xl/calcChain.xml" && !path.endsWith("/")) files[path] = [changed[path] ?? content, { mtime: new Date(1980, 0, 2), level: 6 }];
  }
  return zipSync(files);
}

/** Formulas were calculated from other values: every program calculates them anew when it opens the file. */
function calculatedOnOpening(workbook: string): string {
  if (/<calcPr\b/u.test(workbook)) {
    return workbook.replace(/<calcPr\b([^>]*?)\/>/u, (_, attributes: string) => `<calcPr${attributes.replace(/\sfullCalcOnLoad="[^"]*"/u, "")} fullCalcOnLoad="1"/>`);
  }
  return workbook.replace(/(<\/definedNames>|<\/sheets>(?![\s\S]*<\/definedNames>))/u, '$1<calcPr fullCalcOnLoad="1"/>');
}

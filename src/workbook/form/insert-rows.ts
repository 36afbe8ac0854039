/**
 * Inserts empty rows into a sheet as a spreadsheet program does (chèn dòng), for sample data and tests: cells,
 * merges, validations, formats, formulas and names below all move. Works on the package, because exceljs
 * moves cells but not what points at them.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Puts rows above the cell that carries a defined name. */
export function insertRows(bytes: Uint8Array, aboveName: string, count: number): Uint8Array {
  const entries = unzipSync(bytes);
  const text = (path: string): string => (entries[path] ? strFromU8(entries[path]) : "");
  const workbook = text("xl/workbook.xml");
  const place = new RegExp(`<definedName\\b[^>]*\\bname="${aboveName}"[^>]*>([^<]*)!\\$?[A-Z]+\\$?(\\d+)`).exec(workbook);
  if (!place) return bytes;
  const sheetName = unescaped(place[1] ?? "").replace(/^'|'$/g, "").replace(/''/g, "'");
  const before = Number(place[2]);
  const path = sheetPath(workbook, text("xl/_rels/workbook.xml.rels"), sheetName);
  const move = (row: number): number => (row >= before ? row + count : row);
  for (const part of Object.keys(entries).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    const own = part === path;
    const formulas = text(part).replace(/(<(f|formula|formula1|formula2)\b[^>]*>)([^<]*)(<\/\2>)/g, (_, open: string, _tag: string, formula: string, close: string) =>
      open + moveReferences(formula, sheetName, own, move) + close);
    entries[part] = strToU8(own ? moveRows(formulas, move) : formulas);
  }
  entries["xl/workbook.xml"] = strToU8(workbook.replace(/(<definedName\b[^>]*>)([^<]*)(<\/definedName>)/g, (_, open: string, formula: string, close: string) =>
    open + moveReferences(formula, sheetName, false, move) + close));
  return zipSync(entries, { mtime: new Date(1980, 0, 2) });
}

function sheetPath(workbook: string, relations: string, sheetName: string): string {
  const sheet = [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => tag).find((tag) => unescaped(attribute(tag, "name")) === sheetName);
  const id = sheet ? attribute(sheet, "r:id") : "";
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag).find((tag) => attribute(tag, "Id") === id);
  return `xl/${(relation ? attribute(relation, "Target") : "").replace(/^\/?xl\//, "")}`;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
const unescaped = (text: string): string => text.replace(/&apos;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

function moveRows(sheet: string, move: (row: number) => number): string {
  return sheet
    .replace(/<row\b([^>]*)\br="(\d+)"/g, (_, rest: string, row: string) => `<row${rest}r="${move(Number(row))}"`)
    .replace(/<c\b([^>]*)\br="([A-Z]+)(\d+)"/g, (_, rest: string, column: string, row: string) => `<c${rest}r="${column}${move(Number(row))}"`)
    .replace(/\b(ref|sqref)="([^"]*)"/g, (_, name: string, ranges: string) =>
      `${name}="${ranges.replace(/([A-Z]+)(\d+)/g, (__, column: string, row: string) => `${column}${move(Number(row))}`)}"`);
}

const REFERENCE = /"[^"]*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?(?![\p{L}\p{N}(_])/gu;

/** References to the sheet move: named ones anywhere, bare ones only in its own formulas. Words in quotes stay. */
function moveReferences(formula: string, sheetName: string, own: boolean, move: (row: number) => number): string {
  return unescaped(formula).replace(REFERENCE, (found: string, sheet: string | undefined, left: string | undefined, top: string | undefined, right: string | undefined, bottom: string | undefined, at: number, whole: string) => {
    if (left === undefined || top === undefined) return found;
    if (/[\p{L}\p{N}_$]/u.test(whole.charAt(at - 1))) return found;
    const target = sheet === undefined ? (own ? sheetName : "") : sheet.replace(/^'|'$/g, "").replace(/''/g, "'");
    if (target !== sheetName) return found;
    const end = right !== undefined && bottom !== undefined ? `:${right}${move(Number(bottom))}` : "";
    return `${sheet === undefined ? "" : `${sheet}!`}${left}${move(Number(top))}${end}`;
  }).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

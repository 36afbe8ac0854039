/**
 * A workbook made with exceljs, as bytes. The library writes everything but the cells, a few of which stand in for
 * every look; the cells themselves, nearly all of the file, are written here, in one pass and zipped once. The library
 * alone needs about twice as long (docs/performance.md). What this does not know goes to the library whole.
 */
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { attributesOf, cellXml, STRINGS_PART, stringTable, type CellModel, type StringTable } from "./emit-cells";
import { pushLightRows } from "./emit-light-rows";
import { finishedParts, packed, type FinishOptions, type Parts } from "./finish-package";
import { TextBytes } from "./text-bytes";
import { asCells, lightRowsOf, looksOf, type LightRows } from "./light-rows";

/** What the library keeps of a sheet; it is pinned, and a cell that looks otherwise sends the workbook its own way. */
interface Kept {
  _rows: (KeptRow | undefined)[];
  readonly _merges: Readonly<Record<string, { readonly range: string; readonly top: number; readonly left: number } | undefined>>;
}

interface KeptRow {
  readonly number: number;
  readonly height?: number;
  readonly hidden?: boolean;
  readonly outlineLevel?: number;
  readonly style: object;
  readonly _cells: readonly (KeptCell | undefined)[];
}

interface KeptCell {
  readonly style: object;
  readonly _value: { readonly model: CellModel };
  readonly _comment?: unknown;
}

const keptOf = (sheet: ExcelJS.Worksheet): Kept => sheet as unknown as Kept;
const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

export async function workbookBytes(workbook: ExcelJS.Workbook, options: FinishOptions = {}): Promise<Uint8Array> {
  return packed(await workbookParts(workbook, options));
}

/** The same before it is packed. */
export async function workbookParts(workbook: ExcelJS.Workbook, options: FinishOptions = {}): Promise<Parts> {
  const sheets = workbook.worksheets.map(keptOf);
  // Not packed: all of it is unpacked again at once.
  const plain = async (): Promise<Uint8Array> => new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as Partial<ExcelJS.XlsxWriteOptions>));
  if (sheets.length === 0 || !sheets.every(isKnown)) {
    workbook.worksheets.forEach(asCells);
    return finishedParts(unzipSync(await plain()), options);
  }
  const looks = lookTable(workbook.worksheets);
  const rows = sheets.map(({ _rows }) => _rows);
  const standIn = keptOf(new ExcelJS.Workbook().addWorksheet("looks"));
  looks.unique.forEach((style, index) => {
    (standIn as unknown as ExcelJS.Worksheet).getCell(index + 1, 1).style = style;
  });
  // One text, so that the file has a part for texts.
  (standIn as unknown as ExcelJS.Worksheet).getCell(looks.unique.length + 1, 1).value = "-";
  let parts: Record<string, Uint8Array>;
  try {
    sheets.forEach((sheet, index) => { sheet._rows = index === 0 ? standIn._rows : []; });
    parts = unzipSync(await plain());
  } finally {
    sheets.forEach((sheet, index) => { sheet._rows = rows[index] ?? []; });
  }
  const pathOf = (index: number): string => `xl/worksheets/sheet${workbook.worksheets[index]?.id ?? index + 1}.xml`;
  const ids = idsIn(strFromU8(parts[pathOf(0)] ?? new Uint8Array()), looks.unique.length);
  const strings = stringTable();
  workbook.worksheets.forEach((sheet, index) => {
    const path = pathOf(index);
    parts[path] = withCells(strFromU8(parts[path] ?? new Uint8Array()), sheet, (style) => ids[looks.placeOf(style)] ?? 0, strings);
  });
  parts[STRINGS_PART] = strings.bytes();
  return finishedParts(parts, options);
}

/** Comments, links, shared and array formulas, looks of whole rows: not met in what we make. */
function isKnown({ _rows }: Kept): boolean {
  return _rows.every((row) => !row || (isEmpty(row.style) && row._cells.every((cell) => !cell || (!cell._comment && isKnownModel(cell)))));
}

function isKnownModel({ style, _value: { model } }: KeptCell): boolean {
  if (model.shareType !== undefined || model.sharedFormula !== undefined || model.hyperlink !== undefined) return false;
  // The library gives a day without a format one of its own.
  return model.type !== 4 || "numFmt" in style;
}

interface LookTable {
  readonly unique: readonly object[];
  readonly placeOf: (style: object) => number;
}

/** Each look once: by its object where cells share one, else by what it says. */
function lookTable(sheets: readonly ExcelJS.Worksheet[]): LookTable {
  const byObject = new Map<object, number>();
  const byText = new Map<string, number>();
  const unique: object[] = [];
  const add = (style: object): void => {
    if (byObject.has(style)) return;
    const text = JSON.stringify(style);
    const place = byText.get(text) ?? unique.push(style) - 1;
    byText.set(text, place);
    byObject.set(style, place);
  };
  for (const sheet of sheets) {
    for (const row of keptOf(sheet)._rows) for (const cell of row?._cells ?? []) if (cell) add(cell.style);
    const light = lightRowsOf(sheet);
    if (light) looksOf(light).forEach(add);
  }
  return { unique, placeOf: (style) => byObject.get(style) ?? -1 };
}

/** The numbers the library gave the looks; one that looks like nothing has no cell, and is 0. */
function idsIn(xml: string, count: number): number[] {
  const ids = Array.from({ length: count }, () => 0);
  for (const [, row, attributes = ""] of xml.matchAll(/<c r="A(\d+)"([^>]*)>/gu)) {
    const id = /\ss="(\d+)"/u.exec(attributes)?.[1];
    if (id !== undefined && Number(row) <= count) ids[Number(row) - 1] = Number(id);
  }
  return ids;
}

/** After the cells come protection and filter, then the merged cells. */
const AROUND_CELLS = /^(.*?)<sheetData(?:\/>|>.*?<\/sheetData>)((?:<sheetProtection\b[^>]*\/>)?(?:<autoFilter\b[^>]*?(?:\/>|>.*?<\/autoFilter>))?)(.*)$/su;

function withCells(xml: string, sheet: ExcelJS.Worksheet, styleOf: (style: object) => number, strings: StringTable): Uint8Array {
  const light = lightRowsOf(sheet);
  const rows = rowsXml(keptOf(sheet), light, styleOf, strings);
  const [, before = "", protection = "", after = ""] = AROUND_CELLS.exec(xml) ?? [];
  const merges = Object.values(keptOf(sheet)._merges).flatMap((merge) => (merge ? [merge] : [])).sort((a, b) => a.top - b.top || a.left - b.left).map(({ range }) => range);
  const text = new TextBytes();
  text.push(before.replace(/<dimension ref="[^"]*"\/>/u, () => `<dimension ref="${rows.dimension}"/>`));
  text.push("<sheetData>");
  for (const line of rows.lines) text.push(line);
  if (light) pushLightRows(light, styleOf, strings, text);
  text.push("</sheetData>");
  text.push(protection);
  if (merges.length > 0) text.push(`<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`);
  text.push(after);
  return text.finish();
}

interface RowsXml {
  readonly lines: readonly string[];
  /** Of these and the long rows below. */
  readonly dimension: string;
}

/** The library's own rows: headings and short tables. */
function rowsXml({ _rows }: Kept, light: LightRows | null, styleOf: (style: object) => number, strings: StringTable): RowsXml {
  const lines: string[] = [];
  let [top, bottom, left, right] = [Infinity, 0, Infinity, 0];
  for (const row of _rows) {
    if (!row) continue;
    const { number } = row;
    let cells = "";
    row._cells.forEach((cell, index) => {
      if (!cell) return;
      const xml = cellXml(cell._value.model, styleOf(cell.style), strings);
      if (xml === "") return;
      cells += xml;
      if (index + 1 < left) left = index + 1;
      if (index + 1 > right) right = index + 1;
      if (number < top) top = number;
      bottom = number;
    });
    if (cells === "" && !row.height && row.hidden !== true) continue;
    const head = attributesOf({ r: number, ...(row.height ? { ht: row.height, customHeight: 1 } : {}), ...(row.hidden === true ? { hidden: 1 } : {}), ...(row.outlineLevel ? { outlineLevel: row.outlineLevel } : {}) });
    lines.push(cells === "" ? `<row${head}/>` : `<row${head}>${cells}</row>`);
  }
  const added = light ? light.rows.length + light.spare : 0;
  const dimension = light && added > 0
    ? `A${Math.min(top, light.first)}:${letters(Math.max(right, light.columns.length))}${light.first + added - 1}`
    : right === 0 ? "A1" : `${letters(left)}${top}:${letters(right)}${bottom}`;
  return { lines, dimension };
}

function letters(column: number): string {
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}

/** The rows of one sheet's XML with some cells changed. */
import { addressOf } from "#domain/snapshot";
import { columnOf } from "../content/range-text";
import type { CellEdit } from "./cell-edit";

const ROW = /<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gsu;
const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu;

/** `null`: rows or cells without their addresses, or a formula that other cells share. */
export function patchRows(xml: string, edits: readonly CellEdit[]): string | null {
  const data = /<sheetData\s*\/>|<sheetData>(.*?)<\/sheetData>/su.exec(xml);
  if (!data) return null;
  const byRow = new Map<number, CellEdit[]>();
  // The last value typed into a cell is the one that stays.
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []).filter(({ column }) => column !== edit.column), edit]);
  const pending = [...byRow].sort(([a], [b]) => a - b);
  const rows: string[] = [];
  for (const [whole, attributes = "", cells = ""] of (data[1] ?? "").matchAll(ROW)) {
    const row = Number(/\sr="(\d+)"/u.exec(attributes)?.[1] ?? "0") - 1;
    if (row < 0) return null;
    for (let next = pending[0]; next && next[0] < row; next = pending[0]) {
      rows.push(rowXml(next[0], ` r="${next[0] + 1}"`, patchCellsOf("", next[1]) ?? ""));
      pending.shift();
    }
    if (pending[0]?.[0] !== row) {
      rows.push(whole);
      continue;
    }
    const patched = patchCellsOf(cells, pending.shift()?.[1] ?? []);
    if (patched === null) return null;
    rows.push(rowXml(row, attributes.replace(/\sspans="[^"]*"/u, ""), patched));
  }
  for (const [row, own] of pending) rows.push(rowXml(row, ` r="${row + 1}"`, patchCellsOf("", own) ?? ""));
  return xml.slice(0, data.index).replace(/<dimension\b[^>]*\/>/u, "") + `<sheetData>${rows.join("")}</sheetData>` + xml.slice(data.index + data[0].length);
}

const rowXml = (_row: number, attributes: string, cells: string): string => (cells === "" ? `<row${attributes}/>` : `<row${attributes}>${cells}</row>`);

function patchCellsOf(xml: string, edits: readonly CellEdit[]): string | null {
  const pending = [...edits].sort((a, b) => a.column - b.column);
  const cells: string[] = [];
  for (const [whole, attributes = "", inner = ""] of xml.matchAll(CELL)) {
    const letters = /\sr="([A-Z]+)\d+"/u.exec(attributes)?.[1];
    if (letters === undefined) return null;
    const column = columnOf(letters);
    for (let next = pending[0]; next && next.column < column; next = pending[0]) cells.push(cellXml(pending.shift() ?? next, ""));
    if (pending[0]?.column !== column) {
      cells.push(whole);
      continue;
    }
    // Other cells take their formula from this one.
    if (/<f\b[^>]*\st="(?:shared|array)"[^>]*\sref=/u.test(inner) || /<f\b[^>]*\sref=[^>]*\st="(?:shared|array)"/u.test(inner)) return null;
    const edit = pending.shift();
    if (edit) cells.push(cellXml(edit, /\ss="\d+"/u.exec(attributes)?.[0] ?? ""));
  }
  return [...cells, ...pending.map((edit) => cellXml(edit, ""))].join("");
}

function cellXml({ row, column, value, formula }: CellEdit, style: string): string {
  const start = `<c r="${addressOf(row, column)}"${style}`;
  const f = formula === undefined ? "" : `<f>${escaped(formula)}</f>`;
  if (value === null) return f === "" ? `${start}/>` : `${start}>${f}</c>`;
  if (typeof value === "number") return `${start}>${f}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "object") return `${start} t="e">${f}<v>${escaped(value.error)}</v></c>`;
  return f === "" ? `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>` : `${start} t="str">${f}<v>${escaped(value)}</v></c>`;
}

/** Signs that XML forbids cannot be typed into a cell either. */
function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "").replace(/_x(?=[0-9A-Fa-f]{4}_)/gu, "_x005f_x")
    .replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/\r\n?/gu, "\n");
}

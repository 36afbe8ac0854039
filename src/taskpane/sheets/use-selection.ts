/** Which cells are selected and what is being typed (vùng chọn và ô đang gõ). */
import { useEffect, useState } from "react";
import { asWords, cellsOfText, gridOf, shownText, textOfCells, type Refusal, type ShownWorkbook, type WorkbookStore } from "#tasks/shown-sheets";
import type { SheetContent } from "#domain/sheet-content";
import { geometryOf, next, type Geometry } from "./geometry";

export interface Editing {
  readonly text: string;
  /** Begun by typing: arrows finish it. */
  readonly isQuick: boolean;
}

export interface SelectionState {
  readonly row: number;
  readonly column: number;
  readonly range: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly editing: Editing | null;
  readonly refusal: Refusal | null;
  readonly select: (row: number, column: number, extend?: boolean) => void;
  readonly edit: (editing: Editing | null) => void;
  readonly commit: (text: string, then?: readonly [rows: 1 | -1 | 0, columns: 1 | -1 | 0], confirmed?: boolean) => void;
  readonly dismiss: () => void;
  readonly move: (rows: number, columns: number, extend: boolean, toEdge?: boolean) => void;
  readonly clear: () => void;
  readonly copy: () => string;
  readonly paste: (text: string) => void;
}

export function useSelection(store: WorkbookStore, shown: ShownWorkbook, sheet: SheetContent): SelectionState {
  const geometry = geometryOf(sheet);
  const { row, column } = shown;
  const [anchor, setAnchor] = useState({ row, column });
  const [editing, edit] = useState<Editing | null>(null);
  const [refusal, refuse] = useState<Refusal | null>(null);
  useEffect(() => { edit(null); }, [sheet.name]);
  const isExtended = anchor.row !== row || anchor.column !== column;
  const range = { top: Math.min(anchor.row, row), bottom: Math.max(anchor.row, row), left: Math.min(anchor.column, column), right: Math.max(anchor.column, column) };
  const select = (toRow: number, toColumn: number, extend = false): void => {
    const merged = extend ? undefined : geometry.merged.get(`${toRow},${toColumn}`);
    const [r, c] = merged ? [merged.top, merged.left] : [toRow, toColumn];
    if (!extend) setAnchor({ row: r, column: c });
    store.select(sheet.name, r, c);
  };
  const move = (rows: number, columns: number, extend: boolean, toEdge = false): void => {
    const merged = geometry.merged.get(`${row},${column}`);
    let [r, c] = [row, column];
    const step = (line: "rows" | "columns", by: number): void => {
      const sign = by > 0 ? 1 : -1;
      for (let times = Math.abs(by); times > 0; times -= 1) {
        if (line === "rows") r = next(geometry.rows, merged && sign > 0 && r <= merged.bottom ? merged.bottom : r, sign);
        else c = next(geometry.columns, merged && sign > 0 && c <= merged.right ? merged.right : c, sign);
      }
    };
    if (toEdge) [r, c] = edgeOf(sheet, geometry, row, column, Math.sign(rows), Math.sign(columns));
    else {
      if (rows !== 0) step("rows", rows);
      if (columns !== 0) step("columns", columns);
    }
    select(r, c, extend);
  };
  const commit: SelectionState["commit"] = (text, then, confirmed = false) => {
    const found = store.type({ sheet: sheet.name, row, column }, [[text]], confirmed);
    refuse(found);
    if (found) return;
    edit(null);
    if (then) move(then[0], then[1], false);
  };
  return {
    row, column, range, editing, refusal, select, edit, commit, move,
    dismiss: () => refuse(null),
    clear: () => refuse(store.clear({ sheet: sheet.name, row: range.top, column: range.left }, range.bottom - range.top + 1, range.right - range.left + 1)),
    copy: () => textOfCells(Array.from({ length: range.bottom - range.top + 1 }, (_r, down) => Array.from({ length: range.right - range.left + 1 }, (_c, across) => {
      const cell = gridOf(sheet).get(range.top + down)?.get(range.left + across);
      const text = shownText(cell?.value ?? null, shown.content.styles[cell?.style ?? 0]?.format);
      return typeof cell?.value === "string" ? asWords(text) : text;
    }))),
    paste: (text) => {
      const rows = cellsOfText(text);
      const [one] = rows;
      // One value pasted over a range fills it.
      const filled = isExtended && rows.length === 1 && one?.length === 1
        ? Array.from({ length: range.bottom - range.top + 1 }, () => Array.from({ length: range.right - range.left + 1 }, () => one[0] ?? "")) : rows;
      refuse(store.type({ sheet: sheet.name, row: range.top, column: range.left }, filled));
    },
  };
}

/** Ctrl+arrow: to the last filled cell in that direction, or to the sheet's end. */
function edgeOf(sheet: SheetContent, { rows, columns }: Geometry, row: number, column: number, down: number, across: number): [number, number] {
  const filled = sheet.cells.filter((cell) => cell.value !== null && (down !== 0 ? cell.column === column : cell.row === row)).map((cell) => (down !== 0 ? cell.row : cell.column));
  const from = down !== 0 ? row : column;
  const sign = down + across;
  const ahead = filled.filter((at) => (at - from) * sign > 0).sort((a, b) => (a - b) * sign);
  let last = from;
  for (const at of ahead) {
    if (at !== last + sign && last !== from) break;
    last = at;
    if (ahead[0] !== from + sign) break;
  }
  const end = last === from ? (sign > 0 ? (down !== 0 ? rows.count : columns.count) - 1 : 0) : last;
  return down !== 0 ? [end, column] : [row, end];
}


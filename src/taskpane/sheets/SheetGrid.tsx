import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellRange } from "#domain/snapshot";
import type { CellLook, ContentCell, SheetContent } from "#domain/sheet-content";
import { addressOf, choicesOf, gridOf, lookNow, validationAt, type ShownWorkbook } from "#tasks/shown-sheets";
import { sheetsWords } from "#messages/pane/sheets";
import { useWords } from "../language";
import { fitted, geometryOf, HEAD_HEIGHT, HEAD_WIDTH, indexAt, sizeAt, visible, type Geometry } from "./geometry";
import { SheetCell } from "./SheetCell";
import { keyAction } from "./key-action";
import type { SelectionState } from "./use-selection";

const useStyles = makeStyles({
  scroll: { position: "relative", overflow: "auto", height: "100%", backgroundColor: "#ffffff", color: "#000000", outlineStyle: "none" },
  row: { display: "contents" },
  layer: { position: "sticky", zIndex: 4, width: 0, height: 0 },
  head: {
    position: "absolute", boxSizing: "border-box", display: "flex", alignItems: "center", justifyContent: "center", backgroundColor: "#f3f3f3", color: "#424242", fontSize: tokens.fontSizeBase200,
    borderRight: "1px solid #d1d1d1", borderBottom: "1px solid #d1d1d1", userSelect: "none",
  },
  here: { backgroundColor: "#cfe4fa", color: "#0c3b5e", fontWeight: tokens.fontWeightSemibold },
  range: { position: "absolute", pointerEvents: "none", boxSizing: "border-box", border: "2px solid #0f6cbd", backgroundColor: "rgba(15, 108, 189, 0.08)", zIndex: 3 },
  editor: { position: "absolute", zIndex: 6, boxSizing: "border-box", border: "2px solid #0f6cbd", padding: "1px 3px", resize: "none", font: "inherit", color: "#000000", backgroundColor: "#ffffff", outlineStyle: "none" },
  choices: { position: "absolute", zIndex: 5, width: "22px", height: "22px", color: "#000000", backgroundColor: "#f3f3f3", border: "1px solid #8a8886" },
});

const EMPTY_LOOK: CellLook = { font: {}, edges: {} };
const OVERSCAN = 120;

export interface SheetGridProps {
  readonly shown: ShownWorkbook;
  readonly sheet: SheetContent;
  readonly selection: SelectionState;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** The sheet as a grid: only what can be seen is in the page. */
export function SheetGrid({ shown, sheet, selection, onUndo, onRedo }: SheetGridProps) {
  const styles = useStyles();
  const words = useWords(sheetsWords);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ left: 0, top: 0, width: 900, height: 600 });
  const geometry = useMemo(() => fitted(geometryOf(sheet), { width: view.width, height: view.height }), [sheet, view.width, view.height]);
  const { row, column, range, editing } = selection;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setView((was) => ({ ...was, width: element.clientWidth, height: element.clientHeight }));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  useEffect(() => { box.current?.scrollTo(0, 0); }, [sheet.name]);
  useEffect(() => { if (box.current) bringIntoView(box.current, geometry, row, column); }, [geometry, row, column]);

  const { frozenHeight, frozenWidth, rows, columns } = geometry;
  const frozenRows = visible(rows, 0, frozenHeight);
  const frozenColumns = visible(columns, 0, frozenWidth);
  const bodyRows = visible(rows, Math.max(frozenHeight, view.top + frozenHeight - OVERSCAN), view.top + view.height + OVERSCAN).filter((index) => index >= frozenRows.length);
  const bodyColumns = visible(columns, Math.max(frozenWidth, view.left + frozenWidth - OVERSCAN), view.left + view.width + OVERSCAN).filter((index) => index >= frozenColumns.length);
  const marks = useMemo(() => new Map(shown.marks.filter((mark) => mark.sheet === sheet.name).map((mark) => [mark.cell, mark])), [shown.marks, sheet.name]);
  const grid = gridOf(sheet);

  const cellsOf = (rowList: readonly number[], columnList: readonly number[]) => {
    const seen = new Set<CellRange>();
    const inRow = (r: number): ReactElement[] => columnList.flatMap((c) => {
      const merged = geometry.merged.get(`${r},${c}`);
      if (merged && seen.has(merged)) return [];
      if (merged) seen.add(merged);
      const [top, left, bottom, right] = merged ? [merged.top, merged.left, merged.bottom, merged.right] : [r, c, r, c];
      const cell = grid.get(top)?.get(left);
      const own = shown.content.styles[cell?.style ?? 0] ?? EMPTY_LOOK;
      const look = sheet.conditionals.length > 0 ? lookNow(shown.content, sheet, top, left, own) : own;
      const place = { left: HEAD_WIDTH + (columns.starts[left] ?? 0), top: HEAD_HEIGHT + (rows.starts[top] ?? 0), width: (columns.starts[right + 1] ?? 0) - (columns.starts[left] ?? 0), height: (rows.starts[bottom + 1] ?? 0) - (rows.starts[top] ?? 0) };
      const address = addressOf(top, left);
      return [(
        <SheetCell
          key={address} id={`cell-${address}`} cell={cell} look={look} row={top} column={left} place={place} hasGridlines={sheet.showGridlines}
          flows={flowsOver(cell, look, merged, grid.get(top))} isSelected={top === row && left === column} mark={marks.get(address)}
        />
      )];
    });
    return rowList.map((r) => [r, inRow(r)] as const).filter(([, cells]) => cells.length > 0)
      .map(([r, cells]) => <div key={r} role="row" aria-rowindex={r + 1} className={styles.row}>{cells}</div>);
  };
  const rowHeads = (rowList: readonly number[]) => rowList.map((r) => (
    <div key={`r${r}`} role="row" aria-rowindex={r + 1} className={styles.row}>
      <div role="rowheader" className={`${styles.head} ${r >= range.top && r <= range.bottom ? styles.here : ""}`} style={{ left: 0, width: HEAD_WIDTH, top: HEAD_HEIGHT + (rows.starts[r] ?? 0), height: sizeAt(rows, r) }}>{r + 1}</div>
    </div>
  ));
  const columnHeads = (columnList: readonly number[]) => columnList.length > 0 && (
    <div role="row" className={styles.row}>
      {columnList.map((c) => (
        <div key={c} role="columnheader" className={`${styles.head} ${c >= range.left && c <= range.right ? styles.here : ""}`} style={{ top: 0, height: HEAD_HEIGHT, left: HEAD_WIDTH + (columns.starts[c] ?? 0), width: sizeAt(columns, c) }}>{addressOf(0, c).replace(/\d+$/, "")}</div>
      ))}
    </div>
  );

  const merged = geometry.merged.get(`${row},${column}`);
  const last = { row: merged ? merged.bottom : row, column: merged ? merged.right : column };
  const spot = {
    left: HEAD_WIDTH + (columns.starts[column] ?? 0) + (column < frozenColumns.length ? view.left : 0), top: HEAD_HEIGHT + (rows.starts[row] ?? 0) + (row < frozenRows.length ? view.top : 0),
    width: (columns.starts[last.column + 1] ?? 0) - (columns.starts[column] ?? 0), height: (rows.starts[last.row + 1] ?? 0) - (rows.starts[row] ?? 0),
  };
  const bounds = { bottom: Math.max(range.bottom, last.row), right: Math.max(range.right, last.column) };
  const outline = {
    left: HEAD_WIDTH + (columns.starts[range.left] ?? 0) + (range.left < frozenColumns.length ? view.left : 0), top: HEAD_HEIGHT + (rows.starts[range.top] ?? 0) + (range.top < frozenRows.length ? view.top : 0),
    width: (columns.starts[bounds.right + 1] ?? 0) - (columns.starts[range.left] ?? 0), height: (rows.starts[bounds.bottom + 1] ?? 0) - (rows.starts[range.top] ?? 0),
  };
  const rule = validationAt(sheet, row, column);
  const choices = rule?.kind === "list" && !editing ? choicesOf(shown.content, sheet, rule) : [];
  const picker = useRef<HTMLSelectElement>(null);
  const value = grid.get(row)?.get(column)?.value;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const taken = keyAction(event, selection, { onUndo, onRedo, cellText: editText(grid.get(row)?.get(column)), rowsOnScreen: Math.max(1, bodyRows.length - 4), isChoice: choices.length > 0, openChoices: () => { picker.current?.focus(); picker.current?.showPicker(); }, lastCell: lastFilled(sheet) });
    if (taken) event.preventDefault();
  };
  const at = (event: PointerEvent<HTMLDivElement>): readonly [number, number] | null => {
    const bounding = box.current?.getBoundingClientRect();
    if (!bounding || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement) return null;
    const x = event.clientX - bounding.left - HEAD_WIDTH;
    const y = event.clientY - bounding.top - HEAD_HEIGHT;
    if (x < 0 || y < 0 || x > view.width - HEAD_WIDTH || y > view.height - HEAD_HEIGHT) return null;
    return [indexAt(rows, y < frozenHeight ? y : y + view.top), indexAt(columns, x < frozenWidth ? x : x + view.left)];
  };

  return (
    <div
      ref={box} role="grid" tabIndex={0} className={styles.scroll} aria-label={words.grid(sheet.name)} aria-activedescendant={`cell-${addressOf(row, column)}`} aria-rowcount={rows.count} aria-colcount={columns.count}
      onScroll={({ currentTarget }) => setView((was) => ({ ...was, left: currentTarget.scrollLeft, top: currentTarget.scrollTop }))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => { const place = at(event); if (place) { if (editing) selection.commit(editing.text); selection.select(place[0], place[1], event.shiftKey); box.current?.focus({ preventScroll: true }); } }}
      onPointerMove={(event) => { const place = event.buttons === 1 ? at(event) : null; if (place && (place[0] !== row || place[1] !== column)) selection.select(place[0], place[1], true); }}
      onDoubleClick={() => selection.edit({ text: editText(grid.get(row)?.get(column)), isQuick: false })}
      onCopy={(event) => { event.clipboardData.setData("text/plain", selection.copy()); event.preventDefault(); }}
      onCut={(event) => { event.clipboardData.setData("text/plain", selection.copy()); selection.clear(); event.preventDefault(); }}
      onPaste={(event) => { if (!editing) { selection.paste(event.clipboardData.getData("text/plain")); event.preventDefault(); } }}
    >
      <div role="rowgroup" style={{ position: "relative", width: HEAD_WIDTH + (columns.starts[columns.count] ?? 0), height: HEAD_HEIGHT + (rows.starts[rows.count] ?? 0) }}>
        <div className={styles.layer} style={{ left: 0, top: "auto", zIndex: 4 }}>{cellsOf(bodyRows, frozenColumns)}{rowHeads(bodyRows)}</div>
        <div className={styles.layer} style={{ top: 0, zIndex: 5 }}>{cellsOf(frozenRows, bodyColumns)}{columnHeads(bodyColumns)}</div>
        <div className={styles.layer} style={{ top: 0, left: 0, zIndex: 6 }}>{cellsOf(frozenRows, frozenColumns)}{rowHeads(frozenRows)}{columnHeads(frozenColumns)}<div className={styles.head} style={{ left: 0, top: 0, width: HEAD_WIDTH, height: HEAD_HEIGHT }} /></div>
        {cellsOf(bodyRows, bodyColumns)}
        <div className={styles.range} style={{ ...outline, zIndex: row < frozenRows.length || column < frozenColumns.length ? 7 : 3 }} />
        {choices.length > 0 && (
          <select ref={picker} className={styles.choices} aria-label={words.choices} style={{ left: spot.left + spot.width, top: spot.top }} value={typeof value === "string" ? value : ""} onChange={({ target }) => { selection.commit(target.value); box.current?.focus(); }}>
            <option value="" />
            {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
          </select>
        )}
        {editing && (
          <textarea
            className={styles.editor} style={{ ...spot, minWidth: spot.width, zIndex: 8 }} aria-label={words.content} value={editing.text} autoFocus spellCheck={false}
            onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
            onChange={({ target }) => selection.edit({ ...editing, text: target.value })}
            onKeyDown={(event) => {
              const move = editing.isQuick ? QUICK[event.key] : undefined;
              if (event.key === "Escape") selection.edit(null);
              else if (event.key === "Enter" && !event.altKey) selection.commit(editing.text, [event.shiftKey ? -1 : 1, 0]);
              else if (event.key === "Tab") selection.commit(editing.text, [0, event.shiftKey ? -1 : 1]);
              else if (move) selection.commit(editing.text, move);
              else return;
              event.preventDefault();
              event.stopPropagation();
              box.current?.focus({ preventScroll: true });
            }}
          />
        )}
      </div>
    </div>
  );
}

const QUICK: Readonly<Record<string, readonly [1 | -1 | 0, 1 | -1 | 0]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Words without wrapping run on where the neighbour is blank. */
function flowsOver(cell: ContentCell | undefined, look: CellLook, merged: CellRange | undefined, line: ReadonlyMap<number, ContentCell> | undefined): boolean {
  if (!cell || typeof cell.value !== "string" || merged || look.wrap || (look.across !== undefined && look.across !== "left")) return false;
  const beside = line?.get(cell.column + 1);
  return beside === undefined || beside.value === null || beside.value === "";
}

/** What an edited cell begins with: its formula, or its value as typed here. */
export function editText(cell: ContentCell | undefined): string {
  if (!cell) return "";
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === "number") return String(cell.value).replace(".", ",");
  return cell.value === null ? "" : typeof cell.value === "object" ? cell.value.error : String(cell.value);
}

function lastFilled({ cells }: SheetContent): readonly [number, number] {
  return [Math.max(0, ...cells.map(({ row }) => row)), Math.max(0, ...cells.map(({ column }) => column))];
}

function bringIntoView(box: HTMLDivElement, { rows, columns, frozenHeight, frozenWidth }: Geometry, row: number, column: number): void {
  const [top, bottom] = [rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0];
  const [left, right] = [columns.starts[column] ?? 0, columns.starts[column + 1] ?? 0];
  const [height, width] = [box.clientHeight - HEAD_HEIGHT, box.clientWidth - HEAD_WIDTH];
  if (top >= frozenHeight && top < box.scrollTop + frozenHeight) box.scrollTop = top - frozenHeight;
  else if (bottom > box.scrollTop + height) box.scrollTop = bottom - height;
  if (left >= frozenWidth && left < box.scrollLeft + frozenWidth) box.scrollLeft = left - frozenWidth;
  else if (right > box.scrollLeft + width) box.scrollLeft = Math.min(right - width, left - frozenWidth);
}

/** The workbook open in the browser (sổ đang mở trong trình duyệt): one state after another, with the way back. */
import type { CellMark, CellPlace, SheetChange } from "#domain/host";
import type { CellLook, SheetContent, Validation, WorkbookContent } from "#domain/sheet-content";
import { isAllowed, validationAt } from "#workbook/evaluate/cell-rules";
import { gridOf } from "#workbook/evaluate/evaluate";
import type { CellEdit } from "#workbook/patch/cell-edit";
import { blankWorkbook, typeInto, type Typing } from "./edit-content";
import { typedValue } from "./typed-value";

export interface ShownWorkbook {
  readonly name: string;
  readonly content: WorkbookContent;
  /** The file it was opened from or last written as; `null`: never a file yet. */
  readonly file: Uint8Array | null;
  /** Typed since then. */
  readonly edits: readonly CellEdit[];
  /** Sheets were put in since then: the file is to be written anew. */
  readonly isRewritten: boolean;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly marks: readonly CellMark[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Unsaved changes of the officer's. */
  readonly isChanged: boolean;
}

/** Why a value was not taken. */
export type Refusal = { readonly kind: "locked" } | { readonly kind: "rule"; readonly rule: Validation };

export interface WorkbookStore {
  readonly get: () => ShownWorkbook;
  readonly subscribe: (listener: () => void) => () => void;
  /** Types texts into a block from a cell on; `null`: taken. What a rule only warns of is taken once confirmed. */
  readonly type: (at: { readonly sheet: string; readonly row: number; readonly column: number }, rows: readonly (readonly string[])[], confirmed?: boolean) => Refusal | null;
  readonly clear: (at: { readonly sheet: string; readonly row: number; readonly column: number }, rows: number, columns: number) => Refusal | null;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (sheet: string, row: number, column: number) => void;
  /** Replaces the workbook: opened, or sheets put in by us. */
  readonly replace: (next: Partial<ShownWorkbook>) => void;
  readonly onChange: (listener: (change: SheetChange) => void) => () => void;
  readonly onSelect: (listener: (place: CellPlace) => void) => () => void;
}

interface Step {
  readonly content: WorkbookContent;
  readonly edits: readonly CellEdit[];
}

const MOST_STEPS = 100;

export function workbookStore(firstSheet: string, addressOf: (row: number, column: number) => string): WorkbookStore {
  let state: ShownWorkbook = {
    name: "", content: blankWorkbook(firstSheet), file: null, edits: [], isRewritten: false, sheet: firstSheet, row: 0, column: 0, marks: [], canUndo: false, canRedo: false, isChanged: false,
  };
  let before: Step[] = [];
  let after: Step[] = [];
  const listeners = new Set<() => void>();
  const changes = new Set<(change: SheetChange) => void>();
  const selections = new Set<(place: CellPlace) => void>();
  const set = (next: Partial<ShownWorkbook>): void => {
    state = { ...state, ...next, canUndo: before.length > 0, canRedo: after.length > 0 };
    for (const listener of listeners) listener();
  };
  const write = (typed: readonly Typing[]): Refusal | null => {
    const [first] = typed;
    if (!first) return null;
    before = [...before, { content: state.content, edits: state.edits }].slice(-MOST_STEPS);
    after = [];
    const { content, edits } = typeInto(state.content, typed);
    set({ content, edits: [...state.edits, ...edits], isChanged: true });
    const range = { top: Math.min(...typed.map(({ row }) => row)), bottom: Math.max(...typed.map(({ row }) => row)), left: Math.min(...typed.map(({ column }) => column)), right: Math.max(...typed.map(({ column }) => column)) };
    for (const listener of changes) listener({ sheet: first.sheet, range });
    return null;
  };
  const step = (from: Step[], to: Step[]): void => {
    const last = from.pop();
    if (!last) return;
    to.push({ content: state.content, edits: state.edits });
    set({ content: last.content, edits: last.edits });
    for (const listener of changes) listener({ sheet: state.sheet, range: { top: 0, left: 0, bottom: 0, right: 0 } });
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (at, rows, confirmed = false) => {
      const sheet = state.content.sheets.find(({ name }) => name === at.sheet);
      if (!sheet) return null;
      const typed = rows.flatMap((line, down) => line.map((text, across): Typing => {
        const [row, column] = [at.row + down, at.column + across];
        return { sheet: at.sheet, row, column, ...typedValue(text, lookAt(state.content, sheet, row, column)?.format) };
      }));
      return refusalOf(state.content, sheet, typed, confirmed || typed.length > 1) ?? write(typed);
    },
    clear: (at, rows, columns) => {
      const sheet = state.content.sheets.find(({ name }) => name === at.sheet);
      if (!sheet) return null;
      const typed = Array.from({ length: rows * columns }, (_, index): Typing => ({ sheet: at.sheet, row: at.row + Math.floor(index / columns), column: at.column + (index % columns), value: null }));
      const filled = typed.filter(({ row, column }) => gridOf(sheet).get(row)?.get(column) !== undefined);
      return refusalOf(state.content, sheet, filled, true) ?? write(filled);
    },
    undo: () => step(before, after),
    redo: () => step(after, before),
    select: (sheet, row, column) => {
      if (sheet === state.sheet && row === state.row && column === state.column) return;
      set({ sheet, row, column });
      for (const listener of selections) listener({ sheet, cell: addressOf(row, column) });
    },
    replace: (next) => {
      before = [];
      after = [];
      set(next);
    },
    onChange: (listener) => {
      changes.add(listener);
      return () => changes.delete(listener);
    },
    onSelect: (listener) => {
      selections.add(listener);
      return () => selections.delete(listener);
    },
  };
}

function lookAt(content: WorkbookContent, sheet: SheetContent, row: number, column: number): CellLook | undefined {
  return content.styles[gridOf(sheet).get(row)?.get(column)?.style ?? 0];
}

/** A pasted block is let in as Excel lets it in: rules speak when one cell is typed. */
function refusalOf(content: WorkbookContent, sheet: SheetContent, typed: readonly Typing[], isConfirmed: boolean): Refusal | null {
  if (sheet.isProtected && typed.some(({ row, column }) => lookAt(content, sheet, row, column)?.locked !== false)) return { kind: "locked" };
  const [only] = typed;
  if (typed.length !== 1 || !only || only.formula !== undefined) return null;
  const rule = validationAt(sheet, only.row, only.column);
  if (!rule || rule.severity === "information" || isAllowed(content, sheet, rule, only.value, only)) return null;
  return rule.severity === "warning" && isConfirmed ? null : { kind: "rule", rule };
}

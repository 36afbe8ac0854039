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
  /** How often a cell was pointed out: the keyboard goes there. */
  readonly revealed: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Unsaved changes of the officer's. */
  readonly isChanged: boolean;
}

/** One of the workbooks open side by side, like windows of Excel. */
export interface OpenWorkbook {
  readonly id: number;
  readonly name: string;
  readonly isChanged: boolean;
  readonly isShown: boolean;
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
  /** Takes the keyboard to the selected cell. */
  readonly point: () => void;
  /** Replaces the workbook: opened, or sheets put in by us. */
  readonly replace: (next: Partial<ShownWorkbook>) => void;
  readonly onChange: (listener: (change: SheetChange) => void) => () => void;
  readonly onSelect: (listener: (place: CellPlace) => void) => () => void;
  /** All that are open, in the order they were opened. The same list until something of it changes. */
  readonly workbooks: () => readonly OpenWorkbook[];
  /** Opens one more and shows it; one that nobody has put anything into makes room for it. */
  readonly open: (workbook: Partial<ShownWorkbook>) => void;
  readonly bring: (id: number) => void;
  /** Closes the one shown; the last one leaves a blank workbook. */
  readonly close: () => void;
  /** Told after another workbook came to the front. */
  readonly onBring: (listener: () => void) => () => void;
}

interface Document {
  readonly id: number;
  state: ShownWorkbook;
  before: Step[];
  after: Step[];
}

interface Step {
  readonly content: WorkbookContent;
  readonly edits: readonly CellEdit[];
}

const MOST_STEPS = 100;

export function workbookStore(firstSheet: string, addressOf: (row: number, column: number) => string): WorkbookStore {
  const blank: ShownWorkbook = {
    name: "", content: blankWorkbook(firstSheet), file: null, edits: [], isRewritten: false, sheet: firstSheet, row: 0, column: 0, marks: [], revealed: 0, canUndo: false, canRedo: false, isChanged: false,
  };
  let ids = 1;
  const document = (state: ShownWorkbook): Document => ({ id: ids++, state, before: [], after: [] });
  let front = document(blank);
  let documents: readonly Document[] = [front];
  let listed: readonly OpenWorkbook[] = [];
  const listeners = new Set<() => void>();
  const changes = new Set<(change: SheetChange) => void>();
  const selections = new Set<(place: CellPlace) => void>();
  const brought = new Set<() => void>();
  const tell = (): void => {
    const now = documents.map(({ id, state: { name, isChanged } }): OpenWorkbook => ({ id, name, isChanged, isShown: id === front.id }));
    if (JSON.stringify(now) !== JSON.stringify(listed)) listed = now;
    for (const listener of listeners) listener();
  };
  const set = (next: Partial<ShownWorkbook>): void => {
    front.state = { ...front.state, ...next, canUndo: front.before.length > 0, canRedo: front.after.length > 0 };
    tell();
  };
  const show = (next: Document, others: readonly Document[]): void => {
    front = next;
    documents = others;
    tell();
    for (const listener of brought) listener();
  };
  const write = (typed: readonly Typing[]): Refusal | null => {
    const [first] = typed;
    if (!first) return null;
    const { state } = front;
    front.before = [...front.before, { content: state.content, edits: state.edits }].slice(-MOST_STEPS);
    front.after = [];
    const { content, edits } = typeInto(state.content, typed);
    set({ content, edits: [...state.edits, ...edits], isChanged: true });
    const range = { top: Math.min(...typed.map(({ row }) => row)), bottom: Math.max(...typed.map(({ row }) => row)), left: Math.min(...typed.map(({ column }) => column)), right: Math.max(...typed.map(({ column }) => column)) };
    for (const listener of changes) listener({ sheet: first.sheet, range });
    return null;
  };
  const step = (from: Step[], to: Step[]): void => {
    const last = from.pop();
    if (!last) return;
    to.push({ content: front.state.content, edits: front.state.edits });
    set({ content: last.content, edits: last.edits });
    for (const listener of changes) listener({ sheet: front.state.sheet, range: { top: 0, left: 0, bottom: 0, right: 0 } });
  };
  return {
    get: () => front.state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (at, rows, confirmed = false) => {
      const { state } = front;
      const sheet = state.content.sheets.find(({ name }) => name === at.sheet);
      if (!sheet) return null;
      const typed = rows.flatMap((line, down) => line.map((text, across): Typing => {
        const [row, column] = [at.row + down, at.column + across];
        return { sheet: at.sheet, row, column, ...typedValue(text, lookAt(state.content, sheet, row, column)?.format) };
      }));
      return refusalOf(state.content, sheet, typed, confirmed || typed.length > 1) ?? write(typed);
    },
    clear: (at, rows, columns) => {
      const { state } = front;
      const sheet = state.content.sheets.find(({ name }) => name === at.sheet);
      if (!sheet) return null;
      const typed = Array.from({ length: rows * columns }, (_, index): Typing => ({ sheet: at.sheet, row: at.row + Math.floor(index / columns), column: at.column + (index % columns), value: null }));
      const filled = typed.filter(({ row, column }) => gridOf(sheet).get(row)?.get(column) !== undefined);
      return refusalOf(state.content, sheet, filled, true) ?? write(filled);
    },
    undo: () => step(front.before, front.after),
    redo: () => step(front.after, front.before),
    select: (sheet, row, column) => {
      const { state } = front;
      if (sheet === state.sheet && row === state.row && column === state.column) return;
      set({ sheet, row, column });
      for (const listener of selections) listener({ sheet, cell: addressOf(row, column) });
    },
    point: () => set({ revealed: front.state.revealed + 1 }),
    replace: (next) => {
      // Marks are put on cells while the officer types: the way back stays open.
      if (Object.keys(next).some((part) => part !== "marks" && part !== "isChanged")) {
        front.before = [];
        front.after = [];
      }
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
    workbooks: () => {
      if (listed.length === 0) tell();
      return listed;
    },
    open: (workbook) => {
      const next = document({ ...blank, ...workbook });
      show(next, [...documents.filter((one) => !isUntouched(one.state)), next]);
    },
    bring: (id) => {
      const next = documents.find((one) => one.id === id);
      if (next && next !== front) show(next, documents);
    },
    close: () => {
      const others = documents.filter((one) => one !== front);
      const next = others.at(-1) ?? document(blank);
      show(next, others.length === 0 ? [next] : others);
    },
    onBring: (listener) => {
      brought.add(listener);
      return () => brought.delete(listener);
    },
  };
}

/** A workbook nobody has typed in yet makes room for what is put in it. */
export function isUntouched({ content, isChanged }: ShownWorkbook): boolean {
  return !isChanged && content.sheets.every(({ cells }) => cells.length === 0);
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

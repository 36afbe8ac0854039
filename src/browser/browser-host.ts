/** The browser's own workbook as a host (không cần Excel): what live Excel does for the tasks, done in memory. */
import type { HostOutcome, PutOptions, PutResult, WorkbookHost } from "#domain/host";
import type { SheetContent, WorkbookContent } from "#domain/sheet-content";
import { rangeOf } from "#workbook/content/range-text";
import { patchCells } from "#workbook/patch/patch-cells";
import { joinContents } from "./join-contents";
import { snapshotInSteps } from "./snapshot-in-steps";
import { isUntouched, type ShownWorkbook, type WorkbookStore } from "./workbook-store";

export interface BrowserHostParts {
  readonly store: WorkbookStore;
  /** Reads a file as sheets; done in a worker where there is one. */
  readonly contentOf: (file: Uint8Array) => Promise<WorkbookContent>;
  /** Writes sheets that came from several files as one file. */
  readonly fileOf: (content: WorkbookContent) => Promise<Uint8Array>;
}

const done = <Value>(value: Value): HostOutcome<Value> => ({ ok: true, value });
const nothing: HostOutcome<void> = { ok: true, value: undefined };

export function browserHost({ store, contentOf, fileOf }: BrowserHostParts): WorkbookHost {
  let before: ShownWorkbook | null = null;
  /** Of sheets nobody has changed since: the file they were opened from. */
  const openedFrom = new WeakMap<WorkbookContent, Uint8Array>();
  return {
    kind: "browser",
    abilities: { charts: false, liveCheck: true, downloads: true, opensWorkbooks: true, losesUndo: true },
    name: () => Promise.resolve(store.get().name),
    read: async ({ sheets } = {}) => done(await snapshotInSteps(store.get().content, sheets)),
    openedFile: () => openedFrom.get(store.get().content) ?? null,
    async file() {
      const { file, edits, isRewritten, content } = store.get();
      const patched = file && !isRewritten ? patchCells(file, edits) : null;
      const bytes = patched ?? (await fileOf(content));
      store.replace({ file: bytes, edits: [], isRewritten: false });
      return done(bytes);
    },
    put(content, options) {
      const outcome = put(store.get(), content, options);
      if (!outcome.ok) return Promise.resolve(outcome);
      before = store.get();
      const { next, result } = outcome.value;
      store.replace(next);
      return Promise.resolve(done(result));
    },
    takeBack() {
      if (!before) return Promise.resolve(done(false));
      store.replace(before);
      before = null;
      return Promise.resolve(done(true));
    },
    canTakeBack: () => before !== null,
    mark(marks) {
      store.replace({ marks });
      return Promise.resolve(nothing);
    },
    select({ sheet, cell }) {
      const target = store.get().content.sheets.find(({ name }) => name === sheet);
      const range = rangeOf(cell);
      if (!target || !range) return Promise.resolve({ ok: false, fault: { kind: "sheet-gone", sheet } });
      store.select(sheet, range.top, range.left);
      store.point();
      return Promise.resolve(nothing);
    },
    drawCharts: () => Promise.resolve(nothing),
    watchChanges(listener) {
      const stop = store.onChange(listener);
      return Promise.resolve(done(() => Promise.resolve(stop())));
    },
    watchSelection(listener) {
      const stop = store.onSelect(listener);
      return Promise.resolve(done(() => Promise.resolve(stop())));
    },
    async open(file, name) {
      const content = await contentOf(file);
      if (content.sheets.length === 0) return { ok: false, fault: { kind: "refused", detail: name } };
      openedFrom.set(content, file);
      store.open({ ...opened(content), name, file });
      return nothing;
    },
    watchWorkbook(listener) {
      const stop = store.onBring(() => {
        before = null;
        listener();
      });
      return Promise.resolve(done(() => Promise.resolve(stop())));
    },
  };
}

function opened(content: WorkbookContent): Partial<ShownWorkbook> {
  const first = content.sheets.find(({ state }) => state === "visible");
  return { content, sheet: first?.name ?? "", row: first?.frozen.rows ?? 0, column: 0, marks: [] };
}

function put(shown: ShownWorkbook, content: WorkbookContent, { owned, file, name, show, signal, onProgress }: PutOptions): HostOutcome<{ next: Partial<ShownWorkbook>; result: PutResult }> {
  if (signal?.aborted) return { ok: false, fault: { kind: "cancelled" } };
  const standing = isUntouched(shown) ? [] : shown.content.sheets;
  const names = new Set(standing.map(({ name }) => name));
  const taken = content.sheets.find(({ name }) => names.has(name) && !owned.has(name));
  if (taken) return { ok: false, fault: { kind: "name-taken", sheet: taken.name } };
  onProgress?.(content.sheets.length, content.sheets.length, "");
  const joined = joinContents({ ...shown.content, sheets: standing }, content);
  const visible = (name: string | undefined): SheetContent | undefined => joined.sheets.find((sheet) => sheet.name === name && sheet.state === "visible");
  const first = visible(show) ?? visible(shown.sheet) ?? content.sheets.find(({ state }) => state === "visible");
  const isWhole = standing.every(({ name }) => content.sheets.some((sheet) => sheet.name === name));
  const next: Partial<ShownWorkbook> = {
    content: joined, sheet: first?.name ?? "", row: first?.name === shown.sheet ? shown.row : first?.frozen.rows ?? 0, column: first?.name === shown.sheet ? shown.column : 0, marks: [], isChanged: true,
    ...(name !== undefined && (shown.name === "" || standing.length === 0) ? { name } : {}),
    // Where nothing of the officer's own stands beside them, the file that came along is the whole workbook.
    ...(isWhole && file ? { file, edits: [], isRewritten: false } : { isRewritten: true }),
  };
  return done({ next, result: { added: content.sheets.map(({ name }) => name).filter((name) => !names.has(name)), rewritten: content.sheets.map(({ name }) => name).filter((name) => names.has(name)) } });
}

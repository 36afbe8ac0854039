/** The desk's state (trạng thái ngăn tác vụ): one hook, in the order in which things happen. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { HostFault, WorkbookHost } from "#domain/host";
import type { CallOptions, Engine } from "#tasks/engine/contract";
import type { Overview } from "#tasks/engine/views/overview";
import type { Recognised } from "#tasks/engine/views/preparing";
import type { MadeWorkbook } from "#tasks/engine/views/workbooks";
import { deskWords, type DeskWords } from "#messages/pane/desk";
import { useWords } from "../language";
import type { Desk, Notice, Overlay, Tab, Working } from "./desk";
import { offer } from "./offer-file";
import { useFollowing } from "./use-following";

export interface DeskParts {
  readonly engine: Engine;
  readonly host: WorkbookHost;
  readonly today: string;
  /** The screen to begin with where a book is open: the command of the ribbon that was pressed. */
  readonly view?: View;
}

export type View = Tab | "prepare";

export function viewOf(text: string | null): View | undefined {
  return (["today", "receive", "results", "report", "prepare"] as const).find((view) => view === text);
}

export function faultText(words: DeskWords, fault: HostFault): string {
  const where = "sheet" in fault && fault.sheet !== undefined ? ` (${fault.sheet})` : "";
  return words.faults[fault.kind] + where + (fault.kind === "refused" ? ` ${fault.detail}` : "");
}

/** How long Excel takes to tell of a cell that was typed. */
const NEWS_PAUSE = 250;

type Made = Pick<MadeWorkbook, "content" | "file" | "owned" | "charts"> & { readonly fileName?: string };

export function useDeskState({ engine, host, today, view }: DeskParts): Desk {
  const words = useWords(deskWords);
  const [recognised, setRecognised] = useState<Recognised>({ kind: "blank" });
  const [overview, setOverview] = useState<Overview | null>(null);
  const [tab, goTo] = useState<Tab>(view === undefined || view === "prepare" ? "today" : view);
  const [overlay, show] = useState<Overlay | null>(null);
  const [working, setWorking] = useState<Working | null>(null);
  const [notice, say] = useState<Notice | null>(null);
  const busy = useRef(0);
  /** Something was typed in the open book since it was last read. */
  const typed = useRef(false);
  /** The engine holds more than the sheets say: they could not be written, or not wholly. */
  const [isUnwritten, setUnwritten] = useState(false);
  const unwritten = useRef(false);
  const keepUnwritten = useCallback((value: boolean) => {
    unwritten.current = value;
    setUnwritten(value);
  }, []);

  const put = useCallback(async (made: Made, options: CallOptions = {}): Promise<boolean> => {
    const { signal, onProgress } = options;
    const outcome = await host.put(made.content, {
      owned: new Set(made.owned), file: made.file, ...(made.fileName === undefined ? {} : { name: made.fileName }),
      ...(signal ? { signal } : {}), ...(onProgress ? { onProgress: (done, total, what) => onProgress({ phase: "writing", done, total, what }) } : {}),
    });
    keepUnwritten(!outcome.ok);
    if (outcome.ok) {
      await engine.bookStands();
      if (host.abilities.charts && made.charts && made.charts.length > 0) await host.drawCharts(made.charts);
      return true;
    }
    say({ kind: outcome.fault.kind === "cancelled" ? "cancelled" : "failed", text: faultText(words, outcome.fault) });
    return false;
  }, [engine, host, keepUnwritten, words]);

  /** The reading that is going on; nothing is written before it ended. */
  const reading = useRef<Promise<unknown>>(Promise.resolve());
  /** What stands in the open workbook, told again after it changed; `null`, having said why, where it cannot be read now. */
  const readWorkbook = useCallback(async (): Promise<Recognised | null> => {
    const wasTyped = typed.current;
    typed.current = false;
    const file = host.openedFile();
    const read = file ? null : await host.read();
    if (read && !read.ok) {
      typed.current = wasTyped;
      say({ kind: "failed", text: faultText(words, read.fault) });
      return null;
    }
    const found = file ? await engine.recogniseFile(file) : read ? await engine.recognise(read.value) : null;
    if (!found) return null;
    if (found.kind === "book") {
      const opened = await engine.openBook(null, null, today, unwritten.current);
      if (opened.ok) setOverview(opened.value);
      else say({ kind: "failed", text: words.failed, details: opened.faults });
    } else setOverview(null);
    setRecognised(found);
    return found;
  }, [engine, host, today, words]);
  const recognise = useCallback((): Promise<Recognised | null> => {
    const turn = reading.current.then(readWorkbook, readWorkbook);
    reading.current = turn;
    return turn;
  }, [readWorkbook]);

  const act = useCallback<Desk["act"]>(async (title, action, after) => {
    const controller = new AbortController();
    busy.current += 1;
    say(null);
    setWorking({ title, progress: null, since: Date.now(), cancel: () => controller.abort() });
    const options: Required<CallOptions> = { signal: controller.signal, onProgress: (progress) => setWorking((was) => was && { ...was, progress }) };
    try {
      // News of a cell just typed may still be on its way, or the cell being read.
      if (host.kind === "excel" && after?.changesBook) await new Promise((resolve) => setTimeout(resolve, NEWS_PAUSE));
      await reading.current.catch(() => undefined);
      // An Excel that tells of no changes may hold typed ones. What cannot be read now must not be written over either.
      if ((typed.current || (!host.abilities.liveCheck && recognised.kind === "book")) && (await recognise()) === null) return null;
      const value = await action(options);
      if (isRefusal(value)) {
        // Faults of single cells are shown beside them by their screen.
        const details = value.faults.filter((fault) => typeof fault === "string");
        if (details.length > 0) say({ kind: "failed", text: words.failed, details });
      }
      else if (after?.changesBook) await writeBook();
      else if (controller.signal.aborted) say({ kind: "cancelled", text: words.cancelled });
      return value;
    } catch (error) {
      say({ kind: "failed", text: words.failed, details: [error instanceof Error ? error.message : String(error)] });
      return null;
    } finally {
      busy.current -= 1;
      setWorking(null);
      engine.overview().then(setOverview, () => setOverview(null));
    }

    /** The book's sheets made to say what the engine holds: in this workbook, or beside it where another thing is open. */
    async function writeBook(): Promise<void> {
      // Cancelled while reading, what was read is still written; writing has a cancel of its own.
      const writing = new AbortController();
      setWorking((was) => was && { ...was, cancel: () => writing.abort() });
      const made = await engine.book({ onProgress: options.onProgress });
      if (!made.ok) return say({ kind: "failed", text: words.failed, details: made.faults });
      if (after?.changesBook === "beside") {
        const outcome = await host.open(made.value.file, made.value.fileName);
        if (!outcome.ok) return say({ kind: "failed", text: faultText(words, outcome.fault) });
        // In Excel it has a window and a pane of its own; this one goes on with its own workbook.
        if (host.kind === "excel") await recognise();
        return;
      }
      if (!(await put(made.value, { signal: writing.signal, onProgress: options.onProgress }))) return;
      setRecognised((was) => (was.kind === "book" ? was : { kind: "book", plan: "", planTitle: "", stage: "summary" }));
      const isCancelled = controller.signal.aborted;
      say({ kind: isCancelled ? "cancelled" : "done", text: isCancelled ? words.cancelled : words.written, canTakeBack: true });
    }
  }, [engine, host, put, recognise, recognised.kind, words]);

  useEffect(() => {
    const open = (): void => {
      keepUnwritten(false);
      setWorking({ title: words.working.open, progress: null, since: Date.now(), cancel: null });
      show(null);
      void recognise().finally(() => setWorking(null));
    };
    open();
    if (view === "prepare") show({ kind: "prepare", step: "plan" });
    const watching = host.watchWorkbook(() => { if (busy.current === 0) open(); else void recognise(); });
    return () => { void watching.then((stop) => { if (stop.ok) void stop.value(); }); };
    // Once, when the pane opens; later changes are followed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useFollowing({ engine, host, recognised, recognise, isBusy: () => busy.current > 0, onTyped: () => { typed.current = true; }, onSources: show, refresh: put });

  return useMemo<Desk>(() => ({
    engine, host, today, recognised, overview,
    newBook: recognised.kind === "blank" || (host.kind === "excel" && recognised.kind === "foreign") ? true : "beside",
    tab, goTo, overlay, show, working, notice, say, act, isUnwritten,
    openBeside: async (made) => {
      if (!host.abilities.opensWorkbooks) {
        offer(made.fileName, made.file);
        return say({ kind: "done", text: words.given(made.fileName) });
      }
      const outcome = await host.open(made.file, made.fileName);
      if (!outcome.ok) say({ kind: "failed", text: faultText(words, outcome.fault) });
    },
    takeBack: async () => {
      const outcome = await host.takeBack();
      if (!outcome.ok) return say({ kind: "failed", text: faultText(words, outcome.fault) });
      await recognise();
      if (outcome.value) say({ kind: "done", text: words.tookBack });
    },
    give: async (fileName, file) => {
      if (host.abilities.downloads) offer(fileName, file);
      else await host.open(file, fileName);
      say({ kind: "done", text: words.given(fileName) });
    },
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
  }), [act, engine, host, isUnwritten, notice, overlay, overview, recognise, recognised, tab, today, words, working]);
}

/** An answer that refuses, or one whose entries could not be read: nothing was changed. */
function isRefusal(value: unknown): value is { readonly faults: readonly unknown[] } {
  if (typeof value !== "object" || value === null || !("faults" in value) || !Array.isArray(value.faults) || value.faults.length === 0) return false;
  return "ok" in value ? value.ok === false : value.faults.every((fault) => typeof fault === "object");
}

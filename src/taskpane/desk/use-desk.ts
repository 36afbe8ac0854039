/** The desk's state (trạng thái ngăn tác vụ): one hook, in the order in which things happen. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { HostFault, WorkbookHost } from "#domain/host";
import type { CallOptions, Engine } from "#tasks/engine/contract";
import type { Overview, Recognised, WorkbookContent } from "#tasks/engine/views";
import { deskWords, type DeskWords } from "#messages/pane/desk";
import { useWords } from "../language";
import type { Desk, Notice, Overlay, Tab, Working } from "./desk";
import { offer } from "./offer-file";
import { useFollowing } from "./use-following";

export interface DeskParts {
  readonly engine: Engine;
  readonly host: WorkbookHost;
  readonly today: string;
}

export function faultText(words: DeskWords, fault: HostFault): string {
  const where = "sheet" in fault && fault.sheet !== undefined ? ` (${fault.sheet})` : "";
  return words.faults[fault.kind] + where + (fault.kind === "refused" ? ` ${fault.detail}` : "");
}

export function useDeskState({ engine, host, today }: DeskParts): Desk {
  const words = useWords(deskWords);
  const [recognised, setRecognised] = useState<Recognised>({ kind: "blank" });
  const [overview, setOverview] = useState<Overview | null>(null);
  const [tab, goTo] = useState<Tab>("today");
  const [overlay, show] = useState<Overlay | null>(null);
  const [working, setWorking] = useState<Working | null>(null);
  const [notice, say] = useState<Notice | null>(null);
  const busy = useRef(0);

  const put = useCallback(async (made: { readonly content: WorkbookContent; readonly file: Uint8Array; readonly owned: readonly string[]; readonly fileName?: string }, signal?: AbortSignal, shown?: string): Promise<boolean> => {
    const outcome = await host.put(made.content, { owned: new Set(made.owned), file: made.file, ...(made.fileName === undefined ? {} : { name: made.fileName }), ...(signal ? { signal } : {}), ...(shown === undefined ? {} : { show: shown }) });
    if (outcome.ok) return true;
    say({ kind: outcome.fault.kind === "cancelled" ? "cancelled" : "failed", text: faultText(words, outcome.fault) });
    return false;
  }, [host, words]);

  /** What stands in the open workbook, told again after it changed. */
  const recognise = useCallback(async (): Promise<Recognised> => {
    const read = await host.read();
    if (!read.ok) {
      say({ kind: "failed", text: faultText(words, read.fault) });
      return { kind: "foreign" };
    }
    const found = await engine.recognise(read.value);
    setRecognised(found);
    if (found.kind === "book") {
      const opened = await engine.openBook(read.value, null, today);
      if (opened.ok) setOverview(opened.value);
      else say({ kind: "failed", text: words.failed, details: opened.faults });
    }
    return found;
  }, [engine, host, today, words]);

  const act = useCallback<Desk["act"]>(async (title, action, after) => {
    const controller = new AbortController();
    busy.current += 1;
    say(null);
    setWorking({ title, progress: null, since: Date.now(), cancel: () => controller.abort() });
    const options: Required<CallOptions> = { signal: controller.signal, onProgress: (progress) => setWorking((was) => was && { ...was, progress }) };
    try {
      const value = await action(options);
      if (after?.changesBook) {
        const made = await engine.book({ onProgress: options.onProgress });
        if (!made.ok) say({ kind: "failed", text: words.failed, details: made.faults });
        else if (await put(made.value)) {
          setRecognised((was) => (was.kind === "book" ? was : { kind: "book", plan: "", planTitle: "", stage: "summary" }));
          say({ kind: controller.signal.aborted ? "cancelled" : "done", text: controller.signal.aborted ? words.cancelled : words.written, canTakeBack: true });
        }
      } else if (controller.signal.aborted) say({ kind: "cancelled", text: words.cancelled });
      return value;
    } catch (error) {
      say({ kind: "failed", text: words.failed, details: [error instanceof Error ? error.message : String(error)] });
      return null;
    } finally {
      busy.current -= 1;
      setWorking(null);
      engine.overview().then(setOverview, () => setOverview(null));
    }
  }, [engine, put, words]);

  useEffect(() => {
    setWorking({ title: words.working.open, progress: null, since: Date.now(), cancel: null });
    void recognise().finally(() => setWorking(null));
    // Once, when the pane opens; later changes are followed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useFollowing({ engine, host, recognised, recognise, isBusy: () => busy.current > 0, onSources: show, refresh: put });

  return useMemo<Desk>(() => ({
    engine, host, today, recognised, overview, tab, goTo, overlay, show, working, notice, say, act,
    put: async (made) => {
      const isPut = await put(made, undefined, made.content.sheets.find(({ state }) => state === "visible")?.name);
      if (isPut) await recognise();
      return isPut;
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
  }), [act, engine, host, notice, overlay, overview, put, recognise, recognised, tab, today, words, working]);
}

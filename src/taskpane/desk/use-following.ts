/** Follows the open workbook (theo dõi bảng tính): what the officer types in the book, and which figure is selected. */
import { useEffect, useRef } from "react";
import type { CellPlace, WorkbookHost } from "#domain/host";
import type { WorkbookSnapshot } from "#domain/snapshot";
import type { Engine } from "#tasks/engine/contract";
import type { WorkbookContent } from "#domain/sheet-content";
import type { Recognised } from "#tasks/engine/views/preparing";
import { textsAround } from "./texts-around";
import type { Overlay } from "./desk";

export interface Following {
  readonly engine: Engine;
  readonly host: WorkbookHost;
  readonly recognised: Recognised;
  readonly recognise: () => Promise<Recognised | null>;
  readonly isBusy: () => boolean;
  readonly onTyped: () => void;
  readonly onSources: (overlay: Overlay) => void;
  readonly refresh: (made: { readonly content: WorkbookContent; readonly file: Uint8Array; readonly owned: readonly string[] }) => Promise<boolean>;
}

const TYPING_PAUSE = 700;
const SELECTION_PAUSE = 250;

export function useFollowing(following: Following): void {
  const { host, recognised } = following;
  const now = useRef(following);
  useEffect(() => { now.current = following; });
  const isBook = recognised.kind === "book";
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: WorkbookSnapshot | null = null;
    const stops: (() => Promise<void>)[] = [];
    let isOver = false;
    const changed = (): void => {
      seen = null;
      now.current.onTyped();
      clearTimeout(timer);
      timer = setTimeout(() => void readAgain(now.current), TYPING_PAUSE);
    };
    const selected = (place: CellPlace): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void (async () => {
          if (now.current.isBusy()) return;
          const read = seen ? null : await host.read({ sheets: new Set([place.sheet]) });
          if (read?.ok) seen = read.value;
          const line = seen && textsAround(seen, place);
          const found = line && (await now.current.engine.sourcesAt(place.sheet, place.cell, line).catch(() => null));
          if (found) now.current.onSources({ kind: "sources", node: found.node, indicator: found.indicator });
        })();
      }, SELECTION_PAUSE);
    };
    if (isBook) {
      for (const watched of [host.watchChanges(changed), host.watchSelection((place) => { if (seen?.sheets.every(({ name }) => name !== place.sheet)) seen = null; selected(place); })]) {
        void watched.then((stop) => { if (stop.ok) { if (isOver) void stop.value(); else stops.push(stop.value); } });
      }
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
      for (const stop of stops) void stop();
    };
  }, [host, isBook]);
}

/** Typed in the book: read again. Live Excel calculates its formulas itself; the browser's sheets are made anew. */
async function readAgain({ engine, host, recognise, isBusy, refresh }: Following): Promise<void> {
  if (isBusy()) return;
  const found = await recognise();
  if (found?.kind !== "book" || host.kind !== "browser") return;
  const made = await engine.book();
  if (made.ok) await refresh(made.value);
}

/** A view asked of the engine (hỏi bộ máy): asked again whenever the book has changed; the last question wins. */
import { useEffect, useState } from "react";
import { useDesk } from "../desk/desk";
import type { Engine } from "#tasks/engine/contract";

export function useAsked<View>(ask: (engine: Engine) => Promise<View>, key: string): View | null {
  const { engine, overview } = useDesk();
  const [view, setView] = useState<View | null>(null);
  const revision = overview?.revision ?? 0;
  useEffect(() => {
    let isCurrent = true;
    ask(engine).then((found) => { if (isCurrent) setView(found); }, () => { if (isCurrent) setView(null); });
    return () => { isCurrent = false; };
    // `key` says what is asked; the function itself is new with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, revision, key]);
  return view;
}

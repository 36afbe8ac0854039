/** The open form, checked while it is typed in (kiểm tra khi đang gõ): after a short pause, and the last check wins. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { FormCheck } from "#tasks/engine/views/workbooks";
import { useDesk } from "../desk/desk";

const PAUSE = 350;

export interface CheckedForm {
  readonly check: FormCheck | null;
  readonly faults: readonly string[];
  readonly checkAgain: () => void;
}

export function useFormCheck(): CheckedForm {
  const { engine, host, today } = useDesk();
  const [check, setCheck] = useState<FormCheck | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const again = useRef<() => void>(() => undefined);
  const checkAgain = useCallback(() => again.current(), []);
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let stop: (() => Promise<void>) | null = null;
    const run = async (): Promise<void> => {
      const own = (last += 1);
      const read = await host.read();
      if (!read.ok || isOver) return;
      const found = await engine.checkForm(read.value, await host.name(), today);
      if (own !== last || isOver) return;
      setFaults(found.ok ? [] : found.faults);
      setCheck(found.ok ? found.value : null);
      if (found.ok) {
        await host.mark(found.value.problems.filter(({ severity, sheet, cell }) => severity !== "info" && sheet !== null && cell !== null)
          .map(({ severity, sentence, sheet, cell }) => ({ severity, text: sentence, sheet: sheet ?? "", cell: cell?.split(",")[0] ?? "" })));
      }
    };
    again.current = () => void run();
    void run();
    void host.watchChanges(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), PAUSE);
    }).then((watching) => {
      if (!watching.ok) return;
      if (isOver) void watching.value();
      else stop = watching.value;
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      void stop?.();
    };
  }, [engine, host, today]);
  return { check, faults, checkAgain };
}

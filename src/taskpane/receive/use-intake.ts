/** Taking in files from wherever they were dropped (nhận file). */
import type { Arrival, OfferedFile } from "#tasks/engine/contract";
import { todayWords } from "#messages/pane/today";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

export interface Intake {
  readonly takeIn: (files: readonly OfferedFile[], arrival?: Arrival | null) => Promise<void>;
  readonly trySample: () => Promise<void>;
}

export function useIntake(): Intake {
  const { act, engine, goTo, newBook, show, today } = useDesk();
  const words = useWords(todayWords);
  return {
    takeIn: async (files, arrival = null) => {
      show(null);
      const summary = await act(words.receiving, (options) => engine.takeIn(files, arrival, options), { changesBook: true });
      if (!summary) return;
      goTo("receive");
      if (summary.datesUnknown > 0) show({ kind: "arrivals" });
    },
    trySample: async () => {
      await act(words.start.trying, async (options) => {
        const sample = await engine.startSample(today, options);
        return engine.takeIn(sample.files, { table: sample.receipts }, options);
      }, { changesBook: newBook });
      goTo("today");
    },
  };
}

/** Entry on behalf while it is being typed (nhập thay đơn vị): what is said, what is wrong, and recording it whole. */
import { useState } from "react";
import { entryWords } from "#messages/pane/entry";
import type { EntryOutcome, EntrySheet } from "#tasks/engine/views/entry";
import { isoDay } from "#tasks/receipts";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { saidRows, type Typed } from "./typed-rows";

export interface EntrySource {
  readonly document: string;
  readonly date: string;
  readonly by: string;
  readonly receivedOn: string;
}

export interface Entry {
  readonly source: EntrySource;
  readonly setSource: (source: EntrySource) => void;
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly faults: EntryOutcome["faults"];
  /** Recording was tried: what is missing is now said. */
  readonly isTried: boolean;
  readonly record: () => Promise<void>;
}

export function useEntry(sheet: EntrySheet): Entry {
  const words = useWords(entryWords);
  const { engine, act, say, show } = useDesk();
  const [source, setSource] = useState<EntrySource>({ document: "", date: "", by: "", receivedOn: "" });
  const [typed, setTyped] = useState<Typed>({});
  const [faults, setFaults] = useState<EntryOutcome["faults"]>([]);
  const [isTried, setTried] = useState(false);
  const rows = saidRows(sheet.rows, typed);
  const record = async (): Promise<void> => {
    setTried(true);
    if (source.document.trim() === "" || isoDay(source.date) === null || rows.length === 0) {
      if (rows.length === 0) say({ kind: "failed", text: words.nothingTyped });
      return;
    }
    const { receivedOn, ...stated } = source;
    const outcome = await act(words.saving, () => engine.enter({ unit: sheet.unit, ...stated, ...(receivedOn.trim() === "" ? {} : { receivedOn }), rows }), { changesBook: true });
    if (!outcome) return;
    setFaults(outcome.faults);
    if (outcome.faults.length > 0) {
      say({ kind: "failed", text: words.faults(outcome.faults.length) });
      return;
    }
    say({ kind: "done", text: words.saved(rows.length), canTakeBack: true });
    show({ kind: "unit", unit: sheet.unit });
  };
  return { source, setSource, typed, setTyped, faults, isTried, record };
}

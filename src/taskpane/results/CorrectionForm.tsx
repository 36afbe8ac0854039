import { useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { unitWords } from "#messages/pane/unit";
import type { EntryOutcome, TypedRow } from "#tasks/engine/views";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { useAsked } from "../parts/use-asked";
import { EntryCells } from "./EntryCells";

const useStyles = makeStyles({ form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingVerticalS, backgroundColor: tokens.colorNeutralBackground2 } });

/** One figure corrected with its reason; what the unit reported stays beside it. */
export function CorrectionForm({ unit, indicator, onDone }: { readonly unit: string; readonly indicator: string; readonly onDone: () => void }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const { engine, act } = useDesk();
  const sheet = useAsked((asked) => asked.entrySheet(unit), unit);
  const [row, setRow] = useState<TypedRow>({ indicator, cells: {} });
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<EntryOutcome["faults"]>([]);
  const entry = sheet?.rows.find((one) => one.indicator === indicator);
  if (!entry) return null;
  const save = async (): Promise<void> => {
    const outcome = await act(words.unit.correct, () => engine.correct(unit, row, reason), { changesBook: true });
    setFaults(outcome?.faults ?? []);
    if (outcome?.faults.length === 0) onDone();
  };
  return (
    <div className={styles.form}>
      <EntryCells row={entry} typed={row} faults={faults} onType={setRow} />
      <Field label={words.entry.reason} required><Input value={reason} onChange={(_event, { value }) => setReason(value)} /></Field>
      {faults.filter(({ part }) => part === "").map(({ sentence }) => <div key={sentence} role="alert">{sentence}</div>)}
      <div><Button size="small" appearance="primary" onClick={() => void save()}>{shared.save}</Button></div>
    </div>
  );
}

import { useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { unitWords } from "#messages/pane/unit";
import { isoDay } from "#tasks/receipts";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { DayField } from "../parts/DayField";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start", rowGap: tokens.spacingVerticalS },
  input: { minWidth: 0 },
  whole: { width: "100%" },
});

/** A later day for this unit alone, with the document it rests on. */
export function ExtensionForm({ unit, milestone }: { readonly unit: string; readonly milestone: string }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const { engine, act, say } = useDesk();
  const [until, setUntil] = useState("");
  const [document, setDocument] = useState("");
  const extend = async (): Promise<void> => {
    const outcome = await engine.extend({ unit, milestone, until, ...(document.trim() === "" ? {} : { document: document.trim() }) });
    if (!outcome.ok) {
      say({ kind: "failed", text: shared.failed, details: outcome.faults });
      return;
    }
    setUntil("");
    setDocument("");
    await act(words.saving, () => Promise.resolve(), { changesBook: true });
  };
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void extend(); }}>
      <div className={styles.whole}><DayField label={words.until} required value={until} onChange={setUntil} /></div>
      <Field className={styles.whole} label={words.byDocument}><Input className={styles.input} value={document} onChange={(_event, { value }) => setDocument(value)} /></Field>
      <Button type="submit" disabled={isoDay(until) === null}>{words.extend}</Button>
    </form>
  );
}

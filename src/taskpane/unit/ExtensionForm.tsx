import { useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import { isoDay } from "#tasks/receipts";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { DayField } from "../parts/DayField";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start", rowGap: tokens.spacingVerticalS },
  input: { minWidth: 0 },
  whole: { width: "100%" },
  text: { margin: 0 },
});

/** A later day for this unit alone, with the document it rests on. */
export function ExtensionForm({ unit, milestone, now }: { readonly unit: string; readonly milestone: string; readonly now: string | null }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const { engine, act } = useDesk();
  const [until, setUntil] = useState("");
  const [document, setDocument] = useState("");
  const extend = async (): Promise<void> => {
    const outcome = await act(words.saving, () => engine.extend({ unit, milestone, until, ...(document.trim() === "" ? {} : { document: document.trim() }) }), { changesBook: true });
    if (!outcome?.ok) return;
    setUntil("");
    setDocument("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void extend(); }}>
      {now !== null && <p className={styles.text}>{words.extendedNow(now)}</p>}
      <div className={styles.whole}><DayField label={words.until} required value={until} onChange={setUntil} /></div>
      <Field className={styles.whole} label={words.byDocument}><Input className={styles.input} value={document} onChange={(_event, { value }) => setDocument(value)} /></Field>
      <Button type="submit" disabled={isoDay(until) === null}>{words.extend}</Button>
    </form>
  );
}

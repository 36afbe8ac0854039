import { useState } from "react";
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import { useWords } from "../language";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start", rowGap: tokens.spacingVerticalS },
  whole: { width: "100%" },
});

/** The officer's own note, kept in the book. */
export function NoteForm({ note, onKeep }: { readonly note: string; readonly onKeep: (text: string) => void }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const [text, setText] = useState(note);
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); onKeep(text); }}>
      <Field className={styles.whole} label={words.noteField}><Textarea value={text} resize="vertical" onChange={(_event, { value }) => setText(value)} /></Field>
      <Button type="submit" disabled={text === note}>{words.saveNote}</Button>
    </form>
  );
}

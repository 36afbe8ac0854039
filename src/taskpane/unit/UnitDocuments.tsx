import { useState } from "react";
import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import type { CoverageView } from "#tasks/engine/views/coverage";
import { useWords } from "../language";

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: "none" },
  text: { paddingInlineStart: tokens.spacingHorizontalXXXL, gridTemplateColumns: "minmax(0, 1fr)" },
  input: { minWidth: 0 },
});

export interface UnitDocumentsProps {
  readonly documents: CoverageView["documents"];
  /** What was written beside each, by its id; none: not received. */
  readonly ticked: Readonly<Record<string, string>>;
  readonly onTick: (document: string, text: string) => void;
}

/** Papers that come beside the form: ticked off, with number, day and channel. */
export function UnitDocuments({ documents, ticked, onTick }: UnitDocumentsProps) {
  const styles = useStyles();
  const words = useWords(unitWords);
  return (
    <ul className={styles.list}>
      {documents.map(({ id, name, required }) => (
        <li key={id}>
          <Checkbox label={required ? name : `${name} (${words.optional})`} aria-label={words.documentTick(name)} checked={ticked[id] !== undefined} onChange={(_event, { checked }) => onTick(id, checked === true ? words.ticked : "")} />
          {ticked[id] !== undefined && <DocumentText label={words.documentText} kept={ticked[id]} onKeep={(text) => onTick(id, text === "" ? words.ticked : text)} />}
        </li>
      ))}
    </ul>
  );
}

/** Kept when the officer leaves the field, so that half a number is not written into the book. */
function DocumentText({ label, kept, onKeep }: { readonly label: string; readonly kept: string; readonly onKeep: (text: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState(kept);
  return (
    <Field className={styles.text} label={label} size="small">
      <Input className={styles.input} value={text} onChange={(_event, { value }) => setText(value)} onBlur={() => { if (text !== kept) onKeep(text.trim()); }} />
    </Field>
  );
}

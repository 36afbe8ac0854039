import { useState } from "react";
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { reportWords } from "#messages/pane/report";
import type { Standing } from "#tasks/engine/views/report";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  panel: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  fields: { display: "grid", rowGap: tokens.spacingVerticalM },
  list: { margin: 0, maxHeight: "220px", overflowY: "auto" },
});

const MOST = 100;

/** Whether the figures are frozen, what has changed since, and the way to freeze or reopen them. */
export function StandingPanel({ standing }: { readonly standing: Standing }) {
  const styles = useStyles();
  const words = useWords(reportWords);
  const { engine } = useDesk();
  const { state, snapshot, on, changes, waiting } = standing;
  const text = state === "draft" ? words.standing.draft : state === "frozen" ? words.standing.frozen(snapshot ?? "", on ?? "") : words.standing.changed(snapshot ?? "", changes.length);
  return (
    <div className={styles.panel}>
      <MessageBar intent={state === "frozen" ? "success" : "warning"} layout="multiline"><MessageBarBody>{text}{waiting > 0 ? ` ${words.waiting(waiting)}` : ""}</MessageBarBody></MessageBar>
      {changes.length > 0 && (
        <details>
          <summary>{words.changes}</summary>
          <ul className={styles.list}>{changes.slice(0, MOST).map(({ node, indicator, name, then, now }) => <li key={`${node}${indicator}`}>{words.change(name, node, then, now)}</li>)}</ul>
        </details>
      )}
      <div className={styles.buttons}>
        <AskDialog button={words.freeze} hint={words.freezeHint} fields={[{ label: words.freezeName, hint: words.freezeNameHint }, { label: words.freezeBy, hint: "" }]} onDone={([name = "", by = ""]) => engine.freeze({ name, by })} />
        {snapshot !== null && <AskDialog button={words.reopen} hint={words.freezeHint} fields={[{ label: words.reopenReason, hint: "" }, { label: words.freezeBy, hint: "" }]} onDone={([reason = "", by = ""]) => engine.reopen(reason, by)} />}
      </div>
    </div>
  );
}

interface AskDialogProps {
  readonly button: string;
  readonly hint: string;
  readonly fields: readonly { readonly label: string; readonly hint: string }[];
  readonly onDone: (texts: readonly string[]) => Promise<{ readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] }>;
}

/** A button that asks for a few words first. */
function AskDialog({ button, hint, fields, onDone }: AskDialogProps) {
  const styles = useStyles();
  const shared = useWords(deskWords);
  const { act } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [texts, setTexts] = useState<readonly string[]>([]);
  const [fault, setFault] = useState("");
  const run = async (): Promise<void> => {
    const answer = await act(button, () => onDone(texts), { changesBook: true });
    if (answer && !answer.ok) return setFault(answer.faults.join(" "));
    setOpen(false);
    setTexts([]);
  };
  return (
    <Dialog open={isOpen} onOpenChange={(_event, { open }) => { setOpen(open); setFault(""); }}>
      <DialogTrigger disableButtonEnhancement><Button>{button}</Button></DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{button}</DialogTitle>
          <DialogContent className={styles.fields}>
            <div>{hint}</div>
            {fields.map(({ label, hint: example }, index) => (
              <Field key={label} label={label} required={index === 0} {...(index === 0 && fault !== "" ? { validationMessage: fault } : {})}>
                <Input value={texts[index] ?? ""} placeholder={example} onChange={(_event, { value }) => setTexts(fields.map((_field, at) => (at === index ? value : texts[at] ?? "")))} />
              </Field>
            ))}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement><Button>{shared.cancel}</Button></DialogTrigger>
            <Button appearance="primary" onClick={() => void run()}>{button}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

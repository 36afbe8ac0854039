import { useState } from "react";
import { Button, Field, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import type { Working } from "../desk/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  panel: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", gap: tokens.spacingHorizontalM, padding: tokens.spacingVerticalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  what: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What is going on, how far it is, how long it takes, and the way to stop it. */
export function WorkingPanel({ working }: { readonly working: Working }) {
  const styles = useStyles();
  const words = useWords(deskWords);
  const [isStopping, stop] = useState(false);
  const { progress, since, cancel, title } = working;
  const isCounted = progress !== null && progress.total > 1;
  const elapsed = (Date.now() - since) / 1000;
  const left = isCounted && progress.done > 2 && elapsed > 1 ? Math.round((elapsed / progress.done) * (progress.total - progress.done)) : null;
  const stated = progress ? `${words.phases[progress.phase]}${isCounted ? ` ${words.progress(progress.done, progress.total)}` : ""}${left === null || left < 1 ? "" : `, ${words.timeLeft(left)}`}` : title;
  return (
    <div className={styles.panel} role="status" aria-live="polite">
      <Field label={stated} validationState="none">
        <ProgressBar aria-label={title} {...(isCounted ? { value: progress.done, max: progress.total } : {})} />
        {progress && progress.what !== "" && <div className={styles.what}>{progress.what}</div>}
      </Field>
      {cancel && <Button disabled={isStopping} onClick={() => { stop(true); cancel(); }}>{isStopping ? words.cancelling : words.cancel}</Button>}
    </div>
  );
}

import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { resultsWords } from "#messages/pane/results";
import type { DueView } from "#tasks/engine/views/coverage";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { DayField } from "../parts/DayField";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, margin: 0 },
  left: { fontWeight: tokens.fontWeightSemibold },
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingVerticalM, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** The last valid day with its weekday and whose it is; the office may set a date of its own. */
export function DueLine({ due }: { readonly due: DueView }) {
  const styles = useStyles();
  const words = useWords(resultsWords);
  const shared = useWords(deskWords);
  const { engine, act } = useDesk();
  const [typed, setTyped] = useState<string | null>(null);
  const put = async (day: string | null): Promise<void> => {
    const outcome = await act(words.settingDue, () => engine.setDue(due.milestone, day), { changesBook: true });
    if (outcome?.ok) setTyped(null);
  };
  return (
    <>
      <p className={styles.line}>
        <span>
          {due.day === null ? words.noDue : words.due(due.day, due.from)}
          {due.daysLeft !== null && <> · <span className={styles.left}>{shared.daysLeft(due.daysLeft)}</span></>}
        </span>
        {due.milestone !== "" && typed === null && <Button size="small" appearance="subtle" onClick={() => setTyped(due.from === "office" && due.day !== null ? shared.day(due.day) : "")}>{due.from === "office" ? words.changeDue : words.setDue}</Button>}
      </p>
      {typed !== null && (
        <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void put(typed); }}>
          <DayField label={words.dueField} hint={words.dueHint} value={typed} onChange={setTyped} />
          <div className={styles.buttons}>
            <Button appearance="primary" type="submit" disabled={typed.trim() === ""}>{words.keepDue}</Button>
            {due.from === "office" && <Button onClick={() => void put(null)}>{words.dropDue}</Button>}
            <Button appearance="subtle" onClick={() => setTyped(null)}>{shared.cancel}</Button>
          </div>
        </form>
      )}
    </>
  );
}

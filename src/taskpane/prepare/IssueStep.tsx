import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { prepareWords } from "#messages/pane/prepare";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";
import type { StepProps } from "./use-preparing";

const useStyles = makeStyles({
  choice: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The book is made, then the forms go out: one for the group, or one a unit. */
export function IssueStep({ state }: StepProps) {
  const styles = useStyles();
  const words = useWords(prepareWords);
  const shared = useWords(deskWords);
  const { engine, act, give, say, openBeside, newBook, overview, today } = useDesk();
  const { plan, stage, answers, office, proposal } = state;
  const isReady = plan !== "" && office.trim() !== "" && proposal !== null && proposal.lines.length > 0;
  const isOpen = overview !== null && (proposal === null || overview.plan === plan);
  const start = async (): Promise<void> => {
    if (!proposal) return;
    const answer = await act(words.issue.starting, () => engine.startBook({ plan, stage, roster: proposal.lines, base: proposal.base, office, answers, today }), { changesBook: newBook });
    if (answer?.ok) say({ kind: "done", text: words.issue.started });
  };
  const common = async (isShown: boolean): Promise<void> => {
    const made = await act(words.issue.making, () => engine.commonForm(overview?.stage ?? stage));
    if (made?.ok) await (isShown ? openBeside(made.value) : give(made.value.fileName, made.value.file));
  };
  const units = async (): Promise<void> => {
    const made = await act(words.issue.making, (options) => engine.unitForms(overview?.stage ?? stage, options));
    if (made?.ok) {
      await give(made.value.fileName, made.value.file);
      say({ kind: "done", text: words.issue.made(made.value.count) });
    }
  };
  return (
    <>
      {proposal !== null && (
        <div className={styles.choice}>
          <Button appearance="primary" disabled={!isReady} onClick={() => void start()}>{words.issue.start}</Button>
          <p className={styles.small}>{isReady ? words.plan.otherBook : words.issue.needs}</p>
        </div>
      )}
      {!isOpen && proposal === null && <p>{words.issue.needs}</p>}
      {isOpen && (
        <>
          <div className={styles.choice}>
            <div className={styles.buttons}>
              <Button onClick={() => void common(false)}>{words.issue.common}</Button>
              <Button onClick={() => void common(true)}>{words.issue.show}</Button>
            </div>
            <p className={styles.small}>{words.issue.commonHint}</p>
          </div>
          <div className={styles.choice}><Button onClick={() => void units()}>{words.issue.units}</Button><p className={styles.small}>{words.issue.unitsHint}</p></div>
          <div className={styles.choice}>
            <CopyButton label={words.issue.message} textOf={() => Promise.resolve(words.issue.messageText(overview.shortTitle, shared.stages[overview.stage].toLowerCase(), overview.due.day))} />
          </div>
        </>
      )}
    </>
  );
}

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { todayWords } from "#messages/pane/today";
import type { OfferedFile } from "#tasks/engine/contract";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { FileDrop } from "../parts/FileDrop";
import { Section } from "../parts/Section";
import { useIntake } from "../receive/use-intake";

const useStyles = makeStyles({
  choice: { display: "grid", rowGap: tokens.spacingVerticalXS },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  intro: { margin: 0 },
});

/** The first ten seconds: one click shows the whole thing at work on a sample. */
export function StartScreen() {
  const styles = useStyles();
  const words = useWords(todayWords);
  const { recognised, host, show, act, working, say } = useDesk();
  const { trySample } = useIntake();
  const open = async ([file]: readonly OfferedFile[]): Promise<void> => {
    if (!file) return;
    await act(words.start.opening, async () => {
      const bytes = file.body instanceof Uint8Array ? file.body : new Uint8Array(await file.body.arrayBuffer());
      const outcome = await host.open(bytes, file.path.split("/").at(-1) ?? file.path);
      if (!outcome.ok) say({ kind: "failed", text: outcome.fault.kind });
      return outcome;
    });
  };
  return (
    <>
      <Section title={words.start.title}>
        <p className={styles.intro}>{words.start.intro}</p>
        {recognised.kind === "foreign" && <MessageBar intent="info" layout="multiline"><MessageBarBody>{words.start.foreign}</MessageBarBody></MessageBar>}
        <div className={styles.choice}>
          <Button appearance="primary" size="large" disabled={working !== null} onClick={() => void trySample()}>{words.start.tryIt}</Button>
          <p className={styles.hint}>{words.start.tryHint}</p>
        </div>
        <div className={styles.choice}>
          <Button size="large" disabled={working !== null} onClick={() => show({ kind: "prepare", step: "plan" })}>{words.start.prepare}</Button>
          <p className={styles.hint}>{words.start.prepareHint}</p>
        </div>
      </Section>
      {host.kind === "browser" && (
        <FileDrop title={words.start.open} hint={words.start.openHint} chooseFiles={words.start.choose} accept=".xlsx,.xlsm" disabled={working !== null} onFiles={(files) => void open(files)} />
      )}
    </>
  );
}

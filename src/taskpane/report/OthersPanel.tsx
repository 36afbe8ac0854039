import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { reportWords } from "#messages/pane/report";
import type { OfferedFile } from "#tasks/engine/contract";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Disclosure } from "../parts/Disclosure";
import { FileButton } from "../parts/FileButton";

const useStyles = makeStyles({
  choice: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalXS },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The book for the office above, and the book divided among those that follow. */
export function OthersPanel() {
  const styles = useStyles();
  const words = useWords(reportWords);
  const { engine, act, give, say } = useDesk();
  const up = async (): Promise<void> => {
    const made = await act(words.exporting, () => engine.exportUp());
    if (!made) return;
    await give(made.fileName, made.file);
    if (!made.isFrozen) say({ kind: "partial", text: words.notFrozen });
  };
  const former = async (file: OfferedFile): Promise<void> => {
    const read = await act(words.takingFormer, () => engine.takeFormer(file), { changesBook: true });
    if (read?.ok) say({ kind: read.value.told.length > 0 ? "partial" : "done", text: words.formerTaken(read.value.label), details: read.value.told });
  };
  const divide = async (): Promise<void> => {
    const made = await act(words.exporting, (options) => engine.handover(options));
    if (!made?.ok) return;
    await give(made.value.fileName, made.value.file);
    say({ kind: "done", text: words.handedOver(made.value.count) });
  };
  return (
    <Disclosure summary={words.others}>
      <div className={styles.choice}><FileButton label={words.former} accept=".xlsx" onFile={(file) => void former(file)} /><p className={styles.small}>{words.formerHint}</p></div>
      <div className={styles.choice}><Button onClick={() => void up()}>{words.exportUp}</Button><p className={styles.small}>{words.exportUpHint}</p></div>
      <div className={styles.choice}><Button onClick={() => void divide()}>{words.handover}</Button><p className={styles.small}>{words.handoverHint}</p></div>
    </Disclosure>
  );
}

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: "normal" },
  button: { marginBlockStart: tokens.spacingVerticalXS },
});

/** Stays until the sheets say what the officer did: nothing done is lost because the workbook was not ready for it. */
export function UnwrittenBar() {
  const styles = useStyles();
  const words = useWords(deskWords);
  const { isUnwritten, working, act } = useDesk();
  if (!isUnwritten || working) return null;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        {words.unwritten}
        <div><Button className={styles.button} size="small" appearance="primary" onClick={() => void act(words.working.put, () => Promise.resolve(null), { changesBook: true })}>{words.writeAgain}</Button></div>
      </MessageBarBody>
    </MessageBar>
  );
}

import { useState } from "react";
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: "normal" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  button: { marginBlockStart: tokens.spacingVerticalXS },
});

/** What this Excel cannot do, and what to do instead; said once, when the pane opens. */
export function LimitsBar() {
  const styles = useStyles();
  const words = useWords(deskWords);
  const { host } = useDesk();
  const [isRead, setRead] = useState(false);
  const { liveCheck, opensWorkbooks, downloads } = host.abilities;
  const limits = [...(liveCheck ? [] : [words.limits.liveCheck]), ...(opensWorkbooks ? [] : [words.limits.opensWorkbooks]), ...(downloads ? [] : [words.limits.downloads])];
  if (isRead || host.kind !== "excel" || limits.length === 0) return null;
  return (
    <MessageBar className={styles.bar} intent="info" layout="multiline">
      <MessageBarBody className={styles.body}>
        {words.limits.title}
        <ul className={styles.list}>{limits.map((limit) => <li key={limit}>{limit}</li>)}</ul>
        <div><Button className={styles.button} size="small" onClick={() => setRead(true)}>{words.close}</Button></div>
      </MessageBarBody>
    </MessageBar>
  );
}

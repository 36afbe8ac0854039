import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: "normal" },
  details: { maxHeight: "160px", overflowY: "auto" },
  detail: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
});

const INTENTS = { done: "success", partial: "warning", cancelled: "info", failed: "error" } as const;

/** How the last action ended, said once, with the way back where there is one. */
export function NoticeBar() {
  const { notice, say, host, takeBack } = useDesk();
  const words = useWords(deskWords);
  const styles = useStyles();
  if (!notice) return null;
  return (
    <MessageBar className={styles.bar} intent={INTENTS[notice.kind]} layout="multiline" role={notice.kind === "failed" ? "alert" : "status"}>
      <MessageBarBody className={styles.body}>
        {notice.text}
        {notice.details && notice.details.length > 0 && <div className={styles.details} tabIndex={0}>{[...new Set(notice.details)].map((detail) => <div key={detail} className={styles.detail}>{detail}</div>)}</div>}
        <div className={styles.buttons}>
          {notice.canTakeBack === true && host.canTakeBack() && <Button size="small" onClick={() => void takeBack()}>{words.takeBack}</Button>}
          <Button size="small" onClick={() => say(null)}>{words.close}</Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

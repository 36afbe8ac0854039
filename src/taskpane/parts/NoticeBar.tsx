import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

const INTENTS = { done: "success", partial: "warning", cancelled: "info", failed: "error" } as const;

/** How the last action ended, said once, with the way back where there is one. */
export function NoticeBar() {
  const { notice, say, host, act } = useDesk();
  const words = useWords(deskWords);
  if (!notice) return null;
  const takeBack = (): void => {
    void act(words.takeBack, async () => {
      const outcome = await host.takeBack();
      if (outcome.ok && outcome.value) say({ kind: "done", text: words.tookBack });
    });
  };
  return (
    <MessageBar intent={INTENTS[notice.kind]} layout="multiline" role={notice.kind === "failed" ? "alert" : "status"}>
      <MessageBarBody>
        {notice.text}
        {notice.details?.map((detail) => <div key={detail}>{detail}</div>)}
      </MessageBarBody>
      <MessageBarActions>
        {notice.canTakeBack === true && host.canTakeBack() && <Button size="small" onClick={takeBack}>{words.takeBack}</Button>}
        <Button size="small" appearance="transparent" onClick={() => say(null)}>{words.close}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

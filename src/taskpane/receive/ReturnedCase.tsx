import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { ProblemItem } from "./ProblemItem";
import { SlipButtons } from "./SlipButtons";
import type { CaseProps } from "./decision-case";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const MOST = 6;

/** A returned report: what is wrong, the slip and the message to the school, or taking what is sound on record. */
export function ReturnedCase({ one, onDecide }: CaseProps<"returned">) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const { show } = useDesk();
  const errors = one.problems.filter(({ severity }) => severity === "error");
  return (
    <>
      <h3 className={styles.title}>{words.returned(one.unitName)}</h3>
      <p className={styles.small}>{one.file}</p>
      {errors.slice(0, MOST).map((problem) => <ProblemItem key={problem.id} problem={problem} hasFile={false} />)}
      {errors.length > MOST && <p className={styles.small}>+ {words.errors(errors.length - MOST)}</p>}
      <div className={styles.buttons}>
        <SlipButtons size="small" unit={one.unit} />
        <Button size="small" onClick={() => onDecide({ action: "acceptProvisionally", unit: one.unit, content: one.content })}>{words.accept}</Button>
        <Button size="small" onClick={() => show({ kind: "entry", unit: one.unit })}>{words.enter}</Button>
      </div>
    </>
  );
}

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import type { ProblemRow } from "#tasks/engine/views/problems";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { SeverityTag } from "../parts/Tags";

const useStyles = makeStyles({
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px" },
  place: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** One problem: how grave, what, where; the unit leads to its panel. */
export function ProblemItem({ problem, hasFile = true }: { readonly problem: ProblemRow; readonly hasFile?: boolean }) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const { show } = useDesk();
  const { severity, sentence, unit, unitName, file, sheet, cell } = problem;
  const place = words.place(hasFile ? file ?? "" : "", sheet, cell);
  return (
    <div className={styles.item}>
      <span>
        <SeverityTag severity={severity} />
        {unit !== null && hasFile && <Button size="small" appearance="transparent" onClick={() => show({ kind: "unit", unit })}>{unitName}</Button>}
      </span>
      <span>{sentence}</span>
      {place !== "" && <span className={styles.place}>{place}</span>}
    </div>
  );
}

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import { useWords } from "../language";
import type { CaseProps } from "./decision-case";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  cell: { padding: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: "start", verticalAlign: "top" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wide: { overflowX: "auto" },
});

/** Two versions of one unit side by side, only where they differ. */
export function DifferCase({ one, onDecide }: CaseProps<"differ">) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  return (
    <>
      <h3 className={styles.title}>{words.differ(one.unitName)}</h3>
      <p className={styles.small}>{words.differHint(one.rows.length, one.sameRows)}</p>
      {one.otherUnit !== null && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{words.other(one.otherUnit)}</MessageBarBody></MessageBar>}
      {one.candidates.map(({ content, files, receivedOn, checksum }, index) => <p key={content} className={styles.small}>{words.candidate(index + 1, files.join("; "), receivedOn, checksum)}</p>)}
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead><tr><th className={styles.cell} scope="col">{words.figure}</th>{one.candidates.map(({ content }, index) => <th key={content} className={styles.cell} scope="col">{words.version(index + 1)}</th>)}</tr></thead>
          <tbody>
            {one.rows.map(({ indicator, name, values, corrected }) => (
              <tr key={indicator}>
                <th className={styles.cell} scope="row">{name}{corrected ? ` (${words.corrected})` : ""}</th>
                {values.map((value, index) => <td key={index} className={styles.cell}>{value}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.buttons}>
        {one.candidates.map(({ content }, index) => <Button key={content} size="small" onClick={() => onDecide({ action: "choose", unit: one.unit, content })}>{words.use(index + 1)}</Button>)}
      </div>
    </>
  );
}

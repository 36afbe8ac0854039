import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { reportWords } from "#messages/pane/report";
import type { ReportRow } from "#tasks/engine/views/report";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { VerdictTag } from "../parts/Tags";

const useStyles = makeStyles({
  line: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  figure: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  track: { height: "6px", borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorNeutralBackground5 },
  fill: { height: "100%", borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorCompoundBrandBackground },
  clause: { fontSize: tokens.fontSizeBase200 },
});

/** One indicator: its figure against its target, how many reported, and where it comes from. */
export function ReportLine({ row, node }: { readonly row: ReportRow; readonly node: string }) {
  const styles = useStyles();
  const words = useWords(reportWords);
  const shared = useWords(deskWords);
  const { show } = useDesk();
  const percent = row.reach === null ? null : Math.floor(row.reach * 100);
  return (
    <div className={styles.line}>
      <span>{row.name}</span>
      <span className={styles.row}>
        <span className={styles.figure}>{row.reported === 0 ? words.noFigure : row.figure}</span>
        {row.verdict && <VerdictTag verdict={row.verdict} />}
      </span>
      {percent !== null && <div className={styles.track} role="img" aria-label={words.reach(row.name, percent)}><div className={mergeClasses(styles.fill)} style={{ width: `${percent}%` }} /></div>}
      <span className={styles.small}>
        {row.target !== "" && <>{words.target(row.target)} {row.isReading && <Badge size="small" appearance="outline" title={words.readingHint}>{words.reading}</Badge>} · </>}
        {words.coverage(row.reported, row.expected)}
      </span>
      {row.sentence !== "" && row.verdict === "undecided" && <span>{row.sentence}</span>}
      {row.clause !== "" && <details className={styles.clause}><summary>{words.clause}</summary>{row.clause}</details>}
      <span><Button size="small" aria-label={`${shared.why} ${row.name}`} onClick={() => show({ kind: "sources", node, indicator: row.indicator })}>{shared.why}</Button></span>
    </div>
  );
}

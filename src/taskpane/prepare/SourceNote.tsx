import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { Source } from "#domain/plan";
import { paneWords as words } from "#messages/pane-vi";

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: "pointer", paddingBlock: tokens.spacingVerticalXXS },
  quote: {
    margin: `${tokens.spacingVerticalXS} 0`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  remark: { margin: `${tokens.spacingVerticalXS} 0` },
});

interface Props {
  readonly source?: Source | undefined;
  readonly note?: string | undefined;
  readonly reading?: boolean | undefined;
}

/** Where the plan says it (căn cứ): the section, the clause word for word, and our note where we had to read into it. */
export function SourceNote({ source, note, reading }: Props) {
  const styles = useStyles();
  if (!source && note === undefined) return null;
  return (
    <details className={styles.note}>
      <summary className={styles.summary}>
        {source ? words.basedOn(source.section) : words.noSource}{" "}
        {reading && (
          <Badge appearance="outline" color="warning" size="small" title={words.readingHint}>
            {words.reading}
          </Badge>
        )}
      </summary>
      {source && <blockquote className={styles.quote}>{words.quoted(source.quote)}</blockquote>}
      {note !== undefined && <p className={styles.remark}>{note}</p>}
    </details>
  );
}

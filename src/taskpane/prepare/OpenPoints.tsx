import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { Plan } from "#domain/plan";
import { paneWords as words } from "#messages/pane-vi";
import { SourceNote } from "./SourceNote";

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, marginBlock: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
  item: { paddingBlock: tokens.spacingVerticalXS },
  choices: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** What the plan leaves open (kế hoạch chưa quy định): required answers first. */
export function OpenPoints({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  if (plan.open.length === 0) return <p>{words.nothingOpen}</p>;
  const points = [...plan.open.filter(({ required }) => required), ...plan.open.filter(({ required }) => !required)];
  return (
    <>
      <p className={styles.hint}>{words.openHint}</p>
      <ol className={styles.list}>
        {points.map((point) => (
          <li key={point.id} className={styles.item}>
            {point.question}{" "}
            {point.required && (
              <Badge appearance="tint" color="important" size="small">
                {words.required}
              </Badge>
            )}
            {point.choices && (
              <ul className={styles.choices}>
                {point.choices.map(({ id, label }) => (
                  <li key={id}>{label}</li>
                ))}
              </ul>
            )}
            <SourceNote source={point.source} note={point.note} reading={point.reading} />
          </li>
        ))}
      </ol>
    </>
  );
}

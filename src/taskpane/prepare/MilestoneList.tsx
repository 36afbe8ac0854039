import { makeStyles, tokens } from "@fluentui/react-components";
import type { Plan } from "#domain/plan";
import { dueWords, paneWords as words } from "#messages/pane-vi";
import { stageNames } from "#messages/words-vi";
import { SourceNote } from "./SourceNote";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { paddingBlock: tokens.spacingVerticalS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  due: { fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The plan's deadlines (thời hạn), each as its last valid day, with what is to be handed in. */
export function MilestoneList({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  if (plan.milestones.length === 0) return <p>{words.noMilestones}</p>;
  return (
    <ul className={styles.list}>
      {plan.milestones.map((milestone) => (
        <li key={milestone.id} className={styles.item}>
          <div className={styles.small}>{stageNames[milestone.stage]}</div>
          <div>{milestone.name}</div>
          <div className={milestone.due === undefined ? styles.small : styles.due}>{dueWords(milestone) || words.noDueDate}</div>
          <div className={styles.small}>
            {milestone.deliverables.map(({ name, required }) => (required || name.includes(words.optional) ? name : `${name} ${words.optional}`)).join(" · ")}
          </div>
          {milestone.to !== undefined && <div className={styles.small}>{words.to(milestone.to)}</div>}
          <SourceNote source={milestone.source} note={milestone.note} reading={milestone.reading} />
        </li>
      ))}
    </ul>
  );
}

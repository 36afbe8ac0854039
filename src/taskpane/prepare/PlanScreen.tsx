import { useState } from "react";
import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { Plan } from "#domain/plan";
import { paneWords as words, periodWords } from "#messages/pane-vi";
import { IndicatorTable } from "./IndicatorTable";
import { MilestoneList } from "./MilestoneList";
import { OpenPoints } from "./OpenPoints";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0 },
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`, flexWrap: "wrap" },
});

const tabs = ["indicators", "milestones", "open"] as const;
type TabName = (typeof tabs)[number];

/** One plan as its officers know it: what it is, then its indicators, its deadlines and what it leaves open. */
export function PlanScreen({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const [shown, show] = useState<TabName>("indicators");
  const facts: readonly (readonly [string, string])[] = [
    [words.issuer, plan.issuer.name],
    ...(plan.number === undefined ? [] : [[words.number, plan.number] as const]),
    [words.period, periodWords(plan)],
    [words.scope, plan.scope.name],
  ];
  return (
    <article>
      <h2 className={styles.title}>{plan.title}</h2>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => [
          <dt key={`${term}-term`} className={styles.term}>
            {term}
          </dt>,
          <dd key={term} className={styles.fact}>
            {fact}
          </dd>,
        ])}
      </dl>
      <TabList className={styles.tabs} size="small" selectedValue={shown} onTabSelect={(_event, { value }) => show(value as TabName)}>
        {tabs.map((tab) => (
          <Tab key={tab} id={`tab-${tab}`} value={tab} aria-controls="plan-part">
            {words[tab](plan[tab].length)}
          </Tab>
        ))}
      </TabList>
      <section id="plan-part" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        {shown === "indicators" && <IndicatorTable plan={plan} />}
        {shown === "milestones" && <MilestoneList plan={plan} />}
        {shown === "open" && <OpenPoints plan={plan} />}
      </section>
    </article>
  );
}

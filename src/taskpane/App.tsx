import { useState } from "react";
import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Plan } from "#domain/plan";
import { paneWords as words } from "#messages/pane-vi";
import { PlanScreen } from "./PlanScreen";

const useStyles = makeStyles({
  pane: { minHeight: "100vh", maxWidth: "720px", margin: "0 auto", backgroundColor: tokens.colorNeutralBackground1 },
  header: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  product: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  tagline: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  choice: { gridTemplateColumns: "minmax(0, 1fr)" },
  main: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

/** The pane: its head, the choice of a plan, and that plan. */
export function App({ plans }: { readonly plans: readonly Plan[] }) {
  const styles = useStyles();
  const [chosen, choose] = useState(plans[0]?.id);
  const plan = plans.find(({ id }) => id === chosen);
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1 className={styles.product}>{words.product}</h1>
        <p className={styles.tagline}>{words.tagline}</p>
      </header>
      <main className={styles.main}>
        {plans.length === 0 && <p>{words.noPlans}</p>}
        {plan && (
          <>
            <Field label={words.choosePlan} className={styles.choice}>
              <Select value={plan.id} onChange={(_event, { value }) => choose(value)}>
                {plans.map(({ id, shortTitle, scope }) => (
                  <option key={id} value={id}>
                    {shortTitle} – {scope.name}
                  </option>
                ))}
              </Select>
            </Field>
            <PlanScreen key={plan.id} plan={plan} />
          </>
        )}
      </main>
    </div>
  );
}

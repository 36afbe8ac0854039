import { Button, makeStyles, Tab, TabList } from "@fluentui/react-components";
import { prepareWords } from "#messages/pane/prepare";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Overlay } from "../parts/Overlay";
import { IssueStep } from "./IssueStep";
import { PlanStep } from "./PlanStep";
import { RosterStep } from "./RosterStep";
import type { StepProps } from "./use-preparing";

const useStyles = makeStyles({ tabs: { flexWrap: "wrap" } });

const STEPS = ["plan", "roster", "issue"] as const;
export type Step = (typeof STEPS)[number];

/** Done once a year: the plan with its open points, the roster, the forms. */
export function PreparePanel({ step, preparing }: { readonly step: Step; readonly preparing: StepProps }) {
  const styles = useStyles();
  const words = useWords(prepareWords);
  const { show } = useDesk();
  const next = STEPS[STEPS.indexOf(step) + 1];
  return (
    <Overlay title={words.title}>
      <TabList size="small" className={styles.tabs} selectedValue={step} onTabSelect={(_event, { value }) => show({ kind: "prepare", step: value as Step })}>
        {STEPS.map((one) => <Tab key={one} value={one}>{words.steps[one]}</Tab>)}
      </TabList>
      {step === "plan" && <PlanStep {...preparing} />}
      {step === "roster" && <RosterStep {...preparing} />}
      {step === "issue" && <IssueStep {...preparing} />}
      {next && <div><Button appearance="primary" onClick={() => show({ kind: "prepare", step: next })}>{words.next}</Button></div>}
    </Overlay>
  );
}

import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { resultsWords } from "#messages/pane/results";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Choice } from "../parts/Choice";
import { CopyButton } from "../parts/CopyButton";
import { CoverageBar } from "../parts/CoverageBar";
import { Section } from "../parts/Section";
import { useAsked } from "../parts/use-asked";
import { nowText } from "../today/TodayTab";
import { DueLine } from "./DueLine";
import { OfficeBars, owing } from "./OfficeBars";
import { everyUnit, type UnitFilter } from "./unit-filter";
import { UnitList } from "./UnitList";

const useStyles = makeStyles({
  none: { margin: 0 },
  all: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start", rowGap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  bar: { width: "100%" },
});

/** Results: who has handed in what by when, as bars by office and as a list of units, with the reminder at hand. */
export function ResultsTab() {
  const styles = useStyles();
  const words = useWords(resultsWords);
  const { engine, act, give } = useDesk();
  const [asked, ask] = useState<string | undefined>(undefined);
  const [filter, setFilter] = useState<UnitFilter>(everyUnit);
  const coverage = useAsked((engine) => engine.coverage(asked), asked ?? "");
  if (!coverage) return null;
  const giveReminders = async (of: string): Promise<void> => {
    const made = await act(words.makingReminders, () => engine.reminders(of, nowText()));
    if (made) await give(made.fileName, made.file);
  };
  const { counts, milestone, milestones, offices, due } = coverage;
  return (
    <>
      <Section title={words.title}>
        {milestones.length > 1 && (
          <Choice label={words.milestone} value={milestone} options={milestones.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => { setFilter(everyUnit); ask(id); }} />
        )}
        <DueLine key={milestone} due={due} />
        {counts.expected === 0 ? <p className={styles.none}>{words.nobody}</p> : (
          <div className={styles.all}>
            <div className={styles.bar}><CoverageBar counts={counts} label={words.everyone(counts.expected)} /></div>
            {owing(counts) > 0 && (
              <div className={styles.buttons}>
                <CopyButton appearance="primary" label={words.remindAll(owing(counts))} textOf={() => engine.reminder({ all: true }, milestone, nowText())} />
                <Button onClick={() => void giveReminders(milestone)}>{words.reminders}</Button>
              </div>
            )}
          </div>
        )}
      </Section>
      {offices.length > 1 && <OfficeBars offices={offices} milestone={milestone} onOffice={(office) => setFilter({ ...everyUnit, office })} />}
      {counts.expected > 0 && <UnitList coverage={coverage} filter={filter} onFilter={setFilter} />}
    </>
  );
}

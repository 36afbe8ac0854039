import { useState } from "react";
import { Button, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { receiveWords } from "#messages/pane/receive";
import { todayWords } from "#messages/pane/today";
import type { IntakeSummary } from "#tasks/engine/views/receiving";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { FileDrop } from "../parts/FileDrop";
import { Section } from "../parts/Section";
import { ProblemList } from "./ProblemList";
import { ReceiptList } from "./ReceiptList";
import { useIntake } from "./use-intake";

const useStyles = makeStyles({
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, margin: 0 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200 },
  slips: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalXS },
  tabs: { flexWrap: "wrap" },
});

/** Receiving: what became of every file, and everything that is wrong. */
export function ReceiveTab() {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const today = useWords(todayWords);
  const { overview, engine, act, give, say, working } = useDesk();
  const { takeIn } = useIntake();
  const [part, setPart] = useState<"receipt" | "problems">("receipt");
  if (!overview) return null;
  const { lastIntake, files, problems } = overview;
  const exportAll = async (): Promise<void> => {
    const made = await act(words.exporting, () => engine.exportReceipt());
    if (made) await give(made.fileName, made.file);
  };
  const makeSlips = async (): Promise<void> => {
    const made = await act(words.making, (options) => engine.slips(options));
    if (!made?.ok) return;
    await give(made.value.fileName, made.value.file);
    say({ kind: "done", text: words.slipsMade(made.value.count) });
  };
  return (
    <>
      {lastIntake && <Summary summary={lastIntake} />}
      {files === 0 && <p className={styles.small}>{words.noneYet}</p>}
      <FileDrop title={today.drop} hint={today.dropHint} chooseFiles={today.chooseFiles} chooseFolder={today.chooseFolder} disabled={working !== null} onFiles={(list) => void takeIn(list)} />
      {files > 0 && (
        <Section>
          <div className={styles.line}>
            <TabList size="small" className={styles.tabs} selectedValue={part} onTabSelect={(_event, { value }) => setPart(value as "receipt" | "problems")}>
              <Tab value="receipt">{words.count(words.receipt, files)}</Tab>
              <Tab value="problems">{words.count(words.problems, problems.error + problems.warning)}</Tab>
            </TabList>
            <Button size="small" onClick={() => void exportAll()}>{words.export}</Button>
          </div>
          {overview.returnedUnits > 0 && (
            <div className={styles.slips}>
              <Button onClick={() => void makeSlips()}>{words.slips(overview.returnedUnits)}</Button>
              <span className={styles.small}>{words.slipsHint}</span>
            </div>
          )}
          {part === "receipt" ? <ReceiptList /> : <ProblemList />}
        </Section>
      )}
    </>
  );
}

function Summary({ summary }: { readonly summary: IntakeSummary }) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const today = useWords(todayWords);
  const shared = useWords(deskWords);
  const { engine, act, show, overview } = useDesk();
  return (
    <Section>
      <p className={styles.sentence}>{today.receipt(summary.files, summary.groups)}</p>
      {summary.unrelated > 0 && <p className={styles.small}>{words.unrelated(summary.unrelated)}</p>}
      {(overview?.toDecide ?? 0) > 0 && <p className={styles.line}>{today.decide(overview?.toDecide ?? 0)}<Button size="small" onClick={() => show({ kind: "decisions" })}>{today.decideAction}</Button></p>}
      {(overview?.datesUnknown ?? 0) > 0 && <p className={styles.line}>{today.dates(overview?.datesUnknown ?? 0)}<Button size="small" onClick={() => show({ kind: "arrivals" })}>{today.datesAction}</Button></p>}
      {summary.elsewhere.map(({ plan, stage, title, files, isKnown }) => (
        <p key={`${plan}${stage}`} className={styles.line}>
          {words.elsewhere(title, shared.stages[stage], files)}
          {!isKnown && <span>{words.elsewhereUnknown}</span>}
          {isKnown && <Button size="small" onClick={() => void act(today.receiving, () => engine.takeInElsewhere(plan, stage), { changesBook: "beside" })}>{words.elsewhereAction}</Button>}
        </p>
      ))}
    </Section>
  );
}

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Attention } from "#tasks/engine/views/report";
import { deskWords } from "#messages/pane/desk";
import { todayWords } from "#messages/pane/today";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";
import { CoverageBar } from "../parts/CoverageBar";
import { FileDrop } from "../parts/FileDrop";
import { Section } from "../parts/Section";
import { VerdictTag } from "../parts/Tags";
import { useIntake } from "../receive/use-intake";

const useStyles = makeStyles({
  headline: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  todo: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorPaletteYellowBackground1, color: tokens.colorNeutralForeground1 },
  last: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, margin: 0, fontSize: tokens.fontSizeBase200 },
  list: { display: "grid", rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS, paddingInlineStart: tokens.spacingHorizontalM, borderLeft: `3px solid ${tokens.colorNeutralStroke1}` },
  name: { fontWeight: tokens.fontWeightSemibold },
  figure: { fontVariantNumeric: "tabular-nums" },
});

/** Today: who is missing, what waits for the officer, and the figures worth a look. */
export function TodayTab() {
  const styles = useStyles();
  const words = useWords(todayWords);
  const shared = useWords(deskWords);
  const { overview, engine, goTo, show, working } = useDesk();
  const { takeIn } = useIntake();
  if (!overview) return null;
  const { counts, lastIntake } = overview;
  const out = counts.missing + counts.notDue;
  return (
    <>
      <Section>
        <h2 className={styles.headline}>{counts.expected === 0 ? words.nobodyExpected : words.headline(out, counts.returned)}</h2>
        <CoverageBar counts={counts} label={words.expected(counts.expected)} />
        {out + counts.returned > 0 && (
          <div className={styles.buttons}>
            <CopyButton appearance="primary" label={words.remind} textOf={() => engine.reminder({ all: true }, undefined, nowText())} />
            <Button onClick={() => goTo("results")}>{words.seeUnits(out + counts.returned)}</Button>
          </div>
        )}
      </Section>
      {overview.toDecide > 0 && <div className={styles.todo}>{words.decide(overview.toDecide)}<Button size="small" onClick={() => show({ kind: "decisions" })}>{words.decideAction}</Button></div>}
      {overview.datesUnknown > 0 && <div className={styles.todo}>{words.dates(overview.datesUnknown)}<Button size="small" onClick={() => show({ kind: "arrivals" })}>{words.datesAction}</Button></div>}
      {overview.openRequired > 0 && <div className={styles.todo}>{words.open(overview.openRequired)}<Button size="small" onClick={() => show({ kind: "prepare", step: "plan" })}>{words.openAction}</Button></div>}
      {overview.standing.waiting > 0 && <div className={styles.todo}>{words.waiting(overview.standing.waiting)}<Button size="small" onClick={() => goTo("report")}>{words.see}</Button></div>}
      <FileDrop title={words.drop} hint={words.dropHint} chooseFiles={words.chooseFiles} chooseFolder={words.chooseFolder} disabled={working !== null} onFiles={(files) => void takeIn(files)} />
      {lastIntake && (
        <p className={styles.last}>
          <span>{words.last}: {words.receipt(lastIntake.files, lastIntake.groups)}</span>
          <Button size="small" appearance="subtle" onClick={() => goTo("receive")}>{words.see}</Button>
        </p>
      )}
      <Section title={words.attention}>
        {overview.attention.length === 0 && <p>{words.nothing}</p>}
        <ul className={styles.list}>
          {overview.attention.map((item) => <AttentionItem key={`${item.indicator}${item.target}`} item={item} why={shared.why} level={words.level(item.target)} onWhy={() => show({ kind: "sources", node: item.node, indicator: item.indicator })} />)}
        </ul>
      </Section>
    </>
  );
}

function AttentionItem({ item, why, level, onWhy }: { readonly item: Attention; readonly why: string; readonly level: string; readonly onWhy: () => void }) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span><VerdictTag verdict={item.verdict} /> <span className={styles.name}>{item.name}</span></span>
      <span className={styles.figure}>{item.figure}. {level}</span>
      {item.sentence !== "" && <span>{item.sentence}</span>}
      <span><Button size="small" aria-label={`${why} ${item.name}`} onClick={onWhy}>{why}</Button></span>
    </li>
  );
}

/** Local time as the reminder says it. */
export function nowText(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

import { useEffect } from "react";
import { Button, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { DeskContext, type Desk, type Tab as TabName } from "./desk/desk";
import { useDeskState, type DeskParts } from "./desk/use-desk";
import { FormScreen } from "./form/FormScreen";
import { useLanguage, useWords } from "./language";
import { LimitsBar } from "./parts/LimitsBar";
import { NoticeBar } from "./parts/NoticeBar";
import { UnwrittenBar } from "./parts/UnwrittenBar";
import { WorkingPanel } from "./parts/WorkingPanel";
import { PreparePanel } from "./prepare/PreparePanel";
import { usePreparing, type StepProps } from "./prepare/use-preparing";
import { ArrivalPanel } from "./receive/ArrivalPanel";
import { DecisionPanel } from "./receive/DecisionPanel";
import { ReceiveTab } from "./receive/ReceiveTab";
import { ReportTab } from "./report/ReportTab";
import { EntryPanel } from "./entry/EntryPanel";
import { ResultsTab } from "./results/ResultsTab";
import { UnitPanel } from "./unit/UnitPanel";
import { SettingsPanel } from "./settings/SettingsPanel";
import type { Settings } from "./settings/use-settings";
import { SourcesPanel } from "./sources/SourcesPanel";
import { StartScreen } from "./start/StartScreen";
import { TodayTab } from "./today/TodayTab";

const useStyles = makeStyles({
  pane: { display: "grid", gridTemplateRows: "auto 1fr", gridTemplateColumns: "minmax(0, 1fr)", height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  header: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  product: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  tagline: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  tools: { display: "flex", alignItems: "center" },
  tool: { color: tokens.colorNeutralForegroundOnBrand, minWidth: "32px", ":hover": { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackgroundHover } },
  main: { overflowY: "auto", display: "grid", alignContent: "start", gridAutoRows: "max-content", "& .fui-Field": { gridTemplateColumns: "minmax(0, 1fr)" }, gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  book: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", fontSize: tokens.fontSizeBase200 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  sample: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  tabs: { flexWrap: "wrap" },
});

export interface AppProps extends DeskParts {
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
}

/** The pane: what it shows first follows from what the open workbook is. */
export function App({ settings, onSettings, ...parts }: AppProps) {
  const styles = useStyles();
  const words = useWords(deskWords);
  const language = useLanguage();
  const desk = useDeskState(parts);
  useEffect(() => { void desk.engine.speak(language); }, [desk.engine, language]);
  const { show } = desk;
  const preparing = usePreparing(desk.overview);
  return (
    <DeskContext value={desk}>
      <div className={styles.pane}>
        <header className={styles.header}>
          <div>
            <h1 className={styles.product}>{words.product}</h1>
            <p className={styles.tagline}>{words.tagline}</p>
          </div>
          <div className={styles.tools}>
            <Button className={styles.tool} appearance="transparent" title={words.prepare} aria-label={words.prepare} onClick={() => show({ kind: "prepare", step: "plan" })}>⚙</Button>
            <Button className={styles.tool} appearance="transparent" title={words.settings} aria-label={words.settings} onClick={() => show({ kind: "settings" })}>☰</Button>
          </div>
        </header>
        <main className={styles.main}>
          <NoticeBar />
          <UnwrittenBar />
          <LimitsBar />
          {desk.working && <WorkingPanel key={desk.working.since} working={desk.working} />}
          <Screen desk={desk} preparing={preparing} settings={settings} onSettings={onSettings} />
        </main>
      </div>
    </DeskContext>
  );
}

function Screen({ desk, preparing, settings, onSettings }: { readonly desk: Desk; readonly preparing: StepProps; readonly settings: Settings; readonly onSettings: (settings: Settings) => void }) {
  const { overlay, overview, recognised } = desk;
  switch (overlay?.kind) {
    case "settings": return <SettingsPanel settings={settings} onChange={onSettings} />;
    case "prepare": return <PreparePanel step={overlay.step} preparing={preparing} />;
    case "sources": return <SourcesPanel node={overlay.node} indicator={overlay.indicator} />;
    case "unit": return <UnitPanel unit={overlay.unit} />;
    case "entry": return <EntryPanel unit={overlay.unit} />;
    case "decisions": return <DecisionPanel />;
    case "arrivals": return <ArrivalPanel />;
    case "freeze":
    case undefined:
  }
  if (recognised.kind === "form") return <FormScreen />;
  return overview ? <Book desk={desk} /> : <StartScreen />;
}

const TABS: readonly TabName[] = ["today", "receive", "results", "report"];

function Book({ desk: { overview, tab, goTo } }: { readonly desk: Desk }) {
  const styles = useStyles();
  const words = useWords(deskWords);
  if (!overview) return null;
  const { due } = overview;
  return (
    <>
      <div className={styles.book}>
        <p className={styles.title}>{overview.shortTitle} · {words.stages[overview.stage]}</p>
        <span>{overview.office}</span>
        <span>{due.day === null ? words.noDue : `${words.due(due.from, due.day)} (${words.daysLeft(due.daysLeft ?? 0)})`}</span>
        {overview.isSample && <span className={styles.sample}>{words.sample}</span>}
      </div>
      <TabList className={styles.tabs} aria-label={words.tabList} selectedValue={tab} onTabSelect={(_event, { value }) => goTo(value as TabName)}>
        {TABS.map((one) => <Tab key={one} value={one} id={`tab-${one}`}>{words.tabs[one]}</Tab>)}
      </TabList>
      {tab === "today" && <TodayTab />}
      {tab === "receive" && <ReceiveTab />}
      {tab === "results" && <ResultsTab />}
      {tab === "report" && <ReportTab />}
    </>
  );
}

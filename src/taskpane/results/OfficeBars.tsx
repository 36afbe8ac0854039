import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { resultsWords } from "#messages/pane/results";
import type { CoverageCounts, CoverageView } from "#tasks/engine/views/coverage";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";
import { CoverageBar } from "../parts/CoverageBar";
import { Section } from "../parts/Section";
import { VirtualList } from "../parts/VirtualList";
import { nowText } from "../today/TodayTab";

const useStyles = makeStyles({
  office: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS, padding: tokens.spacingVerticalS },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  name: { minWidth: 0, padding: 0, textAlign: "start", fontWeight: tokens.fontWeightSemibold, justifyContent: "start" },
  counts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
});

const SHOWN = ["late", "dateUnknown", "returned", "missing", "notDue"] as const;

export function owing({ missing, returned, notDue }: CoverageCounts): number {
  return missing + returned + notDue;
}

/** One bar an office, those that owe most first, with the counts beside it in words. */
export function OfficeBars({ offices, milestone, onOffice }: { readonly offices: CoverageView["offices"]; readonly milestone: string; readonly onOffice: (code: string) => void }) {
  const styles = useStyles();
  const words = useWords(resultsWords);
  const shared = useWords(deskWords);
  const { engine } = useDesk();
  const sorted = [...offices].sort((a, b) => owing(b.counts) * a.counts.expected - owing(a.counts) * b.counts.expected);
  return (
    <Section title={words.offices}>
      <VirtualList
        label={words.offices} items={sorted} keyOf={({ code }) => code} guess={92} most={380}
        render={({ code, name, counts }) => (
          <div className={styles.office}>
            <div className={styles.head}>
              <Button className={styles.name} appearance="transparent" aria-label={words.showOffice(name)} onClick={() => onOffice(code)}>{name}</Button>
              <span className={styles.counts}>{words.officeLine(counts.expected - owing(counts), counts.expected)}</span>
            </div>
            <CoverageBar counts={counts} label={name} hasLegend={false} />
            <div className={styles.foot}>
              <span className={styles.counts}>{SHOWN.filter((state) => counts[state] > 0).map((state) => `${shared.number(counts[state])} ${shared.bar[state]}`).join(" · ")}</span>
              {owing(counts) > 0 && <CopyButton size="small" label={words.remind} textOf={() => engine.reminder({ office: code }, milestone, nowText())} />}
            </div>
          </div>
        )}
      />
    </Section>
  );
}

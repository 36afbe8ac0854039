import { useState } from "react";
import { Badge, Button, makeStyles, MessageBar, MessageBarBody, SearchBox, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { receiveWords } from "#messages/pane/receive";
import { reportWords } from "#messages/pane/report";
import type { SourceLine, SourcesView } from "#tasks/engine/views/report";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { matcher } from "../parts/matches";
import { CopyButton } from "../parts/CopyButton";
import { Overlay } from "../parts/Overlay";
import { Section } from "../parts/Section";
import { VerdictTag } from "../parts/Tags";
import { useAsked } from "../parts/use-asked";
import { VirtualList } from "../parts/VirtualList";
import { nowText } from "../today/TodayTab";

const useStyles = makeStyles({
  name: { margin: 0 },
  figure: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", padding: tokens.spacingVerticalS },
  own: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  search: { maxWidth: "100%" },
});

/** Where a figure comes from: verdict and clause, the check that its sources add up, every source down to its cell. */
export function SourcesPanel({ node, indicator }: { readonly node: string; readonly indicator: string }) {
  const styles = useStyles();
  const words = useWords(reportWords);
  const view = useAsked((asked) => asked.sources(node, indicator), `${node}|${indicator}`);
  return (
    <Overlay title={words.sources.title}>
      {view === null ? <p className={styles.name}>{words.sources.gone}</p> : <Sources view={view} />}
    </Overlay>
  );
}

function Sources({ view }: { readonly view: SourcesView }) {
  const styles = useStyles();
  const words = useWords(reportWords);
  const shared = useWords(deskWords);
  const { engine } = useDesk();
  const [text, setText] = useState("");
  const matches = matcher(text);
  const shown = view.sources.filter(({ name, unit, file }) => matches([name, unit, file ?? ""]));
  return (
    <>
      <Section>
        <p className={styles.name}>{view.indicatorName}</p>
        <p className={styles.figure}>{view.figure}</p>
        <span className={styles.small}>{words.sources.of(view.nodeName)}</span>
        {view.verdicts.map(({ target, verdict, isReading, clause, likely }) => (
          <div key={target + clause}>
            <VerdictTag verdict={verdict} /> {words.target(target)} {isReading && <Badge size="small" appearance="outline" title={words.readingHint}>{words.reading}</Badge>}
            {likely && <div className={styles.small}>{words.sources.likely(shared.verdicts[likely])}</div>}
            {clause !== "" && <div className={styles.small}>{clause}</div>}
          </div>
        ))}
        {view.sentence !== "" && <p className={styles.name}>{view.sentence}</p>}
        {view.measure !== "text" && <MessageBar intent={view.addsUp ? "success" : "error"} layout="multiline"><MessageBarBody>{view.addsUp ? words.sources.adds(view.sources.length) : words.sources.addsNot}</MessageBarBody></MessageBar>}
        {view.notApplicable > 0 && <span className={styles.small}>{words.sources.notApplicable(view.notApplicable)}</span>}
      </Section>
      {view.missing.length > 0 && (
        <Section title={words.sources.missing(view.missing.length)} action={<CopyButton size="small" label={words.sources.remind} textOf={() => engine.reminder({ all: true }, undefined, nowText())} />}>
          <span className={styles.small}>{view.missing.map(({ name }) => name).join("; ")}</span>
        </Section>
      )}
      <Section title={words.sources.list(view.sources.length)}>
        {view.sources.length > 8 && <SearchBox className={styles.search} aria-label={words.sources.search} placeholder={words.sources.search} value={text} onChange={(_event, { value }) => setText(value)} />}
        <VirtualList label={words.sources.title} items={shown} keyOf={({ unit, file, cell }) => `${unit}${file ?? ""}${cell ?? ""}`} guess={82} render={(line) => <Source line={line} />} />
      </Section>
    </>
  );
}

function Source({ line }: { readonly line: SourceLine }) {
  const styles = useStyles();
  const words = useWords(reportWords);
  const shared = useWords(deskWords);
  const receive = useWords(receiveWords);
  const { show } = useDesk();
  const place = receive.place(line.file ?? "", line.sheet, line.cell);
  return (
    <div className={styles.item}>
      <span><Button size="small" appearance="transparent" onClick={() => show({ kind: "unit", unit: line.unit })}>{line.name}</Button> <span className={styles.own}>{line.figure}</span></span>
      {line.origin !== "file" && <span className={styles.small}>{shared.origins[line.origin]}{line.reason === null ? "" : `: ${line.reason}`}</span>}
      {place !== "" && <span className={styles.small}>{place}</span>}
      {line.raw !== null && line.raw !== "" && <span className={styles.small}>{words.sources.raw(line.raw)}</span>}
    </div>
  );
}

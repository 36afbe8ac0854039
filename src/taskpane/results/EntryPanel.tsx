import { useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import type { EntryOutcome, TypedRow } from "#tasks/engine/views";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Overlay } from "../parts/Overlay";
import { useAsked } from "../parts/use-asked";
import { EntryCells } from "./EntryCells";

const useStyles = makeStyles({
  facts: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(140px, 1fr))", gap: tokens.spacingHorizontalS },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalM, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** A unit's report that came on paper, as a scan or by telephone, typed in with its document. */
export function EntryPanel({ unit }: { readonly unit: string }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const { engine, act, show, say } = useDesk();
  const sheet = useAsked((asked) => asked.entrySheet(unit), unit);
  const [facts, setFacts] = useState({ document: "", date: "", by: "", receivedOn: "" });
  const [rows, setRows] = useState<ReadonlyMap<string, TypedRow>>(new Map());
  const [faults, setFaults] = useState<EntryOutcome["faults"]>([]);
  const [isUnnamed, setUnnamed] = useState(false);
  if (!sheet) return null;
  const typed = [...rows.values()].filter(({ cells, notApplicable }) => notApplicable === true || Object.values(cells).some((text) => text.trim() !== ""));
  const save = async (): Promise<void> => {
    setUnnamed(facts.document.trim() === "");
    if (facts.document.trim() === "") return;
    if (typed.length === 0) return say({ kind: "failed", text: words.entry.nothing });
    const { receivedOn, ...others } = facts;
    const outcome = await act(words.entry.saving, () => engine.enter({ unit, ...others, ...(receivedOn === "" ? {} : { receivedOn }), rows: typed }), { changesBook: true });
    setFaults(outcome?.faults ?? []);
    if (outcome && outcome.faults.length > 0) say({ kind: "failed", text: words.entry.faults(outcome.faults.length) });
    else if (outcome) show({ kind: "unit", unit });
  };
  const fact = (key: keyof typeof facts) => ({ value: facts[key], onChange: (_event: unknown, { value }: { value: string }) => setFacts({ ...facts, [key]: value }) });
  return (
    <Overlay title={words.entry.title(sheet.unitName)}>
      <p className={styles.small}>{words.entry.hint}</p>
      <div className={styles.facts}>
        <Field label={words.entry.document} required {...(isUnnamed ? { validationMessage: words.entry.needDocument } : {})}><Input {...fact("document")} /></Field>
        <Field label={words.entry.date}><Input placeholder={words.entry.dayHint} {...fact("date")} /></Field>
        <Field label={words.entry.receivedOn}><Input placeholder={words.entry.dayHint} {...fact("receivedOn")} /></Field>
        <Field label={words.entry.by}><Input {...fact("by")} /></Field>
      </div>
      {sheet.rows.map((row) => (
        <div key={row.indicator} className={styles.row} role="group" aria-label={row.name}>
          <div>{row.name}</div>
          <div className={styles.small}>{words.entry.now(row.figure)}</div>
          <EntryCells row={row} typed={rows.get(row.indicator) ?? { indicator: row.indicator, cells: {} }} faults={faults} onType={(one) => setRows(new Map(rows).set(one.indicator, one))} />
          {faults.filter((one) => one.indicator === row.indicator && one.part === "").map(({ sentence }) => <div key={sentence} role="alert">{sentence}</div>)}
        </div>
      ))}
      <div><Button appearance="primary" onClick={() => void save()}>{words.entry.save}</Button></div>
    </Overlay>
  );
}

import { Button, Field, Input, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { entryWords } from "#messages/pane/entry";
import type { EntrySheet } from "#tasks/engine/views/entry";
import { isoDay } from "#tasks/receipts";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { DayField } from "../parts/DayField";
import { Overlay } from "../parts/Overlay";
import { Section } from "../parts/Section";
import { useAsked } from "../parts/use-asked";
import { EntryCells } from "./EntryCells";
import { goToNextCell } from "./next-cell";
import { saidRows, withCell, withSubject } from "./typed-rows";
import { useEntry } from "./use-entry";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  text: { margin: 0 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  pair: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))", gap: tokens.spacingHorizontalM },
  input: { minWidth: 0, width: "100%" },
  rows: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, paddingBlockEnd: tokens.spacingVerticalM, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold },
  code: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  foot: { position: "sticky", bottom: 0, paddingBlock: tokens.spacingVerticalS, backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** Entry on behalf of a unit: where the figures come from, then its rows, down the column by Enter. */
export function EntryPanel({ unit }: { readonly unit: string }) {
  const words = useWords(entryWords);
  const sheet = useAsked((engine) => engine.entrySheet(unit), unit);
  return <Overlay title={words.title}>{sheet ? <EntryForm key={unit} sheet={sheet} /> : <Spinner label={words.reading} />}</Overlay>;
}

export function EntryForm({ sheet }: { readonly sheet: EntrySheet }) {
  const styles = useStyles();
  const words = useWords(entryWords);
  const { working } = useDesk();
  const { source, setSource, typed, setTyped, faults, isTried, record } = useEntry(sheet);
  const said = saidRows(sheet.rows, typed).length;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => { event.preventDefault(); void record(); }} onKeyDown={goToNextCell}>
      <p className={styles.text}>{words.intro(sheet.unitName)}</p>
      <Section title={words.source}>
        <Field label={words.document} required {...(isTried && source.document.trim() === "" ? { validationMessage: words.documentNeeded } : { hint: words.documentHint })}>
          <Input className={styles.input} value={source.document} onChange={(_event, { value }) => setSource({ ...source, document: value })} />
        </Field>
        <div className={styles.pair}>
          <DayField label={words.date} required value={source.date} onChange={(date) => setSource({ ...source, date })} {...(isTried && isoDay(source.date) === null ? { fault: words.dateNeeded } : {})} />
          <Field label={words.by}><Input className={styles.input} value={source.by} onChange={(_event, { value }) => setSource({ ...source, by: value })} /></Field>
        </div>
        <DayField label={words.receivedOn} hint={words.receivedHint} value={source.receivedOn} onChange={(receivedOn) => setSource({ ...source, receivedOn })} />
      </Section>
      <Section title={words.figures(said, sheet.rows.length)}>
        <p className={styles.hint}>{words.hint}</p>
        <ul className={styles.rows}>
          {sheet.rows.map((row) => (
            <li key={row.indicator} className={styles.row}>
              <span className={styles.name}>{row.name} <span className={styles.code}>{row.indicator}</span></span>
              {row.figure !== "" && <span className={styles.hint}>{words.now(row.figure)}</span>}
              <EntryCells
                row={row} typed={typed[row.indicator]} faults={faults.filter(({ indicator }) => indicator === row.indicator)}
                onCell={(part, text) => setTyped(withCell(typed, row.indicator, part, text))} onSubject={(off) => setTyped(withSubject(typed, row.indicator, off))}
              />
            </li>
          ))}
        </ul>
      </Section>
      <div className={styles.foot}><Button appearance="primary" type="submit" disabled={working !== null}>{words.save(said)}</Button></div>
    </form>
  );
}

import { useState } from "react";
import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { unitWords } from "#messages/pane/unit";
import type { UnitDetail } from "#tasks/engine/views";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";
import { Overlay } from "../parts/Overlay";
import { Section } from "../parts/Section";
import { CoverageTag, StateTag } from "../parts/Tags";
import { useAsked } from "../parts/use-asked";
import { ProblemItem } from "../receive/ProblemItem";
import { nowText } from "../today/TodayTab";
import { CorrectionForm } from "./CorrectionForm";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: "none" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  figure: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  due: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
});

/** One unit: what it sent, its figures, what is wrong, and everything the officer can do for it. */
export function UnitPanel({ unit }: { readonly unit: string }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const { engine, act, give, show, say, overview } = useDesk();
  const detail = useAsked((asked) => asked.unit(unit), unit);
  if (!detail) return null;
  const { line, files } = detail;
  const makeForm = async (): Promise<void> => {
    const made = await act(words.unit.form, () => engine.unitForm(unit, overview?.stage ?? "summary"));
    if (made?.ok) await give(made.value.fileName, made.value.file);
    else if (made) say({ kind: "failed", text: made.faults.join(" ") });
  };
  return (
    <Overlay title={line.name}>
      <div>
        <CoverageTag state={line.state} />{" "}
        <span className={styles.small}>{[line.parentName ?? "", line.due === null ? shared.noDue : shared.due(line.dueFrom, line.due), line.extendedTo === null ? "" : words.extended(line.extendedTo), line.contact === "" ? "" : `${words.unit.contact}: ${line.contact}`].filter((part) => part !== "").join(" · ")}</span>
      </div>
      <div className={styles.buttons}>
        {(line.state === "missing" || line.state === "notDue" || line.returned) && <CopyButton appearance="primary" label={words.remindOne} textOf={() => engine.reminder({ unit }, undefined, nowText())} />}
        <Button onClick={() => show({ kind: "entry", unit })}>{words.unit.enter}</Button>
        <Button onClick={() => void makeForm()}>{words.unit.form}</Button>
      </div>
      <Section title={words.unit.files}>
        {files.length === 0 && <p>{words.unit.noFiles}</p>}
        <ul className={styles.list}>
          {files.map((file) => <li key={file.path + file.content}><StateTag state={file.state} /> <span className={styles.small}>{file.path}{file.receivedOn === null ? "" : ` · ${words.received(file.receivedOn)}`} · {words.unit.checksum(file.checksum)}</span></li>)}
        </ul>
      </Section>
      {detail.problems.length > 0 && <Section title={words.unit.problems}>{detail.problems.slice(0, 40).map((problem) => <ProblemItem key={problem.id} problem={problem} hasFile={false} />)}</Section>}
      <Figures detail={detail} />
      <OfficersWork detail={detail} />
    </Overlay>
  );
}

function Figures({ detail: { figures, line } }: { readonly detail: UnitDetail }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section title={words.unit.figures}>
      <ul className={styles.list}>
        {figures.map(({ indicator, name, figure, origin, reason, place }) => (
          <li key={indicator}>
            <div>{name}</div>
            <div className={styles.due}>
              <span className={styles.figure}>{figure === "" ? words.unit.noFigure : figure}</span>
              {origin !== "file" && <span className={styles.small}>{shared.origins[origin]}{reason === null ? "" : `: ${reason}`}</span>}
              <Button size="small" appearance="transparent" aria-expanded={open === indicator} aria-label={words.unit.correctTitle(name)} onClick={() => setOpen(open === indicator ? null : indicator)}>{words.unit.correct}</Button>
            </div>
            {place !== "" && <div className={styles.small}>{place}</div>}
            {open === indicator && <CorrectionForm unit={line.unit} indicator={indicator} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OfficersWork({ detail: { line, documents } }: { readonly detail: UnitDetail }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const { engine, act, say } = useDesk();
  const coverage = useAsked((asked) => asked.coverage(), "documents");
  const [note, setNote] = useState(line.note);
  const [until, setUntil] = useState("");
  const [document, setDocument] = useState("");
  const [ticked, setTicked] = useState<Readonly<Record<string, string>>>({});
  const milestone = coverage?.milestone ?? "";
  const extend = async (): Promise<void> => {
    const answer = await act(words.unit.extend, () => engine.extend({ unit: line.unit, milestone, until, ...(document === "" ? {} : { document }) }), { changesBook: true });
    if (answer && !answer.ok) say({ kind: "failed", text: answer.faults.join(" ") });
  };
  return (
    <>
      <Section title={words.unit.note}>
        <Textarea aria-label={words.unit.note} placeholder={words.unit.noteHint} value={note} onChange={(_event, { value }) => setNote(value)} />
        <div><Button size="small" disabled={note === line.note} onClick={() => void act(words.unit.note, () => engine.note(line.unit, note), { changesBook: true })}>{shared.save}</Button></div>
      </Section>
      <Section title={words.unit.extend}>
        <div className={styles.due}>
          <Field label={words.unit.extendTo}><Input value={until} placeholder={words.entry.dayHint} onChange={(_event, { value }) => setUntil(value)} /></Field>
          <Field label={words.unit.document}><Input value={document} onChange={(_event, { value }) => setDocument(value)} /></Field>
          <Button disabled={until === ""} onClick={() => void extend()}>{words.unit.extend}</Button>
        </div>
      </Section>
      {(coverage?.documents.length ?? 0) > 0 && (
        <Section title={words.unit.documents}>
          {coverage?.documents.map(({ id, name }) => {
            const known = documents[`${milestone}|${id}|${line.unit}`] ?? "";
            const text = ticked[id] ?? known;
            return (
              <div key={id} className={styles.due}>
                <Field label={name}><Input value={text} placeholder={words.unit.documentHint} onChange={(_event, { value }) => setTicked({ ...ticked, [id]: value })} /></Field>
                <Button size="small" disabled={text === known} onClick={() => void act(name, () => engine.tickDocument(milestone, id, line.unit, text), { changesBook: true })}>{shared.save}</Button>
              </div>
            );
          })}
        </Section>
      )}
    </>
  );
}

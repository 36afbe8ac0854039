import { useState } from "react";
import { Button, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { reportWords } from "#messages/pane/report";
import type { OfferedFile } from "#tasks/engine/contract";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { FileButton } from "../parts/FileButton";
import { Section } from "../parts/Section";
import { useAsked } from "../parts/use-asked";
import { OthersPanel } from "./OthersPanel";
import { ReportLine } from "./ReportLine";
import { StandingPanel } from "./StandingPanel";

const useStyles = makeStyles({
  summary: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
});

/** Results against the plan at any node, by content group; every figure leads to its sources. */
export function ReportTab() {
  const styles = useStyles();
  const words = useWords(reportWords);
  const shared = useWords(deskWords);
  const { engine, host, act, give, say, overview } = useDesk();
  const [isNameless, setNameless] = useState(false);
  const [node, setNode] = useState<string | undefined>(undefined);
  const view = useAsked((asked) => asked.report(node), node ?? "");
  const nodes = useAsked((asked) => asked.nodes(), "nodes");
  if (!view || !nodes) return null;
  const groups = [...new Set(view.rows.map(({ group }) => group))];
  const save = async (ofNode: boolean): Promise<void> => {
    const made = await act(words.exporting, (options) => (ofNode ? engine.nodeBook(view.node.code, isNameless) : engine.book(options)));
    if (made?.ok) await give(made.value.fileName, made.value.file);
    else if (made) say({ kind: "failed", text: made.faults.join(" ") });
  };
  const savePaper = async (paper: "wordReport" | "annexBook"): Promise<void> => {
    const made = await act(words.exporting, () => engine[paper](view.node.code, isNameless));
    if (made?.ok) await give(made.value.fileName, made.value.file);
    else if (made) say({ kind: "failed", text: made.faults.join(" ") });
  };
  const takeWords = async (file: OfferedFile): Promise<void> => {
    const read = await act(words.takingWords, () => engine.takeWords(file), { changesBook: true });
    if (read?.ok) say({ kind: read.value.edits.length > 0 ? "partial" : "done", text: words.wordsTaken(read.value.taken), details: read.value.edits });
  };
  const saveAwards = async (): Promise<void> => {
    const made = await act(words.exporting, () => engine.awardList(isNameless));
    if (!made) return;
    await give(made.fileName, made.file);
    say({ kind: made.uncoded.length > 0 ? "partial" : "done", text: words.awardsMade(made.count), details: made.uncoded });
  };
  return (
    <>
      <Section>
        <Field label={words.node}>
          <Select value={view.node.code} onChange={(_event, { value }) => setNode(value)}>
            {nodes.map(({ code, name, depth }) => <option key={code} value={code}>{`${"\u00a0\u00a0".repeat(depth)}${name}`}</option>)}
          </Select>
        </Field>
        <p className={styles.summary}>{words.summary(view.met, view.notMet, view.undecided)}</p>
        <StandingPanel standing={view.standing} />
        <div className={styles.buttons}>
          <Button onClick={() => void save(false)}>{words.exportBook}</Button>
          {view.node.role !== "scope" && <Button onClick={() => void save(true)}>{words.exportNode}</Button>}
          {host.abilities.downloads && view.node.role !== "unit" && <Button onClick={() => void savePaper("wordReport")}>{words.exportWord}</Button>}
          {host.abilities.downloads && view.node.role !== "unit" && <Button onClick={() => void savePaper("annexBook")}>{words.exportAnnexes}</Button>}
          {host.abilities.downloads && <FileButton label={words.takeWords} accept=".docx" onFile={(file) => void takeWords(file)} />}
          {overview?.stage !== "midterm" && <Button onClick={() => void saveAwards()}>{words.exportAwards}</Button>}
          <Button onClick={() => void act(shared.working.put, () => Promise.resolve(true), { changesBook: true })}>{words.refresh}</Button>
        </div>
        {host.abilities.downloads && <OthersPanel />}
        <Checkbox label={words.nameless} checked={isNameless} onChange={(_event, { checked }) => setNameless(checked === true)} />
      </Section>
      {groups.map((group) => (
        <Section key={group} title={group}>
          <ul className={styles.list}>
            {view.rows.filter((row) => row.group === group).map((row) => <li key={row.indicator}><ReportLine row={row} node={view.node.code} /></li>)}
          </ul>
        </Section>
      ))}
    </>
  );
}

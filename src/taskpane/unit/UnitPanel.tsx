import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { unitWords } from "#messages/pane/unit";
import type { CoverageView, UnitDetail } from "#tasks/engine/views/coverage";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Overlay } from "../parts/Overlay";
import { useAsked } from "../parts/use-asked";
import { VirtualList } from "../parts/VirtualList";
import { ProblemItem } from "../receive/ProblemItem";
import { ExtensionForm } from "./ExtensionForm";
import { NoteForm } from "./NoteForm";
import { UnitDocuments } from "./UnitDocuments";
import { UnitFigures } from "./UnitFigures";
import { UnitFiles } from "./UnitFiles";
import { UnitHead } from "./UnitHead";

const useStyles = makeStyles({
  panel: { marginInline: 0, paddingBlockEnd: tokens.spacingVerticalM },
  problem: { padding: tokens.spacingVerticalS },
});

/** Everything about one unit: how it stands, what is wrong, its figures, its files, and what the officer adds. */
export function UnitPanel({ unit }: { readonly unit: string }) {
  const words = useWords(unitWords);
  const detail = useAsked((engine) => engine.unit(unit), unit);
  const milestone = detail?.milestone;
  const coverage = useAsked(async (engine) => (milestone === undefined ? null : engine.coverage(milestone)), milestone ?? "");
  return (
    <Overlay title={detail?.line.name ?? unit}>
      {detail && coverage ? <UnitParts key={unit} detail={detail} coverage={coverage} /> : <Spinner label={words.reading} />}
    </Overlay>
  );
}

export function UnitParts({ detail, coverage: { milestone, documents } }: { readonly detail: UnitDetail; readonly coverage: CoverageView }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const { engine, act } = useDesk();
  const { line, problems, figures, files } = detail;
  const ticked = Object.fromEntries(documents.flatMap(({ id }) => {
    const text = detail.documents[`${milestone}|${id}|${line.unit}`];
    return text === undefined ? [] : [[id, text]];
  }));
  const keep = (change: () => Promise<unknown>): void => void act(words.saving, change, { changesBook: true });
  return (
    <>
      <UnitHead line={line} />
      <Accordion multiple collapsible defaultOpenItems={["figures", ...(problems.length > 0 ? ["problems"] : []), ...(line.note === "" ? [] : ["note"])]}>
        <Part id="problems" title={words.problems(problems.length)}>
          {problems.length === 0 ? <p>{words.noProblems}</p>
            : <VirtualList label={words.problems(problems.length)} items={problems} keyOf={({ id }) => String(id)} guess={84} most={340} render={(problem) => <div className={styles.problem}><ProblemItem problem={problem} hasFile={false} /></div>} />}
        </Part>
        <Part id="figures" title={words.figures(figures.filter(({ figure }) => figure !== "").length, figures.length)}><UnitFigures unit={line.unit} figures={figures} /></Part>
        <Part id="files" title={words.files(files.length)}><UnitFiles files={files} /></Part>
        {documents.length > 0 && (
          <Part id="documents" title={words.documents(Object.keys(ticked).length, documents.length)}>
            <UnitDocuments documents={documents} ticked={ticked} onTick={(document, text) => keep(() => engine.tickDocument(milestone, document, line.unit, text))} />
          </Part>
        )}
        <Part id="extension" title={words.extension}><ExtensionForm unit={line.unit} milestone={milestone} now={line.extendedTo} /></Part>
        <Part id="note" title={words.note}><NoteForm key={line.note} note={line.note} onKeep={(text) => keep(() => engine.note(line.unit, text))} /></Part>
      </Accordion>
    </>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <AccordionItem value={id}>
      <AccordionHeader as="h3">{title}</AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}

import { useRef } from "react";
import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Select, Textarea, tokens } from "@fluentui/react-components";
import { prepareWords } from "#messages/pane/prepare";
import type { RosterLine } from "#tasks/engine/views/preparing";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { FileDrop } from "../parts/FileDrop";
import { Section } from "../parts/Section";
import { VirtualList } from "../parts/VirtualList";
import type { StepProps } from "./use-preparing";

const useStyles = makeStyles({
  line: { display: "grid", gridTemplateColumns: "72px minmax(0, 1fr)", gap: tokens.spacingHorizontalXS, padding: tokens.spacingVerticalS },
  full: { gridColumn: "1 / -1" },
  doubt: { gridColumn: "1 / -1", fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** The roster from a pasted column of names: proposed, doubts first, confirmed at a glance. */
export function RosterStep({ state, set }: StepProps) {
  const styles = useStyles();
  const words = useWords(prepareWords);
  const { engine, act, overview } = useDesk();
  const { office, text, proposal } = state;
  /** What was typed last; an answer to anything before it comes too late. */
  const typed = useRef(0);
  const propose = async (source: Parameters<typeof engine.proposeRoster>[0]): Promise<void> => {
    const found = await act(words.roster.proposing, () => engine.proposeRoster(source, office));
    typed.current += 1;
    if (found) set({ proposal: found, office: found.office ?? office });
  };
  const edit = (index: number, more: Partial<RosterLine>): void => {
    if (!proposal) return;
    const lines = proposal.lines.map((line, at) => (at === index ? { ...line, ...more } : line));
    set({ proposal: { ...proposal, lines } });
    const own = (typed.current += 1);
    void engine.checkRoster(lines, office, proposal.base).then((checked) => { if (own === typed.current) set({ proposal: checked }); });
  };
  const ordered = (proposal?.lines ?? []).map((line, index) => ({ line, index })).sort((a, b) => Number(a.line.doubt === null) - Number(b.line.doubt === null));
  const doubts = ordered.filter(({ line }) => line.doubt !== null).length;
  return (
    <>
      {overview && <div className={styles.buttons}><Button onClick={() => void propose({ book: true })}>{words.roster.ofBook}</Button></div>}
      <Field label={words.roster.office} hint={words.roster.officeHint} required><Input value={office} onChange={(_event, { value }) => set({ office: value })} /></Field>
      <Field label={words.roster.paste} hint={words.roster.pasteHint}><Textarea rows={6} value={text} onChange={(_event, { value }) => set({ text: value })} /></Field>
      <div className={styles.buttons}><Button appearance="primary" disabled={text.trim() === "" || office.trim() === ""} onClick={() => void propose({ text })}>{words.roster.propose}</Button></div>
      <FileDrop title={words.roster.file} hint={words.roster.fileHint} chooseFiles={words.roster.choose} disabled={office.trim() === ""} onFiles={([file]) => { if (file) void propose({ file }); }} />
      {proposal && (
        <Section title={words.roster.list(proposal.lines.length)}>
          {proposal.faults.length === 0 && doubts === 0 && <MessageBar intent="success"><MessageBarBody>{words.roster.ok}</MessageBarBody></MessageBar>}
          {doubts > 0 && <MessageBar intent="warning"><MessageBarBody>{words.roster.doubts(doubts)}</MessageBarBody></MessageBar>}
          {doubts === 0 && proposal.faults.map(({ place, sentence }) => <MessageBar key={place + sentence} intent="error" layout="multiline"><MessageBarBody>{place}: {sentence}</MessageBarBody></MessageBar>)}
          <VirtualList
            label={words.roster.list(proposal.lines.length)} items={ordered} keyOf={({ index }) => String(index)} guess={116}
            render={({ line, index }) => (
              <div className={styles.line}>
                <Input size="small" aria-label={words.roster.code} value={line.code} onChange={(_event, { value }) => edit(index, { code: value })} />
                <Input size="small" aria-label={words.roster.name} value={line.name} onChange={(_event, { value }) => edit(index, { name: value })} />
                <Select size="small" className={styles.full} aria-label={words.roster.kind} value={line.kind} onChange={(_event, { value }) => edit(index, { kind: value })}>
                  <option value="">{words.roster.chooseKind}</option>
                  {proposal.kinds.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </Select>
                {line.doubt !== null && <span className={styles.doubt}>⚠ {line.doubt}</span>}
              </div>
            )}
          />
        </Section>
      )}
    </>
  );
}

import { useMemo } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { resultsWords } from "#messages/pane/results";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { matcher } from "../parts/matches";
import { Section } from "../parts/Section";
import { useAsked } from "../parts/use-asked";
import { VirtualList } from "../parts/VirtualList";

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  open: {
    width: "100%", padding: tokens.spacingVerticalS, border: "none", backgroundColor: "transparent", color: tokens.colorNeutralForeground1, textAlign: "start", font: "inherit", cursor: "pointer", overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover }, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Units of the roster that the words name and the milestone does not ask: a school under a Phòng, whose page is wanted all the same. */
export function OtherUnits({ text, asked }: { readonly text: string; readonly asked: ReadonlySet<string> }) {
  const styles = useStyles();
  const words = useWords(resultsWords);
  const { show } = useDesk();
  const nodes = useAsked((engine) => engine.nodes(), "nodes");
  const found = useMemo(() => {
    const matches = matcher(text);
    return (nodes ?? []).filter(({ code, name, depth }) => depth > 0 && !asked.has(code) && matches([code, name]));
  }, [nodes, text, asked]);
  if (text.trim() === "" || found.length === 0) return null;
  return (
    <Section title={words.others(found.length)}>
      <p className={styles.text}>{words.othersHint}</p>
      <VirtualList
        label={words.others(found.length)} items={found} keyOf={({ code }) => code} guess={40} most={320}
        render={({ code, name }) => <button type="button" className={styles.open} onClick={() => show({ kind: "unit", unit: code })}>{name} <span className={styles.code}>{code}</span></button>}
      />
    </Section>
  );
}

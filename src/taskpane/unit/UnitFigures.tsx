import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { unitWords } from "#messages/pane/unit";
import type { UnitDetail } from "#tasks/engine/views/coverage";
import { useWords } from "../language";
import { CorrectionForm } from "./CorrectionForm";
import { Disclosure } from "../parts/Disclosure";

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  facts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px" },
  figure: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  text: { margin: 0 },
  blank: { marginBlockStart: tokens.spacingVerticalS },
  summary: { cursor: "pointer", paddingBlock: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  form: { gridColumn: "1 / -1" },
});

/** The unit's figures as they count, where each stands in which file, and the way to correct one with a reason. */
export function UnitFigures({ unit, figures }: { readonly unit: string; readonly figures: UnitDetail["figures"] }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const [open, setOpen] = useState<string | null>(null);
  const [said, blank] = [figures.filter(({ figure }) => figure !== ""), figures.filter(({ figure }) => figure === "")];
  const listed = (some: UnitDetail["figures"]) => (
    <ul className={styles.list}>
      {some.map(({ indicator, name, figure, origin, reason, reported, place }) => (
        <li key={indicator} className={styles.item}>
          <span className={styles.facts}>
            <span>{name}</span>
            {figure !== "" && <span className={styles.figure}>{figure}</span>}
            {figure !== "" && <span className={styles.small}>{[shared.origins[origin], place].filter((part) => part !== "").join(" · ")}</span>}
            {reported !== null && <span className={styles.small}>{words.reported(reported)}</span>}
            {reason !== null && reason !== "" && <span className={styles.small}>{words.because(reason)}</span>}
          </span>
          <span><Button size="small" aria-label={words.correctOf(name)} aria-expanded={open === indicator} onClick={() => setOpen(open === indicator ? null : indicator)}>{words.correct}</Button></span>
          {open === indicator && <div className={styles.form}><CorrectionForm unit={unit} indicator={indicator} isCorrected={reported !== null} onEnd={() => setOpen(null)} /></div>}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {said.length === 0 ? <p className={styles.text}>{words.noFigures}</p> : listed(said)}
      {blank.length > 0 && <Disclosure className={styles.blank} summaryClassName={styles.summary} summary={words.blanks(blank.length)}>{listed(blank)}</Disclosure>}
    </>
  );
}

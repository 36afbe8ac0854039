import { makeStyles, tokens } from "@fluentui/react-components";
import { resultsWords } from "#messages/pane/results";
import type { UnitLine } from "#tasks/engine/views/coverage";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";
import { CoverageTag, PartialTag, StateTag } from "../parts/Tags";
import { nowText } from "../today/TodayTab";
import { isOut, isPartial, standingOf } from "./unit-filter";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalS, paddingInlineEnd: tokens.spacingHorizontalS },
  open: {
    display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", padding: tokens.spacingVerticalS, border: "none", backgroundColor: "transparent", color: tokens.colorNeutralForeground1,
    textAlign: "start", font: "inherit", cursor: "pointer", ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalSNudge, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** One unit in the list: how it stands, and the reminder beside those that owe something. */
export function UnitRow({ unit, milestone }: { readonly unit: UnitLine; readonly milestone: string }) {
  const styles = useStyles();
  const words = useWords(resultsWords);
  const { engine, show } = useDesk();
  const facts = [
    unit.kind,
    ...(unit.receivedOn === null ? [] : [words.received(unit.receivedOn)]),
    ...(unit.state === "late" && unit.daysLate > 0 ? [words.lateBy(unit.daysLate)] : []),
    ...(unit.extendedTo === null ? [] : [words.extended(unit.extendedTo)]),
    ...(isPartial(unit) ? [words.filled(unit.filled, unit.required)] : []),
  ];
  return (
    <div className={styles.row}>
      <button type="button" className={styles.open} onClick={() => show({ kind: "unit", unit: unit.unit })}>
        <span className={styles.name}>{unit.name}</span>
        <span className={styles.facts}>
          {standingOf(unit) === "returned" ? <StateTag state="returned" /> : <CoverageTag state={unit.state} />}
          {isPartial(unit) && <PartialTag />}
          <span>{facts.join(" · ")}</span>
        </span>
      </button>
      {isOut(unit.state) && <CopyButton size="small" label={words.remind} textOf={() => engine.reminder({ unit: unit.unit }, milestone, nowText())} />}
    </div>
  );
}

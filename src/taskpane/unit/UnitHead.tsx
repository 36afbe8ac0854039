import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import type { UnitLine } from "#tasks/engine/views/coverage";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";
import { CoverageTag, PartialTag, StateTag } from "../parts/Tags";
import { SlipButtons } from "../receive/SlipButtons";
import { isOut, isPartial, standingOf } from "../results/unit-filter";
import { nowText } from "../today/TodayTab";

const useStyles = makeStyles({
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  facts: { display: "grid", rowGap: "2px", margin: 0, padding: 0, listStyleType: "none", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** How the unit stands, whom to call, and the two things an officer does about it. */
export function UnitHead({ line }: { readonly line: UnitLine }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const { engine, show } = useDesk();
  const { unit, kind, parentName, state, due, dueFrom, daysLate, receivedOn, extendedTo, filled, required, contact } = line;
  const facts = [
    [kind, parentName === null ? "" : words.under(parentName), unit].filter((part) => part !== "").join(" · "),
    ...(due === null ? [] : [words.due(due, dueFrom)]),
    ...(extendedTo === null ? [] : [words.extended(extendedTo)]),
    ...(receivedOn === null ? [] : [words.received(receivedOn) + (state === "late" && daysLate > 0 ? `, ${words.lateBy(daysLate)}` : "")]),
    ...(required > 0 && !isOut(state) ? [words.filled(filled, required)] : []),
    `${words.contact}: ${contact === "" ? words.noContact : contact}`,
  ];
  return (
    <div className={styles.head}>
      <div className={styles.tags}>{standingOf(line) === "returned" ? <StateTag state="returned" /> : <CoverageTag state={state} />}{isPartial(line) && <PartialTag />}</div>
      <ul className={styles.facts}>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
      <div className={styles.buttons}>
        {standingOf(line) === "returned" ? <SlipButtons unit={unit} /> : isOut(state) && <CopyButton appearance="primary" label={words.remind} textOf={() => engine.reminder({ unit }, undefined, nowText())} />}
        <Button onClick={() => show({ kind: "entry", unit })}>{words.enter}</Button>
      </div>
    </div>
  );
}

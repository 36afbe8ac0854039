import { useState } from "react";
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import { useWords } from "../language";
import { useAsked } from "../parts/use-asked";
import type { CaseProps } from "./decision-case";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A file that does not say whose it is, with the likeliest units. */
export function UnitCase({ one, onDecide }: CaseProps<"unit">) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const [unit, setUnit] = useState("");
  const coverage = useAsked((engine) => engine.coverage(), "units");
  const [first] = one.proposals;
  return (
    <>
      <h3 className={styles.title}>{first ? words.isIt(first.name) : words.unitTitle}</h3>
      <p className={styles.small}>{one.file}</p>
      <div>{one.sentence}</div>
      <div className={styles.buttons}>
        {one.proposals.slice(0, 3).map(({ code, name }) => <Button key={code} size="small" onClick={() => onDecide({ action: "assignUnit", unit: code, content: one.content })}>{words.yesIt(name)}</Button>)}
      </div>
      <Field label={words.otherUnit}>
        <Select value={unit} onChange={(_event, { value }) => setUnit(value)}>
          <option value="" />
          {coverage?.units.map((line) => <option key={line.unit} value={line.unit}>{line.name}</option>)}
        </Select>
      </Field>
      {unit !== "" && <div><Button size="small" onClick={() => onDecide({ action: "assignUnit", unit, content: one.content })}>{words.assign}</Button></div>}
    </>
  );
}

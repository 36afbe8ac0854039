import { useState } from "react";
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { receiveWords } from "#messages/pane/receive";
import type { Decision } from "#domain/ledger-types";
import type { DecisionCase } from "#tasks/engine/views/receiving";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Overlay } from "../parts/Overlay";
import { useAsked } from "../parts/use-asked";
import type { Draft } from "./decision-case";
import { DifferCase } from "./DifferCase";
import { ReturnedCase } from "./ReturnedCase";
import { UnitCase } from "./UnitCase";

const useStyles = makeStyles({
  card: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingVerticalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Everything that only the officer can settle, card by card. */
export function DecisionPanel() {
  const words = useWords(receiveWords);
  const shared = useWords(deskWords);
  const { engine, act } = useDesk();
  const cases = useAsked((asked) => asked.decisions(), "decisions");
  return (
    <Overlay title={words.decisions}>
      {cases?.length === 0 && <p>{words.noDecisions}</p>}
      {cases?.map((one) => <DecisionCard key={one.id} one={one} />)}
      <div><Button size="small" appearance="subtle" onClick={() => void act(words.undo, () => engine.undo(), { changesBook: true })}>{shared.undo}</Button></div>
    </Overlay>
  );
}

function DecisionCard({ one }: { readonly one: DecisionCase }) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const { engine, act, today } = useDesk();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const onDecide = (draft: Draft): void => {
    if (reason.trim() === "") return setMissing(true);
    void act(words.decide, () => engine.decide({ ...draft, reason: reason.trim(), on: today } as Decision), { changesBook: true });
  };
  return (
    <article className={styles.card}>
      {one.kind === "differ" && <DifferCase one={one} onDecide={onDecide} />}
      {one.kind === "unit" && <UnitCase one={one} onDecide={onDecide} />}
      {one.kind === "returned" && <ReturnedCase one={one} onDecide={onDecide} />}
      {one.kind === "officeTotal" && (
        <>
          <h3 className={styles.title}>{words.total(one.unitName, one.name)}</h3>
          <div>{words.totals(one.officeTotal, one.schoolsTotal)}</div>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => onDecide({ action: "useOfficeTotal", unit: one.unit, indicator: one.indicator })}>{words.useOffice}</Button>
            <Button size="small" onClick={() => onDecide({ action: "useSchools", unit: one.unit, indicator: one.indicator })}>{words.useSchools}</Button>
          </div>
        </>
      )}
      <Field label={words.reason} required {...(isMissing && reason.trim() === "" ? { validationMessage: words.reasonHint } : {})}>
        <Textarea rows={1} value={reason} placeholder={words.reasonHint} onChange={(_event, { value }) => setReason(value)} />
      </Field>
    </article>
  );
}

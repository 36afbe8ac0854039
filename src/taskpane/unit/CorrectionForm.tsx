import { useState } from "react";
import { Button, Field, Input, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { unitWords } from "#messages/pane/unit";
import type { EntryOutcome, EntryRow, TypedRow } from "#tasks/engine/views/entry";
import { useDesk } from "../desk/desk";
import { EntryCells } from "../entry/EntryCells";
import { goToNextCell } from "../entry/next-cell";
import { useWords } from "../language";
import { useAsked } from "../parts/use-asked";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, marginBlockStart: tokens.spacingVerticalS, padding: tokens.spacingVerticalM, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: "100%" },
});

export interface CorrectionFormProps {
  readonly unit: string;
  readonly indicator: string;
  /** A correction stands already. */
  readonly isCorrected: boolean;
  readonly onEnd: () => void;
}

/** Corrects one figure (điều chỉnh): as its own cells are typed, never without a reason. */
export function CorrectionForm({ unit, indicator, isCorrected, onEnd }: CorrectionFormProps) {
  const sheet = useAsked((engine) => engine.entrySheet(unit), unit);
  const row = sheet?.rows.find((one) => one.indicator === indicator);
  return row ? <RowForm unit={unit} row={row} isCorrected={isCorrected} onEnd={onEnd} /> : <Spinner size="tiny" />;
}

function RowForm({ unit, row, isCorrected, onEnd }: Omit<CorrectionFormProps, "indicator"> & { readonly row: EntryRow }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const shared = useWords(deskWords);
  const { engine, act } = useDesk();
  const [typed, setTyped] = useState<TypedRow>({ indicator: row.indicator, cells: {} });
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<EntryOutcome["faults"]>([]);
  const record = async (): Promise<void> => {
    const outcome = await act(words.saving, () => engine.correct(unit, typed, reason), { changesBook: true });
    setFaults(outcome?.faults ?? []);
    if (outcome?.faults.length === 0) onEnd();
  };
  const drop = async (): Promise<void> => {
    const outcome = await act(words.saving, () => engine.dropCorrection(unit, row.indicator), { changesBook: true });
    if (outcome?.ok) onEnd();
  };
  return (
    <form className={styles.form} noValidate onKeyDown={goToNextCell} onSubmit={(event) => { event.preventDefault(); void record(); }}>
      <EntryCells row={row} typed={typed} faults={faults} onCell={(part, text) => setTyped({ ...typed, cells: { ...typed.cells, [part]: text } })} onSubject={(notApplicable) => setTyped({ ...typed, notApplicable })} />
      <p className={styles.small}>{words.emptyMeans}</p>
      <Field label={words.reason} required hint={words.reasonHint}><Input className={styles.input} value={reason} onChange={(_event, { value }) => setReason(value)} /></Field>
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabled={reason.trim() === ""}>{words.saveCorrection}</Button>
        {isCorrected && <Button onClick={() => void drop()}>{words.dropCorrection}</Button>}
        <Button appearance="subtle" onClick={onEnd}>{shared.cancel}</Button>
      </div>
    </form>
  );
}

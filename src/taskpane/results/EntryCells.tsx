import { Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import type { EntryOutcome, EntryRow, TypedRow } from "#tasks/engine/views";
import { useWords } from "../language";

const useStyles = makeStyles({
  cells: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  number: { width: "128px" },
  words: { flexGrow: 1 },
});

export interface EntryCellsProps {
  readonly row: EntryRow;
  readonly typed: TypedRow;
  readonly faults: EntryOutcome["faults"];
  readonly onType: (row: TypedRow) => void;
}

/** The inputs of one indicator; Enter goes to the next, as down a column. */
export function EntryCells({ row, typed, faults, onType }: EntryCellsProps) {
  const styles = useStyles();
  const words = useWords(unitWords);
  const isOff = typed.notApplicable === true;
  return (
    <div className={styles.cells}>
      {row.cells.map(({ part, label, kind }) => {
        const fault = faults.find((one) => one.indicator === row.indicator && one.part === part);
        const value = typed.cells[part] ?? "";
        const set = (text: string): void => onType({ ...typed, cells: { ...typed.cells, [part]: text } });
        return (
          <Field key={part} label={label} className={kind === "text" ? styles.words : styles.number} {...(fault ? { validationMessage: fault.sentence } : {})}>
            {kind === "yesNo" ? <Select value={value} disabled={isOff} onChange={(_event, data) => set(data.value)}><option value="" /><option>{words.entry.yes}</option><option>{words.entry.no}</option></Select>
              : kind === "text" ? <Textarea value={value} disabled={isOff} onChange={(_event, data) => set(data.value)} />
                : <Input value={value} disabled={isOff} inputMode="decimal" data-entry onChange={(_event, data) => set(data.value)} onKeyDown={(event) => { if (event.key === "Enter") nextEntry(event.currentTarget); }} />}
          </Field>
        );
      })}
      {row.mayNotApply && <Checkbox label={words.entry.notApplicable} checked={isOff} onChange={(_event, { checked }) => onType({ ...typed, notApplicable: checked === true })} />}
    </div>
  );
}

function nextEntry(current: HTMLElement): void {
  const all = [...document.querySelectorAll<HTMLElement>("input[data-entry]")];
  const at = all.findIndex((input) => input === current || current.contains(input));
  all[at + 1]?.focus();
}

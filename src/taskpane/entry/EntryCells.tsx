import { Checkbox, Field, Input, makeStyles, mergeClasses, Select, Textarea, tokens } from "@fluentui/react-components";
import { entryWords, typedAnswers } from "#messages/pane/entry";
import type { EntryCell, EntryOutcome, EntryRow, TypedRow } from "#tasks/engine/views/entry";
import { useWords } from "../language";

const useStyles = makeStyles({
  cells: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(120px, 1fr))", gap: tokens.spacingHorizontalS, alignItems: "end" },
  choice: { gridColumn: "1 / -1", maxWidth: "220px" },
  wide: { gridColumn: "1 / -1" },
  field: { minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  input: { minWidth: 0, width: "100%" },
  number: { "& input": { textAlign: "end", fontVariantNumeric: "tabular-nums" } },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

export interface EntryCellsProps {
  readonly row: Pick<EntryRow, "indicator" | "name" | "mayNotApply" | "cells">;
  readonly typed: TypedRow | undefined;
  readonly faults: EntryOutcome["faults"];
  readonly onCell: (part: string, text: string) => void;
  readonly onSubject: (notApplicable: boolean) => void;
}

/** The cells of one indicator, each of its own kind, with what is wrong at the cell itself. */
export function EntryCells({ row, typed, faults, onCell, onSubject }: EntryCellsProps) {
  const styles = useStyles();
  const words = useWords(entryWords);
  const { name, cells, mayNotApply } = row;
  const isOff = typed?.notApplicable === true;
  const parts = new Set(cells.map(({ part }) => part));
  return (
    <>
      <div className={styles.cells}>
        {cells.map((cell) => {
          const fault = faults.find(({ part }) => part === cell.part)?.sentence;
          return (
            <Field key={cell.part} className={mergeClasses(styles.field, cell.kind === "text" && styles.wide, cell.kind === "yesNo" && styles.choice)} label={cell.label} {...(fault === undefined ? {} : { validationMessage: fault })}>
              <CellInput cell={cell} name={words.cell(name, cell.label)} value={typed?.cells[cell.part] ?? cell.value} isOff={isOff} onChange={(text) => onCell(cell.part, text)} />
            </Field>
          );
        })}
      </div>
      {mayNotApply && <Checkbox label={words.notApplicable} aria-label={words.notApplicableOf(name)} checked={isOff} onChange={(_event, { checked }) => onSubject(checked === true)} />}
      {faults.filter(({ part }) => !parts.has(part)).map(({ sentence }) => <p key={sentence} className={styles.fault} role="alert">✘ {sentence}</p>)}
    </>
  );
}

interface CellInputProps {
  readonly cell: EntryCell;
  readonly name: string;
  readonly value: string;
  readonly isOff: boolean;
  readonly onChange: (text: string) => void;
}

function CellInput({ cell, name, value, isOff, onChange, ...field }: CellInputProps) {
  const styles = useStyles();
  const words = useWords(entryWords);
  // The cell's name says its indicator too; the label above it stands in its row already.
  const shared = { ...field, "aria-labelledby": undefined, "aria-label": name, value: isOff ? "" : value, disabled: isOff, className: styles.input };
  if (cell.kind === "yesNo") {
    return (
      <Select {...shared} onChange={(_event, { value: chosen }) => onChange(chosen)}>
        <option value="">{words.unanswered}</option>
        <option value={typedAnswers.yes}>{words.yes}</option>
        <option value={typedAnswers.no}>{words.no}</option>
      </Select>
    );
  }
  if (cell.kind === "text") return <Textarea {...shared} resize="vertical" onChange={(_event, { value: text }) => onChange(text)} />;
  return <Input {...shared} className={mergeClasses(styles.input, styles.number)} inputMode="decimal" autoComplete="off" onChange={(_event, { value: text }) => onChange(text)} />;
}

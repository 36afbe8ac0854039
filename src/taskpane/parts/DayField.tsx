import { Field, Input, makeStyles } from "@fluentui/react-components";
import { dayFieldWords } from "#messages/pane/day-field";
import { isoDay } from "#tasks/receipts";
import { useWords } from "../language";

const useStyles = makeStyles({ field: { gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0 }, input: { minWidth: 0 } });

export interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly required?: boolean;
  readonly hint?: string;
  /** What is wrong beside the writing of the day. */
  readonly fault?: string;
}

/** A day as officers type it (17/10/2025), read back with its weekday so that day and month are never mixed up. */
export function DayField({ label, value, onChange, required = false, hint, fault }: DayFieldProps) {
  const styles = useStyles();
  const words = useWords(dayFieldWords);
  const day = isoDay(value);
  const wrong = value.trim().length >= 8 && day === null ? words.wrong : fault;
  const said = day === null ? hint : words.read(day);
  return (
    <Field className={styles.field} label={label} required={required} {...(wrong !== undefined ? { validationMessage: wrong } : said === undefined ? {} : { hint: said })}>
      <Input className={styles.input} value={value} placeholder={words.placeholder} inputMode="numeric" onChange={(_event, { value: text }) => onChange(text)} />
    </Field>
  );
}

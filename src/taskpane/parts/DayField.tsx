import { Field, Input } from "@fluentui/react-components";
import { dayFieldWords } from "#messages/pane/day-field";
import { isoDay } from "#tasks/receipts";
import { useWords } from "../language";

export interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly required?: boolean;
  readonly hint?: string;
}

/** A day as officers type it (17/10/2025), read back with its weekday so that day and month are never mixed up. */
export function DayField({ label, value, onChange, required = false, hint }: DayFieldProps) {
  const words = useWords(dayFieldWords);
  const day = isoDay(value);
  const isWrong = value.trim().length >= 8 && day === null;
  const said = day === null ? hint : words.read(day);
  return (
    <Field label={label} required={required} {...(isWrong ? { validationMessage: words.wrong } : said === undefined ? {} : { hint: said })}>
      <Input value={value} placeholder={words.placeholder} inputMode="numeric" onChange={(_event, { value: text }) => onChange(text)} />
    </Field>
  );
}

import { Field, makeStyles, Select } from "@fluentui/react-components";

const useStyles = makeStyles({ field: { gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0 }, select: { minWidth: 0 } });

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  /** Left out where a heading beside it says the same. */
  readonly isLabelShown?: boolean;
  readonly fault?: string | undefined;
}

/** One of several, in the narrowest pane: long names never widen it. */
export function Choice({ label, value, options, onChange, required = false, isLabelShown = true, fault }: ChoiceProps) {
  const styles = useStyles();
  const select = (
    <Select className={styles.select} value={value} {...(isLabelShown ? {} : { "aria-label": label })} onChange={(_event, { value: chosen }) => onChange(chosen)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </Select>
  );
  return <Field className={styles.field} required={required} {...(isLabelShown ? { label } : {})} {...(fault === undefined ? {} : { validationMessage: fault })}>{select}</Field>;
}

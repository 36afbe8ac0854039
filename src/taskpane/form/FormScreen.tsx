import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { prepareWords } from "#messages/pane/prepare";
import type { FormCheck } from "#tasks/engine/views/workbooks";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Section } from "../parts/Section";
import { SeverityTag } from "../parts/Tags";
import { useFormCheck } from "./use-form-check";

const useStyles = makeStyles({
  headline: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", paddingBottom: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

/** A school's own form, open: can it be submitted, what is wrong and where, what the office will see. */
export function FormScreen() {
  const styles = useStyles();
  const words = useWords(prepareWords).form;
  const shared = useWords(deskWords);
  const { host } = useDesk();
  const { check, faults, checkAgain } = useFormCheck();
  if (!check) return <Section title={words.title}>{faults.length === 0 ? <p>{words.checking}</p> : faults.map((fault) => <p key={fault}>{fault}</p>)}</Section>;
  const counts = words.counts(check.blanks, check.errors, check.warnings);
  return (
    <>
      <Section title={words.title}>
        <p className={styles.small}>{check.planTitle} · {check.unitName ?? words.noUnit}</p>
        <MessageBar intent={check.canSubmit ? "success" : "error"} layout="multiline" role="status">
          <MessageBarBody><strong>{check.canSubmit ? words.can : words.cannot}</strong>{counts === "" ? (check.canSubmit ? ` · ${words.allGood}` : "") : ` · ${counts}`}</MessageBarBody>
        </MessageBar>
        {!host.abilities.liveCheck && <div><Button onClick={checkAgain}>{shared.checkAgain}</Button></div>}
        {check.deadline !== null && <p className={styles.small}>{words.deadline(check.deadline)}</p>}
        {check.fileName !== null && <p className={styles.small}>{words.fileName(check.fileName)}</p>}
        <p className={styles.small}>{words.checksum(check.checksum)}</p>
      </Section>
      <Problems check={check} />
      <Rows check={check} />
      {check.rehearsal.length > 0 && <Section title={words.rehearsal}><ul className={styles.list}>{check.rehearsal.map((line) => <li key={line}>{line}</li>)}</ul></Section>}
    </>
  );
}

function Problems({ check: { problems } }: { readonly check: FormCheck }) {
  const styles = useStyles();
  const words = useWords(prepareWords).form;
  const { host } = useDesk();
  const shown = problems.filter(({ severity }) => severity !== "info");
  if (shown.length === 0) return null;
  return (
    <Section title={words.problems(shown.length)}>
      <ul className={styles.list}>
        {shown.map(({ id, severity, sentence, sheet, cell }) => (
          <li key={id} className={styles.item}>
            <span><SeverityTag severity={severity} /> {sentence}</span>
            {sheet !== null && cell !== null && <span><Button size="small" aria-label={words.toCellOf(`${sheet} ${cell}`)} onClick={() => void host.select({ sheet, cell: cell.split(",")[0] ?? cell })}>{words.toCell} {cell}</Button></span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Rows({ check: { rows } }: { readonly check: FormCheck }) {
  const styles = useStyles();
  const words = useWords(prepareWords).form;
  const { host } = useDesk();
  return (
    <Section title={words.rows}>
      <ul className={styles.list}>
        {rows.map(({ indicator, name, figure, status, sheet, cell }) => (
          <li key={indicator} className={styles.item}>
            <div className={styles.row}>
              <span>{name}</span>
              {sheet !== null && cell !== null && <Button size="small" appearance="transparent" aria-label={words.toCellOf(name)} onClick={() => void host.select({ sheet, cell })}>{cell}</Button>}
            </div>
            <span className={styles.small}>{words.status[status]}{figure === "" ? "" : ` · ${figure}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

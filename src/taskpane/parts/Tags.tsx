import { Badge, makeStyles } from "@fluentui/react-components";
import type { Verdict } from "#domain/figure";
import type { LedgerState, CoverageState } from "#domain/ledger-types";
import type { Severity } from "#domain/problem";
import { deskWords } from "#messages/pane/desk";
import { useWords } from "../language";

const useStyles = makeStyles({ tag: { whiteSpace: "nowrap" } });

type Colour = "success" | "danger" | "warning" | "informative" | "subtle";
interface Look {
  readonly sign: string;
  readonly colour: Colour;
}

const VERDICTS: Readonly<Record<Verdict, Look>> = { met: { sign: "✔", colour: "success" }, notMet: { sign: "✘", colour: "danger" }, undecided: { sign: "?", colour: "informative" } };
const SEVERITIES: Readonly<Record<Severity, Look>> = { error: { sign: "✘", colour: "danger" }, warning: { sign: "⚠", colour: "warning" }, info: { sign: "ℹ", colour: "informative" } };
const STATES: Readonly<Record<LedgerState, Look>> = {
  accepted: { sign: "✔", colour: "success" }, acceptedWithWarnings: { sign: "✔", colour: "success" }, returned: { sign: "↩", colour: "danger" }, awaitingDecision: { sign: "⚖", colour: "warning" },
  unknownUnit: { sign: "?", colour: "warning" }, superseded: { sign: "○", colour: "subtle" }, identicalCopy: { sign: "=", colour: "subtle" }, notThisForm: { sign: "○", colour: "subtle" },
  notExpected: { sign: "○", colour: "subtle" }, unreadable: { sign: "✘", colour: "danger" },
};
const COVERAGE: Readonly<Record<CoverageState, Look>> = {
  onTime: { sign: "✔", colour: "success" }, late: { sign: "◷", colour: "warning" }, dateUnknown: { sign: "?", colour: "informative" }, missing: { sign: "○", colour: "danger" }, notDue: { sign: "◌", colour: "subtle" },
};

/** A state as sign and word: never by colour alone. */
function Tag({ look: { sign, colour }, text }: { readonly look: Look; readonly text: string }) {
  const styles = useStyles();
  return <Badge className={styles.tag} appearance="tint" color={colour}><span aria-hidden>{sign}&nbsp;</span>{text}</Badge>;
}

export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  return <Tag look={VERDICTS[verdict]} text={useWords(deskWords).verdicts[verdict]} />;
}

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  return <Tag look={SEVERITIES[severity]} text={useWords(deskWords).severities[severity]} />;
}

export function StateTag({ state }: { readonly state: LedgerState }) {
  return <Tag look={STATES[state]} text={useWords(deskWords).states[state]} />;
}

/** Beside the state: something came, not all of it (nộp thiếu). */
export function PartialTag() {
  return <Tag look={{ sign: "◐", colour: "warning" }} text={useWords(deskWords).partial} />;
}

export function CoverageTag({ state }: { readonly state: CoverageState }) {
  return <Tag look={COVERAGE[state]} text={useWords(deskWords).coverage[state]} />;
}

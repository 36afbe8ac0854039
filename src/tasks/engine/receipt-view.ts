/** What became of the files (kết quả nhận file). */
import type { LedgerEntry, LedgerState } from "#domain/ledger-types";
import { severity, type Severity } from "#domain/problem";
import { sentenceOf } from "#messages/problems";
import { fileKey } from "../intake";
import { unitName, type Desk, type Session } from "./session";
import type { IntakeSummary, ReceiptRow, ScreenState } from "./views/receiving";

/** The five states on screen for the ledger's ten. */
export const screenStates: Readonly<Record<LedgerState, ScreenState>> = {
  accepted: "accepted", acceptedWithWarnings: "accepted", returned: "returned", awaitingDecision: "decision", unknownUnit: "decision",
  superseded: "notCounted", identicalCopy: "notCounted", notThisForm: "notCounted", notExpected: "notCounted", unreadable: "unreadable",
};

/** Files that have nothing to do with any plan: counted on screen, never named in the book. */
const UNRELATED: ReadonlySet<string> = new Set(["not-a-form", "file-is-lock", "file-not-a-workbook"]);

export function isUnrelated({ submissions, problems }: LedgerEntry): boolean {
  return submissions.length === 0 && problems.length > 0 && problems.every(({ code }) => UNRELATED.has(code));
}

const graver: readonly Severity[] = ["error", "warning", "info"];

export function receiptRows(session: Session, { language }: Desk): ReceiptRow[] {
  return session.report.ledger.map((entry): ReceiptRow => {
    const problems = [...entry.problems, ...entry.submissions.flatMap((one) => one.problems)].filter((found, index, all) => all.indexOf(found) === index);
    const gravest = graver.map((level) => problems.find((found) => severity(found) === level)).find((found) => found !== undefined);
    const key = fileKey(entry.path, entry.sha256);
    return {
      key, path: entry.path, state: entry.state, group: screenStates[entry.state], receivedOn: entry.receivedOn,
      units: entry.submissions.map(({ unit, state, content, submission }) => ({
        code: unit, state, content, name: unit === null ? submission.unit.name ?? submission.unit.code ?? "" : unitName(session, unit),
      })),
      errors: problems.filter((found) => severity(found) === "error").length,
      warnings: problems.filter((found) => severity(found) === "warning").length,
      sentence: gravest ? sentenceOf(gravest, language) : "",
      isNew: session.latest.has(key),
    };
  });
}

/** The last intake in numbers that add up to the files chosen. */
export function intakeSummary(session: Session, desk: Desk, keys: ReadonlySet<string>, wasCancelled: boolean): IntakeSummary {
  const entries = session.report.ledger.filter(({ path, sha256 }) => keys.has(fileKey(path, sha256)));
  const states: Partial<Record<LedgerState, number>> = {};
  const groups: Record<ScreenState, number> = { accepted: 0, returned: 0, decision: 0, notCounted: 0, unreadable: 0 };
  for (const { state } of entries) {
    states[state] = (states[state] ?? 0) + 1;
    groups[screenStates[state]] += 1;
  }
  return {
    files: entries.length, states, groups, wasCancelled,
    unrelated: entries.filter(isUnrelated).length,
    elsewhere: [...session.elsewhere].map(([id, files]) => {
      const [plan = "", stage = "summary"] = id.split("|");
      const known = desk.library.plans.find((one) => one.id === plan);
      return { plan, stage: stage as IntakeSummary["elsewhere"][number]["stage"], title: known?.shortTitle ?? plan, files: files.length, isKnown: known !== undefined };
    }),
    datesUnknown: entries.filter(({ receivedOn, submissions }) => receivedOn === null && submissions.some(({ unit }) => unit !== null)).length,
  };
}

/**
 * Files that came in after the figures were frozen (sau chốt): they wait, and the figures stay what was signed,
 * until an officer reopens that snapshot with a reason, or freezes anew at a later day.
 */
import type { Decision, LedgerEntry, LedgerState } from "./ledger-types";
import { problem } from "./problem";
import type { BookState, KeptFile, Snapshot } from "./report";
import { lastSnapshot } from "./snapshot-figures";

export interface AfterFreeze {
  readonly snapshot: string;
  /** Files that wait. */
  readonly files: ReadonlySet<KeptFile>;
}

/** What waits behind the last snapshot; `null` where nothing is frozen, nothing came later, or it was reopened. */
export function afterFreeze({ files, snapshots, decisions }: Pick<BookState, "files" | "snapshots" | "decisions">): AfterFreeze | null {
  const last = lastSnapshot(snapshots);
  if (!last || isReopened(last, decisions)) return null;
  const late = files.filter(({ receivedOn, reading }) => receivedOn !== null && receivedOn > last.on && reading.kind === "submissions");
  return late.length > 0 ? { snapshot: last.name, files: new Set(late) } : null;
}

/** Reopening needs a reason; one without is none. */
function isReopened({ name, on }: Snapshot, decisions: readonly Decision[]): boolean {
  return decisions.some((decision) => decision.action === "reopen" && decision.snapshot.trim() === name.trim() && decision.reason.trim() !== "" && decision.on >= on);
}

const WAITING: Readonly<Partial<Record<LedgerState, LedgerState>>> = { accepted: "awaitingDecision", acceptedWithWarnings: "awaitingDecision" };

/** The ledger with the waiting files named; a file that would not count anyway keeps its own state. */
export function withWaiting(ledger: readonly LedgerEntry[], waiting: AfterFreeze): LedgerEntry[] {
  const keys = new Set([...waiting.files].map(({ path, sha256 }) => `${sha256}|${path}`));
  return ledger.map((entry) => (keys.has(`${entry.sha256}|${entry.path}`) ? {
    ...entry,
    state: WAITING[entry.state] ?? entry.state,
    problems: [...entry.problems, problem("after-freeze", { file: entry.path }, { snapshot: waiting.snapshot })],
    submissions: entry.submissions.map((one) => ({ ...one, state: WAITING[one.state] ?? one.state })),
  } : entry));
}

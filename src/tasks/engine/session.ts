/** One open book in the engine (phiên làm việc): what it keeps, what it comes to, and the way back. */
import { aggregate } from "#domain/aggregate";
import type { AwardLayout } from "#domain/award-layout";
import type { FormTemplate } from "#domain/form";
import type { Plan } from "#domain/plan";
import type { Problem } from "#domain/problem";
import type { BookState, Report } from "#domain/report";
import type { ReportTemplate } from "#domain/report-template";
import type { Roster } from "#domain/unit";
import type { Language } from "#messages/problems";
import type { OfferedFile } from "./contract";
import type { IntakeSummary } from "./views/receiving";

/** What the product brings along: plans, the common parts of forms, the sample district. */
export interface Library {
  readonly plans: readonly Plan[];
  readonly template: FormTemplate;
  readonly reportTemplate: ReportTemplate;
  readonly awardLayout: AwardLayout;
  readonly sampleRoster: Roster;
}

/** What every view needs beside its session. */
export interface Desk {
  readonly library: Library;
  language: Language;
}

export interface Session {
  readonly id: string;
  state: BookState;
  report: Report;
  asOf: string;
  treeDate: string;
  /** The file the book was opened from: sheets that are not ours stay in it byte for byte. */
  file: Uint8Array | null;
  /** The office or unit chosen on the report sheet; `null`: the top. */
  node: string | null;
  /** Found in the book itself when it was opened: figures typed over, half-typed lines. */
  bookProblems: readonly Problem[];
  lastIntake: IntakeSummary | null;
  /** Files of the last intake, by path and fingerprint. */
  latest: ReadonlySet<string>;
  /** Files of another plan or stage that an intake met, by `plan|stage`. */
  elsewhere: Map<string, OfferedFile[]>;
  /** What the last `book()` was made of, and what the open workbook's sheets say; null where nothing was written yet. */
  offered: BookState | null;
  written: BookState | null;
  /** States to go back to, the latest last. */
  readonly history: BookState[];
  revision: number;
}

const MOST_STEPS_BACK = 50;

export interface Opening {
  readonly state: BookState;
  readonly asOf: string;
  readonly treeDate: string;
  readonly file?: Uint8Array | null;
  readonly problems?: readonly Problem[];
}

export function newSession({ state, asOf, treeDate, file = null, problems = [] }: Opening): Session {
  return {
    id: sessionId(state.plan.id, state.stage), state, asOf, treeDate, file, node: null, bookProblems: problems,
    report: aggregate(state, { asOf, treeDate }),
    lastIntake: null, latest: new Set(), elsewhere: new Map(), offered: null, written: null, history: [], revision: 1,
  };
}

export function sessionId(plan: string, stage: string): string {
  return `${plan}|${stage}`;
}

/** Judges again after a change; the state before it can be gone back to. */
export function change(session: Session, state: BookState, { undoable = true }: { readonly undoable?: boolean } = {}): void {
  if (undoable) {
    session.history.push(session.state);
    if (session.history.length > MOST_STEPS_BACK) session.history.shift();
  }
  session.state = state;
  judgeAgain(session);
}

export function judgeAgain(session: Session): void {
  const { asOf, treeDate } = session;
  session.report = aggregate(session.state, { asOf, treeDate });
  session.revision += 1;
}

/** Everything that is wrong: in the book itself, then in files, figures and totals. */
export function problemsOf({ bookProblems, report }: Session): readonly Problem[] {
  return [...bookProblems, ...report.problems];
}

export function unitName({ state }: Session, code: string): string {
  return state.roster.units.find((unit) => unit.code === code)?.name ?? code;
}

export function indicatorName({ state }: Session, code: string): string {
  const indicator = state.plan.indicators.find((one) => one.code === code);
  return indicator?.shortName ?? indicator?.name ?? code;
}

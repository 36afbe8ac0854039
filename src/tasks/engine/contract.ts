/**
 * The engine (bộ máy): one officer's open books, with everything the screens can ask of them and do to them. It lives in
 * a worker (or, in tests, beside the caller) and holds the only copy of the figures; it touches no Excel, no
 * disk and no screen. The clock is the caller's: every opening states today's day. What the screens show (`views/`) are plain
 * values, small enough to be posted; words that depend on the language are added by the screens, except sentences about
 * problems and figures as text.
 */
import type { Language } from "#messages/problems";
import type { WorkbookSnapshot } from "#domain/snapshot";
import type { Decision } from "#domain/ledger-types";
import type { Plan, PlanAnswers, Stage } from "#domain/plan";
import type { WorkbookContent } from "#domain/sheet-content";
import type { Roster } from "#domain/unit";
import type { ReviewGroup } from "../next-plan";
import type { CoverageView, UnitDetail } from "./views/coverage";
import type { EntryOutcome, EntrySheet, TypedRow } from "./views/entry";
import type { Overview } from "./views/overview";
import type { OpenPointView, PlanCard, Recognised, RosterLine, RosterProposal } from "./views/preparing";
import type { ProblemPage, ProblemQuery } from "./views/problems";
import type { ArrivalView, DecisionCase, IntakeSummary, ReceiptRow } from "./views/receiving";
import type { NodeLine, ReportView, SourcesView } from "./views/report";
import type { FormCheck, MadeWorkbook } from "./views/workbooks";

/** A file as the officer chose it. In the pane a `File`; in tests anything that gives bytes. */
export interface OfferedFile {
  readonly path: string;
  readonly body: Blob | Uint8Array;
}

/** What may go along with a long call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: "making" | "reading" | "rollingUp" | "writing";
  readonly done: number;
  readonly total: number;
  /** The file in hand. */
  readonly what: string;
}

/** A text in a cell, counted from 0. */
export interface TextAt {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Ends as a value, or as sentences saying what is wrong (in the session's language). */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly string[] };

export interface NewBook {
  readonly plan: string;
  readonly stage: Stage;
  readonly roster: readonly RosterLine[];
  /** The roster the lines came from, whole. */
  readonly base?: Roster | undefined;
  readonly office: string;
  readonly answers: PlanAnswers;
  readonly today: string;
}

/** When files arrived: all the same day, all in time, or as a pasted table of file (or unit) and day. */
export type Arrival =
  | { readonly all: string }
  | { readonly onTime: true }
  | { readonly table: string }
  | { readonly file: string; readonly day: string };

export interface Engine {
  /** The language of sentences from now on. */
  speak(language: Language): Promise<void>;

  // Plans and preparing (chuẩn bị)
  plans(): Promise<PlanCard[]>;
  plan(id: string): Promise<Plan>;
  openPoints(plan: string, answers: PlanAnswers): Promise<OpenPointView[]>;
  /** From a pasted column (or table) of names, a workbook with a table of units, another book, or the book in front. */
  proposeRoster(source: { readonly text: string } | { readonly file: OfferedFile } | { readonly book: true }, office: string): Promise<RosterProposal>;
  checkRoster(lines: readonly RosterLine[], office: string, base?: Roster): Promise<RosterProposal>;
  /** Adds a plan from a plan sheet or JSON file. */
  addPlan(file: OfferedFile): Promise<Answer<PlanCard>>;
  /** Next year's plan from this one (nhân bản cho năm sau), so many years on; with this year's answers as far as they hold. */
  nextPlan(plan: string, answers: PlanAnswers, years: number): Promise<Answer<{ card: PlanCard; answers: PlanAnswers }>>;
  /** What to look at in a plan made so; empty for any other. */
  planReview(plan: string): Promise<ReviewGroup[]>;
  planSheet(plan: string): Promise<Answer<MadeWorkbook>>;

  // Opening
  recognise(workbook: WorkbookSnapshot): Promise<Recognised>;
  /** The same of a file, as it is shown; the one shown last is not read again. */
  recogniseFile(file: Uint8Array): Promise<Recognised>;
  startBook(book: NewBook): Promise<Answer<Overview>>;
  /**
   * `null`: the workbook recognised last, so that a million cells are not sent twice. `keepsOwn`: the book in front holds more than
   * its sheets do (they could not be written); both are kept.
   */
  openBook(workbook: WorkbookSnapshot | null, file: Uint8Array | null, today: string, keepsOwn?: boolean): Promise<Answer<Overview>>;
  /** The sample district's book, still empty, and the files its schools sent. */
  startSample(today: string, options?: CallOptions): Promise<{ overview: Overview; files: OfferedFile[]; receipts: string }>;
  /** Books held at present; files of several plans and stages go each to its own. */
  books(): Promise<readonly { id: string; title: string; stage: Stage; isOpen: boolean }[]>;
  switchTo(book: string): Promise<Answer<Overview>>;

  // Taking in (nhận file)
  takeIn(files: readonly OfferedFile[], arrival: Arrival | null, options?: CallOptions): Promise<IntakeSummary>;
  /** Files of another plan or stage that an intake met, taken into their own book with this one's roster. */
  takeInElsewhere(plan: string, stage: Stage): Promise<Answer<Overview>>;
  receipt(): Promise<ReceiptRow[]>;
  problems(query: ProblemQuery): Promise<ProblemPage>;
  arrivals(): Promise<ArrivalView>;
  setArrival(arrival: Arrival): Promise<Answer<Overview>>;
  /** Receipt and problems as a workbook to keep or send. */
  exportReceipt(): Promise<MadeWorkbook>;

  // What it comes to
  overview(): Promise<Overview>;
  setDays(days: { readonly asOf: string; readonly treeDate?: string }): Promise<Overview>;
  coverage(milestone?: string): Promise<CoverageView>;
  unit(code: string): Promise<UnitDetail>;
  nodes(): Promise<NodeLine[]>;
  report(node?: string): Promise<ReportView>;
  sources(node: string, indicator: string): Promise<SourcesView | null>;
  /** The figure under a cell of our sheets, if there is one. `around`: the texts of its row and of the top of its sheet. */
  sourcesAt(sheet: string, cell: string, around: readonly TextAt[]): Promise<SourcesView | null>;
  /** Text to paste into the group's chat: to one unit, the units of one office, or all that are missing. */
  reminder(to: { readonly unit: string } | { readonly office: string } | { readonly all: true }, milestone: string | undefined, now: string): Promise<string>;

  /** A reminder for each unit that is out, one a line, for a mail merge. */
  reminders(milestone: string | undefined, now: string): Promise<{ fileName: string; file: Uint8Array; count: number }>;
  /** A returned report to be put right (phiếu trả lại), and the message that goes with it. */
  slip(unit: string): Promise<Answer<{ fileName: string; file: Uint8Array; message: string }>>;
  /** Slips and messages for everybody whose report was returned, in folders by office, as a zip. */
  slips(options?: CallOptions): Promise<Answer<{ fileName: string; file: Uint8Array; count: number }>>;

  // The officer's decisions
  decisions(): Promise<DecisionCase[]>;
  decide(decision: Decision): Promise<Answer<Overview>>;
  entrySheet(unit: string): Promise<EntrySheet>;
  /** Entry on behalf (nhập thay đơn vị): from paper, scan or telephone. */
  enter(entry: { readonly unit: string; readonly document: string; readonly date: string; readonly by: string; readonly receivedOn?: string; readonly rows: readonly TypedRow[] }): Promise<EntryOutcome>;
  /** The unit's own figure counts again. */
  dropCorrection(unit: string, indicator: string): Promise<Answer<Overview>>;
  correct(unit: string, row: TypedRow, reason: string): Promise<EntryOutcome>;
  extend(extension: { readonly unit: string; readonly milestone: string; readonly until: string; readonly document?: string }): Promise<Answer<Overview>>;
  /** The office's own date (hạn nội bộ) for those below; never shown as the plan's. */
  setDue(milestone: string, day: string | null): Promise<Answer<Overview>>;
  tickDocument(milestone: string, document: string, unit: string, text: string): Promise<void>;
  note(unit: string, text: string): Promise<void>;
  answer(answers: PlanAnswers): Promise<Answer<Overview>>;
  freeze(snapshot: { readonly name: string; readonly by: string }): Promise<Answer<Overview>>;
  reopen(reason: string, by: string): Promise<Answer<Overview>>;
  /** Undoes the last decision, entry, correction or setting made here; false where there is none. */
  undo(): Promise<boolean>;

  // Workbooks out
  commonForm(stage: Stage): Promise<Answer<MadeWorkbook>>;
  unitForm(unit: string, stage: Stage): Promise<Answer<MadeWorkbook>>;
  /** One form a unit, in folders by office, as a zip. */
  unitForms(stage: Stage, options?: CallOptions): Promise<Answer<{ fileName: string; file: Uint8Array; count: number }>>;
  book(options?: CallOptions): Promise<Answer<MadeWorkbook>>;
  /** The open workbook's sheets now say what `book` gave. */
  bookStands(): Promise<void>;
  /** A copy for one office alone. `withoutNames`: people become numbers in it. */
  nodeBook(node: string, withoutNames?: boolean): Promise<Answer<MadeWorkbook>>;
  /** The annexes of an office's report as a workbook, with charts. */
  annexBook(node: string, withoutNames?: boolean): Promise<Answer<{ fileName: string; file: Uint8Array }>>;
  /** The report of one office as a Word document. */
  wordReport(node: string, withoutNames?: boolean): Promise<Answer<{ fileName: string; file: Uint8Array }>>;

  /** The book as it is sent to the office above. */
  exportUp(): Promise<{ fileName: string; file: Uint8Array; isFrozen: boolean }>;
  /** One book for each office below, and one with the rest, as a zip (bàn giao). */
  handover(options?: CallOptions): Promise<Answer<{ fileName: string; file: Uint8Array; count: number }>>;
  /** Figures of an earlier stage's book or last year's, to stand beside these; `told`: what has no place here. */
  takeFormer(file: OfferedFile): Promise<Answer<{ readonly label: string; readonly told: readonly string[] }>>;
  /** What the office wrote in a Word report of this book, taken back; `edits`: what else was changed there, which is not taken. */
  takeWords(file: OfferedFile): Promise<Answer<{ readonly taken: number; readonly edits: readonly string[] }>>;
  /** Nominations of all units in the layout of an award-management program; `uncoded`: what has no code there. */
  awardList(withoutNames?: boolean): Promise<{ fileName: string; file: Uint8Array; count: number; uncoded: readonly string[] }>;

  /** A file as sheets to show, and sheets as a file: the heavy work of the browser edition. */
  shown(file: Uint8Array): Promise<WorkbookContent>;
  written(content: WorkbookContent): Promise<Uint8Array>;

  // A school's own form
  checkForm(workbook: WorkbookSnapshot, file: string, today: string): Promise<Answer<FormCheck>>;
}

/** Names of all methods: the worker's door and the caller's proxy are made from this list. */
export const engineMethods = [
  "speak", "plans", "plan", "openPoints", "proposeRoster", "checkRoster", "addPlan", "nextPlan", "planReview", "planSheet", "recognise", "recogniseFile", "startBook", "openBook", "startSample",
  "books", "switchTo", "takeIn", "takeInElsewhere", "receipt", "problems", "arrivals", "setArrival", "exportReceipt", "overview", "setDays", "coverage",
  "unit", "nodes", "report", "sources", "sourcesAt", "reminder", "decisions", "decide", "entrySheet", "enter", "correct", "dropCorrection", "extend", "setDue",
  "tickDocument", "note", "answer", "freeze", "reopen", "undo", "commonForm", "unitForm", "unitForms", "book", "bookStands", "nodeBook", "wordReport", "annexBook", "shown", "written", "checkForm",
  "reminders", "slip", "slips", "awardList", "takeWords", "exportUp", "handover", "takeFormer",
] as const satisfies readonly (keyof Engine)[];

/** Preparing and opening (chuẩn bị, mở sổ). */
import type { Plan } from "#domain/plan";
import { choicesIn } from "../book-file";
import { mergeStates } from "#domain/merge-states";
import type { BookState } from "#domain/report";
import { readBookSnapshot } from "#workbook/book/read-book";
import { readRosterSheet } from "#workbook/read/read-roster-sheet";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { sentenceOf } from "#messages/problems";
import { planWithAnswers } from "../plan-answers";
import { makeSample, type Sample } from "../sample/make-sample";
import { bringForward, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import type { OfferedFile } from "./contract";
import { bytesOf } from "./offered-bytes";
import { overviewOf } from "./overview";
import { addPlan, planOf } from "./planning";
import { recogniseWorkbook } from "./recognise";
import { checkLines, proposeFromRoster, proposeFromText, rosterOfLines } from "./roster-proposal";
import { newSession, sessionId, type Library } from "./session";

const SAMPLE_PLAN = "ben-tre-2024-2025";
const SAMPLE_SEED = 7;

type Preparing = Part<"speak" | "proposeRoster" | "checkRoster" | "recognise" | "startBook" | "openBook" | "startSample" | "books" | "switchTo">;

export function preparing(bench: Bench): Preparing {
  const { desk, sessions } = bench;
  return {
    speak(language) {
      desk.language = language;
    },
    async proposeRoster(source, office) {
      if ("text" in source) return proposeFromText(source.text, office, desk.language);
      const read = readSnapshot(await bytesOf(source.file), source.file.path);
      const roster = read.ok ? readRosterSheet(read.snapshot, source.file.path) : null;
      if (roster !== null) return proposeFromRoster(roster.json, office, desk.language);
      const names = read.ok ? read.snapshot.sheets.flatMap(({ cells }) => cells.flatMap(({ value }) => (value?.kind === "text" ? [value.text] : []))) : [];
      const proposal = proposeFromText(names.join("\n"), office, desk.language);
      return read.ok ? proposal : { ...proposal, faults: read.problems.map((problem) => ({ place: source.file.path, sentence: sentenceOf(problem, desk.language) })) };
    },
    checkRoster(lines, office) {
      return checkLines(lines, office, desk.language);
    },
    recognise(workbook) {
      const found = recogniseWorkbook(workbook, desk.library);
      bench.recognised = found.kind === "book" ? workbook : null;
      return found;
    },
    startBook({ plan: id, stage, roster: lines, office, answers, today }) {
      const plan = planOf(bench, id);
      if (!plan) return refused(wordsOf(bench).unknownPlan(id));
      const answered = planWithAnswers(plan, answers);
      if (!answered.ok) return refused(...answered.faults.map(({ sentence }) => sentence));
      const made = rosterOfLines(lines, office, plan.issuer.level);
      if (!made.ok) return refused(...made.faults);
      const state: BookState = { ...emptyState(plan, stage), answers, roster: made.roster };
      return taken(bringForward(bench, newSession({ state, asOf: today, treeDate: today })));
    },
    openBook(given, file, today, keepsOwn = false) {
      const workbook = given ?? bench.recognised;
      bench.recognised = null;
      if (!workbook) return refused(wordsOf(bench).notABook);
      const read = readBookSnapshot(workbook, "");
      if (!read.ok) return refused(wordsOf(bench).notABook, ...read.problems.map((problem) => sentenceOf(problem, desk.language)));
      const { state, problems } = read;
      if (!planOf(bench, state.plan.id)) addPlan(bench, state.plan);
      const before = sessions.get(sessionId(state.plan.id, state.stage));
      // A sample stays on its own day; a real book is read as of today.
      const asOf = state.roster.sample === true ? read.asOf : today;
      const own = keepsOwn && before?.written ? mergeStates(before.written, before.state, state) : state;
      const session = newSession({ state: own, asOf, treeDate: read.treeDate, file, problems });
      session.written = state;
      session.node = choicesIn(workbook).node;
      if (before) Object.assign(session, { elsewhere: before.elsewhere, lastIntake: before.lastIntake, latest: before.latest, revision: before.revision + 1 });
      return taken(bringForward(bench, session));
    },
    async startSample(_today, options) {
      const plan = planOf(bench, SAMPLE_PLAN) ?? desk.library.plans[0];
      if (!plan) throw new Error(wordsOf(bench).unknownPlan(SAMPLE_PLAN));
      const roster = desk.library.sampleRoster;
      options?.onProgress?.({ phase: "making", done: 0, total: 1, what: roster.name });
      const sample = await sampleOf(plan, desk.library);
      const state: BookState = { ...emptyState(plan, "summary"), roster };
      const session = newSession({ state, asOf: sample.truth.asOf, treeDate: sample.truth.treeDate });
      return {
        overview: bringForward(bench, session),
        files: sample.files.map(({ path, bytes }): OfferedFile => ({ path, body: bytes })),
        receipts: sample.receipts.map(({ path, receivedOn }) => `${path}\t${receivedOn}`).join("\n"),
      };
    },
    books() {
      return [...sessions.values()].map(({ id, state }) => ({ id, title: state.plan.shortTitle, stage: state.stage, isOpen: id === bench.front }));
    },
    switchTo(book) {
      const session = sessions.get(book);
      if (!session) return refused(wordsOf(bench).unknownBook);
      bench.front = session.id;
      return taken(overviewOf(session, desk));
    },
  };
}

/** Made once: the same plan and roster give the same files. */
function sampleOf(plan: Plan, library: Library): Promise<Sample> {
  const made = samples.get(library) ?? makeSample({ plan, stage: "summary", roster: library.sampleRoster, template: library.template, seed: SAMPLE_SEED });
  samples.set(library, made);
  return made;
}

const samples = new WeakMap<Library, Promise<Sample>>();

export function emptyState(plan: Plan, stage: BookState["stage"]): Omit<BookState, "roster"> {
  return { plan, stage, answers: {}, files: [], decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} };
}

/** Opening (mở sổ): what the open workbook is, its book, the sample's; the books held side by side. */
import type { Plan } from "#domain/plan";
import { mergeStates } from "#domain/merge-states";
import type { BookState } from "#domain/report";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { sentenceOf } from "#messages/problems";
import { readBookSnapshot } from "#workbook/book/read-book";
import { snapshotOf } from "#workbook/content/plain-content";
import { choicesIn } from "../book-file";
import { makeSample, type Sample } from "../sample/make-sample";
import { bringForward, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import type { OfferedFile } from "./contract";
import { overviewOf } from "./overview";
import { addPlan, planOf } from "./planning";
import { emptyState } from "./preparing";
import { recogniseWorkbook } from "./recognise";
import { newSession, sessionId, type Library } from "./session";
import type { Recognised } from "./views/preparing";

const SAMPLE_PLAN = "ben-tre-2024-2025";
const SAMPLE_SEED = 7;

type Opening = Part<"recognise" | "recogniseFile" | "openBook" | "startSample" | "books" | "switchTo">;

export function opening(bench: Bench): Opening {
  const { desk, sessions } = bench;
  const recognise = (workbook: WorkbookSnapshot): Recognised => {
    const found = recogniseWorkbook(workbook, desk.library);
    bench.recognised = found.kind === "book" ? workbook : null;
    return found;
  };
  return {
    recognise,
    async recogniseFile(file) {
      const { shown } = bench;
      bench.shown = null;
      return recognise(snapshotOf(shown && isSame(shown.file, file) ? shown.content : await bench.contentOf(file)));
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

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Made once: the same plan and roster give the same files. */
function sampleOf(plan: Plan, library: Library): Promise<Sample> {
  const made = samples.get(library) ?? makeSample({ plan, stage: "summary", roster: library.sampleRoster, template: library.template, seed: SAMPLE_SEED });
  samples.set(library, made);
  return made;
}

const samples = new WeakMap<Library, Promise<Sample>>();

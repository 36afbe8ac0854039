/** Preparing (chuẩn bị): the roster, the book begun. */
import type { Plan } from "#domain/plan";
import { contactsOf, withContacts } from "#domain/contacts";
import type { BookState, Report } from "#domain/report";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { STATE_SHEET } from "#workbook/book/own-sheets";
import { readBookSnapshot } from "#workbook/book/read-book";
import { readRosterSheet } from "#workbook/read/read-roster-sheet";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { sentenceOf } from "#messages/problems";
import { reportOf } from "../book-file";
import { planWithAnswers } from "../plan-answers";
import { bringForward, frontOf, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import { bytesOf } from "./offered-bytes";
import { planOf } from "./planning";
import { checkLines, proposeFromBook, proposeFromRoster, proposeFromText, rosterOfLines } from "./roster-proposal";
import { newSession } from "./session";

type Preparing = Part<"speak" | "proposeRoster" | "checkRoster" | "startBook">;

export function preparing(bench: Bench): Preparing {
  const { desk } = bench;
  return {
    speak(language) {
      desk.language = language;
    },
    async proposeRoster(source, office) {
      if ("book" in source) return proposeFromBook(withContacts(frontOf(bench).state.roster, contactsOf(frontOf(bench).report)), desk.language);
      if ("text" in source) return proposeFromText(source.text, office, desk.language);
      const read = readSnapshot(await bytesOf(source.file), source.file.path);
      const book = read.ok ? bookIn(read.snapshot) : null;
      if (book) return proposeFromBook(withContacts(book.state.roster, contactsOf(book)), desk.language);
      const roster = read.ok ? readRosterSheet(read.snapshot, source.file.path) : null;
      if (roster !== null) return proposeFromRoster(roster.json, office, desk.language);
      const names = read.ok ? read.snapshot.sheets.flatMap(({ cells }) => cells.flatMap(({ value }) => (value?.kind === "text" ? [value.text] : []))) : [];
      const proposal = proposeFromText(names.join("\n"), office, desk.language);
      return read.ok ? proposal : { ...proposal, faults: read.problems.map((problem) => ({ place: source.file.path, sentence: sentenceOf(problem, desk.language) })) };
    },
    checkRoster(lines, office, base) {
      return checkLines(lines, office, desk.language, base);
    },
    startBook({ plan: id, stage, roster: lines, base, office, answers, today }) {
      const plan = planOf(bench, id);
      if (!plan) return refused(wordsOf(bench).unknownPlan(id));
      const answered = planWithAnswers(plan, answers);
      if (!answered.ok) return refused(...answered.faults.map(({ sentence }) => sentence));
      const made = rosterOfLines(lines, office, plan.issuer.level, base);
      if (!made.ok) return refused(...made.faults);
      const state: BookState = { ...emptyState(plan, stage), answers, roster: made.roster };
      return taken(bringForward(bench, newSession({ state, asOf: today, treeDate: today })));
    },
  };
}

/** A book among the officer's files, for its list of units. */
function bookIn(workbook: WorkbookSnapshot): Report | null {
  if (!workbook.sheets.some(({ name }) => name === STATE_SHEET)) return null;
  const read = readBookSnapshot(workbook, "");
  return read.ok ? reportOf(read.state, read) : null;
}

export function emptyState(plan: Plan, stage: BookState["stage"]): Omit<BookState, "roster"> {
  return { plan, stage, answers: {}, files: [], decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} };
}

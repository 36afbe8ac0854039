/** Preparing (chuẩn bị): the roster, the book begun. */
import type { Plan } from "#domain/plan";
import type { BookState } from "#domain/report";
import { readRosterSheet } from "#workbook/read/read-roster-sheet";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { sentenceOf } from "#messages/problems";
import { planWithAnswers } from "../plan-answers";
import { bringForward, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import { bytesOf } from "./offered-bytes";
import { planOf } from "./planning";
import { checkLines, proposeFromRoster, proposeFromText, rosterOfLines } from "./roster-proposal";
import { newSession } from "./session";

type Preparing = Part<"speak" | "proposeRoster" | "checkRoster" | "startBook">;

export function preparing(bench: Bench): Preparing {
  const { desk } = bench;
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
  };
}

export function emptyState(plan: Plan, stage: BookState["stage"]): Omit<BookState, "roster"> {
  return { plan, stage, answers: {}, files: [], decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} };
}

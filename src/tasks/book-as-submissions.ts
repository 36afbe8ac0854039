/**
 * A Phòng's book taken in by the Sở: the submissions of its schools and the Phòng's own row, with the
 * Phòng's corrections in place. A school's own file and its row here are then two submissions of one unit.
 */
import { aggregate } from "#domain/aggregate";
import { toText, type Exact } from "#domain/exact";
import { rowsOfIndicator } from "#domain/form";
import type { Correction, EnteredReport } from "#domain/ledger-types";
import type { Plan, Stage } from "#domain/plan";
import { problem } from "#domain/problem";
import type { BookState } from "#domain/report";
import type { FileReading, PartKey, Reading, ReadValue, Submission } from "#domain/submission";
import { isBook, readBook } from "#workbook/book/read-book";

export { isBook as looksLikeBook };

/** Reads a book as submissions; a book of another plan or stage is named as such. */
export function bookAsReading(bytes: Uint8Array, path: string, { plan, stage }: { plan: Plan; stage: Stage }): FileReading {
  const book = readBook(bytes);
  if (!book.ok) return { kind: "unreadable", problems: book.problems };
  const { state } = book;
  if (state.plan.id !== plan.id) {
    return { kind: "notThisForm", problems: [problem("other-plan", { file: path }, { found: state.plan.id, expected: plan.id })] };
  }
  if (state.stage !== stage) {
    return { kind: "notThisForm", problems: [problem("other-stage", { file: path }, { found: state.stage, expected: stage })] };
  }
  return { kind: "submissions", submissions: submissionsOfBook(state, book), problems: book.problems };
}

/** What counts in that book on its own day: accepted submissions with its corrections, and reports its officer typed in. */
export function submissionsOfBook(state: BookState, { asOf, treeDate }: { readonly asOf: string; readonly treeDate: string }): Submission[] {
  const report = aggregate(state, { asOf, treeDate });
  const accepted = report.ledger.flatMap(({ path, submissions }) => submissions
    .filter(({ unit, state: outcome }) => unit !== null && (outcome === "accepted" || outcome === "acceptedWithWarnings"))
    .map(({ unit, submission }) => corrected(fromFile(submission, path), state, unit ?? "")));
  return [...accepted, ...state.entered.map((entered) => typedIn(entered, state))];
}

/** Every reading keeps its way back to the school's own file: `<file> › <sheet>`. */
function fromFile(submission: Submission, path: string): Submission {
  const parts = Object.entries(submission.parts).map(([key, reading]) => [key, reading && { ...reading, sheet: `${path} › ${reading.sheet}` }]);
  return { ...submission, parts: Object.fromEntries(parts) as Submission["parts"] };
}

function corrected(submission: Submission, state: BookState, unit: string): Submission {
  const corrections = state.corrections.filter((correction) => correction.unit === unit && correction.reason.trim() !== "");
  if (corrections.length === 0) return submission;
  const parts: Partial<Record<PartKey, Reading>> = { ...submission.parts };
  for (const correction of corrections) Object.assign(parts, readingsOf(correction, state.plan, state.stage));
  return { ...submission, parts };
}

function typedIn(entered: EnteredReport, state: BookState): Submission {
  const parts: Partial<Record<PartKey, Reading>> = {};
  for (const value of entered.values) Object.assign(parts, readingsOf(value, state.plan, state.stage));
  return {
    plan: state.plan.id, planVersion: state.plan.version, stage: state.stage, scope: "own", formVersion: "1",
    unit: { code: entered.unit, name: null }, parts, sides: {}, headcounts: {}, info: {}, lists: {},
    printedChecksum: null, problems: [],
  };
}

/** A correction as the cells it replaces; its reason stands where the raw text stood. */
function readingsOf(correction: Correction, plan: Plan, stage: Stage): Partial<Record<PartKey, Reading>> {
  const indicator = plan.indicators.find(({ code }) => code === correction.indicator);
  if (!indicator) return {};
  const readings: Partial<Record<PartKey, Reading>> = {};
  for (const row of rowsOfIndicator(indicator, stage)) {
    const [main, base] = valuesOf(correction, row.moment);
    readings[`${correction.indicator}.${row.main}`] = reading(main, correction);
    if (row.base) readings[`${correction.indicator}.${row.base}`] = reading(base, correction);
  }
  return readings;
}

function valuesOf({ value }: Correction, moment: "start" | "end" | undefined): [ReadValue | null, ReadValue | null] {
  const number = (exact: Exact | null): ReadValue | null => (exact ? { kind: "number", number: exact } : null);
  switch (value.kind) {
    case "parts": return [number(value.main), number(value.base)];
    case "yesNo": return [{ kind: "yesNo", yes: value.yes }, null];
    case "text": return [{ kind: "text", text: value.text }, null];
    case "change": {
      const [n, d] = moment === "start" ? value.start : value.end;
      return [number(n), number(d)];
    }
    case "notApplicable": return [{ kind: "notApplicable" }, { kind: "notApplicable" }];
    case "notReported": return [null, null];
  }
}

function reading(value: ReadValue | null, correction: Correction): Reading {
  const raw = value?.kind === "number" ? toText(value.number) : value?.kind === "text" ? value.text : value?.kind ?? "";
  return { sheet: "", cell: "", raw: correction.reason ? `${raw} (${correction.reason})` : raw, value };
}

/**
 * A Phòng's book taken in by the Sở: the submissions of its schools and the Phòng's own row, as they count in that
 * book on its own day. What the Phòng settled stays settled: its corrections, what it typed in, what it accepted
 * provisionally. What still waits there waits here, and what it returned is seen to be returned.
 */
import { aggregate } from "#domain/aggregate";
import type { Contribution } from "#domain/figure";
import type { LedgerEntry, LedgerState, LedgerSubmission } from "#domain/ledger-types";
import type { Plan, Stage } from "#domain/plan";
import { hasError, problem } from "#domain/problem";
import type { BookState, Report } from "#domain/report";
import type { FileReading, PartKey, Reading, Submission } from "#domain/submission";
import { isBook, readBook } from "#workbook/book/read-book";
import { readingsOf } from "./figure-readings";

export { isBook as looksLikeBook };

/** Reads a book as submissions; a book of another plan or stage is named as such. */
export function bookAsReading(bytes: Uint8Array, path: string, { plan, stage }: { plan: Plan; stage: Stage }): FileReading {
  const book = readBook(bytes, path);
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

/** Everything that counts, waits or was returned in that book, unit by unit. */
export function submissionsOfBook(state: BookState, days: { readonly asOf: string; readonly treeDate: string }): Submission[] {
  const report = aggregate(state, days);
  const carried = report.ledger.flatMap((entry) => entry.submissions.flatMap((one) => carry(one, entry, report)));
  const inFiles = new Set(carried.filter(({ scope, settled }) => scope === "own" && settled !== "returned").map(({ unit }) => unit.code));
  const byUnit = new Map<string, Contribution[]>();
  for (const one of ruledBy(report)) byUnit.set(one.unit, [...(byUnit.get(one.unit) ?? []), one]);
  const ruledAlone = [...byUnit].filter(([unit, ruled]) => !inFiles.has(unit) && ruled.some(({ figure }) => figure.state !== "notReported"));
  return [...carried, ...ruledAlone.map(([unit, ruled]) => ofOfficer(unit, ruled, report))].map(({ settled, ...submission }) =>
    (settled === "byOffice" ? { ...submission, settled: true } : submission));
}

/** How a submission leaves the book. */
type Carried = Omit<Submission, "settled"> & { readonly settled: "asIs" | "byOffice" | "returned" };

const COUNTING: ReadonlySet<LedgerState> = new Set(["accepted", "acceptedWithWarnings", "awaitingDecision"]);

function carry({ unit, state, submission, problems }: LedgerSubmission, { path }: LedgerEntry, report: Report): Carried[] {
  if (unit === null || problems.some(({ code }) => code === "after-freeze")) return [];
  const traced = fromFile(submission, path);
  // Whose it is was part of why it was returned: it keeps the name it came with.
  if (state === "returned") return [{ ...traced, settled: "returned" }];
  if (!COUNTING.has(state)) return [];
  const ruled = submission.scope === "own" ? ruledBy(report).filter((one) => one.unit === unit) : [];
  const settled = ruled.length > 0 || hasError(problems) ? "byOffice" : "asIs";
  const name = report.state.roster.units.find(({ code }) => code === unit)?.name ?? null;
  return [{ ...overruled(traced, ruled, report), unit: { ...submission.unit, code: unit, name }, settled }];
}

/** Figures that the office typed in or corrected. */
function ruledBy({ contributions }: Report): readonly Contribution[] {
  return contributions.filter(({ origin }) => origin === "entered" || origin === "corrected");
}

function overruled(submission: Submission, ruled: readonly Contribution[], report: Report): Submission {
  if (ruled.length === 0) return submission;
  const indicators = new Set(ruled.map(({ indicator }) => indicator));
  return {
    ...submission, parts: { ...submission.parts, ...partsOf(ruled, report) },
    problems: submission.problems.filter(({ at }) => at.indicator === undefined || !indicators.has(at.indicator)),
  };
}

function partsOf(ruled: readonly Contribution[], { plan, state }: Report): Partial<Record<PartKey, Reading>> {
  return Object.assign({}, ...ruled.map((one) => {
    const indicator = plan.indicators.find(({ code }) => code === one.indicator);
    return indicator ? readingsOf(one, indicator, state.stage) : {};
  })) as Partial<Record<PartKey, Reading>>;
}

/** Every reading keeps its way back to the school's own file: `<file> › <sheet>`. */
function fromFile(submission: Submission, path: string): Submission {
  const parts = Object.entries(submission.parts).map(([key, reading]) => [key, reading && { ...reading, sheet: `${path} › ${reading.sheet}` }]);
  return { ...submission, parts: Object.fromEntries(parts) as Submission["parts"] };
}

/** A unit of which the office has figures but no file that counts. */
function ofOfficer(unit: string, ruled: readonly Contribution[], report: Report): Carried {
  const { state } = report;
  return {
    plan: state.plan.id, planVersion: state.plan.version, stage: state.stage, scope: "own", formVersion: "1",
    unit: { code: unit, name: state.roster.units.find(({ code }) => code === unit)?.name ?? null },
    parts: partsOf(ruled, report), sides: {}, headcounts: {}, info: {}, lists: {}, printedChecksum: null, problems: [], settled: "byOffice",
  };
}

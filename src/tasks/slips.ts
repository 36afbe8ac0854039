/**
 * Return slips (phiếu trả lại): for every unit whose report was returned a workbook it can just open, its own figures in
 * a fresh form, what is wrong marked, noted and listed. What is listed is what the reader finds in that very workbook,
 * so that putting it right makes it accepted.
 */
import { judgingOf } from "#domain/aggregate";
import { decisionsOf } from "#domain/decisions";
import type { FormTemplate } from "#domain/form";
import type { LedgerState, LedgerSubmission } from "#domain/ledger-types";
import { severity, type ProblemCode } from "#domain/problem";
import { receiveAll, type Judging } from "#domain/received";
import type { KeptFile, Report } from "#domain/report";
import { addressOf } from "#domain/snapshot";
import type { FileReading } from "#domain/submission";
import type { UnitCode } from "#domain/unit";
import { sentenceOf } from "#messages/problems";
import { slipWords as words } from "#messages/slip-vi";
import { packed, type Parts } from "#workbook/finish-package";
import { FormWriter } from "#workbook/form/form-mould";
import { formFileName } from "#workbook/form/write-form";
import { readFile } from "#workbook/read/read-file";
import { blanksBeside } from "#workbook/slip/blanks-beside";
import { placesOf } from "#workbook/slip/form-places";
import { markedSlip } from "#workbook/slip/mark-slip";
import { refill, rowsNeeded, type RefilledCell } from "#workbook/slip/refill";
import { refilledForm } from "#workbook/slip/refilled-form";
import { slipItems } from "#workbook/slip/slip-items";
import { stored } from "#workbook/write-zip";
import { folderOf, unique } from "./make-forms";

export interface Slip {
  readonly unit: UnitCode;
  readonly name: string;
  /** Path below the folder of slips: the parent office's name, then the file name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Text to paste beside the file. */
  readonly message: string;
  readonly errors: number;
  readonly questions: number;
}

export interface SlipsRequest {
  readonly report: Report;
  readonly template: FormTemplate;
  /** Only these units; everybody whose report was returned where it is left out. */
  readonly units?: readonly string[];
}

/** One returned submission. */
interface Returned {
  readonly unit: UnitCode;
  readonly receivedOn: string | null;
  readonly entry: LedgerSubmission;
}

/** Faults of a book in which an office sent it: not for the unit to put right. */
const OF_BOOK: ReadonlySet<ProblemCode> = new Set(["book-sheet-damaged", "book-file-lost", "roster-edit-not-taken"]);

/**
 * The code of one unit and the name of another (whose figures these are, the officer finds out first), or nothing wrong
 * but the book it came in.
 */
function isDoubtful({ problems }: LedgerSubmission): boolean {
  const errors = problems.filter((found) => severity(found) === "error");
  return errors.some(({ code }) => code === "unit-name-differs") || errors.every(({ code }) => OF_BOOK.has(code));
}

/** The latest of what each unit sent and got back, nothing of it being in use. */
export function returnedOf({ ledger }: Report): Returned[] {
  const found = new Map<string, Returned>();
  const settled = new Set<string>();
  for (const { submissions, receivedOn } of ledger) {
    for (const entry of submissions) {
      const { unit, state, submission: { scope } } = entry;
      if (unit === null) continue;
      const key = `${scope}|${unit}`;
      if (state === "accepted" || state === "acceptedWithWarnings" || state === "awaitingDecision") settled.add(key);
      const known = found.get(key);
      if (state === "returned" && !isDoubtful(entry) && (!known || (receivedOn ?? "") >= (known.receivedOn ?? ""))) found.set(key, { unit, receivedOn, entry });
    }
  }
  return [...found].flatMap(([key, one]) => (settled.has(key) ? [] : [one]));
}

/** Files that could not be used and are nobody's for certain: there is no form to send back. */
export function filesWithoutSlip({ ledger }: Report): { readonly path: string; readonly sentence: string }[] {
  const stuck: ReadonlySet<LedgerState> = new Set(["unreadable", "unknownUnit"]);
  const isStuck = (one: LedgerSubmission): boolean => stuck.has(one.state) || (one.state === "returned" && (one.unit === null || isDoubtful(one)));
  return ledger.filter(({ state, submissions }) => stuck.has(state) || submissions.some(isStuck)).map(({ path, problems, submissions }) => {
    const first = [...submissions.filter(isStuck).flatMap((one) => one.problems), ...problems].find((found) => severity(found) === "error");
    return { path, sentence: first ? sentenceOf(first) : "" };
  });
}

const AT_A_TIME = 100;

export async function* returnSlips({ report, template, units }: SlipsRequest): AsyncGenerator<Slip> {
  const returned = returnedOf(report).filter(({ unit }) => units === undefined || units.includes(unit));
  const writer = new FormWriter();
  // The form names its unit: nothing has to be decided.
  const judging: Judging = { ...judgingOf(report.state, report), decisions: decisionsOf([]) };
  const taken = new Set<string>();
  for (let from = 0; from < returned.length; from += AT_A_TIME) {
    const begun: Begun[] = [];
    for (const one of returned.slice(from, from + AT_A_TIME)) begun.push(await begin(one, report, template, writer));
    const found = new Map(receiveAll(begun.map(({ file }) => file), judging).map((received) => [received.file, [...received.fileProblems, ...received.contentProblems]]));
    for (const one of begun) yield await finish(one, found.get(one.file) ?? one.returned.entry.problems, { report, template, judging, taken });
  }
}

interface Begun {
  readonly returned: Returned;
  readonly parts: Parts;
  readonly cells: readonly RefilledCell[];
  /** What the reader makes of the refilled form. */
  readonly file: KeptFile;
}

async function begin(returned: Returned, { plan, treeDate, state: { roster, stage } }: Report, template: FormTemplate, writer: FormWriter): Promise<Begun> {
  const { unit, entry: { submission } } = returned;
  const roomy = { ...template, lists: template.lists.map((list) => ({ ...list, rows: Math.max(list.rows, rowsNeeded(submission, list.id)) })) };
  const fresh = await writer.parts({ plan, stage, template: roomy, roster, treeDate, slip: true, kind: { unit, scope: submission.scope } });
  const places = placesOf(fresh);
  const read = (cells: readonly RefilledCell[]) => {
    const parts = refilledForm(fresh, places, cells);
    return { parts, cells, reading: readFile(stored(parts), unit, { plan, stage, template, otherPlans: [] }) };
  };
  const first = read(refill({ submission, plan, template: roomy, places }));
  const misread = first.cells.filter((cell) => isMisread(cell, first.reading));
  const { parts, cells, reading } = misread.length === 0 ? first : read(first.cells.map((cell) => (misread.includes(cell) ? { ...cell, edit: { ...cell.edit, value: null } } : cell)));
  return { returned, parts, cells, file: { path: unit, sha256: "", receivedOn: null, reading } };
}

/** What nobody could read must not turn into an answer by being typed again as text (`#N/A`): such a cell is left blank. */
function isMisread({ edit, from }: RefilledCell, reading: FileReading): boolean {
  if (from.value !== null || edit.value === null || reading.kind !== "submissions") return false;
  const now = reading.submissions.flatMap(({ parts, headcounts }) => [...Object.values(parts), ...Object.values(headcounts)]);
  return now.some((one) => one && one.value !== null && one.sheet === edit.sheet && one.cell === addressOf(edit.row, edit.column));
}

interface Finishing {
  readonly report: Report;
  readonly template: FormTemplate;
  readonly judging: Judging;
  readonly taken: Set<string>;
}

async function finish({ returned, parts, cells }: Begun, found: Parameters<typeof slipItems>[0], { report, template, judging, taken }: Finishing): Promise<Slip> {
  const { plan, state: { stage } } = report;
  const { tree } = judging;
  const unit = tree.unit(returned.unit);
  const name = unit?.name ?? returned.unit;
  const places = placesOf(parts);
  const items = slipItems([...found, ...blanksBeside(found, { plan, submission: returned.entry.submission, places, cells })], returned.entry.problems, cells);
  const errors = items.filter(({ isError }) => isError);
  const bytes = await packed(markedSlip({ parts, places, plan, stage, template }, items));
  const path = unique(folderOf(tree, { code: returned.unit, name }) + words.fileName(formFileName(plan, stage, { name })), returned.unit, taken);
  const message = words.message({
    unit: name, office: tree.unit(tree.root)?.name ?? "", stage, plan: plan.shortTitle, receivedOn: returned.receivedOn,
    due: dueOf(returned.unit, report), fileName: path.split("/").at(-1) ?? path, isEmpty: cells.every(({ edit }) => edit.value === null), errors: errors.map(({ sentence }) => sentence),
  });
  return { unit: returned.unit, name, path, bytes, message, errors: errors.length, questions: items.length - errors.length };
}

/** The next day on which the unit may still hand in. */
function dueOf(unit: UnitCode, { coverage, asOf }: Report): string | null {
  const days = coverage.flatMap(({ units }) => units.filter((one) => one.unit === unit).map(({ due, extendedTo }) => extendedTo ?? due));
  return days.filter((day) => day !== null).sort().find((day) => day >= asOf) ?? null;
}

/**
 * Reads a book back (mở sổ): what it kept, then everything the officer may have typed in its sheets since.
 * A damaged sheet is named and costs only what it alone held.
 */
import { strFromU8 } from "fflate";
import { problem, type Problem } from "#domain/problem";
import type { BookState } from "#domain/report";
import type { CellValue, WorkbookSnapshot } from "#domain/snapshot";
import { bookWords as words } from "#messages/book-vi";
import { metaOf } from "../read/find-form";
import { rememberedPart } from "../read/sheetml/part-memory";
import { zipEntries } from "../read/zip";
import { typedAnswers, typedCoverageNotes, typedDecisions, typedDocuments, typedEntered, typedExtensions, typedNotes, typedReceived } from "./typed-lists";
import { typedCorrections } from "./typed-corrections";
import { incompleteRows, unfinishedRows } from "./incomplete-rows";
import { overwrittenFormulas } from "./overwritten";
import { readMended } from "./mend-book";
import { stateFromCells, type KeptState } from "./state-text";
import { choicesIn, type KeptChoices } from "./kept-choices";
import { readTable } from "./table";
import { typedOwnWords } from "./own-words-table";
import { typedSteps } from "./step-column";
import { typedRoster, type TypedRoster } from "./typed-roster";
import { STATE_SHEET } from "./own-sheets";

export type BookRead =
  | { readonly ok: true; readonly state: BookState; readonly asOf: string; readonly treeDate: string; readonly problems: readonly Problem[]; readonly choices: KeptChoices }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Whether a file is a book, told from its list of sheets alone. */
export function isBook(bytes: Uint8Array): boolean {
  const workbook = zipEntries(bytes)?.find(({ path }) => path === "xl/workbook.xml");
  // Forms of one plan have the same list of sheets: it is looked through once.
  return workbook !== undefined && workbook.size < 5_000_000 && rememberedPart("list of sheets", bytes, workbook, (list) => list !== null && strFromU8(list).includes(`"${STATE_SHEET}"`));
}

export function readBook(bytes: Uint8Array, path = ""): BookRead {
  const { read, lost } = readMended(bytes, path);
  if (!read.ok) return { ok: false, problems: read.problems };
  const book = readBookSnapshot(read.snapshot, path);
  if (!book.ok) return book;
  const told = new Set(book.problems.flatMap(({ code, at }) => (code === "book-sheet-damaged" ? [at.sheet] : [])));
  const others = lost.filter((sheet) => !told.has(sheet)).map((sheet) => problem("book-sheet-damaged", { file: path, sheet }, { sheet, reason: "zip" }));
  return { ...book, problems: [...others, ...book.problems] };
}

const plain = (value: CellValue | null): string => (value?.kind === "text" ? value.text : value?.kind === "number" ? String(value.number) : "");

export function readBookSnapshot(workbook: WorkbookSnapshot, path: string): BookRead {
  const kept = workbook.sheets.find(({ name }) => name === STATE_SHEET);
  const meta = metaOf(workbook);
  const memory = stateFromCells(kept ? [...kept.cells].sort((a, b) => a.row - b.row).map(({ value }) => plain(value)) : []);
  if (!memory) return { ok: false, problems: [problem("book-sheet-damaged", { file: path, sheet: STATE_SHEET }, { sheet: STATE_SHEET, reason: kept ? "" : STATE_SHEET })] };
  const { state } = memory;
  const problems: Problem[] = [];
  const asked = { file: path };
  problems.push(...lostFiles(memory, readTable(workbook, "ledger"), path));
  const from = <Value>(id: keyof typeof words.sheets, before: Value, take: (table: NonNullable<ReturnType<typeof readTable>>) => Value): Value => {
    const table = readTable(workbook, id);
    if (table) return take(table);
    problems.push(problem("book-sheet-damaged", { ...asked, sheet: words.sheets[id] }, { sheet: words.sheets[id], reason: "" }));
    return before;
  };
  const now: BookState = {
    ...state,
    files: from("ledger", state.files, (table) => typedReceived(state.files, table)),
    corrections: from("data", state.corrections, (table) => typedCorrections(state, table)),
    decisions: from("decisions", state.decisions, (table) => typedDecisions(state.decisions, table)),
    extensions: from("extensions", state.extensions, (table) => typedExtensions(state.extensions, table)),
    entered: from("entered", state.entered, (table) => typedEntered(state, table)),
    documents: from("documents", state.documents, (table) => typedDocuments(state.documents, table)),
    notes: coverageNotes(workbook, state.notes, from("notes", state.notes, (table) => typedNotes(state.notes, table))),
    answers: from("answers", state.answers, (table) => typedAnswers(state.answers, table)),
  };
  // Books of before had no such list.
  const ownTable = readTable(workbook, "ownWords");
  const ownWords = ownTable ? typedOwnWords(state.ownWords, ownTable) : state.ownWords;
  const models = readTable(workbook, "models");
  const steps = models ? typedSteps(state, models) : state.steps;
  const roster = from<TypedRoster>("roster", { roster: state.roster, problems: [] }, (table) => typedRoster(state.roster, table, path));
  const unfinished = { ...unfinishedRows(workbook, state), ...(roster.unfinished ? { roster: roster.unfinished } : {}) };
  problems.push(...roster.problems);
  problems.push(...overwrittenFormulas(workbook, path), ...incompleteRows(workbook, path, state.plan));
  const { steps: _steps, ownWords: _words, ...others } = now;
  const filled = <Field extends string>(field: Field, texts: Readonly<Record<string, string>> | undefined): object => (texts && Object.keys(texts).length > 0 ? { [field]: texts } : {});
  return { ok: true, state: withUnfinished({ ...others, ...filled("steps", steps), ...filled("ownWords", ownWords), roster: roster.roster }, unfinished), asOf: meta?.["asOf"] ?? state.plan.period.to, treeDate: meta?.["treeDate"] ?? state.plan.period.to, problems, choices: choicesIn(workbook) };
}

/** Files whose records are damaged or gone, named by themselves or by the list of files, which is a sheet of its own. */
function lostFiles({ state, lost }: KeptState, ledger: ReturnType<typeof readTable>, path: string): Problem[] {
  const known = new Set([...state.files.map((file) => file.path), ...lost]);
  const listed = (ledger?.rows ?? []).map((row) => row.text("path")).filter((name) => name !== "" && !known.has(name));
  return lost.map((name) => problem("book-file-lost", { file: path }, { name: name ?? listed.shift() ?? "" }));
}

/** A note changed beside the unit's line of coverage counts as one changed in the list of notes. */
function coverageNotes(workbook: WorkbookSnapshot, before: BookState["notes"], now: BookState["notes"]): BookState["notes"] {
  const table = readTable(workbook, "coverage");
  if (!table) return now;
  const beside = typedCoverageNotes(before, table);
  const changed = Object.keys({ ...before, ...beside }).filter((unit) => before[unit] !== beside[unit]);
  const merged = { ...now };
  for (const unit of changed) {
    const note = beside[unit];
    if (note === undefined) delete merged[unit];
    else merged[unit] = note;
  }
  return merged;
}

function withUnfinished({ unfinished: _before, ...state }: BookState, unfinished: NonNullable<BookState["unfinished"]>): BookState {
  return Object.keys(unfinished).length > 0 ? { ...state, unfinished } : state;
}

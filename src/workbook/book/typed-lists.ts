/** What the officer typed in the book's lists: days of arrival, decisions, extensions, reports on behalf, notes, answers. */
import type { Decision, EnteredReport, Extension } from "#domain/ledger-types";
import type { PlanAnswers } from "#domain/plan";
import type { BookState, KeptFile } from "#domain/report";
import { bookWords as words } from "#messages/book-vi";
import { sameText } from "./cell-text";
import type { ReadRow } from "./table";
import { valueOf } from "./typed-corrections";
import { correctionCells } from "./data-rows";

interface Rows {
  readonly rows: readonly ReadRow[];
}

const ACTIONS = ["choose", "acceptProvisionally", "assignUnit", "useOfficeTotal", "useSchools", "reopen"] as const;

/** The words of the list; the codes of older books too. */
function actionOf(text: string): Decision["action"] | undefined {
  return ACTIONS.find((action) => action === text || sameText(words.actions[action], text));
}

export const isAction = (text: string): boolean => actionOf(text) !== undefined;

/** A day typed as a date, or as text in either order; `null` where it is none. */
export function typedDay(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const iso = local ? `${local[3]}-${local[2]?.padStart(2, "0")}-${local[1]?.padStart(2, "0")}` : text.trim().slice(0, 10);
  const date = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Days of arrival as the ledger sheet says them now; a file without a line keeps its day. */
export function typedReceived(files: readonly KeptFile[], { rows }: Rows): KeptFile[] {
  const days = new Map(rows.map((row) => [`${row.text("path")}|${row.text("sha256")}`, row.text("receivedOn")]));
  return files.map((file) => {
    const typed = days.get(`${file.path}|${file.sha256}`);
    if (typed === undefined) return file;
    const receivedOn = typed === "" ? null : typedDay(typed) ?? file.receivedOn;
    return receivedOn === file.receivedOn ? file : { ...file, receivedOn };
  });
}

export function typedDecisions(before: readonly Decision[], { rows }: Rows): Decision[] {
  const now = rows.flatMap((row): Decision[] => {
    const action = actionOf(row.text("action"));
    const on = typedDay(row.text("on"));
    if (!action || row.text("unit") === "" || on === null) return [];
    const common = { unit: row.text("unit"), reason: row.text("reasonOfDecision"), on, ...(row.text("by") === "" ? {} : { by: row.text("by") }) };
    if (action === "useOfficeTotal" || action === "useSchools") return [{ action, ...common, ...(row.text("indicator") === "" ? {} : { indicator: row.text("indicator") }) }];
    if (action === "reopen") return [{ action, ...common, snapshot: row.text("content") }];
    return [{ action, ...common, content: row.text("content") }];
  });
  return sameRecords(before, now) ? [...before] : now;
}

export function typedExtensions(before: readonly Extension[], { rows }: Rows): Extension[] {
  const now = rows.flatMap((row): Extension[] => {
    const until = typedDay(row.text("until"));
    if (until === null || row.text("unit") === "") return [];
    return [{ unit: row.text("unit"), milestone: row.text("milestone"), until, ...(row.text("document") === "" ? {} : { document: row.text("document") }) }];
  });
  return sameRecords(before, now) ? [...before] : now;
}

/** Reports typed in for a unit: the lines of one unit and document are one report. */
export function typedEntered(state: BookState, { rows }: Rows): EnteredReport[] {
  const reports = new Map<string, EnteredReport>();
  for (const row of rows) {
    const indicator = state.plan.indicators.find(({ code }) => code === row.text("indicator"));
    const cell = (key: string): string | number | null => {
      const value = row.value(key);
      return value?.kind === "number" ? value.number : row.text(key) || null;
    };
    const value = indicator && valueOf({ n: cell("main"), d: cell("base"), startN: cell("startN"), startD: cell("startD") }, indicator);
    if (!value || row.text("unit") === "") continue;
    const unit = row.text("unit");
    const document = row.text("document");
    const key = `${unit}|${document}|${row.text("date")}`;
    const receivedOn = typedDay(row.text("receivedOn"));
    const report = reports.get(key) ?? { unit, document, date: typedDay(row.text("date")) ?? "", by: row.text("by"), ...(receivedOn === null ? {} : { receivedOn }), values: [] };
    reports.set(key, { ...report, values: [...report.values, { unit, indicator: indicator.code, value, reason: "" }] });
  }
  const now = [...reports.values()];
  const bare = (report: EnteredReport): unknown => ({ ...report, values: report.values.map((value) => [value.indicator, correctionCells({ ...value, reason: "" })]) });
  return sameRecords(state.entered.map(bare), now.map(bare)) ? [...state.entered] : now;
}

export function typedDocuments(before: BookState["documents"], { rows }: Rows): Record<string, string> {
  return kept(before, rows.map((row) => [`${row.text("milestone")}|${row.text("deliverable")}|${row.text("unit")}`, row.text("text")]));
}

/** Notes of units that the sheet does not list stay. */
export function typedNotes(before: BookState["notes"], { rows }: Rows): Record<string, string> {
  return { ...unlisted(before, rows.map((row) => row.text("unit"))), ...kept(before, rows.map((row) => [row.text("unit"), row.text("note")])) };
}

/** Notes as the coverage sheet says them now: only what was changed there. */
export function typedCoverageNotes(before: BookState["notes"], { rows }: Rows): Record<string, string> {
  const notes = { ...before };
  for (const row of rows) {
    const [unit, note] = [row.text("unit"), row.text("note")];
    if (unit === "" || sameText(before[unit] ?? "", note)) continue;
    if (note === "") delete notes[unit];
    else notes[unit] = note;
  }
  return notes;
}

/** Answers to the plan's open points; what the sheet does not ask keeps its answer. */
export function typedAnswers(before: PlanAnswers, { rows }: Rows): PlanAnswers {
  return { ...unlisted(before, rows.map((row) => row.text("openId"))), ...kept(before, rows.map((row) => [row.text("openId"), row.text("answer")])) };
}

function unlisted(before: Readonly<Record<string, string>>, listed: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(before).filter(([key]) => !listed.includes(key)));
}

/** What is written in the sheet now; words that were not touched stay as they were kept, to the last sign. */
function kept(before: Readonly<Record<string, string>>, typed: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(typed.flatMap(([key, text]): [string, string][] => {
    const known = before[key];
    if (known !== undefined && sameText(known, text)) return [[key, known]];
    return key === "" || text === "" ? [] : [[key, text]];
  }));
}

/** The same records, whatever the order of their keys and whatever a cell does to their words. */
function sameRecords(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((record, index) => isSame(record, b[index]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") return sameText(a, b);
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && isSame(left[key], right[key]));
}

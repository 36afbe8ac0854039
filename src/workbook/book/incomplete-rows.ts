/** Lines the officer typed of which a part is missing or not understood (dòng còn thiếu): named, never passed over in silence. */
import type { Plan } from "#domain/plan";
import { problem, type Problem } from "#domain/problem";
import type { BookState } from "#domain/report";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { bookWords as words } from "#messages/book-vi";
import { readTable, type ReadRow } from "./table";
import { isAction, typedDay } from "./typed-lists";

type Key = keyof typeof words.columns;
type Check = readonly [key: Key, isThere: (text: string, row: ReadRow) => boolean];

const filled = (text: string): boolean => text !== "";
const isDay = (text: string): boolean => typedDay(text) !== null;
const isDayOrBlank = (text: string): boolean => text === "" || isDay(text);

const hasValue = (_text: string, row: ReadRow): boolean => ["main", "base", "startN", "startD"].some((key) => row.text(key) !== "");

/** What a line of each list cannot do without, and the columns that show whether it is a line at all. */
const listsOf = (indicators: ReadonlySet<string>): readonly { readonly id: keyof typeof words.sheets; readonly typed: readonly Key[]; readonly needs: readonly Check[] }[] => [
  { id: "ledger", typed: ["receivedOn"], needs: [["receivedOn", isDayOrBlank]] },
  { id: "decisions", typed: ["action", "unit", "content", "indicator", "reasonOfDecision", "on", "by"], needs: [["action", isAction], ["unit", filled], ["on", isDay]] },
  { id: "extensions", typed: ["unit", "milestone", "until", "document"], needs: [["unit", filled], ["milestone", filled], ["until", isDay]] },
  { id: "entered", typed: ["unit", "document", "date", "by", "receivedOn", "indicator", "main", "base", "startN", "startD"], needs: [["unit", filled], ["indicator", (text) => indicators.has(text)], ["main", hasValue], ["receivedOn", isDayOrBlank]] },
  { id: "documents", typed: ["milestone", "deliverable", "unit", "text"], needs: [["milestone", filled], ["deliverable", filled], ["unit", filled], ["text", filled]] },
];

/** Lines that cannot count yet, as typed, so that writing the book anew does not take them away. */
export function unfinishedRows(workbook: WorkbookSnapshot, { plan, unfinished: before }: BookState): NonNullable<BookState["unfinished"]> {
  return Object.fromEntries(listsOf(codesOf(plan)).filter(({ id }) => id !== "ledger").flatMap(({ id, typed, needs }) => {
    const table = readTable(workbook, id);
    if (!table) return before?.[id] ? [[id, before[id]]] : [];
    const begun = table.rows.filter((row) => typed.some((key) => row.text(key) !== "") && needs.some(([key, isThere]) => !isThere(row.text(key), row)));
    return begun.length === 0 ? [] : [[id, begun.map((row) => Object.fromEntries(typed.map((key) => [key, row.text(key)])))]];
  }));
}

const codesOf = ({ indicators }: Plan): ReadonlySet<string> => new Set(indicators.map(({ code }) => code));

export function incompleteRows(workbook: WorkbookSnapshot, file: string, plan: Plan): Problem[] {
  return listsOf(codesOf(plan)).flatMap(({ id, typed, needs }) => {
    const table = readTable(workbook, id);
    return (table?.rows ?? []).flatMap((row) => (typed.some((key) => row.text(key) !== "") ? problemsOf(row, needs, { file, sheet: table?.sheet ?? "" }) : []));
  });
}

function problemsOf(row: ReadRow, needs: readonly Check[], at: { readonly file: string; readonly sheet: string }): Problem[] {
  const missing = needs.filter(([key, isThere]) => !isThere(row.text(key), row)).map(([key]) => key);
  const [first] = missing;
  if (first === undefined) return [];
  const cell = row.address(first);
  const line = Number(cell.replace(/\D/g, ""));
  return [problem("list-row-incomplete", { ...at, cell }, { list: at.sheet, row: line, missing: missing.map((key) => words.columns[key]).join(", ") })];
}

/** Lines the officer typed of which a part is missing or not understood (dòng còn thiếu): named, never passed over in silence. */
import { problem, type Problem } from "#domain/problem";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { bookWords as words } from "#messages/book-vi";
import { readTable, type ReadRow } from "./table";
import { isAction, typedDay } from "./typed-lists";

type Key = keyof typeof words.columns;
type Check = readonly [key: Key, isThere: (text: string) => boolean];

const filled = (text: string): boolean => text !== "";
const isDay = (text: string): boolean => typedDay(text) !== null;
const isDayOrBlank = (text: string): boolean => text === "" || isDay(text);

/** What a line of each list cannot do without, and the columns that show whether it is a line at all. */
const lists: readonly { readonly id: keyof typeof words.sheets; readonly typed: readonly Key[]; readonly needs: readonly Check[] }[] = [
  { id: "ledger", typed: ["receivedOn"], needs: [["receivedOn", isDayOrBlank]] },
  { id: "decisions", typed: ["action", "unit", "content", "indicator", "reasonOfDecision", "on", "by"], needs: [["action", isAction], ["unit", filled], ["on", isDay]] },
  { id: "extensions", typed: ["unit", "milestone", "until", "document"], needs: [["unit", filled], ["milestone", filled], ["until", isDay]] },
  { id: "entered", typed: ["unit", "document", "date", "by", "receivedOn", "indicator", "main", "base", "startN", "startD"], needs: [["unit", filled], ["indicator", filled], ["receivedOn", isDayOrBlank]] },
  { id: "documents", typed: ["milestone", "deliverable", "unit", "text"], needs: [["milestone", filled], ["deliverable", filled], ["unit", filled], ["text", filled]] },
];

export function incompleteRows(workbook: WorkbookSnapshot, file: string): Problem[] {
  return lists.flatMap(({ id, typed, needs }) => {
    const table = readTable(workbook, id);
    return (table?.rows ?? []).flatMap((row) => (typed.some((key) => row.text(key) !== "") ? problemsOf(row, needs, { file, sheet: table?.sheet ?? "" }) : []));
  });
}

function problemsOf(row: ReadRow, needs: readonly Check[], at: { readonly file: string; readonly sheet: string }): Problem[] {
  const missing = needs.filter(([key, isThere]) => !isThere(row.text(key))).map(([key]) => key);
  const [first] = missing;
  if (first === undefined) return [];
  const cell = row.address(first);
  const line = Number(cell.replace(/\D/g, ""));
  return [problem("list-row-incomplete", { ...at, cell }, { list: at.sheet, row: line, missing: missing.map((key) => words.columns[key]).join(", ") })];
}

/** What a list on the form leaves to ask (danh sách): rows that lack what they cannot do without, and names written twice. */
import type { FormList } from "#domain/form";
import { problem, type Problem } from "#domain/problem";
import type { ListRow, Reading } from "#domain/submission";
import { foldText } from "./fold-text";

type Lists = Readonly<Record<string, readonly ListRow[]>>;

/** Warnings only: a list never changes a figure. */
export function checkLists(lists: readonly FormList[], read: Lists, file: string): Problem[] {
  return lists.flatMap((list) => {
    const rows = read[list.id] ?? [];
    return [...rows.flatMap((row) => incomplete(list, row, file)), ...duplicates(list, rows, file)];
  });
}

const isBlank = (reading: Reading | undefined): boolean => (reading?.raw ?? "").trim() === "";
const numberOf = ({ code }: ListRow): number => Number(/\d+$/.exec(code)?.[0] ?? "0");

function place(row: ListRow, file: string): Problem["at"] {
  const first = Object.values(row.cells).find((reading) => !isBlank(reading));
  return { file, ...(first ? { sheet: first.sheet, cell: first.cell } : {}) };
}

function incomplete(list: FormList, row: ListRow, file: string): Problem[] {
  const missing = list.columns.filter(({ id, required }) => required === true && isBlank(row.cells[id])).map(({ label }) => label);
  if (missing.length === 0) return [];
  return [problem("list-row-incomplete", place(row, file), { list: list.title, row: numberOf(row), missing: missing.join(", ") })];
}

/** The same name for the same title or award; another day of birth makes another person. */
function duplicates(list: FormList, rows: readonly ListRow[], file: string): Problem[] {
  const groups = new Map<string, ListRow[]>();
  for (const row of rows) {
    if (isBlank(row.cells["name"])) continue;
    const key = ["name", "birth", "title", "award"].map((id) => foldText(row.cells[id]?.raw ?? "")).join("|");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length < 2) return [];
    return [problem("list-duplicate-person", place(first, file), { list: list.title, name: first.cells["name"]?.raw ?? "", rows: same.map(({ code }) => code).join(", ") })];
  });
}

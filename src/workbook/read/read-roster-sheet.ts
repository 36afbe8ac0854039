// vietnamese-data: headings and unit kinds as offices write them in their lists of units
/**
 * A roster out of an Excel table (danh mục đơn vị): code, name, kind, parent and, where the tree has changed,
 * dates. One line a unit; a unit with two parents in time has two lines.
 */
import type { SheetSnapshot, WorkbookSnapshot } from "#domain/snapshot";
import { foldText } from "./fold-text";
import { kindOfWord, unitKinds } from "./unit-kinds";

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  code: ["mã", "mã đơn vị", "mã trường"],
  name: ["tên", "tên đơn vị", "đơn vị", "tên trường"],
  kind: ["loại hình", "loại", "cấp học"],
  parent: ["mã cấp trên", "cấp trên", "mã đơn vị cấp trên", "trực thuộc"],
  from: ["từ ngày", "hiệu lực từ"],
  to: ["đến ngày", "hiệu lực đến", "đến trước ngày"],
  decision: ["quyết định", "văn bản"],
  openedOn: ["ngày thành lập"],
  closedOn: ["ngày giải thể", "ngày kết thúc"],
  cluster: ["cụm", "khối", "cụm thi đua", "khối thi đua"],
};

/** The roster's JSON, for `parseRoster` to judge; `null` where no sheet has the headings. */
export function readRosterSheet(workbook: WorkbookSnapshot, name: string): unknown {
  for (const sheet of workbook.sheets) {
    const found = headerOf(sheet);
    if (found) return rosterOf(sheet, found, name);
  }
  return null;
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

function headerOf(sheet: SheetSnapshot): Header | null {
  const rows = new Map<number, Map<string, number>>();
  for (const { row, column, value } of sheet.cells) {
    if (row > 30 || value?.kind !== "text") continue;
    const text = foldText(value.text);
    const key = Object.keys(HEADINGS).find((candidate) => HEADINGS[candidate]?.some((heading) => foldText(heading) === text));
    if (!key) continue;
    const columns = rows.get(row) ?? new Map<string, number>();
    if (!columns.has(key)) columns.set(key, column);
    rows.set(row, columns);
  }
  const header = [...rows].find(([, columns]) => columns.has("code") && columns.has("name") && columns.has("kind"));
  return header ? { row: header[0], columns: header[1] } : null;
}

function rosterOf(sheet: SheetSnapshot, header: Header, name: string): unknown {
  const lines = new Map<number, Map<number, string>>();
  for (const { row, column, value } of sheet.cells) {
    if (row <= header.row || !value) continue;
    const line = lines.get(row) ?? new Map<number, string>();
    line.set(column, value.kind === "text" ? value.text.trim() : value.kind === "number" ? String(value.number) : value.kind === "date" ? value.iso.slice(0, 10) : "");
    lines.set(row, line);
  }
  const units = new Map<string, Record<string, unknown> & { parents: Record<string, unknown>[] }>();
  for (const line of lines.values()) addLine(units, (key) => line.get(header.columns.get(key) ?? -1) ?? "");
  return {
    id: "roster", version: "1", name, successors: [], units: [...units.values()],
    kinds: unitKinds.map(({ id, name: kindName, role }) => ({ id, name: kindName, role })),
  };
}

function addLine(units: Map<string, Record<string, unknown> & { parents: Record<string, unknown>[] }>, text: (key: string) => string): void {
  const code = text("code");
  if (code === "" && text("name") === "") return;
  const given = Object.fromEntries(["openedOn", "closedOn", "cluster"].flatMap((key) => (text(key) === "" ? [] : [[key, text(key)]])));
  const unit = units.get(code) ?? { code, name: text("name"), kind: kindOfWord(text("kind")), ...given, parents: [] as Record<string, unknown>[] };
  units.set(code, unit);
  if (text("parent") === "") return;
  unit.parents.push(Object.fromEntries(["parent", "from", "to", "decision"].flatMap((key) => (text(key) === "" ? [] : [[key, text(key)]]))));
}

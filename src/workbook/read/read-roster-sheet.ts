// vietnamese-data: headings and unit kinds as offices write them in their lists of units
/**
 * A roster out of an Excel table (danh mục đơn vị): code, name, kind, parent and, where the tree has changed,
 * dates. One line a unit; a unit with two parents in time has two lines.
 */
import { addressOf, type Cell, type SheetSnapshot, type WorkbookSnapshot } from "#domain/snapshot";
import { foldText } from "./fold-text";
import { readTypedDate } from "./typed-date";
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

/** A table of units as JSON, for `parseRoster` to judge, and the way back to its cells. */
export interface RosterTable {
  readonly json: unknown;
  /** The cell that a path of the JSON came from (`units.3.kind` → `Danh mục!C7`); the path itself where it came from none. */
  readonly placeOf: (path: string) => string;
}

/** `null` where no sheet has the headings. */
export function readRosterSheet(workbook: WorkbookSnapshot, name: string): RosterTable | null {
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

const DAYS: ReadonlySet<string> = new Set(["from", "to", "openedOn", "closedOn"]);

/** One unit, with the row it was first seen in and the rows of its edges. */
interface Line {
  readonly unit: Record<string, unknown> & { readonly parents: Record<string, unknown>[] };
  readonly row: number;
  readonly edges: number[];
}

function rosterOf(sheet: SheetSnapshot, { row: headRow, columns }: Header, name: string): RosterTable {
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of sheet.cells) {
    if (cell.row > headRow && cell.value) rows.set(cell.row, (rows.get(cell.row) ?? new Map<number, Cell>()).set(cell.column, cell));
  }
  const lines: Line[] = [];
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) addLine(lines, row, (key) => textOf(cells.get(columns.get(key) ?? -1), DAYS.has(key)));
  const placeOf = (path: string): string => {
    const [, index = "", field = "code", edge, edgeField] = /^units\.(\d+)(?:\.(\w+))?(?:\.(\d+))?(?:\.(\w+))?$/u.exec(path) ?? [];
    const line = lines[Number(index)];
    if (!line || index === "") return path;
    const row = edge === undefined ? line.row : line.edges[Number(edge)] ?? line.row;
    const column = columns.get(edgeField ?? (field === "parents" ? "parent" : field)) ?? columns.get("code") ?? 0;
    return `${sheet.name}!${addressOf(row, column)}`;
  };
  return {
    placeOf,
    json: {
      id: "roster", version: "1", name, successors: [], units: lines.map(({ unit }) => unit),
      kinds: unitKinds.map(({ id, name: kindName, role }) => ({ id, name: kindName, role })),
    },
  };
}

/** Days as people type them; a code under the format `000` keeps its zeros. */
function textOf(cell: Cell | undefined, isDay: boolean): string {
  const value = cell?.value;
  switch (value?.kind) {
    case "text": {
      const text = value.text.trim();
      return isDay ? readTypedDate(text)?.iso ?? text : text;
    }
    case "number": return cell?.format !== undefined && /^0+$/u.test(cell.format) ? String(value.number).padStart(cell.format.length, "0") : String(value.number);
    case "date": return value.iso.slice(0, 10);
    case undefined:
    case "boolean":
    case "error": return "";
  }
}

/** A unit with two parents in time has two lines; two different units of one code stay two, for the check to name. */
function addLine(lines: Line[], row: number, text: (key: string) => string): void {
  const code = text("code");
  if (code === "" && text("name") === "") return;
  const kind = kindOfWord(text("kind"));
  const given = Object.fromEntries(["openedOn", "closedOn", "cluster"].flatMap((key) => (text(key) === "" ? [] : [[key, text(key)]])));
  const isSame = ({ unit }: Line): boolean => unit["code"] === code && (text("name") === "" || foldText(String(unit["name"])) === foldText(text("name"))) && (text("kind") === "" || unit["kind"] === kind);
  const known = lines.find(isSame);
  const line: Line = known ?? { unit: { code, name: text("name"), kind, ...given, parents: [] }, row, edges: [] };
  if (!known) lines.push(line);
  if (text("parent") === "") return;
  line.unit.parents.push(Object.fromEntries(["parent", "from", "to", "decision"].flatMap((key) => (text(key) === "" ? [] : [[key, text(key)]]))));
  line.edges.push(row);
}

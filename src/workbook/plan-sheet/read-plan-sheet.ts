/** Reads a plan back from its Excel workbook; `parsePlan` then says whether it is a plan. */
import { addressOf, type Cell, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from "#domain/snapshot";
import { fromCell } from "./plan-sheet-cells";
import { FACTS, FACTS_ID, planSheetMark, TABLES, type PlanColumn, type PlanTable } from "./plan-sheet-tables";

export interface PlanFromSheet {
  readonly json: unknown;
  /** Where a path of the plan stands (`indicators.3.code` → sheet, cell), to name faults by their place. */
  readonly places: ReadonlyMap<string, { readonly sheet: string; readonly cell: string }>;
}

type Row = ReadonlyMap<number, Cell>;
type Places = Map<string, { sheet: string; cell: string }>;

/** The plan in a workbook, or `null` where the workbook holds none. */
export function readPlanSheet(workbook: WorkbookSnapshot): PlanFromSheet | null {
  const facts = sheetOf(workbook, FACTS_ID);
  if (!facts) return null;
  const plan: Record<string, unknown> = { awards: { forms: [], criteria: [], attention: [], timing: [] } };
  const places: Places = new Map();
  readFacts(facts, plan, places);
  for (const table of TABLES) {
    const sheet = sheetOf(workbook, table.id);
    const rows = sheet ? readTable(sheet, table) : [];
    if (table.ofIndicator) attachToIndicators(plan, table, rows, sheet?.name ?? "", places);
    else {
      setAt(plan, table.path, rows.map(({ item }) => item));
      rows.forEach(({ cells }, index) => cells.forEach(([key, cell]) => places.set(`${table.path}.${index}.${key}`, { sheet: sheet?.name ?? "", cell })));
    }
  }
  return { json: plan, places };
}

function sheetOf(workbook: WorkbookSnapshot, id: string): SheetSnapshot | undefined {
  return workbook.sheets.find(({ cells }) => cells.some(({ value }) => value?.kind === "text" && value.text.trim() === planSheetMark(id)));
}

function rowsOf(sheet: SheetSnapshot): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? new Map<number, Cell>();
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  return rows;
}

/** Text as the plan file would write it: numbers with a point, days as ISO. */
function textOf(value: CellValue | null | undefined): string {
  if (!value) return "";
  switch (value.kind) {
    case "text": return value.text;
    case "number": return String(value.number);
    case "boolean": return value.boolean ? "true" : "false";
    case "date": return value.iso.slice(0, 10);
    case "error": return value.error;
  }
}

function readFacts(sheet: SheetSnapshot, plan: Record<string, unknown>, places: Places): void {
  for (const [row, cells] of rowsOf(sheet)) {
    const key = textOf(cells.get(1)?.value).trim();
    const fact = FACTS.find((candidate) => candidate.key === key);
    if (!fact) continue;
    const value = fromCell(textOf(cells.get(2)?.value), fact.type, fact.always === true);
    places.set(key, { sheet: sheet.name, cell: addressOf(row, 2) });
    if (value !== undefined) setAt(plan, key, value);
  }
}

interface TableRow {
  readonly indicator: string;
  readonly item: Record<string, unknown>;
  readonly cells: readonly (readonly [key: string, cell: string])[];
}

function readTable(sheet: SheetSnapshot, table: PlanTable): TableRow[] {
  const rows = rowsOf(sheet);
  const keys = [...table.columns.map(({ key }) => key), ...(table.ofIndicator ? ["indicator"] : [])];
  const keyRow = [...rows].find(([, cells]) => keysIn(cells, keys).size >= Math.min(2, keys.length));
  if (!keyRow) return [];
  const columns = keysIn(keyRow[1], keys);
  return [...rows].filter(([row]) => row > keyRow[0]).sort(([a], [b]) => a - b)
    .map(([row, cells]) => tableRow(row, cells, columns, table))
    .filter(({ cells }) => cells.length > 0);
}

function keysIn(cells: Row, keys: readonly string[]): Map<string, number> {
  return new Map([...cells].flatMap(([column, { value }]) => {
    const text = textOf(value).trim();
    return keys.includes(text) ? [[text, column] as const] : [];
  }));
}

function tableRow(row: number, cells: Row, columns: ReadonlyMap<string, number>, table: PlanTable): TableRow {
  const item: Record<string, unknown> = {};
  const filled: [string, string][] = [];
  const text = (key: string): string => {
    const column = columns.get(key);
    return column === undefined ? "" : textOf(cells.get(column)?.value);
  };
  for (const { key, type, always } of table.columns as readonly PlanColumn[]) {
    const value = fromCell(text(key), type, always === true);
    const column = columns.get(key);
    if (text(key).trim() !== "" && column !== undefined) filled.push([key, addressOf(row, column)]);
    if (value !== undefined) setAt(item, key, value);
  }
  return { indicator: text("indicator").trim(), item, cells: filled };
}

function attachToIndicators(plan: Record<string, unknown>, table: PlanTable, rows: readonly TableRow[], sheet: string, places: Places): void {
  const indicators = (plan["indicators"] as Record<string, unknown>[] | undefined) ?? [];
  for (const indicator of indicators) indicator[table.path] = [];
  for (const row of rows) {
    const index = indicators.findIndex(({ code }) => code === row.indicator);
    const list = indicators[index]?.[table.path] as unknown[] | undefined;
    // A target of no indicator must not vanish: an item without a place makes parsing fail and name it.
    if (!list) plan[`unknown indicator ${row.indicator}`] = row.item;
    else {
      row.cells.forEach(([key, cell]) => places.set(`indicators.${index}.${table.path}.${list.length}.${key}`, { sheet, cell }));
      list.push(row.item);
    }
  }
}

function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop() ?? path;
  let place = target;
  for (const step of steps) {
    const next = (place[step] ??= {});
    place = next as Record<string, unknown>;
  }
  place[last] = value;
}

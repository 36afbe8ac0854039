/** The sheet "Tổng quan": nodes × indicators, values, coverage and verdicts, as live formulas over a hidden sheet of sums. */
import type ExcelJS from "exceljs";
import { toNumber } from "#domain/exact";
import type { Indicator } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import { lettersOf, rangeOf } from "./columns";
import type { DataRow } from "./data-rows";
import { figureFormat } from "./figure-format";
import { valueFormula } from "./figure-formulas";
import { groupOf, writePair, writeTally, type NodeCells } from "./line-cells";
import { SUMS_SHEET } from "./own-sheets";
import { askedIndicators } from "./report-lines";
import { FONT, tableMark } from "./table";
import { TALLY_KEYS, type GroupTally } from "./group-tally";
import { PAIR_KEYS, type Group, type TallyCells } from "./tally-formulas";
import { verdictFormula } from "./verdict-formulas";

interface Line {
  readonly label: string;
  readonly group: Group;
  readonly rows: (indicator: string) => readonly DataRow[];
  /** The node whose verdict is shown; groups that are no node have none. */
  readonly node: NodeCells | null;
}

type Block = "value" | "reported" | "verdict";

/** Many indicators side by side: A3, which the library's list of papers does not name. */
const A3 = 8 as ExcelJS.PaperSize;
const FIRST_COLUMN = 3;
const HEAD = 6;
const THIN: Partial<ExcelJS.Borders> = { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } };

export function writeOverviewSheet(workbook: ExcelJS.Workbook, context: BookContext): void {
  const indicators = askedIndicators(context.report).filter(({ measure }) => measure !== "text");
  const lines = linesOf(context);
  const sheet = workbook.addWorksheet(words.sheets.overview, {
    views: [{ state: "frozen", xSplit: FIRST_COLUMN - 1, ySplit: HEAD }],
    pageSetup: {
      paperSize: A3, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `5:${HEAD}`,
      margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT}"&13&P` },
  });
  const sums = workbook.addWorksheet(SUMS_SHEET, { state: "veryHidden" });
  writeHeads(sheet, context, indicators);
  const contents = lines.map((line, at) => indicators.map((indicator, index) => writeSums(sums, context, line, indicator, at * indicators.length + index + 1)));
  let row = HEAD + 1;
  for (const block of ["value", "reported", "verdict"] as const) {
    plain(sheet, row, words.blocks[block], { bold: true });
    row += 1;
    lines.forEach((line, at) => {
      if (block === "verdict" && line.node === null) return;
      const cells = contents[at] ?? [];
      styled(sheet.getCell(row, 1), line.node?.node ?? "", {}, "left");
      styled(sheet.getCell(row, 2), line.label, { bold: line.node?.node === context.tree.root }, "left");
      cells.forEach((cell, index) => styled(sheet.getCell(row, FIRST_COLUMN + index), cell[block].value, {}, "center", cell[block].format));
      sheet.getRow(row).height = Math.max(block === "verdict" ? 28 : 15, 14 * Math.max(1, ...cells.map((cell) => cell[block].lines ?? 1)) + (block === "verdict" ? 14 : 1));
      row += 1;
    });
  }
  sheet.pageSetup.printArea = `A2:${lettersOf(FIRST_COLUMN + indicators.length - 2)}${row - 1}`;
}

function writeHeads(sheet: ExcelJS.Worksheet, { notes }: BookContext, indicators: readonly Indicator[]): void {
  sheet.getRow(1).hidden = true;
  plain(sheet, 1, tableMark("overview"), { size: 8, color: { argb: "FF8A8A8A" } });
  plain(sheet, 2, words.titles.overview, { size: 14, bold: true });
  plain(sheet, 3, notes.join(" · "), { italic: true });
  sheet.getColumn(1).width = 9;
  sheet.getColumn(2).width = 52;
  indicators.forEach((indicator, index) => {
    const column = FIRST_COLUMN + index;
    sheet.getColumn(column).width = 12.5;
    styled(sheet.getCell(5, column), indicator.code, { bold: true });
    styled(sheet.getCell(HEAD, column), indicator.shortName ?? indicator.name, { size: 9 });
  });
  styled(sheet.getCell(HEAD, 1), words.columns.unit, { bold: true });
  styled(sheet.getCell(HEAD, 2), words.node, { bold: true });
  sheet.getRow(HEAD).height = 96;
}

function linesOf(context: BookContext): Line[] {
  const { layout, offices, nameOf, tree, report, rowsOf, rowsAt } = context;
  const filtered = (keeps: (row: DataRow) => boolean) => (indicator: string): DataRow[] => (rowsOf.get(indicator) ?? []).filter(keeps);
  const nodes = offices.map((code): Line => {
    const node: NodeCells = { node: code, code: `"${code}"`, depth: String(tree.pathTo(code).length) };
    return { label: nameOf(code), node, group: groupOf(context, node), rows: (indicator) => rowsAt(code, indicator) };
  });
  const kinds = report.state.roster.kinds.filter(({ role }) => role === "unit").map(({ id, name }): Line => ({
    label: words.byKind(name), node: null, group: `${rangeOf(layout, "kind")},"${id}"`, rows: filtered(({ kind }) => kind === id),
  }));
  const direct: Line = { label: words.directlyManaged, node: null, group: `${rangeOf(layout, "direct")},1`, rows: filtered((row) => row.direct) };
  return [...nodes, direct, ...kinds];
}

interface CellContent {
  readonly value: ExcelJS.CellValue;
  readonly format?: string;
  readonly lines?: number;
}

const blank: Readonly<Record<Block, CellContent>> = { value: { value: null }, reported: { value: null }, verdict: { value: null } };

/** One line of the sums sheet, and what the overview shows of it; nothing where nobody of the group is asked. */
function writeSums(sums: ExcelJS.Worksheet, context: BookContext, line: Line, indicator: Indicator, row: number): Readonly<Record<Block, CellContent>> {
  const rows = line.rows(indicator.code);
  if (rows.length === 0) return blank;
  sums.getCell(row, 1).value = `${line.node?.node ?? line.label}|${indicator.code}`;
  const { cells, cached } = writeTally({ sheet: sums, row, column: 2 }, context, line.group, indicator, rows);
  const there = Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, onSums(cell)])) as TallyCells;
  return {
    value: { value: { formula: valueFormula(indicator.measure, there), result: valueOf(context, line, indicator, cached) }, format: figureFormat(indicator.measure, line.node ? context.nodeFigure(line.node.node, indicator.code) : undefined) },
    reported: { value: { formula: `${there.reported}&"/"&${there.expected}`, result: `${cached.reported}/${cached.expected}` } },
    verdict: line.node ? writeVerdicts({ sums, row }, context, line.node, indicator, cells) : { value: null },
  };
}

const onSums = (cell: string): string => (cell.startsWith("$") ? `'${SUMS_SHEET}'!${cell}` : cell);

function valueOf({ nodeFigure }: BookContext, { node }: Line, { code, measure }: Indicator, { n, d, startN, startD, valued }: GroupTally): number | string {
  if (node) {
    const value = nodeFigure(node.node, code)?.value;
    return value ? toNumber(value) : words.noValue;
  }
  switch (measure) {
    case "count": return valued > 0 ? n : words.noValue;
    case "change": return d > 0 && startD > 0 ? (n / d - startN / startD) * 100 : words.noValue;
    default: return d > 0 ? n / d : words.noValue;
  }
}

/** One verdict a target that binds the node, one under the other. */
function writeVerdicts({ sums, row }: { readonly sums: ExcelJS.Worksheet; readonly row: number }, context: BookContext, node: NodeCells, indicator: Indicator, cell: TallyCells): CellContent {
  const targets = context.targetsAt(node.node, indicator);
  if (targets.length === 0) return { value: words.verdicts.none };
  const checks = context.nodeFigure(node.node, indicator.code)?.checks ?? [];
  let column = 2 + TALLY_KEYS.length;
  const results = targets.map((target) => {
    const pair = target.of === undefined ? undefined : writePair({ sheet: sums, row, column }, context, indicator, target.of, node);
    if (pair) column += PAIR_KEYS.length;
    const verdict = checks.find((check) => check.target === target.id && check.against === "plan")?.verdict;
    const result = verdict ? words.verdicts[verdict] : words.verdicts.none;
    sums.getCell(row, column).value = { formula: verdictFormula({ indicator, target, cell, isRegistration: context.isRegistration, isOwn: false, ...(pair ? { pair } : {}) }), result };
    column += 1;
    return { cell: onSums(`$${lettersOf(column - 2)}$${row}`), result };
  });
  return { value: { formula: results.map((one) => one.cell).join("&CHAR(10)&"), result: results.map(({ result }) => result).join("\n") }, lines: results.length };
}

function plain(sheet: ExcelJS.Worksheet, row: number, value: string, font: Partial<ExcelJS.Font>): void {
  sheet.getCell(row, 1).value = value;
  sheet.getCell(row, 1).font = { name: FONT, size: 11, ...font };
}

function styled(cell: ExcelJS.Cell, value: ExcelJS.CellValue, font: Partial<ExcelJS.Font>, horizontal: "center" | "left" = "center", format?: string): void {
  cell.value = value;
  cell.style = { font: { name: FONT, size: 10, ...font }, border: THIN, alignment: { horizontal, vertical: "middle", wrapText: true }, ...(format ? { numFmt: format } : {}) };
}

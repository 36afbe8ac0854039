/** The sheet "Tổng quan": nodes × indicators, as live formulas; below it coverage of each figure, then verdicts. */
import type ExcelJS from "exceljs";
import { toNumber } from "#domain/exact";
import type { Indicator } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import { rangeOf } from "./columns";
import type { DataRow } from "./data-rows";
import { groupTally } from "./group-tally";
import { belowNode, tallies, type Group } from "./node-formulas";
import { FONT, tableMark } from "./table";

interface Line {
  readonly label: string;
  readonly group: Group;
  readonly rows: (row: DataRow) => boolean;
  /** The node whose verdict is shown; groups that are no node have none. */
  readonly node: string | null;
}

/** Many indicators side by side: A3, which the library's list of papers does not name. */
const A3 = 8 as ExcelJS.PaperSize;
const FIRST_COLUMN = 3;
const THIN: Partial<ExcelJS.Borders> = { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } };

export function writeOverviewSheet(workbook: ExcelJS.Workbook, context: BookContext): void {
  const { report, notes } = context;
  const indicators = report.plan.indicators.filter(({ measure, stages, collectedFrom }) => measure !== "text" && stages.includes(report.state.stage) && collectedFrom.length > 0);
  const sheet = workbook.addWorksheet(words.sheets.overview, {
    views: [{ state: "frozen", xSplit: FIRST_COLUMN - 1, ySplit: 6 }],
    pageSetup: {
      paperSize: A3, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "5:6",
      margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT}"&13&P` },
  });
  sheet.getRow(1).hidden = true;
  plain(sheet, 1, tableMark("overview"), { size: 8, color: { argb: "FF8A8A8A" } });
  plain(sheet, 2, words.titles.overview, { size: 14, bold: true });
  plain(sheet, 3, notes.join(" · "), { italic: true });
  sheet.getColumn(1).width = 9;
  sheet.getColumn(2).width = 40;
  indicators.forEach((indicator, index) => {
    const column = FIRST_COLUMN + index;
    sheet.getColumn(column).width = 12.5;
    styled(sheet.getCell(5, column), indicator.code, { bold: true });
    styled(sheet.getCell(6, column), indicator.shortName ?? indicator.name, { size: 9 });
  });
  styled(sheet.getCell(6, 1), words.columns.unit, { bold: true });
  styled(sheet.getCell(6, 2), words.node, { bold: true });
  sheet.getRow(6).height = 96;
  const lines = linesOf(context);
  let row = 7;
  for (const block of ["value", "reported", "verdict"] as const) {
    plain(sheet, row, words.blocks[block], { bold: true });
    row += 1;
    for (const line of lines) {
      if (block === "verdict" && line.node === null) continue;
      writeLine(sheet, context, indicators, line, block, row);
      sheet.getRow(row).height = block === "verdict" ? verdictHeight(context, indicators, line) : 15;
      row += 1;
    }
  }
  sheet.pageSetup.printArea = `A2:${sheet.getCell(row, FIRST_COLUMN + indicators.length - 1).address}`;
}

function linesOf({ layout, offices, nameOf, tree, report }: BookContext): Line[] {
  const nodes = offices.map((code): Line => ({
    label: nameOf(code), node: code, group: belowNode(layout, `"${code}"`, String(tree.pathTo(code).length)), rows: ({ path }) => path.includes(code),
  }));
  const kinds = report.state.roster.kinds.filter(({ role }) => role === "unit").map(({ id, name }): Line => ({
    label: words.byKind(name), node: null, group: `${rangeOf(layout, "kind")},"${id}"`, rows: ({ kind }) => kind === id,
  }));
  const direct: Line = { label: words.directlyManaged, node: null, group: `${rangeOf(layout, "direct")},1`, rows: (row) => row.direct };
  return [...nodes, direct, ...kinds];
}

function writeLine(sheet: ExcelJS.Worksheet, context: BookContext, indicators: readonly Indicator[], line: Line, block: "value" | "reported" | "verdict", row: number): void {
  styled(sheet.getCell(row, 1), line.node ?? "", {}, "left");
  styled(sheet.getCell(row, 2), line.label, { bold: line.node === context.tree.root }, "left");
  indicators.forEach((indicator, index) => {
    const cell = sheet.getCell(row, FIRST_COLUMN + index);
    const rows = (context.rowsOf.get(indicator.code) ?? []).filter(line.rows);
    const { formula, result, format } = content(context, indicator, line, block, rows);
    styled(cell, formula === null ? result : ({ formula, result } as ExcelJS.CellFormulaValue), {});
    if (format) cell.numFmt = format;
  });
}

function verdictHeight({ nodeFigure }: BookContext, indicators: readonly Indicator[], { node }: Line): number {
  const most = Math.max(1, ...indicators.map(({ code }) => nodeFigure(node ?? "", code)?.checks.filter(({ against, chosen }) => against === "plan" && chosen).length ?? 0));
  return 14 * most + 14;
}

interface CellContent {
  readonly formula: string | null;
  readonly result: string | number;
  readonly format?: string;
}

function content(context: BookContext, indicator: Indicator, line: Line, block: "value" | "reported" | "verdict", rows: readonly DataRow[]): CellContent {
  const tally = groupTally(rows);
  const sums = tallies(context.layout, line.group, indicator.code);
  if (tally.expected === 0) return { formula: null, result: "" };
  if (block === "reported") return { formula: `${sums.reported}&"/"&${sums.expected}`, result: `${tally.reported}/${tally.expected}` };
  const figure = line.node === null ? undefined : context.nodeFigure(line.node, indicator.code);
  if (block === "verdict") {
    const checks = figure?.checks.filter(({ against, chosen }) => against === "plan" && chosen) ?? [];
    return { formula: null, result: checks.length > 0 ? checks.map(({ verdict }) => words.verdicts[verdict]).join("\n") : words.verdicts.none };
  }
  const none = words.noValue;
  switch (indicator.measure) {
    case "count": return { formula: `IF(${sums.reported}>0,${sums.n},"${none}")`, result: tally.reported > 0 ? tally.n : none, format: "#,##0" };
    case "change": return {
      formula: `IFERROR((${sums.n}/${sums.d}-${sums.startN}/${sums.startD})*100,"${none}")`,
      result: figure ? (figure.value ? toNumber(figure.value) : none) : tally.d > 0 && tally.startD > 0 ? (tally.n / tally.d - tally.startN / tally.startD) * 100 : none, format: "0.00",
    };
    default: return { formula: `IFERROR(${sums.n}/${sums.d},"${none}")`, result: tally.d > 0 ? tally.n / tally.d : none, format: "0.0%" };
  }
}

function plain(sheet: ExcelJS.Worksheet, row: number, value: string, font: Partial<ExcelJS.Font>): void {
  sheet.getCell(row, 1).value = value;
  sheet.getCell(row, 1).font = { name: FONT, size: 11, ...font };
}

function styled(cell: ExcelJS.Cell, value: ExcelJS.CellValue, font: Partial<ExcelJS.Font>, horizontal: "center" | "left" = "center"): void {
  cell.value = value;
  cell.style = { font: { name: FONT, size: 10, ...font }, border: THIN, alignment: { horizontal, vertical: "middle", wrapText: true } };
}

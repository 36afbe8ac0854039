/** The sheet "Báo cáo": one chosen node, every figure a live formula, laid out as official paper. */
import type ExcelJS from "exceljs";
import { toNumber } from "#domain/exact";
import { isPartOf } from "#domain/pairs";
import type { Indicator, Target } from "#domain/plan";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import { targetWords } from "#messages/form-vi";
import type { BookContext } from "./book-context";
import { groupTally, type GroupTally } from "./group-tally";
import { belowNode, endFormulas, pairTallies, tallies, valueFormula, verdictFormula, type PairTallies, type Tallies, type TallyCells } from "./node-formulas";
import { C, CODE, colourVerdicts, DEPTH, FIRST, HEAD, letter, ROLE, THIN, writeFoot, writeGroup, writeHeading, writeHeads, writePicker } from "./report-frame";
import { FONT } from "./table";

const TALLY_KEYS = ["n", "d", "startN", "startD", "reported", "expected", "known", "unknown"] as const;
const PAIR_KEYS = ["part", "whole", "partOpen", "wholeOpen", "bothOpen", "implied"] as const;

/** One line: an indicator, and at most one target for the scope and one for an office. */
interface Line {
  readonly indicator: Indicator;
  readonly scope: Target | undefined;
  readonly office: Target | undefined;
  readonly isFirst: boolean;
}

export function writeReportSheet(workbook: ExcelJS.Workbook, context: BookContext, chosen: UnitCode): void {
  const sheet = workbook.addWorksheet(words.sheets.report, {
    views: [{ state: "frozen", ySplit: HEAD }],
    pageSetup: {
      paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEAD}:${HEAD}`,
      margins: { left: 0.7, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT}"&13&P` },
  });
  [5, 8, 46, 9, 12, 12, 12, 10, 10, 11, 11, 22, 17, 40, 3].forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  for (let column: number = C.sums; column < C.nodes + 4; column += 1) sheet.getColumn(column).hidden = true;
  const lines = linesOf(context);
  writeHeading(sheet, context);
  writePicker(sheet, context, chosen);
  writeHeads(sheet);
  let row = FIRST;
  lines.forEach((line, index) => {
    if (line.indicator.group !== lines[index - 1]?.indicator.group) {
      writeGroup(sheet, row, context.report.plan.groups.find(({ id }) => id === line.indicator.group)?.name ?? line.indicator.group);
      row += 1;
    }
    writeLine(sheet, context, line, row, chosen, numberOf(lines, index));
    row += 1;
  });
  colourVerdicts(sheet, row - 1);
  writeFoot(sheet, row + 1);
  sheet.pageSetup.printArea = `A2:${letter(C.source)}${row + 8}`;
}

function linesOf({ report }: BookContext): Line[] {
  return report.plan.indicators.filter(({ stages, collectedFrom }) => stages.includes(report.state.stage) && collectedFrom.length > 0).flatMap((indicator) => {
    const shown = indicator.targets.filter(({ chosen }) => chosen !== false);
    const scope = shown.filter(({ role }) => role === "scope");
    const office = shown.filter(({ role }) => role === "intermediate");
    return Array.from({ length: Math.max(1, scope.length, office.length) }, (_, index): Line => ({ indicator, scope: scope[index], office: office[index], isFirst: index === 0 }));
  });
}

const numberOf = (lines: readonly Line[], index: number): number => lines.slice(0, index + 1).filter(({ isFirst }) => isFirst).length;

function writeLine(sheet: ExcelJS.Worksheet, context: BookContext, line: Line, row: number, chosen: UnitCode, number: number): void {
  const { indicator } = line;
  const group = belowNode(context.layout, CODE, DEPTH);
  const cached = groupTally((context.rowsOf.get(indicator.code) ?? []).filter(({ path }) => path.includes(chosen)));
  const cells = sumCells(sheet, row, tallies(context.layout, group, indicator.code), cached);
  const figure = context.nodeFigure(chosen, indicator.code);
  const isEmpty = indicator.measure === "text";
  const put = (column: number, value: ExcelJS.CellValue, format?: string): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = {
      font: { name: FONT, size: 11 }, border: THIN, ...(format ? { numFmt: format } : {}),
      alignment: { vertical: "top", wrapText: true, horizontal: column === C.name || column === C.source ? "left" : column === C.n || column === C.d || column === C.value || column === C.low || column === C.high ? "right" : "center" },
    };
  };
  const live = (formula: string, result: string | number | null): ExcelJS.CellValue => ({ formula, result: result ?? "" }) as ExcelJS.CellFormulaValue;
  const share = indicator.measure === "ratio" || indicator.measure === "yesNo" ? "0.00%" : indicator.measure === "change" ? "0.00" : "#,##0";
  const value = figure?.value ? toNumber(figure.value) : words.noValue;
  const ends = endFormulas(indicator, cells);
  put(C.no, line.isFirst ? number : null);
  put(C.code, indicator.code);
  put(C.name, line.isFirst ? indicator.name : "″");
  put(C.unit, indicator.unit);
  put(C.n, isEmpty ? null : live(`IF(${cells.reported}>0,${cells.n},"${words.noValue}")`, cached.reported > 0 ? cached.n : words.noValue), "#,##0.######");
  put(C.d, indicator.measure === "count" || isEmpty ? null : live(`IF(${cells.reported}>0,${cells.d},"${words.noValue}")`, cached.reported > 0 ? cached.d : words.noValue), "#,##0");
  put(C.value, live(valueFormula(indicator.measure, cells), value), share);
  put(C.reported, live(cells.reported, cached.reported), "#,##0");
  put(C.expected, live(cells.expected, cached.expected), "#,##0");
  const end = (exact: { n: bigint; d: bigint } | null | undefined, formula: string): ExcelJS.CellValue =>
    indicator.measure === "text" || indicator.measure === "change" ? null : live(formula, exact ? toNumber(exact) : cached.expected === 0 || (cached.d + cached.known === 0 && indicator.measure !== "count" && cached.unknown === 0) ? words.noValue : "");
  put(C.low, end(figure?.low, ends.low), share);
  put(C.high, end(figure?.high, ends.high), share);
  writeTarget(sheet, context, line, row, chosen, cells, put);
  sheet.getRow(row).height = heightOf(line);
}

function sumCells(sheet: ExcelJS.Worksheet, row: number, formulas: Tallies, cached: GroupTally): TallyCells {
  const cells: Partial<Record<keyof Tallies, string>> = {};
  TALLY_KEYS.forEach((key, index) => {
    sheet.getCell(row, C.sums + index).value = { formula: formulas[key], result: cached[key] };
    cells[key] = `$${letter(C.sums + index)}${row}`;
  });
  return cells as TallyCells;
}

type Put = (column: number, value: ExcelJS.CellValue, format?: string) => void;

function writeTarget(sheet: ExcelJS.Worksheet, context: BookContext, { indicator, scope, office }: Line, row: number, chosen: UnitCode, cells: TallyCells, put: Put): void {
  const role = context.tree.roleOf(chosen);
  const target = role === "scope" ? scope : office;
  const phrase = (one: Target | undefined): string => (one ? targetPhrase(indicator, one) : words.noValue);
  const byRole = (ofScope: string, ofOffice: string): string => `IF(${ROLE}="scope",${ofScope},${ofOffice})`;
  const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  put(C.target, { formula: byRole(quote(phrase(scope)), quote(phrase(office))), result: phrase(target) });
  const verdict = (one: Target | undefined): string => {
    if (!one) return quote(words.verdicts.none);
    const pair = one.of === undefined ? undefined : pairCellsOf(sheet, context, indicator, one.of, row, chosen);
    return verdictFormula(indicator, one, cells, pair) ?? quote(words.verdicts.none);
  };
  const checked = context.nodeFigure(chosen, indicator.code)?.checks.find((check) => check.target === target?.id && check.against === "plan");
  put(C.verdict, { formula: byRole(verdict(scope), verdict(office)), result: target && checked ? words.verdicts[checked.verdict] : words.verdicts.none });
  const basis = target ?? scope ?? office;
  const source = basis?.source ?? indicator.source;
  put(C.source, source ? words.section(source.section, source.quote) : null);
}

export function targetPhrase(indicator: Indicator, target: Target): string {
  return (target.label ?? targetWords(target, indicator.unit === "%" ? "" : indicator.unit)) + (target.reading ? ` ${words.readingMark}` : "");
}

function pairCellsOf(sheet: ExcelJS.Worksheet, context: BookContext, indicator: Indicator, whole: string, row: number, chosen: UnitCode): Parameters<typeof verdictFormula>[3] {
  const nested = isPartOf(context.report.plan, indicator.code, whole);
  const formulas = pairTallies(context.layout, belowNode(context.layout, CODE, DEPTH), indicator.code, whole, nested);
  const cached = cachedPairs(context, indicator.code, whole, chosen, nested);
  const cells: Partial<Record<keyof PairTallies, string>> = {};
  PAIR_KEYS.forEach((key, index) => {
    sheet.getCell(row, C.pair + index).value = { formula: formulas[key], result: cached[key] };
    cells[key] = `$${letter(C.pair + index)}${row}`;
  });
  return { cells: cells as PairTallies, nested };
}

function cachedPairs(context: BookContext, part: string, whole: string, chosen: UnitCode, nested: boolean): Record<keyof PairTallies, number> {
  const answer = (state: number, n: number | null): number => (state === 2 ? 3 : state === 0 ? 0 : n === 1 ? 2 : 1);
  const wholes = new Map((context.rowsOf.get(whole) ?? []).map((row) => [row.unit, answer(row.effective.state, row.effective.n)]));
  const rows = (context.rowsOf.get(part) ?? []).filter(({ path, weight, isOfficeTotal }) => weight > 0 && !isOfficeTotal && path.includes(chosen));
  const count = (...pairs: number[]): number => rows.filter(({ unit, effective }) => pairs.includes(10 * answer(effective.state, effective.n) + (wholes.get(unit) ?? 3))).length;
  return {
    part: count(20, 21, 22, 23), whole: count(2, 12, 22, 32), bothOpen: count(0), partOpen: nested ? count(2, 3) : count(1, 2, 3),
    implied: nested ? count(20) : 0, wholeOpen: nested ? count(10, 30) : count(10, 20, 30),
  };
}

/** Enough lines for the longest wrapped cell; spreadsheet programs do not grow rows of a file they did not write. */
function heightOf({ indicator, scope, office, isFirst }: Line): number {
  const source = (scope ?? office)?.source ?? indicator.source;
  const lines = Math.max(
    isFirst ? Math.ceil(indicator.name.length / 46) : 1,
    source ? Math.ceil(words.section(source.section, source.quote).length / 40) : 1,
    ...[scope, office].map((target) => (target ? Math.ceil(targetPhrase(indicator, target).length / 20) : 1)),
  );
  return Math.max(18, 15 * lines + 3);
}

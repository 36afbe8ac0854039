/** The sheet "Báo cáo": one chosen node, every figure a live formula, laid out as official paper. */
import type ExcelJS from "exceljs";
import { toNumber } from "#domain/exact";
import { isPartOf } from "#domain/pairs";
import type { Indicator, Target } from "#domain/plan";
import { differencesFromSnapshot } from "#domain/snapshot-figures";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import { targetWords } from "#messages/form-vi";
import { formatDate } from "#messages/format-vi";
import type { BookContext } from "./book-context";
import { groupTally, type GroupTally } from "./group-tally";
import { belowNode, endFormulas, pairTallies, tallies, valueFormula, verdictFormula, type PairTallies, type Tallies, type TallyCells } from "./node-formulas";
import { FONT, tableMark } from "./table";

const HEAD = 12;
const FIRST = 13;
/** Columns of the sheet, one-based: the visible ones, then the hidden sums. */
const C = { no: 1, code: 2, name: 3, unit: 4, n: 5, d: 6, value: 7, reported: 8, expected: 9, low: 10, high: 11, target: 12, verdict: 13, source: 14, sums: 16, pair: 24, nodes: 31 } as const;
const TALLY_KEYS = ["n", "d", "startN", "startD", "reported", "expected", "known", "unknown"] as const;
const PAIR_KEYS = ["part", "whole", "partOpen", "wholeOpen", "bothOpen", "implied"] as const;
const PICK = "$C$9";
const CODE = "$P$9";
const DEPTH = "$Q$9";
const ROLE = "$R$9";
const letter = (column: number): string => (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));
const THIN: Partial<ExcelJS.Borders> = { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } };

/** One line: an indicator, and at most one target for the scope and one for an office. */
interface Line {
  readonly indicator: Indicator;
  readonly scope: Target | undefined;
  readonly office: Target | undefined;
  readonly isFirst: boolean;
}

export const nodeLabel = (code: string, name: string): string => `${code} — ${name}`;

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

function text(sheet: ExcelJS.Worksheet, row: number, from: number, to: number, value: ExcelJS.CellValue, font: Partial<ExcelJS.Font>, horizontal: "center" | "left" = "center"): void {
  if (to > from) sheet.mergeCells(row, from, row, to);
  const cell = sheet.getCell(row, from);
  cell.value = value;
  cell.font = { name: FONT, size: 13, ...font };
  cell.alignment = { horizontal, vertical: "middle", wrapText: true };
}

function writeHeading(sheet: ExcelJS.Worksheet, { report, notes, tree, nameOf }: BookContext): void {
  const { issuer } = report.plan;
  sheet.getCell(1, 1).value = tableMark("report");
  sheet.getCell(1, 1).font = { name: FONT, size: 8, color: { argb: "FF8A8A8A" } };
  sheet.getRow(1).hidden = true;
  const { sample } = report.state.roster;
  text(sheet, 2, 1, 4, (sample ? "" : issuer.parentName ?? "").toUpperCase(), { size: 12 });
  text(sheet, 3, 1, 4, (sample ? nameOf(tree.root) : issuer.name).toUpperCase(), { size: 12, bold: true, underline: true });
  text(sheet, 2, 9, 14, words.country, { size: 12, bold: true });
  text(sheet, 3, 9, 14, words.motto, { bold: true, underline: true });
  text(sheet, 4, 9, 14, words.dated(sample ? "……" : issuer.place ?? "……", report.asOf), { italic: true });
  text(sheet, 5, 1, 14, words.reportTitle[report.state.stage], { size: 14, bold: true });
  text(sheet, 6, 1, 14, [notes[0], notes[1]].join(" · "), { italic: true, size: 12 });
  const status = statusOf(report);
  text(sheet, 7, 1, 14, [status, ...(sample ? [words.sample] : [])].join(" · "), { italic: true, size: 12, bold: true, color: { argb: "FFC00000" } });
}

/** A report stands for its last snapshot only while nothing has changed since; otherwise it is a draft. */
function statusOf(report: BookContext["report"]): string {
  const frozen = report.state.snapshots.at(-1);
  if (!frozen) return words.draft;
  const changed = differencesFromSnapshot(report, frozen).length;
  return changed === 0 ? words.frozen(frozen.name, formatDate(frozen.on)) : words.changedSince(frozen.name, changed);
}

function writePicker(sheet: ExcelJS.Worksheet, { offices, nameOf, tree }: BookContext, chosen: UnitCode): void {
  text(sheet, 9, 1, 2, words.pick, { size: 11, italic: true }, "left");
  text(sheet, 9, 3, 7, nodeLabel(chosen, nameOf(chosen)), { size: 13, bold: true }, "left");
  const picker = sheet.getCell(9, 3);
  picker.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF6CC" } };
  offices.forEach((code, index) => {
    const row = FIRST + index;
    sheet.getCell(row, C.nodes).value = nodeLabel(code, nameOf(code));
    sheet.getCell(row, C.nodes + 1).value = code;
    sheet.getCell(row, C.nodes + 2).value = tree.pathTo(code).length;
    sheet.getCell(row, C.nodes + 3).value = tree.roleOf(code);
  });
  const range = (column: number): string => `$${letter(column)}$${FIRST}:$${letter(column)}$${FIRST + offices.length - 1}`;
  picker.dataValidation = { type: "list", allowBlank: false, formulae: [range(C.nodes)] };
  const found = `MATCH(${PICK},${range(C.nodes)},0)`;
  const facts: readonly (string | number)[] = [chosen, tree.pathTo(chosen).length, tree.roleOf(chosen)];
  [CODE, DEPTH, ROLE].forEach((address, index) => {
    sheet.getCell(address.replaceAll("$", "")).value = { formula: `INDEX(${range(C.nodes + 1 + index)},${found})`, result: facts[index] ?? "" };
  });
}

/** A content group of the plan (nội dung thi đua) as a line of its own. */
function writeGroup(sheet: ExcelJS.Worksheet, row: number, name: string): void {
  sheet.mergeCells(row, C.no, row, C.source);
  const cell = sheet.getCell(row, C.no);
  cell.value = name;
  cell.style = { font: { name: FONT, size: 12, bold: true }, border: THIN, alignment: { vertical: "middle" }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } } };
  sheet.getRow(row).height = 18;
}

/** Colour beside the sign and the word, never instead of them. */
function colourVerdicts(sheet: ExcelJS.Worksheet, lastRow: number): void {
  const colours: readonly [text: string, argb: string][] = [[words.verdicts.met, "FF1E7B34"], [words.verdicts.notMet, "FFC00000"], [words.verdicts.undecided, "FF7F6000"]];
  sheet.addConditionalFormatting({
    ref: `${letter(C.verdict)}${FIRST}:${letter(C.verdict)}${lastRow}`,
    rules: colours.map(([text, argb], index) => ({
      type: "cellIs", operator: "equal", formulae: [`"${text}"`], priority: index + 1, style: { font: { bold: true, color: { argb } } },
    })),
  });
}

function writeHeads(sheet: ExcelJS.Worksheet): void {
  Object.values(words.reportColumns).forEach((heading, index) => {
    const cell = sheet.getCell(HEAD, index + 1);
    cell.value = heading;
    cell.style = {
      font: { name: FONT, size: 11, bold: true }, border: THIN, alignment: { horizontal: "center", vertical: "middle", wrapText: true },
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } },
    };
  });
  sheet.getRow(HEAD).height = 34;
}

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

function writeFoot(sheet: ExcelJS.Worksheet, row: number): void {
  text(sheet, row, 1, 14, words.readingNote, { size: 11, italic: true }, "left");
  text(sheet, row + 2, 1, 4, words.people.by, { bold: true });
  text(sheet, row + 3, 1, 4, words.people.byHint, { size: 12, italic: true });
  text(sheet, row + 2, 10, 14, words.people.head, { bold: true });
  text(sheet, row + 3, 10, 14, words.people.headHint, { size: 12, italic: true });
}


/** The sheet "Báo cáo": one chosen node, every figure a live formula, laid out as official paper. */
import type ExcelJS from "exceljs";
import { toNumber, type Exact } from "#domain/exact";
import type { Target } from "#domain/plan";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import { endFormulas, valueFormula } from "./figure-formulas";
import { figureFormat } from "./figure-format";
import { groupOf, writePair, writeTally, type NodeCells } from "./line-cells";
import { C, CHOSEN, colourVerdicts, FIRST, HEAD, letter, nodeRange, THIN, writeFoot, writeGroup, writeHeading, writeHeads, writePicker } from "./report-frame";
import { heightOf, reportLines, ROLES, sourcePhrase, targetPhrase, type ReportLine } from "./report-lines";
import { FONT } from "./table";
import { PAIR_KEYS, type TallyCells } from "./tally-formulas";
import { verdictFormula } from "./verdict-formulas";

const WIDTHS = [5, 8, 46, 9, 12, 12, 12, 10, 10, 11, 11, 22, 17, 40, 3] as const;

/** What the lines share: the sheet, the node, and which nodes a target binds that does not bind all of its role. */
interface Writing {
  readonly sheet: ExcelJS.Worksheet;
  readonly context: BookContext;
  readonly chosen: UnitCode;
  readonly narrow: readonly Target[];
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
  const lines = reportLines(context);
  const narrow = [...new Set(lines.flatMap(({ targets }) => targets.filter((target) => target?.appliesTo !== undefined)))] as Target[];
  WIDTHS.forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  for (let column: number = C.sums; column < C.nodes + 4 + narrow.length; column += 1) sheet.getColumn(column).hidden = true;
  writeHeading(sheet, context);
  writePicker(sheet, context, chosen, narrow.map((target) => boundNodes(context, target)));
  writeHeads(sheet);
  let row = FIRST;
  lines.forEach((line, index) => {
    if (line.indicator.group !== lines[index - 1]?.indicator.group) {
      writeGroup(sheet, row, context.report.plan.groups.find(({ id }) => id === line.indicator.group)?.name ?? line.indicator.group);
      row += 1;
    }
    writeLine({ sheet, context, chosen, narrow }, line, row);
    row += 1;
  });
  colourVerdicts(sheet, Math.max(FIRST, row - 1));
  writeFoot(sheet, row + 1);
  sheet.pageSetup.printArea = `A2:${letter(C.source)}${row + 10}`;
}

function boundNodes({ nodes, report, targetsAt }: BookContext, target: Target): ReadonlySet<string> {
  const indicator = report.plan.indicators.find(({ targets }) => targets.includes(target));
  return new Set(indicator ? nodes.filter((node) => targetsAt(node, indicator).includes(target)) : []);
}

const live = (formula: string, result: string | number): ExcelJS.CellFormulaValue => ({ formula, result });
const LEFT: ReadonlySet<number> = new Set([C.name, C.source]);
const RIGHT: ReadonlySet<number> = new Set([C.n, C.d, C.value, C.low, C.high]);

function writeLine(writing: Writing, line: ReportLine, row: number): void {
  const { sheet, context, chosen } = writing;
  const { indicator } = line;
  const { measure } = indicator;
  const node: NodeCells = { node: chosen, code: CHOSEN.code, depth: CHOSEN.depth };
  const { cells, cached } = writeTally({ sheet, row, column: C.sums }, context, groupOf(context, node), indicator, context.rowsAt(chosen, indicator.code));
  const figure = context.nodeFigure(chosen, indicator.code);
  const put = (column: number, value: ExcelJS.CellValue, format?: string): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = {
      font: { name: FONT, size: 11 }, border: THIN, ...(format ? { numFmt: format } : {}),
      alignment: { vertical: "top", wrapText: true, horizontal: LEFT.has(column) ? "left" : RIGHT.has(column) ? "right" : "center" },
    };
  };
  const share = figureFormat(measure, figure);
  const whenValued = (sum: string, value: number): ExcelJS.CellValue => live(`IF(${cells.valued}>0,${sum},"${words.noValue}")`, cached.valued > 0 ? value : words.noValue);
  const ends = endFormulas(measure, cells);
  const isOpen = cached.expected > cached.reported;
  put(C.no, line.isFirst ? line.number : null);
  put(C.code, indicator.code);
  put(C.name, line.isFirst ? indicator.name : words.ditto);
  put(C.unit, indicator.unit);
  put(C.n, measure === "text" ? null : whenValued(cells.n, cached.n), "#,##0.######");
  put(C.d, measure === "text" || measure === "count" ? null : whenValued(cells.d, cached.d), "#,##0");
  put(C.value, live(valueFormula(measure, cells), numberOr(figure?.value, words.noValue)), share);
  put(C.reported, live(cells.reported, cached.reported), "#,##0");
  put(C.expected, live(cells.expected, cached.expected), "#,##0");
  put(C.low, measure === "text" ? null : live(ends.low, numberOr(figure?.low, words.noValue)), share);
  put(C.high, measure === "text" ? null : live(ends.high, numberOr(figure?.high, isOpen && measure === "count" ? "" : words.noValue)), share);
  writeTargets(writing, line, row, cells, put);
  sheet.getRow(row).height = heightOf(line);
}

const numberOr = (value: Exact | null | undefined, otherwise: string): number | string => (value ? toNumber(value) : otherwise);

/** Target, verdict and clause of the role that the chosen node plays; each role's own stand beside each other in hidden cells. */
function writeTargets({ sheet, context, chosen, narrow }: Writing, { indicator, targets }: ReportLine, row: number, cell: TallyCells, put: (column: number, value: ExcelJS.CellValue) => void): void {
  const node: NodeCells = { node: chosen, code: CHOSEN.code, depth: CHOSEN.depth };
  const bound = context.targetsAt(chosen, indicator);
  const inForce = targets.find((target) => target !== undefined && bound.includes(target));
  const checked = context.nodeFigure(chosen, indicator.code)?.checks.find(({ target, against }) => target === inForce?.id && against === "plan");
  const verdict = checked ? words.verdicts[checked.verdict] : words.verdicts.none;
  const wholes = [...new Set(targets.flatMap((target) => (target?.of === undefined ? [] : [target.of])))];
  const pairs = new Map(wholes.map((whole, index) => [whole, writePair({ sheet, row, column: C.pairs + index * PAIR_KEYS.length }, context, indicator, whole, node)]));
  targets.forEach((target, index) => {
    const at = narrow.indexOf(target as Target);
    sheet.getCell(row, C.applies + index).value = target === undefined ? 0
      : at < 0 ? 1 : live(`INDEX(${nodeRange(context.nodes.length, 4 + at)},${CHOSEN.index})`, boundNodes(context, target).has(chosen) ? 1 : 0);
    if (!target) return;
    const pair = target.of === undefined ? undefined : pairs.get(target.of);
    sheet.getCell(row, C.phrases + index).value = targetPhrase(indicator, target);
    sheet.getCell(row, C.sources + index).value = sourcePhrase(indicator, target) || null;
    const formula = verdictFormula({ indicator, target, cell, isRegistration: context.isRegistration, isOwn: ROLES[index] === "unit", ...(pair ? { pair } : {}) });
    sheet.getCell(row, C.verdicts + index).value = live(`IF(${CHOSEN.role}=${index + 1},${formula},"")`, target === inForce ? verdict : "");
  });
  sheet.getCell(row, C.sources + ROLES.length).value = sourcePhrase(indicator, undefined) || null;
  const ofRole = (first: number): string => `CHOOSE(${CHOSEN.role},${ROLES.map((_, index) => `$${letter(first + index)}${row}`).join(",")})`;
  const pick = (first: number, otherwise: string): string => `IF(${ofRole(C.applies)}=1,${ofRole(first)}&"",${otherwise})`;
  put(C.target, live(pick(C.phrases, `"${words.noValue}"`), inForce ? targetPhrase(indicator, inForce) : words.noValue));
  put(C.verdict, live(pick(C.verdicts, `"${words.verdicts.none}"`), verdict));
  put(C.source, live(pick(C.sources, `$${letter(C.sources + ROLES.length)}${row}&""`), sourcePhrase(indicator, inForce)));
}

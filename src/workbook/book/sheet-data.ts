/** The sheet "Số liệu": what every expected unit reported, the officer's corrections beside it, and what counts. */
import type ExcelJS from "exceljs";
import { measureNames, originNames } from "#messages/words-vi";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import { pairKey } from "./columns";
import type { DataRow, Parts } from "./data-rows";
import { bareFormula, effectiveFormulas, pairFormula } from "./effective-formulas";
import { answerOf } from "./group-tally";
import { FIRST_ROW, writeTable, type Content } from "./table";

const stateWord = ({ state }: Parts): string => (state === 1 ? words.states.reported : state === 2 ? words.states.notApplicable : words.states.notReported);

export function writeDataSheet(workbook: ExcelJS.Workbook, context: BookContext): void {
  const { rows, layout, notes } = context;
  writeTable(workbook, {
    id: "data", sheet: words.sheets.data, title: words.titles.data, notes: [...notes.slice(0, 2), words.inputHint], columns: layout.columns,
    rows: rows.map((row, index) => dataLine(row, FIRST_ROW + index, context)),
  });
}

function dataLine(row: DataRow, line: number, context: BookContext): Content[] {
  const { layout, isRegistration } = context;
  const { indicator, reported, effective, correction, contribution } = row;
  const formulas = effectiveFormulas(layout, row, line, isRegistration);
  const live = (formula: string | null, result: string | number | null): Content => (formula === null ? null : { formula, result: result ?? "" });
  const { n, d, startN, startD } = correction;
  const isTyped = [n, d, startN, startD].some((cell) => cell !== null);
  const counts = contribution.origin === "corrected";
  const check = !isTyped || counts ? "" : correction.reason?.trim() ? words.wrongCorrection : words.reasonNeeded;
  const values: Readonly<Record<string, Content>> = {
    unit: row.unit, name: row.name, kind: row.kind, direct: row.direct ? 1 : 0, ...Object.fromEntries(row.path.map((node, index) => [`path${index + 1}`, node])),
    indicator: indicator.code, indicatorName: indicator.shortName ?? indicator.name, measure: measureNames[indicator.measure],
    scope: row.isOfficeTotal ? "total" : "own", weight: row.weight, weightIn: row.weightIn,
    reportedState: stateWord(reported), reportedCode: reported.state, reportedN: reported.n, reportedD: reported.d,
    reportedStartN: reported.startN, reportedStartD: reported.startD, reportedText: reported.text,
    correctionN: n, correctionD: d, correctionStartN: startN, correctionStartD: startD, reason: correction.reason,
    reasonCheck: live(formulas.check, check), correctionCode: live(formulas.code, counts ? effective.state : ""),
    effectiveState: live(formulas.state, effective.state), effectiveN: live(formulas.n, effective.n), effectiveD: live(formulas.d, effective.d),
    effectiveStartN: live(formulas.startN, effective.startN), effectiveStartD: live(formulas.startD, effective.startD),
    bareShare: reported.bare === null ? null : live(formulas.bare && bareFormula(formulas.bare, reported.bare), effective.bare),
    ...Object.assign({}, ...context.pairs.map((pair) => pairContents(pair, row, line, context))) as Readonly<Record<string, Content>>,
    origin: originNames[contribution.origin], path: contribution.source?.file ?? null, sheet: contribution.source?.sheet ?? null,
    cell: contribution.source?.cell ?? null, raw: contribution.source?.raw ?? null,
  };
  return layout.columns.map(({ key }) => values[key] ?? null);
}

/** The two answers, and the nodes at which both are the unit's own: an office's total may stand in for either. */
function pairContents(pair: string, row: DataRow, line: number, { layout, ownRow }: BookContext): Readonly<Record<string, Content>> {
  const [part, whole = ""] = pair.split("/");
  if (row.indicator.code !== part || row.isOfficeTotal) return {};
  const other = ownRow(row.unit, whole);
  const key = pairKey(pair);
  const nodes = row.path.map((node, index) => [`${key}At${index + 1}`, other === undefined || other.path[index] === node ? node : null] as const);
  return { [key]: { formula: pairFormula(layout, pair, line), result: 10 * answerOf(row) + answerOf(other) }, ...Object.fromEntries(nodes) };
}

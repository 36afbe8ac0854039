/** The sheet "Số liệu". */
import type ExcelJS from "exceljs";
import { measureNames, originNames } from "#messages/words-vi";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import type { DataRow, Parts } from "./data-rows";
import { effectiveFormulas, pairFormula } from "./effective-formulas";
import { pairOf } from "./group-tally";
import { FIRST_ROW, writeTable, type Content } from "./table";

const stateWord = ({ state }: Parts): string => (state === 1 ? words.states.reported : state === 2 ? words.states.notApplicable : words.states.notReported);

export function writeDataSheet(workbook: ExcelJS.Workbook, context: BookContext): void {
  const { rows, layout, notes } = context;
  const byUnit = new Map(rows.map((row) => [`${row.unit}|${row.indicator.code}|${row.isOfficeTotal}`, row]));
  writeTable(workbook, {
    id: "data", sheet: words.sheets.data, title: words.titles.data, notes: [...notes.slice(0, 2), words.inputHint], columns: layout.columns,
    rows: rows.map((row, index) => dataLine(row, FIRST_ROW + index, context, byUnit)),
  });
}

function dataLine(row: DataRow, line: number, context: BookContext, byUnit: ReadonlyMap<string, DataRow>): Content[] {
  const { layout, pairs, isRegistration } = context;
  const formulas = effectiveFormulas(layout, row, line, isRegistration);
  const { indicator, reported, effective, correction, contribution } = row;
  const live = (formula: string, result: string | number | null): Content => ({ formula, result: result ?? "" });
  const check = correction.n === null && correction.d === null ? "" : correction.reason?.trim() ? "" : words.reasonNeeded;
  const values: Readonly<Record<string, Content>> = {
    unit: row.unit, name: row.name, kind: row.kind, direct: row.direct ? 1 : 0,
    ...Object.fromEntries(Array.from({ length: layout.depth }, (_, index) => [`path${index + 1}`, row.path[index] ?? null])),
    indicator: indicator.code, indicatorName: indicator.shortName ?? indicator.name, measure: measureNames[indicator.measure], weight: row.weight,
    reportedState: stateWord(reported), reportedN: reported.n, reportedD: reported.d, reportedStartN: reported.startN, reportedStartD: reported.startD, reportedText: reported.text,
    correctionN: correction.n, correctionD: correction.d, correctionStartN: correction.startN, correctionStartD: correction.startD, reason: correction.reason,
    reasonCheck: live(formulas.check, check),
    effectiveState: live(formulas.state, effective.state), effectiveN: live(formulas.n, effective.n), effectiveD: live(formulas.d, effective.d),
    effectiveStartN: live(formulas.startN, effective.startN), effectiveStartD: live(formulas.startD, effective.startD), knownD: row.knownD,
    ...Object.fromEntries(pairs.map((pair) => [`pair${pair.replace(/[^A-Za-z0-9]/g, "")}`, pairContent(pair, row, line, context, byUnit)])),
    origin: originNames[contribution.origin], path: contribution.source?.file ?? null, sheet: contribution.source?.sheet ?? null,
    cell: contribution.source?.cell ?? null, raw: contribution.source?.raw ?? null,
  };
  return layout.columns.map(({ key }) => values[key] ?? null);
}

function pairContent(pair: string, row: DataRow, line: number, context: BookContext, byUnit: ReadonlyMap<string, DataRow>): Content {
  const [part, whole = ""] = pair.split("/");
  if (row.indicator.code !== part || row.isOfficeTotal) return null;
  return { formula: pairFormula(context.layout, pair, line), result: pairOf(row, byUnit.get(`${row.unit}|${whole}|false`)) };
}


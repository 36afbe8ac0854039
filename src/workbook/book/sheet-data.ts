/** The sheet "Số liệu": what every expected unit reported, the officer's corrections beside it, and what counts. */
import type ExcelJS from "exceljs";
import { measureNames, originNames } from "#messages/words-vi";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import { pairKey } from "./columns";
import type { CorrectionCells, DataRow, Parts } from "./data-rows";
import { bareFormula, effectiveFormulas, pairFormula, type EffectiveFormulas, type RowFormula } from "./effective-formulas";
import { answerOf } from "./group-tally";
import { FIRST_ROW, writeTable, type Content } from "./table";

/** One row on its way to its cells. */
interface Line {
  readonly row: DataRow;
  /** Its number on the sheet. */
  readonly number: number;
  readonly formulas: EffectiveFormulas;
}

/** What a column holds of a row. */
type CellOf = (line: Line) => Content;

/** A province's rows are made one after another as they are written. */
export function writeDataSheet(workbook: ExcelJS.Workbook, context: BookContext): void {
  const { rows, layout, notes, isRegistration } = context;
  const formulasOf = effectiveFormulas(layout, isRegistration);
  const cells = { ...OWN_CELLS, ...levelCells(layout.depth), ...pairCells(context) };
  const columns = layout.columns.map(({ key }): CellOf => cells[key] ?? (() => { throw new RangeError(`The data sheet has no contents for ${key}.`); })());
  writeTable(workbook, {
    id: "data", sheet: words.sheets.data, title: words.titles.data, notes: [...notes.slice(0, 2), words.inputHint], columns: layout.columns,
    rows: {
      length: rows.length,
      at: (index) => {
        const row = rows[index];
        if (!row) return undefined;
        const line: Line = { row, number: FIRST_ROW + index, formulas: formulasOf(row) };
        return columns.map((cellOf) => cellOf(line));
      },
    },
  });
}

const OWN_CELLS: Readonly<Record<string, CellOf>> = {
  unit: ({ row }) => row.unit, name: ({ row }) => row.name, kind: ({ row }) => row.kind, direct: ({ row }) => (row.direct ? 1 : 0),
  indicator: ({ row }) => row.indicator.code, indicatorName: ({ row }) => row.indicator.shortName ?? row.indicator.name, measure: ({ row }) => measureNames[row.indicator.measure],
  scope: ({ row }) => (row.isOfficeTotal ? "total" : "own"), weight: ({ row }) => row.weight, weightIn: ({ row }) => row.weightIn,
  reportedState: ({ row }) => stateWord(row.reported), reportedCode: ({ row }) => row.reported.state, reportedN: ({ row }) => row.reported.n, reportedD: ({ row }) => row.reported.d,
  reportedStartN: ({ row }) => row.reported.startN, reportedStartD: ({ row }) => row.reported.startD, reportedText: ({ row }) => row.reported.text,
  correctionN: ({ row }) => row.correction.n, correctionD: ({ row }) => row.correction.d, correctionStartN: ({ row }) => row.correction.startN, correctionStartD: ({ row }) => row.correction.startD,
  reason: ({ row }) => row.correction.reason, reasonCheck: (line) => live(line, line.formulas.check, checkOf(line.row)),
  correctionCode: (line) => live(line, line.formulas.code, correctionCounts(line.row) ? line.row.effective.state : ""),
  effectiveState: (line) => live(line, line.formulas.state, line.row.effective.state), effectiveN: (line) => live(line, line.formulas.n, line.row.effective.n),
  effectiveD: (line) => live(line, line.formulas.d, line.row.effective.d), effectiveStartN: (line) => live(line, line.formulas.startN, line.row.effective.startN),
  effectiveStartD: (line) => live(line, line.formulas.startD, line.row.effective.startD), bareShare: bareCell,
  origin: ({ row }) => originNames[row.contribution.origin], path: ({ row }) => row.contribution.source?.file ?? null, sheet: ({ row }) => row.contribution.source?.sheet ?? null,
  cell: ({ row }) => row.contribution.source?.cell ?? null, raw: ({ row }) => row.contribution.source?.raw ?? null,
};

function stateWord({ state }: Parts): string {
  return state === 1 ? words.states.reported : state === 2 ? words.states.notApplicable : words.states.notReported;
}

function live({ number }: Line, formula: RowFormula | null, result: string | number | null): Content {
  return formula === null ? null : { formula: formula(number), result: result ?? "" };
}

const correctionCounts = ({ contribution }: DataRow): boolean => contribution.origin === "corrected";
const isTyped = ({ n, d, startN, startD }: CorrectionCells): boolean => [n, d, startN, startD].some((cell) => cell !== null);

/** What the formula beside a correction says of it. */
function checkOf(row: DataRow): string {
  if (correctionCounts(row) || !isTyped(row.correction)) return "";
  return row.correction.reason?.trim() ? words.wrongCorrection : words.reasonNeeded;
}

function bareCell({ row, number, formulas }: Line): Content {
  const { bare } = row.reported;
  return bare === null || formulas.bare === null ? null : { formula: bareFormula(formulas.bare(number), bare), result: row.effective.bare ?? "" };
}

function levelCells(depth: number): Record<string, CellOf> {
  return Object.fromEntries(Array.from({ length: depth }, (_, level): [string, CellOf] => [`path${level + 1}`, ({ row }) => row.path[level] ?? null]));
}

/** The two answers of a part and its whole, and the nodes at which both are the unit's own: an office's total may stand in for either. */
function pairCells({ pairs, layout, ownRow }: BookContext): Record<string, CellOf> {
  return Object.assign({}, ...pairs.map((pair): Record<string, CellOf> => {
    const [part, whole = ""] = pair.split("/");
    const key = pairKey(pair);
    const formula = pairFormula(layout, pair);
    const speaks = (row: DataRow): boolean => row.indicator.code === part && !row.isOfficeTotal;
    const node = ({ row }: Line, level: number): Content => {
      if (!speaks(row)) return null;
      const [own = null, other] = [row.path[level], ownRow(row.unit, whole)];
      return other === undefined || other.path[level] === own ? own : null;
    };
    return {
      [key]: (line) => (speaks(line.row) ? live(line, formula, 10 * answerOf(line.row) + answerOf(ownRow(line.row.unit, whole))) : null),
      ...Object.fromEntries(Array.from({ length: layout.depth }, (_, level): [string, CellOf] => [`${key}At${level + 1}`, (line) => node(line, level)])),
    };
  })) as Record<string, CellOf>;
}

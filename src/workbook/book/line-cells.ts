/** The hidden cells of one line (ô tính phụ): the sums of a group for one indicator, and what its targets over another indicator's đạt need. */
import type ExcelJS from "exceljs";
import { isPartOf } from "#domain/pairs";
import type { Indicator } from "#domain/plan";
import type { BookContext } from "./book-context";
import { lettersOf } from "./columns";
import type { DataRow } from "./data-rows";
import { answerOf, groupTally, TALLY_KEYS, type GroupTally } from "./group-tally";
import { belowNode, PAIR_CODES, PAIR_KEYS, pairFormulas, tallyFormulas, type Group, type PairCells, type PairTally, type TallyCells } from "./tally-formulas";

export interface Place {
  readonly sheet: ExcelJS.Worksheet;
  readonly row: number;
  /** First column, one-based. */
  readonly column: number;
}

/** How formulas elsewhere speak of a cell: on the same sheet, or with the sheet's name. */
const reference = ({ row }: Place, column: number): string => `$${lettersOf(column - 1)}$${row}`;

/** Sums of a group; what the measure does not need is the constant 0. */
export function writeTally(place: Place, context: BookContext, group: Group, indicator: Indicator, rows: readonly DataRow[]): { readonly cells: TallyCells; readonly cached: GroupTally } {
  const formulas = tallyFormulas(context.layout, group, indicator, context.isRegistration);
  const cached = groupTally(rows);
  const cells = TALLY_KEYS.map((key, index): [keyof GroupTally, string] => {
    const formula = formulas[key];
    if (formula === undefined) return [key, "0"];
    place.sheet.getCell(place.row, place.column + index).value = { formula, result: cached[key] };
    return [key, reference(place, place.column + index)];
  });
  return { cells: Object.fromEntries(cells) as TallyCells, cached };
}

/** `code` and `depth` of the node: quoted text and a number, or cells that hold them; `node`: the one they stand for now. */
export interface NodeCells {
  readonly node: string;
  readonly code: string;
  readonly depth: string;
}

export function writePair(place: Place, context: BookContext, indicator: Indicator, whole: string, { node, code, depth }: NodeCells): { readonly cells: PairCells; readonly nested: boolean } {
  const formulas = pairFormulas(context.layout, `${indicator.code}/${whole}`, code, depth);
  const cached = cachedPair(context, indicator.code, whole, node);
  const cells = PAIR_KEYS.map((key, index): [keyof PairTally, string] => {
    place.sheet.getCell(place.row, place.column + index).value = { formula: formulas[key], result: cached[key] };
    return [key, reference(place, place.column + index)];
  });
  return { cells: Object.fromEntries(cells) as unknown as PairCells, nested: isPartOf(context.report.plan, indicator.code, whole) };
}

function cachedPair(context: BookContext, part: string, whole: string, node: string): PairTally {
  const wholes = groupTally(context.rowsAt(node, whole));
  const codes = context.rowsAt(node, part).flatMap((row) => {
    const other = context.ownRow(row.unit, whole);
    const isOwn = !row.isOfficeTotal && (other === undefined || (other.path as readonly (string | null)[]).includes(node));
    return isOwn ? [10 * answerOf(row) + answerOf(other)] : [];
  });
  const count = (code: number): number => codes.filter((one) => one === code).length;
  return {
    wholeN: wholes.n, wholeOpen: wholes.expected - wholes.reported,
    bothOpen: count(PAIR_CODES.bothOpen), yesOpen: count(PAIR_CODES.yesOpen), openNo: count(PAIR_CODES.openNo),
  };
}

export const groupOf = (context: BookContext, { code, depth }: NodeCells): Group => belowNode(context.layout, code, depth);

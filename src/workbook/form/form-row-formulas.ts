/** The formulas beside one row of figures: percentage, verdict, the sentence of Kiểm tra, and the row's part in the Mã số liệu. */
import { CHECKSUM_MODULUS, CHECKSUM_SCALE, CHECKSUM_TOKENS as TOKEN } from "#domain/checksum";
import type { FormRow } from "#domain/form";
import type { Indicator, Stage } from "#domain/plan";
import { cellLabel, formWords as words } from "#messages/form-vi";
import {
  absolute, allOf, anyOf, compared, firstOf, isBlank, isError, isNumber, joined, lit, minus, not, over, plus, remainder, rounded, times, when, whole, type Expr,
} from "./formula";
import type { RowCells } from "./form-verdict-formulas";

/** What the plan and the template say about the row. */
export interface RowRules {
  readonly row: FormRow;
  readonly indicator: Indicator;
  readonly stage: Stage;
  readonly answers: { readonly yes: string; readonly no: string; readonly notApplicable: string };
  /** Name of the head count that fills the base, and its cell. */
  readonly headcount?: { readonly name: string; readonly cell: Expr };
  /** The cell for the cause, where the stage has one. */
  readonly cause?: Expr;
  /** Cross-checks that this row's figure fails: test and sentence. */
  readonly broken: readonly { readonly test: Expr; readonly sentence: string }[];
}

const EMPTY = lit("");
const ZERO = lit(0);

const areNumbers = ({ main, base }: RowCells): Expr => allOf(isNumber(main), ...(base ? [isNumber(base)] : []));

/** Số đạt / Tổng số, shown with two decimals, or with four where two would put it on the wrong side of its target. */
export function resultFormula({ row }: RowRules, cells: RowCells, meets: (cells: RowCells) => Expr | null): Expr | null {
  const { main, base } = cells;
  if (!base || row.main === "percent") return null;
  const share = over(main, base);
  const short = rounded(share, 4);
  const truth = row.moment ? null : meets(cells);
  const roundedTruth = row.moment ? null : meets({ main: short, base: lit(1) });
  const shown = truth && roundedTruth ? when(compared(truth, "=", roundedTruth), short, share) : short;
  return when(areNumbers(cells), when(allOf(compared(main, ">=", ZERO), compared(base, ">", ZERO), compared(main, "<=", base)), shown, EMPTY), EMPTY);
}

/** Đạt / Chưa đạt against the row's own targets; a yes/no is its own verdict. */
export function verdictFormula(rules: RowRules, cells: RowCells, meets: Expr | null, floor: Expr | null): Expr | null {
  const { row, answers } = rules;
  const { main, base, start } = cells;
  if (row.main === "answer") return when(isError(main), EMPTY, when(anyOf(...[answers.yes, answers.no, answers.notApplicable].map((one) => compared(main, "=", lit(one)))), main, EMPTY));
  if (!meets) return null;
  const numbers = allOf(isNumber(main), ...[base, start?.main, start?.base].filter((cell) => cell !== undefined).map(isNumber));
  const sound = allOf(compared(main, ">=", ZERO), ...(base ? [compared(base, ">", ZERO), compared(main, "<=", base)] : []), ...(start ? [compared(start.base, ">", ZERO), compared(start.main, "<=", start.base)] : []));
  const judged = when(meets, lit(words.met), floor ? when(floor, lit(words.atFloor), lit(words.notMet)) : lit(words.notMet));
  return when(numbers, when(row.main === "percent" ? compared(main, ">=", ZERO) : sound, judged, EMPTY), EMPTY);
}

/** ✔ or ✘ with the reason, for a row that must be filled by this unit. */
export function checkFormula(rules: RowRules, cells: RowCells, verdict: Expr | null): Expr {
  const { row, indicator } = rules;
  const all = [cells.main, ...(cells.base ? [cells.base] : [])];
  const broken = rules.broken.map(({ test, sentence }) => [test, lit(sentence)] as const);
  const good = firstOf([...broken, ...remarks(rules, cells, verdict)], lit(words.good));
  const absent: readonly (readonly [Expr, Expr])[] = row.main === "text" ? [] : [
    [compared(cells.main, "=", lit(rules.answers.notApplicable)), lit(indicator.mayNotApply ? words.goodNotApplicable : words.mayNotBeAbsent)],
    ...(cells.start ? [[allOf(compared(cells.start.main, "=", lit(rules.answers.notApplicable)), isBlank(cells.main)), lit(words.goodNotApplicable)] as const] : []),
  ];
  return firstOf([[anyOf(...all.map(isError)), lit(words.cellError)], ...absent, ...blanks(rules, cells), ...faults(rules, cells)], good);
}

function blanks({ row, indicator, stage, headcount }: RowRules, { main, base }: RowCells): (readonly [Expr, Expr])[] {
  const label = cellLabel(row.main, stage);
  const empty = isBlank(main);
  if (!indicator.required) return [[base && !headcount ? allOf(empty, isBlank(base)) : empty, lit(words.optional)], ...(base && !headcount ? missing(row, stage, main, base) : [])];
  if (row.main === "answer") return [[empty, lit(words.blankAnswer)]];
  if (row.main === "text") return [[empty, lit(words.blankWords)]];
  if (!base) return [[empty, lit(row.main === "value" ? words.blankOne(label) : words.blankPercent(label))]];
  const own = missing(row, stage, main, base);
  if (!headcount) return [[allOf(empty, isBlank(base)), lit(words.blankBoth(label, cellLabel(row.base ?? row.main, stage)))], ...own];
  return [own[0] ?? [empty, lit(words.blankPercent(label))], [isBlank(base), when(isBlank(headcount.cell), lit(words.fromHeadcount(headcount.name)), lit(words.blankPercent(cellLabel(row.base ?? row.main, stage))))]];
}

function missing(row: FormRow, stage: Stage, main: Expr, base: Expr): (readonly [Expr, Expr])[] {
  const main_ = row.main === "percent" ? words.blankPercent(cellLabel(row.main, stage)) : words.blankOne(cellLabel(row.main, stage));
  return [[isBlank(main), lit(main_)], [isBlank(base), lit(words.blankPercent(cellLabel(row.base ?? row.main, stage)))]];
}

function faults({ row, stage, answers }: RowRules, { main, base }: RowCells): (readonly [Expr, Expr])[] {
  if (row.main === "text") return [];
  if (row.main === "answer") return [[not(anyOf(compared(main, "=", lit(answers.yes)), compared(main, "=", lit(answers.no)))), lit(words.notAnAnswer)]];
  const isPercent = row.main === "percent" || row.main === "endPercent";
  const mainLabel = cellLabel(row.main, stage);
  const baseLabel = cellLabel(row.base ?? row.main, stage);
  return [
    [not(isNumber(main)), lit(words.notANumber(mainLabel))],
    ...(base ? [[not(isNumber(base)), lit(words.notANumber(baseLabel))] as const] : []),
    ...(isPercent ? [[anyOf(compared(main, "<", ZERO), compared(main, ">", lit(100))), lit(words.overHundred)] as const]
      : [[compared(main, "<", ZERO), lit(words.negative(mainLabel))] as const, [compared(main, "<>", whole(main)), lit(words.fraction(mainLabel))] as const]),
    ...(base ? [[compared(base, "<", ZERO), lit(words.negative(baseLabel))] as const, [compared(base, "<>", whole(base)), lit(words.fraction(baseLabel))] as const] : []),
    ...(base && !isPercent ? [[compared(main, ">", base), above(main, base, mainLabel, baseLabel)] as const] : []),
  ];
}

function above(main: Expr, base: Expr, mainLabel: string, baseLabel: string): Expr {
  const [before, after] = words.aboveBase(mainLabel, baseLabel);
  return joined(lit(before), minus(main, base), lit(after));
}

/** What is right as a figure and still worth a word. */
function remarks({ row, stage, cause }: RowRules, { main, base }: RowCells, verdict: Expr | null): (readonly [Expr, Expr])[] {
  const found: (readonly [Expr, Expr])[] = [];
  if (row.main === "percent") found.push([allOf(compared(main, ">", ZERO), compared(main, "<=", lit(1))), lit(words.tinyPercent)]);
  if (base && row.main !== "percent") found.push([compared(base, "=", ZERO), lit(words.goodZeroOverZero)]);
  if (!verdict || row.main === "answer") return found;
  const missed = compared(verdict, "=", lit(words.notMet));
  if (stage === "registration") found.push([missed, lit(words.belowPlan)]);
  else if (cause) found.push([allOf(missed, isBlank(cause)), lit(words.causeMissing)]);
  return found;
}

/** What a cell stands for in the Mã số liệu; see `checksum.ts`. */
export function tokenFormula(cell: Expr, answers: RowRules["answers"]): Expr {
  const amount = plus(plus(times(rounded(times(absolute(cell), lit(CHECKSUM_SCALE)), 0), lit(2)), when(compared(cell, "<", ZERO), lit(1), ZERO)), lit(TOKEN.number));
  return firstOf([
    [isError(cell), lit(TOKEN.error)],
    [isBlank(cell), lit(TOKEN.blank)],
    [isNumber(cell), remainder(amount, CHECKSUM_MODULUS)],
    [compared(cell, "=", lit(answers.yes)), lit(TOKEN.yes)],
    [compared(cell, "=", lit(answers.no)), lit(TOKEN.no)],
    [compared(cell, "=", lit(answers.notApplicable)), lit(TOKEN.notApplicable)],
  ], lit(TOKEN.otherText));
}

/** A row's part in the sum: its tokens by their weights. */
export function rowTermFormula(tokens: readonly { readonly token: Expr; readonly weight: number }[]): Expr | null {
  const [first, ...rest] = tokens.map(({ token, weight }) => times(token, lit(weight)));
  return first ? remainder(rest.reduce(plus, first), CHECKSUM_MODULUS) : null;
}

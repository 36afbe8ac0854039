/** The functions our forms and books use (hàm bảng tính), all of them older than Excel 2010. */
import type { Scalar } from "#domain/sheet-content";
import { criterion } from "./criterion";
import { textByFormat } from "./text-format";
import { CellError, cellwise, compareValues, isBlock, isError, numberOf, single, sound, textOf, truthOf, type Value } from "./values";

/** Arguments are evaluated when they are asked for: IF looks at one of its branches only. */
export type Argument = () => Value;
type Call = (given: readonly Argument[]) => Value;

const at = (given: readonly Argument[], index: number): Scalar => {
  const argument = given[index];
  return argument ? single(argument()) : null;
};
const cellsOf = (value: Value): readonly Scalar[] => (isBlock(value) ? value.rows.flat() : [value]);
const allOf = (given: readonly Argument[]): readonly Scalar[] => given.flatMap((argument) => cellsOf(argument()));

/** In a block only numbers count; a value written out counts as what it can be read as. */
function numbersOf(given: readonly Argument[]): number[] {
  return given.flatMap((argument) => {
    const value = argument();
    if (!isBlock(value)) return value === null ? [] : [numberOf(value)];
    return value.rows.flat().map(sound).filter((cell): cell is number => typeof cell === "number");
  });
}

function errorOf(argument: Argument | undefined): string | null {
  try {
    const value = argument ? single(argument()) : null;
    return isError(value) ? value.error : null;
  } catch (error) {
    if (error instanceof CellError) return error.error;
    throw error;
  }
}

/** Half away from zero, on the decimal number that the cell shows. */
function round(value: number, digits: number): number {
  if (!Number.isFinite(value)) throw new CellError("#NUM!");
  const scale = 10 ** Math.abs(digits);
  const scaled = digits >= 0 ? value * scale : value / scale;
  const whole = Math.sign(scaled) * Math.floor(Math.abs(Number(scaled.toPrecision(15))) + 0.5);
  return digits >= 0 ? whole / scale : whole * scale;
}

/** Excel counts a 29 February 1900 that never was. */
function day(serial: number): Date {
  if (serial < 0) throw new CellError("#NUM!");
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial < 60 ? serial + 1 : serial) * 86_400_000);
}

/** Rows where every criterion holds. */
function matching(given: readonly Argument[]): boolean[] {
  const pairs: { readonly cells: readonly Scalar[]; readonly holds: (cell: Scalar) => boolean }[] = [];
  for (let index = 0; index + 1 < given.length; index += 2) {
    const [range, wanted] = [given[index], given[index + 1]];
    if (range && wanted) pairs.push({ cells: cellsOf(range()), holds: criterion(single(wanted())) });
  }
  const [first] = pairs;
  return (first?.cells ?? []).map((_, row) => pairs.every(({ cells, holds }) => holds(cells[row] ?? null)));
}

function index(given: readonly Argument[]): Value {
  const block = given[0]?.() ?? null;
  const [row, column] = [numberOf(at(given, 1)), given.length > 2 ? numberOf(at(given, 2)) : 0];
  if (!isBlock(block)) return block;
  const isRow = block.rows.length === 1 && given.length === 2;
  const [r, c] = isRow ? [1, row] : [row, column];
  if (r < 0 || c < 0 || r > block.rows.length || c > (block.rows[0]?.length ?? 0)) throw new CellError("#REF!");
  const lines = r === 0 ? block.rows : [block.rows[r - 1] ?? []];
  const found = c === 0 ? lines : lines.map((line) => [line[c - 1] ?? null]);
  return found.length === 1 && found[0]?.length === 1 ? found[0][0] ?? null : { rows: found };
}

function match(given: readonly Argument[]): Value {
  const wanted = sound(at(given, 0));
  if (given.length > 2 && numberOf(at(given, 2)) !== 0) throw new CellError("#N/A");
  const place = cellsOf(given[1]?.() ?? null).findIndex((cell) => !isError(cell) && cell !== null && typeof cell === typeof wanted && compareValues(cell, wanted) === 0);
  if (place < 0) throw new CellError("#N/A");
  return place + 1;
}

function sumProduct(given: readonly Argument[]): Value {
  const columns = given.map((argument) => cellsOf(argument()));
  const size = columns[0]?.length ?? 0;
  if (columns.some(({ length }) => length !== size)) throw new CellError("#VALUE!");
  let total = 0;
  for (let row = 0; row < size; row += 1) total += columns.reduce((product, cells) => product * (typeof cells[row] === "number" ? (cells[row] as number) : typeof cells[row] === "object" && cells[row] !== null ? numberOf(cells[row] ?? null) : 0), 1);
  return total;
}

export const functions: Readonly<Record<string, Call>> = {
  IF: (given) => (truthOf(at(given, 0)) ? given[1]?.() ?? 0 : given.length > 2 ? given[2]?.() ?? 0 : false),
  IFERROR: (given) => (errorOf(given[0]) === null ? at(given, 0) : at(given, 1)),
  ISERROR: (given) => errorOf(given[0]) !== null,
  ISNUMBER: (given) => errorOf(given[0]) === null && typeof at(given, 0) === "number",
  ISTEXT: (given) => errorOf(given[0]) === null && typeof at(given, 0) === "string",
  ISBLANK: (given) => errorOf(given[0]) === null && at(given, 0) === null,
  NOT: (given) => !truthOf(at(given, 0)),
  AND: (given) => allOf(given).filter((cell) => cell !== null).every(truthOf),
  OR: (given) => allOf(given).filter((cell) => cell !== null).some(truthOf),
  CHOOSE: (given) => {
    const choice = given[Math.floor(numberOf(at(given, 0)))];
    if (!choice || numberOf(at(given, 0)) < 1) throw new CellError("#VALUE!");
    return choice();
  },
  SUM: (given) => numbersOf(given).reduce((sum, number) => sum + number, 0),
  MIN: (given) => numbersOf(given).reduce((least, number) => Math.min(least, number), Infinity) || 0,
  MAX: (given) => numbersOf(given).reduce((most, number) => Math.max(most, number), -Infinity) || 0,
  COUNT: (given) => given.flatMap((argument) => cellsOf(argument())).filter((cell) => typeof cell === "number").length,
  COUNTA: (given) => allOf(given).filter((cell) => cell !== null).length,
  COUNTBLANK: (given) => allOf(given).filter((cell) => cell === null || cell === "").length,
  COUNTIF: (given) => matching(given).filter(Boolean).length,
  COUNTIFS: (given) => matching(given).filter(Boolean).length,
  SUMIFS: (given) => {
    const sums = cellsOf(given[0]?.() ?? null);
    return matching(given.slice(1)).reduce((sum, holds, row) => sum + (holds && typeof sums[row] === "number" ? (sums[row] as number) : 0), 0);
  },
  SUMPRODUCT: sumProduct,
  INDEX: index,
  MATCH: match,
  ROUND: (given) => round(numberOf(at(given, 0)), numberOf(at(given, 1))),
  INT: (given) => Math.floor(numberOf(at(given, 0))),
  MOD: (given) => {
    const [value, by] = [numberOf(at(given, 0)), numberOf(at(given, 1))];
    if (by === 0) throw new CellError("#DIV/0!");
    return value - by * Math.floor(value / by);
  },
  ABS: (given) => Math.abs(numberOf(at(given, 0))),
  TRIM: (given) => textOf(at(given, 0)).replace(/ +/gu, " ").replace(/^ | $/gu, ""),
  LEN: (given) => textOf(at(given, 0)).length,
  LEFT: (given) => cellwise([given[0]?.() ?? null], ([text = null]) => textOf(text).slice(0, given.length > 1 ? numberOf(at(given, 1)) : 1)),
  RIGHT: (given) => {
    const [text, count] = [textOf(at(given, 0)), given.length > 1 ? numberOf(at(given, 1)) : 1];
    return count === 0 ? "" : text.slice(-count);
  },
  MID: (given) => textOf(at(given, 0)).slice(numberOf(at(given, 1)) - 1, numberOf(at(given, 1)) - 1 + numberOf(at(given, 2))),
  UPPER: (given) => textOf(at(given, 0)).toLocaleUpperCase("vi"),
  LOWER: (given) => textOf(at(given, 0)).toLocaleLowerCase("vi"),
  CHAR: (given) => String.fromCharCode(numberOf(at(given, 0))),
  CONCATENATE: (given) => allOf(given).map(textOf).join(""),
  TEXT: (given) => textByFormat(numberOf(at(given, 0)), textOf(at(given, 1))),
  DAY: (given) => day(numberOf(at(given, 0))).getUTCDate(),
  MONTH: (given) => day(numberOf(at(given, 0))).getUTCMonth() + 1,
  YEAR: (given) => day(numberOf(at(given, 0))).getUTCFullYear(),
};

/** Values in formulas (giá trị trong công thức), turned into numbers, texts and answers as spreadsheet programs do. */
import type { Scalar } from "#domain/sheet-content";

/** A block of cells, row by row. */
export interface Block {
  readonly rows: readonly (readonly Scalar[])[];
}

export type Value = Scalar | Block;

/** An error in a cell goes through everything that reads it. */
export class CellError extends Error {
  readonly error: string;

  constructor(error: string) {
    super(error);
    this.error = error;
  }
}

export function isBlock(value: Value): value is Block {
  return typeof value === "object" && value !== null && "rows" in value;
}

export function isError(value: Scalar): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}

/** One cell out of a value; a block where one value belongs is not ours to guess. */
export function single(value: Value): Scalar {
  if (!isBlock(value)) return value;
  if (value.rows.length === 1 && value.rows[0]?.length === 1) return value.rows[0][0] ?? null;
  throw new CellError("#VALUE!");
}

export function sound(value: Scalar): Exclude<Scalar, { readonly error: string }> {
  if (isError(value)) throw new CellError(value.error);
  return value;
}

export function numberOf(value: Scalar): number {
  const plain = sound(value);
  if (plain === null) return 0;
  if (typeof plain === "number") return plain;
  if (typeof plain === "boolean") return plain ? 1 : 0;
  const text = plain.trim();
  if (text === "" || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(text)) throw new CellError("#VALUE!");
  return Number(text);
}

export function textOf(value: Scalar): string {
  const plain = sound(value);
  if (plain === null) return "";
  if (typeof plain === "boolean") return plain ? "TRUE" : "FALSE";
  return typeof plain === "number" ? numberText(plain) : plain;
}

/** Fifteen digits, as cells show numbers. */
function numberText(number: number): string {
  return String(Number(number.toPrecision(15)));
}

export function truthOf(value: Scalar): boolean {
  const plain = sound(value);
  if (typeof plain === "boolean") return plain;
  if (typeof plain === "string") {
    const upper = plain.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
    throw new CellError("#VALUE!");
  }
  return numberOf(plain) !== 0;
}

const rank = (value: Scalar): number => (typeof value === "boolean" ? 2 : typeof value === "string" ? 1 : 0);

/** Numbers before texts before answers; texts without regard to case. A blank is whatever it is held against. */
export function compareValues(a: Scalar, b: Scalar): number {
  const [left, right] = [sound(a), sound(b)];
  const one = left === null ? emptyLike(right) : left;
  const other = right === null ? emptyLike(left) : right;
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === "string" && typeof other === "string") {
    const [x, y] = [one.toLowerCase(), other.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return nearly(Number(one) - Number(other), Number(one));
}

/** Programs take numbers for equal that differ in the sixteenth digit. */
function nearly(difference: number, size: number): number {
  return Math.abs(difference) < Math.abs(size) * 2 ** -49 ? 0 : difference;
}

function emptyLike(other: Exclude<Scalar, { readonly error: string }>): string | number | boolean {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

/** Cell by cell where either side is a block, as SUMPRODUCT asks for; an error stays in its cell. */
export function cellwise(values: readonly Value[], work: (cells: readonly Scalar[]) => Scalar): Value {
  const blocks = values.filter(isBlock);
  if (blocks.length === 0) return work(values as readonly Scalar[]);
  const height = Math.max(...blocks.map(({ rows }) => rows.length));
  const width = Math.max(...blocks.map(({ rows }) => rows[0]?.length ?? 0));
  const at = (value: Value, row: number, column: number): Scalar => {
    if (!isBlock(value)) return value;
    const line = value.rows[value.rows.length === 1 ? 0 : row];
    return line?.[line.length === 1 ? 0 : column] ?? null;
  };
  const rows = Array.from({ length: height }, (_row, row) => Array.from({ length: width }, (_cell, column): Scalar => {
    try {
      return work(values.map((value) => at(value, row, column)));
    } catch (error) {
      if (error instanceof CellError) return { error: error.error };
      throw error;
    }
  }));
  return { rows };
}

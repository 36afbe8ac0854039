/**
 * Formulas that know their own result: every piece is at once the text a spreadsheet program calculates and
 * the value it will find, so a fresh workbook already shows the truth in Protected View.
 *
 * Only functions of Excel 2007. Arithmetic is on whole numbers far below 2^53; where a remainder is needed it is
 * written `n-d*INT(n/d)`, because MOD fails for large quotients.
 */

/** An error value inside a formula; IF steps around it as it does in a spreadsheet. */
export interface FormulaError { readonly error: string }
/** `null` is an empty cell: equal to "" and, in arithmetic, to 0. */
export type FormulaValue = number | string | boolean | null | FormulaError;

export interface Expr {
  readonly text: string;
  readonly value: FormulaValue;
  /** A comparison: needs brackets where it is compared again. */
  readonly loose?: true;
}

const failed = (value: FormulaValue): value is FormulaError => typeof value === "object" && value !== null;
const VALUE_ERROR: FormulaError = { error: "#VALUE!" };

/** A constant. Text longer than a spreadsheet allows in one piece is joined from several. */
export function lit(value: string | number | boolean): Expr {
  if (typeof value === "number") return { text: String(value), value };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", value };
  const pieces = value.match(/[\s\S]{1,120}/g) ?? [""];
  const text = pieces.map((piece) => `"${piece.replace(/"/g, '""')}"`).join("&");
  return { text: pieces.length > 1 ? `(${text})` : text, value };
}

/** The cell at an address, holding `value` now. */
export function at(address: string, value: FormulaValue): Expr {
  return { text: address, value };
}

/** `IF(condition, then, otherwise)` */
export function when(condition: Expr, then: Expr, otherwise: Expr): Expr {
  const value = failed(condition.value) ? condition.value : truthy(condition.value) ? then.value : otherwise.value;
  return { text: `IF(${condition.text},${then.text},${otherwise.text})`, value };
}

/** A ladder of conditions; the first that holds gives the value. */
export function firstOf(cases: readonly (readonly [Expr, Expr])[], otherwise: Expr): Expr {
  return cases.reduceRight<Expr>((rest, [condition, then]) => when(condition, then, rest), otherwise);
}

export function allOf(...parts: readonly Expr[]): Expr {
  return logical("AND", parts, (values) => values.every(truthy));
}

export function anyOf(...parts: readonly Expr[]): Expr {
  return logical("OR", parts, (values) => values.some(truthy));
}

function logical(name: string, parts: readonly Expr[], decide: (values: readonly FormulaValue[]) => boolean): Expr {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const broken = parts.find((part) => failed(part.value));
  return { text: `${name}(${parts.map((part) => part.text).join(",")})`, value: broken ? broken.value : decide(parts.map((part) => part.value)) };
}

export function not(part: Expr): Expr {
  return { text: `NOT(${part.text})`, value: failed(part.value) ? part.value : !truthy(part.value) };
}

export function isNumber(part: Expr): Expr {
  return { text: `ISNUMBER(${part.text})`, value: typeof part.value === "number" };
}

export function isError(part: Expr): Expr {
  return { text: `ISERROR(${part.text})`, value: failed(part.value) };
}

/** Empty, or nothing but spaces. */
export function isBlank(part: Expr): Expr {
  return { text: `TRIM(${part.text})=""`, loose: true, value: failed(part.value) ? part.value : shown(part.value).trim() === "" };
}

type Relation = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A comparison as spreadsheets make it: text without regard to case, any text above any number. */
export function compared(left: Expr, relation: Relation, right: Expr): Expr {
  const text = [left, right].map((side) => (side.loose ? `(${side.text})` : side.text)).join(relation);
  const broken = [left.value, right.value].find(failed);
  if (broken) return { text, loose: true, value: broken };
  const order = orderOf(left.value, right.value);
  const value = { "=": order === 0, "<>": order !== 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[relation];
  return { text, loose: true, value };
}

const rank = (value: FormulaValue): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

function orderOf(left: FormulaValue, right: FormulaValue): number {
  const a = left ?? (typeof right === "number" ? 0 : "");
  const b = right ?? (typeof left === "number" ? 0 : "");
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [x, y] = [shown(a).toLowerCase(), shown(b).toLowerCase()];
  return x === y ? 0 : x < y ? -1 : 1;
}

export const plus = (left: Expr, right: Expr): Expr => arithmetic(left, "+", right, (a, b) => a + b);
export const minus = (left: Expr, right: Expr): Expr => arithmetic(left, "-", right, (a, b) => a - b);
export const times = (left: Expr, right: Expr): Expr => arithmetic(left, "*", right, (a, b) => a * b);
export const over = (left: Expr, right: Expr): Expr => arithmetic(left, "/", right, (a, b) => (b === 0 ? { error: "#DIV/0!" } : a / b));

function arithmetic(left: Expr, sign: string, right: Expr, work: (a: number, b: number) => number | FormulaError): Expr {
  const text = `(${left.text}${sign}${right.text})`;
  const [a, b] = [numeric(left.value), numeric(right.value)];
  if (failed(a)) return { text, value: a };
  return { text, value: failed(b) ? b : work(a, b) };
}

/** The remainder for amounts of any size. */
export function remainder(amount: Expr, divisor: number): Expr {
  const value = numeric(amount.value);
  return {
    text: `(${amount.text}-${divisor}*INT(${amount.text}/${divisor}))`,
    value: failed(value) ? value : value - divisor * Math.floor(value / divisor),
  };
}

/** `INT` */
export function whole(part: Expr): Expr {
  const value = numeric(part.value);
  return { text: `INT(${part.text})`, value: failed(value) ? value : Math.floor(value) };
}

export function absolute(part: Expr): Expr {
  const value = numeric(part.value);
  return { text: `ABS(${part.text})`, value: failed(value) ? value : Math.abs(value) };
}

/** Half away from zero, on the decimal the number stands for (1.005 is not its binary neighbour). */
export function rounded(part: Expr, digits: number): Expr {
  const value = numeric(part.value);
  return { text: `ROUND(${part.text},${digits})`, value: failed(value) ? value : roundDecimal(value, digits) };
}

function roundDecimal(value: number, digits: number): number {
  const size = Number(Math.abs(value).toPrecision(15));
  const [mantissa = "0", exponent = "0"] = String(size).split("e");
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const result = Number(`${scaled}e${-digits}`);
  return value < 0 ? -result : result;
}

/** Text after text (`&`). */
export function joined(...parts: readonly Expr[]): Expr {
  const broken = parts.find((part) => failed(part.value));
  return { text: `(${parts.map((part) => part.text).join("&")})`, value: broken ? broken.value : parts.map((part) => shown(part.value)).join("") };
}

export function upper(part: Expr): Expr {
  return { text: `UPPER(${part.text})`, value: failed(part.value) ? part.value : shown(part.value).toUpperCase() };
}

/** How many cells of a range begin with a text. */
export function countBeginning(range: string, values: readonly FormulaValue[], beginning: string): Expr {
  const value = values.filter((one) => shown(one).slice(0, beginning.length).toLowerCase() === beginning.toLowerCase()).length;
  return { text: `SUMPRODUCT(--(LEFT(${range},${beginning.length})=${lit(beginning).text}))`, value };
}

/** `COUNTA` over cells of which none is filled yet, or some are. */
export function countFilled(range: string, values: readonly FormulaValue[]): Expr {
  return { text: `COUNTA(${range})`, value: values.filter((one) => one !== null).length };
}

export function sumOf(range: string, values: readonly FormulaValue[]): Expr {
  return { text: `SUM(${range})`, value: values.reduce<number>((sum, one) => sum + (typeof one === "number" ? one : 0), 0) };
}

/** Any other function, its value worked out by the caller. */
export function called(text: string, value: FormulaValue): Expr {
  return { text, value };
}

function truthy(value: FormulaValue): boolean {
  return typeof value === "boolean" ? value : typeof value === "number" ? value !== 0 : false;
}

function numeric(value: FormulaValue): number | FormulaError {
  if (failed(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : VALUE_ERROR;
}

function shown(value: FormulaValue): string {
  if (value === null) return "";
  if (failed(value)) return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

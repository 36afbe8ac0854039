/**
 * The cells of one indicator on one form, as numbers or as the reason why there is none. Every cell ends as a
 * value, a blank, or a named problem; nothing typed is dropped in silence.
 */
import { isFilled } from "./content-key";
import { compare, isNegative, isWhole, multiply, type Exact } from "./exact";
import type { PartId } from "./form";
import type { Indicator } from "./plan";
import { problem, severity, type Problem, type ProblemFacts, type ProblemPlace } from "./problem";
import type { PartKey, Reading, Submission } from "./submission";

/** What a cell that should hold a number holds. */
export type NumberCell =
  | { readonly kind: "blank" }
  /** Something is there that cannot be used; its problem is named. */
  | { readonly kind: "broken" }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "bareShare"; readonly share: Exact }
  | { readonly kind: "number"; readonly number: Exact };

/** One indicator's cells in one submission, with the problems found on the way. */
export interface FormCells {
  readonly submission: Submission;
  readonly indicator: Indicator;
  /** Unit and file; sheet and cell are added per reading. */
  readonly at: ProblemPlace;
  /** What the plan calls the head count that is this indicator's base. */
  readonly headcountName: string;
  /** Blank main cells are an error. */
  readonly required: boolean;
  readonly problems: Problem[];
}

const HUNDRED: Exact = { n: 100n, d: 1n };

export function readingOf({ submission, indicator }: FormCells, part: PartId): Reading | undefined {
  return submission.parts[`${indicator.code}.${part}` satisfies PartKey];
}

/** The head count that is this indicator's base, typed once in Thông tin đơn vị. An office's total has its own bases. */
export function headcountOf({ submission, indicator }: FormCells): Reading | undefined {
  if (submission.scope === "total") return undefined;
  const reading = indicator.denominatorHeadcount === undefined ? undefined : submission.headcounts[indicator.denominatorHeadcount];
  return reading && isFilled(reading) ? reading : undefined;
}

/** A whole number of people, schools, classes. */
export function wholeNumber(cells: FormCells, part: PartId, reading = readingOf(cells, part)): NumberCell {
  const cell = numberCell(cells, reading);
  if (cell.kind !== "number") return cell;
  if (isNegative(cell.number)) return broken(cells, reading, "cell-negative");
  return isWhole(cell.number) ? cell : broken(cells, reading, "cell-fraction");
}

/** A percentage typed as such: 95,5 means 95,5 %. As a fraction of 1. */
export function percentage(cells: FormCells, part: PartId): NumberCell {
  const reading = readingOf(cells, part);
  const cell = numberCell(cells, reading);
  if (cell.kind !== "number" && cell.kind !== "bareShare") return cell;
  const percent = cell.kind === "number" ? cell.number : multiply(cell.share, HUNDRED);
  if (isNegative(percent)) return broken(cells, reading, "cell-negative");
  if (compare(percent, HUNDRED) > 0) return broken(cells, reading, "cell-over-hundred");
  return { kind: "number", number: { n: percent.n, d: percent.d * 100n } };
}

function numberCell(cells: FormCells, reading: Reading | undefined): NumberCell {
  if (!isFilled(reading)) return { kind: "blank" };
  const { value } = reading;
  if (value?.kind === "number") return value;
  if (value?.kind === "bareShare") return isNegative(value.share) ? broken(cells, reading, "cell-negative") : value;
  if (value?.kind === "notApplicable" && cells.indicator.mayNotApply) return value;
  return broken(cells, reading, "cell-not-a-number");
}

/** Names what is wrong with a cell, unless the reader has done so already. */
export function broken(
  cells: FormCells, reading: Reading | undefined,
  code: "cell-not-a-number" | "cell-negative" | "cell-fraction" | "cell-over-hundred" | "cell-not-yes-no",
): NumberCell {
  if (!readerNamed(cells, reading, code)) {
    report(cells, code, reading, { found: reading?.raw.trim() ?? "" });
  }
  return { kind: "broken" };
}

/** The reader saw the same cell, and either could make nothing of it or named this very thing. */
export function readerNamed(cells: FormCells, reading: Reading | undefined, code?: Problem["code"]): boolean {
  return cells.submission.problems.some((known) =>
    reading !== undefined && known.at.cell === reading.cell && known.at.sheet === reading.sheet &&
    (known.code === code || (reading.value === null && severity(known) === "error")));
}

const structural: ReadonlySet<string> = new Set(["column-missing", "sheet-missing"]);
const rowProblems: ReadonlySet<string> = new Set(["row-missing", "row-duplicated", "cell-blank"]);

/** Reports a blank cell, unless what hides it (a lost row, column or sheet) is named already: one cause, one message. */
export function reportBlank(cells: FormCells, part: PartId): void {
  const reading = readingOf(cells, part);
  const explained = cells.submission.problems.some(({ code, at }) =>
    (reading === undefined && structural.has(code)) || (rowProblems.has(code) && at.indicator === cells.indicator.code));
  if (!explained) report(cells, "cell-blank", reading, { label: labelOf(cells.indicator, part) });
}

type NamedCode = {
  [Code in keyof ProblemFacts]: ProblemFacts[Code] extends { readonly indicator: string; readonly name: string } ? Code : never;
}[keyof ProblemFacts];

/** Adds a problem at a reading, with the indicator's code and name filled in. */
export function report<Code extends NamedCode>(
  cells: FormCells, code: Code, reading: Reading | undefined, facts: Omit<ProblemFacts[Code], "indicator" | "name">,
): void {
  const { code: indicator, name } = cells.indicator;
  const named = { indicator, name, ...facts } as unknown as ProblemFacts[Code];
  cells.problems.push(problem(code, placeOf(cells, reading), named));
}

function placeOf({ at, indicator }: FormCells, reading: Reading | undefined): ProblemPlace {
  const place = { ...at, indicator: indicator.code };
  if (!reading) return place;
  return { ...place, ...(reading.sheet ? { sheet: reading.sheet } : {}), ...(reading.cell ? { cell: reading.cell } : {}) };
}

/** What the plan calls the cell, else the part's id. */
function labelOf(indicator: Indicator, part: PartId): string {
  if (part === "numerator") return indicator.numeratorLabel ?? part;
  return part === "denominator" ? indicator.denominatorLabel ?? part : part;
}

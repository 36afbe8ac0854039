/** The figure cells of one form (ô số liệu), row by row. */
import { compare, type Exact } from "#domain/exact";
import type { FormRow, PartId } from "#domain/form";
import { problem } from "#domain/problem";
import { addressOf } from "#domain/snapshot";
import type { PartKey, Reading } from "#domain/submission";
import { plainReading, type CellReader } from "./cell-reader";
import { checkResult } from "./check-result";
import type { Place } from "./defined-places";
import { headcountName } from "../form-layout";
import { ownerOf, type FormReading } from "./form-reading";
import type { CellExpectation, CellKind } from "./cell-findings";
import type { Grid } from "./sheet-grid";

const KINDS: Readonly<Record<PartId, CellKind>> = {
  value: "count", numerator: "numerator", startNumerator: "numerator", endNumerator: "numerator",
  denominator: "denominator", startDenominator: "denominator", endDenominator: "denominator",
  percent: "percent", endPercent: "percent", answer: "yesNo", text: "text",
};

/** Every figure cell of the form, by part. */
export function readParts(context: FormReading, headcounts: Readonly<Record<string, Reading>>): Partial<Record<PartKey, Reading>> {
  const parts: Partial<Record<PartKey, Reading>> = {};
  for (const row of context.found.form.rows) {
    const main = readPart(context, row, "main", row.main);
    const base = row.base ? readPart(context, row, "base", row.base, headcounts) : null;
    const settled = settlePair(context, row, main, base);
    if (settled.main) parts[`${row.indicator}.${row.main}`] = plainReading(settled.main);
    if (row.base && settled.base) parts[`${row.indicator}.${row.base}`] = plainReading(settled.base);
    if (main && base) checkResult(context, row, settled.main, settled.base);
  }
  return parts;
}

type PartReading = ReturnType<CellReader["read"]>;

function readPart(context: FormReading, row: FormRow, role: "main" | "base", part: PartId, headcounts?: Readonly<Record<string, Reading>>): PartReading | null {
  const { places } = context.locate(row, role);
  const indicator = context.indicators.get(row.indicator);
  const owner = ownerOf(context, row.indicator);
  const before = context.reader.problems.length;
  const readings = places.map((place) => {
    const grid = context.gridOf(place);
    const id = indicator?.denominatorHeadcount;
    const linked = headcounts && id !== undefined ? headcounts[id] : undefined;
    if (linked && id !== undefined && takesHeadcount(grid, place, linked, id)) return { ...linked, sheet: place.sheet, cell: addressOf(place.row, place.column) };
    return context.reader.readAs(inputAt(grid, place, context), grid, place.row, place.column, expected(context, part), owner);
  });
  const [first, ...more] = readings.filter(({ raw }) => raw.trim() !== "");
  if (!first) return readings[0] ?? null;
  if (more.every((other) => sameValue(first, other))) {
    // The same cell twice has the same trouble once.
    const own = context.reader.problems.slice(before).filter(({ at }) => at.cell === first.cell && at.sheet === first.sheet);
    context.reader.problems.splice(before, context.reader.problems.length, ...own);
    return first;
  }
  context.reader.problems.length = before;
  const cells = [first, ...more].map(({ sheet, cell }) => (sheet === first.sheet ? cell : `${sheet}!${cell}`)).join(", ");
  if (!context.reader.problems.some(({ code, at }) => code === "row-duplicated" && at.indicator === row.indicator)) {
    context.reader.problems.push(problem("row-duplicated", { file: context.file, sheet: first.sheet, cell: first.cell, indicator: row.indicator }, { ...owner, cells }));
  }
  return { sheet: first.sheet, cell: first.cell, raw: [first, ...more].map(({ raw }) => raw).join(" | "), value: null };
}

function expected({ template }: FormReading, part: PartId): CellExpectation {
  return { kind: KINDS[part], answers: template.answers };
}

/** A value typed across merged cells stands in the leftmost; that counts unless another column of figures begins there. */
function inputAt(grid: Grid, place: Place, { sheets }: FormReading) {
  const cell = grid.at(place.row, place.column);
  if (cell) return cell;
  const range = grid.rangeAt(place.row, place.column);
  if (!range || range.top !== place.row || range.left === place.column) return null;
  const columns = sheets.figures.find((figures) => figures.grid === grid)?.columns;
  const isTaken = [...(columns ?? [])].some(([, column]) => column >= range.left && column < place.column);
  return isTaken ? null : grid.at(range.top, range.left);
}

/** Our own formula that takes the head count from Thông tin: read there, never its cached result. */
function takesHeadcount(grid: Grid, place: Place, headcount: Reading, id: string): boolean {
  const formula = grid.at(place.row, place.column)?.formula?.replace(/[$']/g, "").normalize("NFC");
  if (formula === undefined) return false;
  if (formula.toLowerCase().includes(headcountName(id).toLowerCase())) return true;
  return formula.includes(headcount.sheet.replace(/[$']/g, "")) && new RegExp(`(^|[^A-Z0-9])${headcount.cell}([^0-9]|$)`).test(formula);
}

function sameValue(a: Reading, b: Reading): boolean {
  if (a.value === null || b.value === null) return a.value === b.value && a.raw.trim() === b.raw.trim();
  return JSON.stringify(a.value, bigintText) === JSON.stringify(b.value, bigintText);
}

const bigintText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);

/** `12/38` typed into Số đạt brings its base along; a different one beside it makes both doubtful. */
function settlePair(context: FormReading, row: FormRow, main: PartReading | null, base: PartReading | null): { main: Reading | null; base: Reading | null } {
  if (!main?.base) return { main, base };
  const given: Exact = main.base;
  if (base?.value?.kind === "number" && compare(base.value.number, given) !== 0) {
    context.reader.report({ code: "cell-ambiguous", found: main.raw.trim(), readings: `${main.raw.trim()} / ${base.raw.trim()}` }, main, ownerOf(context, row.indicator));
    return { main: { ...plainReading(main), value: null }, base };
  }
  if (base === null || base.raw.trim() !== "") return { main, base };
  return { main, base: { ...plainReading(base), raw: main.raw, value: { kind: "number", number: given } } };
}


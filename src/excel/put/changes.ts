/** What must be done to a sheet so that it stands as wanted (phần thay đổi); what already does is left alone. */
import type { CellLook, ConditionalLook, ContentCell, SheetContent, Validation } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import { typedOf, type Raw } from "../cell-values";
import { rectangles, sameRange, type Area } from "../ranges";
import { areaOf, faceGrid, lookFits, type Face, type FaceGrid } from "./face";
import { pointsOfWidth, sameSize } from "./sizes";

export interface Formatted {
  readonly range: CellRange;
  readonly format: string;
}

/** Width in points, height in points. */
export interface Sized {
  readonly from: number;
  readonly to: number;
  readonly size?: number;
  readonly hidden?: boolean;
}

export interface SheetChanges {
  readonly unmerge: readonly CellRange[];
  readonly merge: readonly CellRange[];
  readonly cells: readonly { readonly range: CellRange; readonly formulas: readonly (readonly Raw[])[] }[];
  /** Before the cells are written. */
  readonly formats: readonly Formatted[];
  /** After: numbers and formulas under the text format, which would turn them into text while being written. */
  readonly lateFormats: readonly Formatted[];
  readonly looks: readonly { readonly look: CellLook; readonly ranges: readonly CellRange[] }[];
  readonly columns: readonly Sized[];
  readonly rows: readonly Sized[];
  readonly clearValidations: readonly CellRange[];
  readonly validations: readonly Validation[];
  /** `null`: as they are. */
  readonly conditionals: readonly ConditionalLook[] | null;
  readonly frozen: SheetContent["frozen"] | null;
  readonly filter: { readonly range: CellRange | null } | null;
  readonly page: SheetContent["page"] | null;
  readonly tabColour: string | null;
  readonly showGridlines: boolean | null;
}

export interface Comparing {
  /** False leaves looks, widths and heights alone: the sheet has just come from the same file. */
  readonly looks?: boolean;
  /** The change that is being taken back: only widths and heights that it touched are. */
  readonly undoing?: SheetChanges;
}

export function changesBetween(from: Face, to: Face, { looks = true, undoing }: Comparing = {}): SheetChanges {
  const area = areaOf(from, to);
  const [standing, wanted] = [faceGrid(from, area), faceGrid(to, area)];
  return {
    unmerge: from.sheet.merges.filter((range) => !to.sheet.merges.some((other) => sameRange(range, other))),
    merge: to.sheet.merges.filter((range) => !from.sheet.merges.some((other) => sameRange(range, other))),
    ...contentChanges(area, standing, wanted),
    looks: looks ? lookChanges(area, standing, wanted) : [],
    columns: looks ? sizeChanges(columnSizes(from), columnSizes(to), undoing?.columns) : [],
    rows: looks ? sizeChanges(rowSizes(from), rowSizes(to), undoing?.rows) : [],
    ...validationChanges(from.sheet.validations, to.sheet.validations),
    conditionals: same(from.sheet.conditionals.map(conditionalKey), to.sheet.conditionals.map(conditionalKey)) ? null : to.sheet.conditionals,
    frozen: same(from.sheet.frozen, to.sheet.frozen) ? null : to.sheet.frozen,
    filter: same(rangeKey(from.sheet.filter), rangeKey(to.sheet.filter)) ? null : { range: to.sheet.filter ?? null },
    page: same(pageKey(from.sheet.page), pageKey(to.sheet.page)) ? null : to.sheet.page,
    tabColour: (from.sheet.tabColour ?? "").toUpperCase() === (to.sheet.tabColour ?? "").toUpperCase() ? null : (to.sheet.tabColour ?? ""),
    showGridlines: from.sheet.showGridlines === to.sheet.showGridlines ? null : to.sheet.showGridlines,
  };
}

export function isNothing({ conditionals, frozen, filter, page, tabColour, showGridlines, ...lists }: SheetChanges): boolean {
  return [conditionals, frozen, filter, page, tabColour, showGridlines].every((one) => one === null) && Object.values(lists).every((list) => list.length === 0);
}

function contentChanges(area: Area, standing: FaceGrid, wanted: FaceGrid): Pick<SheetChanges, "cells" | "formats" | "lateFormats"> {
  const changed = (row: number, column: number): boolean => !sameContent(standing.cellAt(row, column), wanted.cellAt(row, column));
  const isLate = (row: number, column: number): boolean => {
    const cell = wanted.cellAt(row, column);
    return wanted.formatAt(row, column) === "@" && cell !== undefined && (cell.formula !== undefined || (cell.value !== null && typeof cell.value !== "string")) && changed(row, column);
  };
  const early = (row: number, column: number): string | null => {
    const target = isLate(row, column) ? "General" : wanted.formatAt(row, column);
    return target === standing.formatAt(row, column) ? null : target;
  };
  const cells = rectangles(area, (row, column) => (changed(row, column) ? 1 : null)).map(({ range }) => ({ range, formulas: rawOf(range, wanted) }));
  const formats = rectangles(area, early).map(({ key: format, range }) => ({ format, range }));
  const lateFormats = rectangles(area, (row, column) => (isLate(row, column) ? 1 : null)).map(({ range }) => ({ format: "@", range }));
  return { cells, formats, lateFormats };
}

function rawOf({ top, left, bottom, right }: CellRange, wanted: FaceGrid): Raw[][] {
  return Array.from({ length: bottom - top + 1 }, (_, down) => Array.from({ length: right - left + 1 }, (_unused, across) => {
    const cell = wanted.cellAt(top + down, left + across);
    return cell?.formula === undefined ? typedOf(cell?.value ?? null) : `=${cell.formula}`;
  }));
}

/** Of a formula its text counts: its result is Excel's business. */
function sameContent(a: ContentCell | undefined, b: ContentCell | undefined): boolean {
  if (a?.formula !== b?.formula) return false;
  return a?.formula !== undefined || valueKey(a) === valueKey(b);
}

function valueKey(cell: ContentCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null || value === "") return "";
  return typeof value === "object" ? `error ${value.error}` : `${typeof value} ${String(value)}`;
}

function lookChanges(area: Area, standing: FaceGrid, wanted: FaceGrid): SheetChanges["looks"] {
  const fits = new Map<string, boolean>();
  const fitsAt = (row: number, column: number): boolean => {
    const [is, shall] = [standing.lookAt(row, column), wanted.lookAt(row, column)];
    const key = `${is} ${shall}`;
    const known = fits.get(key) ?? lookFits(wanted.looks[shall] as CellLook, standing.looks[is] as CellLook);
    fits.set(key, known);
    return known;
  };
  const groups = new Map<number, CellRange[]>();
  for (const { key, range } of rectangles(area, (row, column) => (fitsAt(row, column) ? null : wanted.lookAt(row, column)))) {
    groups.set(key, [...(groups.get(key) ?? []), range]);
  }
  return [...groups].map(([number, ranges]) => ({ look: wanted.looks[number] as CellLook, ranges }));
}

interface Size {
  readonly size?: number;
  readonly hidden: boolean;
}

function columnSizes({ sheet }: Face): ReadonlyMap<number, Size> {
  return new Map(sheet.columns.map(({ column, width, hidden }) => [column, { hidden: hidden === true, ...(width === undefined ? {} : { size: pointsOfWidth(width) }) }]));
}

function rowSizes({ sheet }: Face): ReadonlyMap<number, Size> {
  return new Map(sheet.rows.map(({ row, height, hidden }) => [row, { hidden: hidden === true, ...(height === undefined ? {} : { size: height }) }]));
}

/** Neighbours of one new size are changed together. A hidden one keeps its size unseen. */
function sizeChanges(from: ReadonlyMap<number, Size>, to: ReadonlyMap<number, Size>, touched?: readonly Sized[]): Sized[] {
  const isTouched = (at: number): boolean => touched === undefined || touched.some((change) => change.from <= at && at <= change.to);
  const changed = [...new Set([...from.keys(), ...to.keys()])].filter(isTouched).sort((a, b) => a - b).flatMap((at) => {
    const [is, shall] = [from.get(at) ?? { hidden: false }, to.get(at) ?? { hidden: false }];
    const resized = shall.size !== undefined && !(is.hidden && shall.hidden) && (is.size === undefined || !sameSize(is.size, shall.size));
    const hides = is.hidden !== shall.hidden;
    return resized || hides ? [{ from: at, to: at, ...(resized ? { size: shall.size } : {}), ...(hides || (resized && shall.hidden) ? { hidden: shall.hidden } : {}) }] : [];
  });
  const joined: Sized[] = [];
  for (const change of changed) {
    const last = joined.at(-1);
    if (last && last.to === change.from - 1 && last.size === change.size && last.hidden === change.hidden) joined[joined.length - 1] = { ...last, to: change.to };
    else joined.push(change);
  }
  return joined;
}

/** A rule is set on all its cells at once: its formula speaks of the first of them. */
function validationChanges(from: readonly Validation[], to: readonly Validation[]): Pick<SheetChanges, "validations" | "clearValidations"> {
  const standing = cellsByRule(from);
  const wanted = cellsByRule(to);
  const validations = to.filter((rule) => rule.ranges.some((range) => eachCell(range).some((cell) => standing.get(cell) !== validationKey(rule))));
  const left = [...standing.keys()].filter((cell) => !wanted.has(cell));
  const rows = new Set(left);
  const area = { rows: 0, columns: 0 };
  for (const cell of left) {
    const [row = 0, column = 0] = cell.split(":").map(Number);
    area.rows = Math.max(area.rows, row + 1);
    area.columns = Math.max(area.columns, column + 1);
  }
  return { validations, clearValidations: rectangles(area, (row, column) => (rows.has(`${row}:${column}`) ? 1 : null)).map(({ range }) => range) };
}

function cellsByRule(rules: readonly Validation[]): Map<string, string> {
  return new Map(rules.flatMap((rule) => rule.ranges.flatMap((range) => eachCell(range).map((cell): [string, string] => [cell, validationKey(rule)]))));
}

function eachCell({ top, left, bottom, right }: CellRange): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) cells.push(`${row}:${column}`);
  return cells;
}

/** A rule without its cells; what is left out is as the program would have it. */
export function validationKey({ kind, operator, formulas, allowBlank, severity, error, prompt }: Validation): string {
  const compares = kind !== "list" && kind !== "custom";
  return JSON.stringify([kind, compares ? (operator ?? "between") : "", formulas.map((formula) => formula.replace(/\s+/gu, "")), allowBlank, severity, error?.title ?? "", error?.text ?? "", prompt?.title ?? "", prompt?.text ?? ""]);
}

function conditionalKey({ ranges, formula, font, fill, stopIfTrue }: ConditionalLook): unknown {
  return [ranges.map(({ top, left, bottom, right }) => [top, left, bottom, right]), formula.replace(/\s+/gu, ""), font?.colour ?? "", font?.bold ?? false, font?.italic ?? false, font?.underline ?? false, font?.strike ?? false, fill ?? "", stopIfTrue ?? false];
}

function pageKey({ landscape, fitToWidth, area, titleRows }: SheetContent["page"]): unknown {
  return [landscape, fitToWidth, rangeKey(area), titleRows ? [titleRows.from, titleRows.to] : null];
}

function rangeKey(range: CellRange | undefined): unknown {
  return range ? [range.top, range.left, range.bottom, range.right] : null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What the sheet itself says of a cell (quy tắc của ô): how it looks now, and what may be typed in it. */
import type { CellLook, ConditionalLook, Scalar, SheetContent, Validation, WorkbookContent } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import { evaluator, type Evaluator } from "./evaluate";
import { truthOf } from "./values";

const isIn = ({ top, left, bottom, right }: CellRange, row: number, column: number): boolean => row >= top && row <= bottom && column >= left && column <= right;

/** Evaluators are made once for each state of the workbook. */
const evaluators = new WeakMap<WorkbookContent, Evaluator>();

export function evaluatorOf(content: WorkbookContent): Evaluator {
  const known = evaluators.get(content) ?? evaluator(content);
  evaluators.set(content, known);
  return known;
}

/** The look with the conditional looks that hold now, the first to hold first. */
export function lookNow(content: WorkbookContent, sheet: SheetContent, row: number, column: number, look: CellLook): CellLook {
  let now = look;
  for (const rule of sheet.conditionals) {
    if (!rule.ranges.some((range) => isIn(range, row, column)) || !holds(content, sheet, rule, row, column)) continue;
    now = { ...now, ...(rule.fill === undefined || now.fill !== look.fill ? {} : { fill: rule.fill }), font: { ...rule.font, ...pick(now.font, look.font, rule.font) } };
    if (rule.stopIfTrue) break;
  }
  return now;
}

/** The rule's font over the cell's own; of two rules the first. */
function pick(now: CellLook["font"], own: CellLook["font"], rule: CellLook["font"] | undefined): CellLook["font"] {
  return now === own ? { ...own, ...rule } : { ...rule, ...now };
}

function holds(content: WorkbookContent, sheet: SheetContent, { ranges, formula }: ConditionalLook, row: number, column: number): boolean {
  const [first] = ranges;
  const away = { rows: row - (first?.top ?? row), columns: column - (first?.left ?? column) };
  const value = evaluatorOf(content).valueOf(formula, sheet.name, away);
  return value !== null && typeof value !== "object" && typeof value !== "string" && truthOf(value);
}

export function validationAt({ validations }: SheetContent, row: number, column: number): Validation | null {
  return validations.find(({ ranges }) => ranges.some((range) => isIn(range, row, column))) ?? null;
}

/** The choices of a drop-down; none where the cell has no list. */
export function choicesOf(content: WorkbookContent, sheet: SheetContent, { kind, formulas: [formula = ""] }: Validation): string[] {
  if (kind !== "list") return [];
  const written = /^"(.*)"$/su.exec(formula)?.[1];
  if (written !== undefined) return written.split(",").map((choice) => choice.trim());
  const block = evaluatorOf(content).block(formula, sheet.name);
  return (block?.rows ?? []).flat().filter((value): value is string | number => typeof value === "string" || typeof value === "number").map(String).filter((text) => text !== "");
}

/** Whether the sheet lets this value stand. What its rule says and we do not understand is let through. */
export function isAllowed(content: WorkbookContent, sheet: SheetContent, rule: Validation, value: Scalar, at: { readonly row: number; readonly column: number }): boolean {
  if (value === null || value === "") return rule.allowBlank;
  switch (rule.kind) {
    case "list": return choicesOf(content, sheet, rule).includes(String(typeof value === "object" ? value.error : value));
    case "whole": return typeof value === "number" && Number.isInteger(value) && isBetween(content, sheet, rule, value);
    case "decimal":
    case "date": return typeof value === "number" && isBetween(content, sheet, rule, value);
    case "textLength": return isBetween(content, sheet, rule, String(typeof value === "object" ? value.error : value).length);
    case "custom": return customHolds(content, sheet, rule, value, at);
  }
}

function isBetween(content: WorkbookContent, sheet: SheetContent, { operator = "between", formulas }: Validation, value: number): boolean {
  const [low, high] = formulas.map((formula) => {
    const bound = evaluatorOf(content).valueOf(formula, sheet.name);
    return typeof bound === "number" ? bound : null;
  });
  if (low === null || low === undefined) return true;
  switch (operator) {
    case "between": return value >= low && (high === null || high === undefined || value <= high);
    case "notBetween": return value < low || (typeof high === "number" && value > high);
    case "equal": return value === low;
    case "notEqual": return value !== low;
    case "greaterThan": return value > low;
    case "lessThan": return value < low;
    case "greaterThanOrEqual": return value >= low;
    case "lessThanOrEqual": return value <= low;
  }
}

/** A rule as a formula sees the value already in its cell. */
function customHolds(content: WorkbookContent, sheet: SheetContent, { ranges, formulas: [formula = "TRUE"] }: Validation, value: Scalar, { row, column }: { readonly row: number; readonly column: number }): boolean {
  const known = sheet.cells.find((cell) => cell.row === row && cell.column === column);
  const typed = { row, column, style: known?.style ?? 0, value };
  const cells = known ? sheet.cells.map((cell) => (cell === known ? typed : cell)) : [...sheet.cells, typed];
  const next = { ...content, sheets: content.sheets.map((one) => (one === sheet ? { ...sheet, cells } : one)) };
  const away = { rows: row - (ranges[0]?.top ?? row), columns: column - (ranges[0]?.left ?? column) };
  const answer = evaluator(next).valueOf(formula, sheet.name, away);
  return answer === null || typeof answer === "object" || typeof answer === "string" ? answer === null : truthOf(answer);
}

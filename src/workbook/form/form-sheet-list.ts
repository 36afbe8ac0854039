/** A list with free rows: titles, nominations, role models. Every row carries a printed code. */
import type { FormList } from "#domain/form";
import type { Plan } from "#domain/plan";
import { addressOf } from "#domain/snapshot";
import { formWords as words } from "#messages/form-vi";
import { columnRange, nameCell, put, putHeading, rangeElsewhere, setPaper, sizeHeading, type Canvas } from "./form-canvas";
import type { FormContext } from "./form-context";
import { makeInput, type InputKind } from "./form-inputs";
import { listName } from "../form-layout";
import { markChecks } from "./form-marks";
import { isOneOf, type Catalogue } from "./form-sheet-catalogue";
import type { InfoCells } from "./form-sheet-info";
import { putSignature } from "./form-signature";
import { FILL, heightOf, linesOf } from "./form-styles";
import { at, called, compared, countFilled, isBlank, lit, when, allOf, type Expr, type FormulaValue } from "./formula";

const HEAD_ROW = 8;

/** The lists this form has: by stage, and by what the plan asks of somebody the form is for. */
export function listsOf({ plan, stage, template, profiles, scope }: FormContext): FormList[] {
  const asked: Readonly<Record<NonNullable<FormList["when"]>, boolean>> = {
    ownTargets: profiles.some(({ view }) => view.asksOwnTargets),
    steps: plan.steps.length > 0,
    workCategories: plan.workCategories.length > 0,
    movements: plan.movements.length > 0,
  };
  return scope === "total" ? [] : template.lists.filter(({ stages, when: needs }) => stages.includes(stage) && (needs === undefined || asked[needs]));
}

export function writeListSheet(context: FormContext, catalogue: Catalogue, info: InfoCells, canvas: Canvas, list: FormList): { range: string; values: FormulaValue[] } {
  const { sheet } = canvas;
  const last = list.columns.length + 1;
  const check = last + 1;
  const headings = [words.listCode, ...list.columns.map(({ label }) => label), words.columns.check];
  const widths = [10, ...list.columns.map(({ width }) => width ?? 16), 28];
  headings.forEach((heading, index) => {
    sheet.getColumn(index + 1).width = widths[index] ?? 16;
    const placed = put(canvas, HEAD_ROW, index + 1, heading, { bold: true, across: "center", fill: FILL.head, box: true });
    if (index === 0) nameCell(canvas, placed, listName(list.id));
  });
  sheet.getRow(HEAD_ROW).height = heightOf(Math.max(...headings.map((heading, index) => linesOf(heading, widths[index] ?? 16, 11, true))), 11, 30);

  const inputs = list.columns.map((column) => inputOf(context.plan, catalogue, column));
  const values: FormulaValue[] = [];
  for (let number = 1; number <= list.rows; number += 1) {
    const row = HEAD_ROW + number;
    put(canvas, row, 1, `${list.rowCode}-${String(number).padStart(2, "0")}`, { across: "center", box: true, size: 10 });
    inputs.forEach((input, index) => makeInput(sheet.getCell(row, index + 2), input, { size: 11, ...(input.kind === "text" ? { format: "@" } : {}) }));
    const sentence = rowCheck(context, catalogue, list, row, number === 1);
    put(canvas, row, check, sentence, { box: true, size: 10 });
    values.push(sentence.value);
    sheet.getRow(row).height = 22;
  }
  const lastRow = HEAD_ROW + list.rows;
  const range = columnRange(check, HEAD_ROW + 1, lastRow);
  markChecks(sheet, range);
  const split = splitOf(widths.slice(0, last));
  putHeading(canvas, context, { lastColumn: last, split, title: list.title.toUpperCase(), parent: info.parentHeading, unit: info.unitHeading });
  sizeHeading(canvas, { lastColumn: last, split }, context);
  const foot = putSignature(canvas, info, { row: lastRow + 1, split, lastColumn: last });
  sheet.views = [{ state: "frozen", xSplit: 2, ySplit: HEAD_ROW, zoomScale: 90, showGridLines: false }];
  setPaper(canvas, context, { landscape: true, area: { fromRow: 3, toRow: foot.lastRow, toColumn: last }, titleRows: { from: HEAD_ROW, to: HEAD_ROW } });
  return { range: rangeElsewhere(canvas, range), values };
}

/** The heading's left half ends before half the width. */
function splitOf(widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let sum = 0;
  const index = widths.findIndex((width) => (sum += width) > whole * 0.48);
  return Math.min(Math.max(index, 1), widths.length - 1);
}

function inputOf(plan: Plan, catalogue: Catalogue, { kind, choices, choicesFrom }: FormList["columns"][number]): InputKind {
  if (kind !== "choice") return { kind };
  const offered = choicesFrom ? plan[choicesFrom].map(({ name }) => name) : choices ?? [];
  return offered.length === 0 ? { kind: "text" } : { kind: "choice", choices: catalogue.choices(offered), strict: false };
}

/** A begun row needs its required cells; a list of own targets needs at least one row. */
function rowCheck({ profiles, unit }: FormContext, { profile }: Catalogue, list: FormList, row: number, first: boolean): Expr {
  const cell = (index: number): string => addressOf(row - 1, index + 1);
  const filled = countFilled(`${cell(0)}:${cell(list.columns.length - 1)}`, list.columns.map(() => null));
  const required = list.columns.flatMap(({ required: needed, label }, index) => (needed ? [{ label, cell: at(cell(index), null) }] : []));
  const missing = required.length === 0 ? lit(false) : called(`OR(${required.map((one) => isBlank(one.cell).text).join(",")})`, true);
  const begun = required.length === 0 ? lit(words.good) : when(missing, lit(words.listIncomplete(required.map(({ label }) => label))), lit(words.good));
  const begunOrNot = (empty: Expr): Expr => when(compared(filled, "=", lit(0)), empty, begun);
  if (!first || list.when !== "ownTargets") return begunOrNot(lit(""));
  const all = countFilled(`${addressOf(row - 1, 1)}:${addressOf(row + list.rows - 2, list.columns.length)}`, []);
  const ids = profiles.flatMap(({ view }, index) => (view.asksOwnTargets ? [index + 1] : []));
  const owed = unit ? compared(all, "=", lit(0)) : allOf(compared(all, "=", lit(0)), isOneOf(profile, ids));
  return begunOrNot(when(owed, lit(words.ownTargetsMissing), lit("")));
}


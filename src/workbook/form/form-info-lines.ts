/** One line of Thông tin: its input, what is known already, and its sentence of Kiểm tra. */
import type { FormTemplate } from "#domain/form";
import { rowsOfIndicator } from "#domain/form";
import type { FormProfile } from "#domain/form-plan";
import { formWords as words } from "#messages/form-vi";
import { put, type Canvas, type Placed } from "./form-canvas";
import type { FormContext } from "./form-context";
import { makeInput, quoted, type InputKind } from "./form-inputs";
import { byProfile, type Catalogue } from "./form-sheet-catalogue";
import { compared, firstOf, isBlank, isError, isNumber, lit, not, when, whole, type Expr, type FormulaValue } from "./formula";

interface Line {
  readonly cell: Placed;
  readonly check: FormulaValue;
}

/** A head count: asked of the kinds that have it, owed where a figure of the unit is based on it. */
export function headcountLine(context: FormContext, { profile }: Catalogue, canvas: Canvas, row: number, id: string): Line {
  const { unit, profiles } = context;
  const cell = put(canvas, row, 3, unit?.headcounts?.[id] ?? null);
  makeInput(canvas.sheet.getCell(row, 3), { kind: "whole", absent: null });
  const sentence = (owed: boolean): Expr => numberSentence(cell.here, owed ? words.blankHeadcount : words.optional);
  const body = byProfile(profile, profiles, (one) => (one.view.headcounts.includes(id) ? sentence(isOwed(context, one, id)) : lit(words.doesNotApply)), lit(words.doesNotApply));
  const check = unit ? body : when(isBlank(profile), lit(""), body);
  put(canvas, row, 4, check, { box: true, size: 10 });
  return { cell, check: check.value };
}

function isOwed({ plan, stage }: FormContext, { view }: FormProfile, id: string): boolean {
  return plan.indicators.some((indicator) => indicator.denominatorHeadcount === id && indicator.required
    && view.indicators.some(({ code }) => code === indicator.code)
    && rowsOfIndicator(indicator, stage).some(({ base }) => base !== undefined));
}

function numberSentence(cell: Expr, ifBlank: string): Expr {
  return firstOf([
    [isError(cell), lit(words.cellError)],
    [isBlank(cell), lit(ifBlank)],
    [not(isNumber(cell)), lit(words.notANumber(words.infoColumns[2]))],
    [compared(cell, "<", lit(0)), lit(words.negative(words.infoColumns[2]))],
    [compared(cell, "<>", whole(cell)), lit(words.fraction(words.infoColumns[2]))],
  ], lit(words.good));
}

/** A fact about the unit; what the registration said stands there already. */
export function infoLine({ previous, unit }: FormContext, canvas: Canvas, row: number, field: FormTemplate["info"][number]): Line {
  const before = field.ofReport ? null : previous?.info[field.id]?.value;
  const known = before?.kind === "text" ? before.text : field.id === "focalName" ? unit?.contact?.name ?? null : null;
  const cell = put(canvas, row, 3, known);
  const input: InputKind = field.kind === "choice" ? { kind: "choice", choices: quoted(field.choices ?? []), strict: false } : field.kind === "number" ? { kind: "whole", absent: null } : { kind: field.kind };
  makeInput(canvas.sheet.getCell(row, 3), input, { across: field.kind === "number" ? "right" : "left", ...(field.kind === "text" ? { format: "@" } : {}) });
  const ifBlank = field.required ? words.blankInfo : "";
  const check = field.kind === "number" ? numberSentence(cell.here, ifBlank)
    : firstOf([
      [isError(cell.here), lit(words.cellError)],
      [isBlank(cell.here), lit(ifBlank)],
      ...(field.kind === "date" ? [[not(isNumber(cell.here)), lit(words.notADate)] as const] : []),
    ], lit(field.required ? words.good : ""));
  put(canvas, row, 4, check, { box: true, size: 10 });
  return { cell, check: check.value };
}

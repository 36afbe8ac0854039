/** Input cells: their look and the data validation that speaks Vietnamese. */
import type ExcelJS from "exceljs";
import type { PartId } from "#domain/form";
import { formWords } from "#messages/form-vi";
import { FILL, styleOf, type Look } from "./form-styles";

const words = formWords.validation;

/** Kinds of input on the form. `choices` is a quoted list or a range. */
export type InputKind =
  | { readonly kind: "whole" | "percent"; readonly absent: string | null; readonly linked?: boolean }
  | { readonly kind: "choice"; readonly choices: string; readonly strict: boolean; readonly prompt?: string }
  | { readonly kind: "date" | "number" | "text" };

export function inputLook(input: InputKind, more: Look = {}): Look {
  const base: Look = { fill: "linked" in input && input.linked ? FILL.linked : FILL.input, box: true };
  switch (input.kind) {
    case "whole": return { ...base, across: "right", format: "#,##0", ...more };
    case "percent": return { ...base, across: "right", ...more };
    case "number": return { ...base, across: "right", format: "#,##0", ...more };
    case "choice": return { ...base, across: "center", ...more };
    case "date": return { ...base, across: "center", format: "dd/mm/yyyy", ...more };
    case "text": return { ...base, across: "left", ...more };
  }
}

/** Marks a cell as an input of this kind. */
export function makeInput(cell: ExcelJS.Cell, input: InputKind, more: Look = {}): void {
  cell.style = styleOf(inputLook(input, more));
  const rule = validationOf(input);
  if (rule) cell.dataValidation = rule;
}

function validationOf(input: InputKind): ExcelJS.DataValidation | null {
  switch (input.kind) {
    case "whole":
      if (input.absent !== null) return pickOrType(quoted([input.absent]), input.linked ? words.linked : words.wholeOrAbsent);
      return told({ type: "whole", operator: "greaterThanOrEqual", formulae: [0], allowBlank: true }, input.linked ? words.linked : words.whole, words.wholeError);
    case "percent":
      if (input.absent !== null) return pickOrType(quoted([input.absent]), words.percentOrAbsent);
      return told({ type: "decimal", operator: "between", formulae: [0, 100], allowBlank: true }, words.percent, words.percentError);
    case "choice":
      return input.strict
        ? told({ type: "list", formulae: [input.choices], allowBlank: true }, input.prompt ?? words.answer, words.answerError)
        : pickOrType(input.choices, input.prompt ?? words.choice);
    case "date":
      return told({ type: "date", operator: "between", formulae: [new Date(Date.UTC(1930, 0, 1)), new Date(Date.UTC(2100, 0, 1))], allowBlank: true }, words.date, words.dateError);
    case "number":
      return told({ type: "decimal", operator: "greaterThanOrEqual", formulae: [0], allowBlank: true }, words.number, words.number);
    case "text":
      return null;
  }
}

/** Choices as they stand inside a validation. */
export function quoted(choices: readonly string[]): string {
  return `"${choices.join(",")}"`;
}

/** A drop-down that also lets a number be typed; what is typed wrong shows in Kiểm tra. */
function pickOrType(choices: string, prompt: string): ExcelJS.DataValidation {
  return { type: "list", formulae: [choices], allowBlank: true, showErrorMessage: false, showInputMessage: true, promptTitle: words.title, prompt };
}

function told(rule: ExcelJS.DataValidation, prompt: string, error: string): ExcelJS.DataValidation {
  return { ...rule, showInputMessage: true, promptTitle: words.title, prompt, showErrorMessage: true, errorStyle: "stop", errorTitle: words.title, error };
}

/** Which input a part of a figure needs. */
export function inputOfPart(part: PartId, answers: { yes: string; no: string; notApplicable: string }, mayNotApply: boolean, isBase: boolean, linked: boolean): InputKind {
  const absent = mayNotApply && !isBase ? answers.notApplicable : null;
  if (part === "answer") return { kind: "choice", choices: quoted([answers.yes, answers.no, ...(mayNotApply ? [answers.notApplicable] : [])]), strict: true };
  if (part === "text") return { kind: "text" };
  if (part === "percent" || part === "endPercent") return { kind: "percent", absent };
  return { kind: "whole", absent, linked };
}

/** Validations and conditional looks as operations (ghi quy tắc). */
import type { ConditionalLook, Validation } from "#domain/sheet-content";
import type { Operation } from "../batches";
import { addressOfRange } from "../ranges";
import { has } from "../run-excel";
import { onAreas, type Areas } from "./areas";
import type { SheetChanges } from "./changes";

export function validationOperations(sheet: string, { clearValidations, validations }: SheetChanges): Operation[] {
  if (!has("1.8")) return [];
  return [
    ...onAreas(sheet, clearValidations, 300, ({ dataValidation }) => dataValidation.clear()),
    ...validations.flatMap((rule) => onAreas(sheet, rule.ranges, 800, (areas) => setRule(areas, rule))),
  ];
}

function setRule({ dataValidation }: Areas, rule: Validation): void {
  dataValidation.clear();
  dataValidation.rule = ruleOf(rule);
  dataValidation.ignoreBlanks = rule.allowBlank;
  dataValidation.errorAlert = {
    showAlert: rule.severity !== "information" || rule.error !== undefined, style: STYLES[rule.severity],
    title: rule.error?.title ?? "", message: rule.error?.text ?? "",
  };
  dataValidation.prompt = { showPrompt: rule.prompt !== undefined, title: rule.prompt?.title ?? "", message: rule.prompt?.text ?? "" };
}

const STYLES = { stop: "Stop", warning: "Warning", information: "Information" } as const;

function ruleOf({ kind, operator, formulas: [first = "", second] }: Validation): Excel.DataValidationRule {
  if (kind === "list") return { list: { inCellDropDown: true, source: listSource(first) } };
  if (kind === "custom") return { custom: { formula: `=${first}` } };
  const basic = {
    formula1: operand(first), operator: operatorOf(operator ?? "between"), ...(second === undefined ? {} : { formula2: operand(second) }),
  };
  switch (kind) {
    case "whole": return { wholeNumber: basic };
    case "decimal": return { decimal: basic };
    case "textLength": return { textLength: basic };
    case "date": return { date: basic as unknown as Excel.DateTimeDataValidation };
  }
}

/** Words as they are, cells as a formula. */
function listSource(formula: string): string {
  const words = /^"(.*)"$/su.exec(formula);
  return words ? (words[1] ?? "").replaceAll('""', '"') : `=${formula}`;
}

function operand(formula: string): number | string {
  return /^-?\d+(?:\.\d+)?$/u.test(formula) ? Number(formula) : `=${formula}`;
}

function operatorOf(operator: NonNullable<Validation["operator"]>): Excel.BasicDataValidation["operator"] {
  const named = `${operator.slice(0, 1).toUpperCase()}${operator.slice(1)}`;
  return (/Than(?:OrEqual)?$/u.test(named) ? named.replace("OrEqual", "OrEqualTo") : named === "Equal" ? "EqualTo" : named === "NotEqual" ? "NotEqualTo" : named) as Excel.BasicDataValidation["operator"];
}

/** Those that stand are taken away by id; Excel puts each new one before the others, so the last goes in first. */
export function conditionalOperations(sheet: string, standing: readonly string[], wanted: readonly ConditionalLook[]): Operation[] {
  if (!has("1.6")) return [];
  return [
    ...standing.map((id): Operation => ({ bytes: 300, apply: (context) => context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete() })),
    ...[...wanted].reverse().flatMap((look): Operation[] => {
      if (has("1.9")) return [{ bytes: 1_500, apply: (context) => addConditional(context.workbook.worksheets.getItem(sheet).getRanges(look.ranges.map(addressOfRange).join(",")), look) }];
      return look.ranges.map((range) => ({ bytes: 1_500, apply: (context) => addConditional(context.workbook.worksheets.getItem(sheet).getRange(addressOfRange(range)), look) }));
    }),
  ];
}

function addConditional({ conditionalFormats }: Areas, { formula, font, fill, stopIfTrue }: ConditionalLook): void {
  const added = conditionalFormats.add("Custom");
  added.custom.rule.formula = `=${formula}`;
  if (fill !== undefined) added.custom.format.fill.color = fill;
  if (font?.colour !== undefined) added.custom.format.font.color = font.colour;
  if (font?.bold === true) added.custom.format.font.bold = true;
  if (font?.italic === true) added.custom.format.font.italic = true;
  if (font?.strike === true) added.custom.format.font.strikethrough = true;
  if (font?.underline === true) added.custom.format.font.underline = "Single";
  if (stopIfTrue === true) added.stopIfTrue = true;
}

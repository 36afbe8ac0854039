/** Validations and conditional looks of a sheet, out of the library's terms. */
import type ExcelJS from "exceljs";
import type { ConditionalLook, Validation } from "#domain/sheet-content";
import { fillOf, fontOf } from "./look-of";
import { joinCells, rangesOf } from "./range-text";

const KINDS: ReadonlySet<string> = new Set(["list", "whole", "decimal", "date", "textLength", "custom"]);

/** The library keeps one validation a cell: equal ones are put together again. */
export function validationsOf(sheet: ExcelJS.Worksheet): Validation[] {
  const model = (sheet as unknown as { dataValidations?: { model?: Record<string, ExcelJS.DataValidation> } }).dataValidations?.model ?? {};
  const groups = new Map<string, { rule: ExcelJS.DataValidation; cells: string[] }>();
  for (const [address, rule] of Object.entries(model)) {
    if (!KINDS.has(rule.type)) continue;
    const key = JSON.stringify(rule);
    const group = groups.get(key) ?? { rule, cells: [] };
    group.cells.push(address.replace(/^range:/u, ""));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ rule, cells }) => validation(rule, cells));
}

function validation(rule: ExcelJS.DataValidation, cells: readonly string[]): Validation {
  return {
    ranges: joinCells(cells), kind: rule.type as Validation["kind"],
    ...(rule.operator === undefined ? {} : { operator: rule.operator as NonNullable<Validation["operator"]> }),
    formulas: rule.formulae.map((formula: unknown) => (formula instanceof Date ? String(formula.getTime() / 86_400_000 + 25_569) : String(formula))),
    allowBlank: rule.allowBlank === true,
    severity: rule.showErrorMessage !== true ? "information" : rule.errorStyle === "warning" ? "warning" : rule.errorStyle === "information" ? "information" : "stop",
    ...(rule.error === undefined ? {} : { error: { title: rule.errorTitle ?? "", text: rule.error } }),
    ...(rule.prompt === undefined ? {} : { prompt: { title: rule.promptTitle ?? "", text: rule.prompt } }),
  };
}

interface Rule {
  readonly type: string;
  readonly priority?: number;
  readonly formulae?: readonly unknown[];
  readonly style?: Partial<ExcelJS.Style>;
  readonly stopIfTrue?: boolean;
}

/** Looks that hang on a formula, the first to hold first. */
export function conditionalsOf(sheet: ExcelJS.Worksheet): ConditionalLook[] {
  const formattings = (sheet as unknown as { conditionalFormattings?: { ref: string; rules: Rule[] }[] }).conditionalFormattings ?? [];
  return formattings
    .flatMap(({ ref, rules }) => rules.filter(({ type }) => type === "expression").map((rule) => ({ ref, rule })))
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0))
    .map(({ ref, rule }) => {
      const fill = fillOf(rule.style?.fill);
      const font = fontOf(rule.style?.font);
      return {
        ranges: rangesOf(ref), formula: textOf(rule.formulae?.[0]), ...(Object.keys(font).length > 0 ? { font } : {}),
        ...(fill === undefined ? {} : { fill }), ...(rule.stopIfTrue === true ? { stopIfTrue: true } : {}),
      };
    });
}

function textOf(formula: unknown): string {
  return typeof formula === "string" || typeof formula === "number" || typeof formula === "boolean" ? String(formula) : "FALSE";
}

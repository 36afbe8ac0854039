/** Validations and conditional looks as they stand (quy tắc đang có). */
import type { ConditionalLook, Validation } from "#domain/sheet-content";
import { isMark } from "../mark-formula";
import { readUniform } from "../read-uniform";
import type { Block } from "../read-cells";
import { addressOfRange, rangesOfAddress } from "../ranges";
import { has, stopIfCancelled } from "../run-excel";
import { validationKey } from "./changes";

type Rule = Omit<Validation, "ranges">;

/** By sheet. Cells of one rule are one validation. */
export async function readValidations(context: Excel.RequestContext, blocks: readonly Block[], signal?: AbortSignal): Promise<ReadonlyMap<string, readonly Validation[]>> {
  if (!has("1.8")) return new Map();
  const found = await readUniform<Rule | "none">(context, blocks, ({ range }) => addressOfRange(range), askRule, "none", signal);
  const sheets = new Map<string, Map<string, Validation>>();
  for (const { sheet, range, value } of found) {
    if (value === "none") continue;
    const rules = sheets.get(sheet) ?? new Map<string, Validation>();
    const key = validationKey({ ...value, ranges: [] });
    rules.set(key, { ...value, ranges: [...(rules.get(key)?.ranges ?? []), range] });
    sheets.set(sheet, rules);
  }
  return new Map([...sheets].map(([sheet, rules]) => [sheet, [...rules.values()]]));
}

function askRule(range: Excel.Range): () => Rule | "none" | null {
  const { dataValidation } = range;
  dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks");
  return () => {
    const { type } = dataValidation;
    if (type === "Inconsistent" || type === "MixedCriteria") return null;
    return ruleOf(dataValidation) ?? "none";
  };
}

const KINDS = { list: "list", wholeNumber: "whole", decimal: "decimal", date: "date", textLength: "textLength", custom: "custom" } as const;

function ruleOf({ rule, errorAlert, prompt, ignoreBlanks }: Excel.DataValidation): Rule | null {
  for (const [key, kind] of Object.entries(KINDS) as [keyof typeof KINDS, Validation["kind"]][]) {
    const stated = rule[key] as { source?: unknown; formula?: unknown; formula1?: unknown; formula2?: unknown; operator?: string } | undefined | null;
    if (!stated) continue;
    const operator = stated.operator === undefined ? undefined : (`${stated.operator.slice(0, 1).toLowerCase()}${stated.operator.slice(1).replace("EqualTo", "Equal")}` as NonNullable<Validation["operator"]>);
    const formulas = [stated.source ?? stated.formula ?? stated.formula1, stated.formula2].filter((part) => part !== undefined && part !== null && part !== "");
    return {
      kind, formulas: formulas.map((part) => formulaText(part, kind)), allowBlank: ignoreBlanks !== false,
      ...(operator === undefined ? {} : { operator }),
      severity: errorAlert?.showAlert === false ? "information" : errorAlert?.style === "Warning" ? "warning" : errorAlert?.style === "Information" ? "information" : "stop",
      ...(errorAlert?.message ? { error: { title: errorAlert.title, text: errorAlert.message } } : {}),
      ...(prompt?.message ? { prompt: { title: prompt.title, text: prompt.message } } : {}),
    };
  }
  return null;
}

/** Files write a list of words in quotation marks, the API does not. */
function formulaText(part: unknown, kind: Validation["kind"]): string {
  const text = typeof part === "string" ? part : String(part as number);
  if (text.startsWith("=")) return text.slice(1);
  return kind === "list" ? `"${text}"` : text;
}

/** By sheet, the first to hold first; only looks that hang on a formula, our marks left out. */
export async function readConditionals(context: Excel.RequestContext, sheets: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, readonly StandingConditional[]>> {
  if (!has("1.6")) return new Map();
  stopIfCancelled(signal);
  const listed = sheets.map((sheet) => {
    const formats = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
    formats.load("items/id,items/type,items/priority,items/stopIfTrue");
    return { sheet, formats };
  });
  await context.sync();
  const detailed = listed.map(({ sheet, formats }) => ({
    sheet, items: formats.items.filter(({ type }) => type === "Custom").map((item) => {
      const { custom } = item;
      custom.rule.load("formula");
      custom.format.font.load("color,bold,italic,underline,strikethrough");
      custom.format.fill.load("color");
      const ranges = has("1.9") ? item.getRanges() : item.getRange();
      ranges.load("address");
      return { item, ranges };
    }),
  }));
  await context.sync();
  return new Map(detailed.map(({ sheet, items }) => [sheet, items
    .sort((a, b) => a.item.priority - b.item.priority)
    .filter(({ item }) => !isMark(item.custom.rule.formula))
    .map(({ item, ranges }) => ({ id: item.id, look: conditionalOf(item, ranges.address) }))]));
}

export interface StandingConditional {
  readonly id: string;
  readonly look: ConditionalLook;
}

function conditionalOf({ custom: { rule, format }, stopIfTrue }: Excel.ConditionalFormat, address: string): ConditionalLook {
  const told = format.font as unknown as { color: string | null; bold: boolean | null; italic: boolean | null; underline: string | null; strikethrough: boolean | null };
  const font = {
    ...(told.bold ? { bold: true } : {}), ...(told.italic ? { italic: true } : {}), ...(told.strikethrough ? { strike: true } : {}),
    ...(told.underline && told.underline !== "None" ? { underline: true } : {}), ...(told.color ? { colour: told.color } : {}),
  };
  const fill = format.fill.color as string | null;
  return {
    ranges: rangesOfAddress(address), formula: rule.formula.replace(/^=/u, ""), ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(fill ? { fill } : {}), ...(stopIfTrue ? { stopIfTrue: true } : {}),
  };
}

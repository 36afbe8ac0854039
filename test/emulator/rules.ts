/** Validations between files and Excel's API, written independently of the code under test. */
import type { Validation } from "#domain/sheet-content";
import type { DataRule } from "./model";

const TYPES: Readonly<Record<Validation["kind"], { readonly type: string; readonly key: string }>> = {
  list: { type: "List", key: "list" }, whole: { type: "WholeNumber", key: "wholeNumber" }, decimal: { type: "Decimal", key: "decimal" },
  date: { type: "Date", key: "date" }, textLength: { type: "TextLength", key: "textLength" }, custom: { type: "Custom", key: "custom" },
};
const OPERATORS: Readonly<Record<NonNullable<Validation["operator"]>, string>> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
};

export function ruleFromContent({ kind, operator, formulas: [first = "", second], allowBlank, severity, error, prompt }: Validation): DataRule {
  const { type, key } = TYPES[kind];
  const isWords = kind === "list" && first.startsWith('"');
  const operand = (text: string): string | number => (/^-?[\d.]+$/u.test(text) ? Number(text) : `=${text}`);
  const stated = kind === "list" ? { inCellDropDown: true, source: isWords ? first.slice(1, -1) : `=${first}` }
    : kind === "custom" ? { formula: `=${first}` }
    : { formula1: operand(first), ...(second === undefined ? {} : { formula2: operand(second) }), operator: OPERATORS[operator ?? "between"] };
  return {
    type, rule: { [key]: stated }, ignoreBlanks: allowBlank,
    errorAlert: { showAlert: severity !== "information" || error !== undefined, style: severity === "warning" ? "Warning" : severity === "information" ? "Information" : "Stop", title: error?.title ?? "", message: error?.text ?? "" },
    prompt: { showPrompt: prompt !== undefined, title: prompt?.title ?? "", message: prompt?.text ?? "" },
  };
}

/** What the rule of the API is called there. */
export function typeOfRule(rule: object): string {
  return Object.values(TYPES).find(({ key }) => key in rule)?.type ?? "None";
}

export function ruleToContent({ rule, errorAlert, prompt, ignoreBlanks }: DataRule): Omit<Validation, "ranges"> {
  const [kind, { key }] = Object.entries(TYPES).find(([, one]) => one.key in rule) as [Validation["kind"], { key: string }];
  const stated = (rule as Record<string, Record<string, unknown>>)[key] ?? {};
  const text = (part: unknown): string => {
    const raw = String(part as string | number);
    return raw.startsWith("=") ? raw.slice(1) : kind === "list" ? `"${raw}"` : raw;
  };
  const formulas = kind === "list" ? [text(stated.source)] : kind === "custom" ? [text(stated.formula)] : [text(stated.formula1), ...(stated.formula2 === undefined ? [] : [text(stated.formula2)])];
  const operator = Object.entries(OPERATORS).find(([, name]) => name === stated.operator)?.[0] as Validation["operator"];
  const alert = errorAlert as { showAlert: boolean; style: string; title: string; message: string };
  const hint = prompt as { title: string; message: string };
  return {
    kind, formulas, allowBlank: ignoreBlanks, ...(operator === undefined ? {} : { operator }),
    severity: !alert.showAlert || alert.style === "Information" ? "information" : alert.style === "Warning" ? "warning" : "stop",
    ...(alert.message === "" ? {} : { error: { title: alert.title, text: alert.message } }), ...(hint.message === "" ? {} : { prompt: { title: hint.title, text: hint.message } }),
  };
}

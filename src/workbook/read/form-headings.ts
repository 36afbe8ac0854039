// vietnamese-data: headings under which schools' own copies of the form keep their figures
/** What the columns of the figures sheet are called, and under which other headings they are known again. */
import type { FormColumn, FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import { formWords } from "#messages/form-vi";
import { foldText } from "./fold-text";

/** `main`, `base`, `result`, `verdict`, `code`, or a side column's id after `side:`. */
export type ColumnRole = "main" | "base" | "result" | "verdict" | "code" | `side:${string}`;

export interface SideColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: FormColumn["kind"];
  readonly choices?: readonly string[];
}

/** The columns beside the figures at a stage: the template's, and at registration those the plan asks for. */
export function sideColumnsOf(template: FormTemplate, plan: Plan, stage: Stage): SideColumn[] {
  const own = (template.sideColumns[stage] ?? []).map(({ id, label, kind, choices }) => ({ id, label, kind, ...(choices ? { choices } : {}) }));
  const asked = stage === "registration" ? plan.registrationColumns.map(({ id, label, kind }) => ({ id, label, kind })) : [];
  const ids = new Set(asked.map(({ id }) => id));
  return [...own.filter(({ id }) => !ids.has(id)), ...asked];
}

const MAIN: Readonly<Record<"registration" | "results", readonly string[]>> = {
  registration: ["Mức đăng ký", "Đăng ký", "Tỷ lệ đăng ký", "Chỉ tiêu đăng ký", "Mức đăng ký %", "Số đăng ký"],
  results: ["Số đạt / Kết quả", "Số đạt", "Kết quả", "Kết quả thực hiện", "Số lượng đạt", "Kết quả đạt được", "Số đạt được"],
};
const BASE = ["Tổng số", "Tổng số dự kiến", "TS", "Tổng cộng"];
const RESULT = ["Tỷ lệ %", "Tỷ lệ", "Tỷ lệ % / Kết quả", "%"];
const CODE = ["Mã", "Mã dòng", "Mã chỉ tiêu", "Mã số"];

/** Folded heading → what stands under it. */
export function headingRoles(template: FormTemplate, plan: Plan, stage: Stage): ReadonlyMap<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  const add = (role: ColumnRole, labels: readonly string[]): void => {
    for (const label of labels) {
      const folded = foldHeading(label);
      if (folded !== "" && !roles.has(folded)) roles.set(folded, role);
    }
  };
  add("main", [formWords.mainLabel(stage), ...MAIN[stage === "registration" ? "registration" : "results"]]);
  add("base", [formWords.baseLabel(stage), ...BASE]);
  add("code", [formWords.columns.code, ...CODE]);
  const aliases = new Map((template.sideColumns[stage] ?? []).map((column) => [column.id, column.aliases ?? []]));
  for (const { id, label } of sideColumnsOf(template, plan, stage)) add(`side:${id}`, [label, ...(aliases.get(id) ?? [])]);
  add("result", [formWords.columns.result, ...RESULT]);
  add("verdict", [formWords.columns.verdict]);
  return roles;
}

/** A heading without what offices add in brackets: `Số đạt (người)`. */
export function foldHeading(text: string): string {
  return foldText(text.replace(/\([^)]*\)/gu, " "));
}

/** The columns of the sheet Chỉ tiêu, in the order of the paper form of each stage. */
import type { FormColumn, FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import { formWords as words } from "#messages/form-vi";

/** What a column is for; `side` columns are the template's and the plan's own. */
export type ColumnRole = "no" | "code" | "indicator" | "unit" | "plan" | "side" | "main" | "base" | "result" | "verdict" | "check" | "tokenMain" | "tokenBase" | "term" | "applies";

export interface FigureColumn {
  readonly role: ColumnRole;
  readonly heading: string;
  readonly width: number;
  readonly side?: Pick<FormColumn, "id" | "kind" | "choices">;
  /** A column the plan itself asks for. */
  readonly required?: boolean;
}

export function figureColumns(plan: Plan, stage: Stage, template: FormTemplate): FigureColumn[] {
  const sides = (template.sideColumns[stage] ?? []).map((side): FigureColumn & { place: string } => ({ role: "side", heading: side.label, width: side.width ?? 14, side, place: side.place ?? "after" }));
  const fromPlan = stage !== "registration" ? [] : plan.registrationColumns.map((side): FigureColumn => ({
    role: "side", heading: side.label, width: side.kind === "date" ? 11 : 15, side: { id: side.id, kind: side.kind }, required: side.required,
  }));
  const { columns } = words;
  return [
    { role: "no", heading: columns.no, width: 5 },
    { role: "code", heading: columns.code, width: 9.5 },
    { role: "indicator", heading: columns.indicator, width: 46 },
    { role: "unit", heading: columns.unit, width: 8 },
    { role: "plan", heading: columns.plan, width: 19 },
    ...sides.filter(({ place }) => place === "before"),
    { role: "main", heading: words.mainLabel(stage), width: 11 },
    { role: "base", heading: words.baseLabel(stage), width: 10 },
    ...(stage === "registration" ? [] : [{ role: "result", heading: columns.result, width: 9.5 } as const]),
    { role: "verdict", heading: stage === "registration" ? columns.comparison : columns.verdict, width: 10.5 },
    ...fromPlan,
    ...sides.filter(({ place }) => place === "after"),
    { role: "check", heading: columns.check, width: 30 },
    ...(["tokenMain", "tokenBase", "term", "applies"] as const).map((role, index): FigureColumn => ({ role, heading: words.helperColumns[index] ?? role, width: 10 })),
  ];
}

/** Number of a role's column, from 1. */
export function columnOf(columns: readonly FigureColumn[], role: ColumnRole): number {
  const index = columns.findIndex((column) => column.role === role);
  if (index < 0) return 0;
  return index + 1;
}

/** Which line of the sheet Chỉ tiêu is what: headings of groups, rows of figures, details of a yes/no. */
import { formFor, type FormRow } from "#domain/form";
import type { Indicator } from "#domain/plan";
import type { FormContext } from "./form-context";

export type FigureLine =
  | { readonly kind: "group"; readonly row: number; readonly number: number; readonly name: string }
  | { readonly kind: "figure"; readonly row: number; readonly number: number | null; readonly form: FormRow; readonly indicator: Indicator }
  | { readonly kind: "detail"; readonly row: number; readonly form: FormRow; readonly indicator: Indicator; readonly detail: NonNullable<Indicator["details"]>[number] };

/** The lines for everybody the form is for, in the plan's order, from a row on. */
export function planLines({ plan, stage, scope, profiles }: FormContext, firstRow: number): FigureLine[] {
  const asked = new Set(profiles.flatMap(({ view }) => view.indicators.map(({ code }) => code)));
  const rows = formFor(plan, stage, scope).rows.filter(({ indicator }) => asked.has(indicator));
  const lines: FigureLine[] = [];
  let row = firstRow;
  let number = 0;
  let groups = 0;
  for (const group of plan.groups) {
    const indicators = plan.indicators.filter((indicator) => indicator.group === group.id && asked.has(indicator.code));
    if (indicators.length === 0) continue;
    groups += 1;
    lines.push({ kind: "group", row: row++, number: groups, name: group.name });
    for (const indicator of indicators) {
      number += 1;
      rows.filter((form) => form.indicator === indicator.code).forEach((form, index) => {
        lines.push({ kind: "figure", row: row++, number: index === 0 ? number : null, form, indicator });
        if (form.main !== "answer") return;
        for (const detail of indicator.details ?? []) lines.push({ kind: "detail", row: row++, form, indicator, detail });
      });
    }
  }
  return lines;
}

/** I, II, III… as groups are numbered. */
export function roman(number: number): string {
  const steps: readonly (readonly [number, string])[] = [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
  let rest = number;
  let text = "";
  for (const [value, letters] of steps) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

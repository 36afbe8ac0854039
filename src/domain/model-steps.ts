/**
 * How far each role model has come through the steps of the plan (các bước xây dựng điển hình): as the office's own list
 * says it, else as the unit wrote it in its form.
 */
import { foldName } from "./name-folding";
import type { Plan } from "./plan";
import type { BookState } from "./report";

export type Step = Plan["steps"][number];

/** The same model in every file of the unit. */
export const modelKey = (unit: string, name: string): string => `${unit}|${foldName(name)}`;

/** In their order. */
export const stepsOf = ({ steps }: Pick<Plan, "steps">): Step[] => [...steps].sort((a, b) => a.order - b.order);

/** `typed`: what stands in the unit's form. `null`: nobody said. */
export function stepOf({ plan, steps }: Pick<BookState, "plan" | "steps">, unit: string, name: string, typed: string): Step | null {
  const ruled = steps?.[modelKey(unit, name)];
  return plan.steps.find(({ id }) => id === ruled) ?? plan.steps.find((step) => foldName(step.name) === foldName(typed)) ?? null;
}

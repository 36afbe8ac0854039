/** The plan as an Excel workbook an officer can edit, and the stages that have a form. */
import { writePlanSheet } from "#workbook/plan-sheet/write-plan-sheet";
import type { Plan } from "#domain/plan";
import type { ReviewGroup } from "./next-plan";

export { stagesOf as stagesWithForm } from "#domain/form";

/** `review`: what to look at in a plan made from last year's, as a sheet in front. */
export function planToSheet(plan: Plan, review: readonly ReviewGroup[] = []): Promise<Uint8Array> {
  return writePlanSheet(plan, review.flatMap(({ title, lines }) => lines.map(({ text, sheet }) => ({ title, text, sheet }))));
}

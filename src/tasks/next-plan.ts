/** Next year's plan and what to look at in it (nhân bản cho năm sau), by kind, as lines. */
import { nextPlan, yearsToNext, type NextPlan, type PlanPart, type PlanReview } from "#domain/next-plan/next-plan";
import type { Plan, PlanAnswers } from "#domain/plan";
import { nextPlanWords, reviewLine, reviewTitle } from "#messages/next-plan";
import { planSheetWords } from "#messages/plan-sheet-vi";
import type { Language } from "#messages/problems";

export interface ReviewGroup {
  readonly kind: PlanReview["kind"];
  readonly title: string;
  /** `sheet`: the sheet of the plan sheet where it is mended. */
  readonly lines: readonly { readonly text: string; readonly sheet: string }[];
}

export { yearsToNext };

export function makeNextPlan(plan: Plan, answers: PlanAnswers, years?: number): NextPlan {
  return nextPlan(plan, answers, nextPlanWords, years);
}

/** In the order an officer goes through them; kinds with nothing to say are left out. */
export function reviewGroups({ plan, review }: NextPlan, language: Language): ReviewGroup[] {
  return KINDS.flatMap((kind) => {
    const lines = review.filter((item) => item.kind === kind).map((item) => ({ text: reviewLine(item, plan, language), sheet: sheetName(item.part) }));
    return lines.length === 0 ? [] : [{ kind, title: reviewTitle(kind, language), lines }];
  });
}

function sheetName(part: PlanPart): string {
  return part === "facts" ? planSheetWords.factSheet : planSheetWords.tables[part] ?? part;
}

const KINDS = ["period", "due", "level", "words", "undated", "document", "dropped"] as const satisfies readonly PlanReview["kind"][];

/** What the plan leaves open (kế hoạch chưa quy định), with the officer's answers. */
import { applyAnswers } from "#domain/plan-parse";
import type { Plan, PlanAnswers } from "#domain/plan";
import { planFaultSentence } from "#messages/faults-vi";
import type { OpenPointView } from "./views/preparing";

/** Required ones first, in the plan's order. */
export function openPointViews(plan: Plan, answers: PlanAnswers): OpenPointView[] {
  const faults = new Map(applyAnswers(plan, answers).faults.map((fault) => [fault.path, planFaultSentence(fault)]));
  const views = plan.open.map((point): OpenPointView => ({
    point, answer: answers[point.id] ?? "", fault: [...faults].find(([path]) => path.includes(point.id))?.[1] ?? null,
  }));
  return [...views.filter(({ point }) => point.required), ...views.filter(({ point }) => !point.required)];
}

/** How many required points have no answer yet. */
export function requiredOpen(plan: Plan, answers: PlanAnswers): number {
  return plan.open.filter(({ required, id }) => required && (answers[id] ?? "").trim() === "").length;
}

/** The plan as the office uses it: with its answers to what the plan leaves open. */
import { lastValidDay } from "#domain/form-plan";
import type { Plan, PlanAnswers, Stage } from "#domain/plan";
import { applyAnswers } from "#domain/plan-parse";
import { planFaultSentence } from "#messages/faults-vi";
import type { FaultLine } from "./plan-file";

export function planWithAnswers(plan: Plan, answers: PlanAnswers): { ok: true; plan: Plan } | { ok: false; faults: FaultLine[] } {
  const applied = applyAnswers(plan, answers);
  if (applied.faults.length > 0) {
    return { ok: false, faults: applied.faults.map((fault) => ({ place: fault.path, sentence: planFaultSentence(fault) })) };
  }
  return { ok: true, plan: applied.plan };
}

/** The day whose tree the forms of a stage are issued under: its deadline, else the end that is nearest in the plan's period. */
export function treeDateOf(plan: Plan, stage: Stage): string {
  const dated = plan.milestones.find((milestone) => milestone.stage === stage && milestone.due !== undefined);
  return (dated && lastValidDay(dated)) ?? (stage === "summary" ? plan.period.to : plan.period.from);
}

/** Plans (kế hoạch): those at hand, what they leave open, and next year's made from one of them. */
import type { Plan } from "#domain/plan";
import { formatDate } from "#messages/format-vi";
import { makeNextPlan, reviewGroups, yearsToNext } from "../next-plan";
import { planFromFile } from "../plan-file";
import { planToSheet, stagesWithForm } from "../plan-sheet";
import { safeName } from "../safe-name";
import { refused, taken, wordsOf, type Bench, type Part } from "./bench";
import { bytesOf } from "./offered-bytes";
import { openPointViews, requiredOpen } from "./open-points";
import type { PlanCard } from "./views/preparing";

type Planning = Part<"plans" | "plan" | "openPoints" | "addPlan" | "nextPlan" | "planReview" | "planSheet">;

export function planning(bench: Bench): Planning {
  const { desk, madePlans } = bench;
  const reviewOf = (id: string): ReturnType<typeof reviewGroups> => {
    const made = madePlans.get(id);
    return made ? reviewGroups(made, desk.language) : [];
  };
  return {
    plans() {
      return desk.library.plans.map(planCard);
    },
    plan(id) {
      const plan = planOf(bench, id);
      if (!plan) throw new Error(wordsOf(bench).unknownPlan(id));
      return plan;
    },
    openPoints(id, answers) {
      const plan = planOf(bench, id);
      return plan ? openPointViews(plan, answers) : [];
    },
    async addPlan(file) {
      const read = planFromFile(await bytesOf(file), file.path);
      if (!read.ok) return refused(...read.faults.map(({ place, sentence }) => `${place}: ${sentence}`));
      addPlan(bench, read.plan);
      return taken(planCard(read.plan));
    },
    nextPlan(id, answers, years) {
      const plan = planOf(bench, id);
      if (!plan) return refused(wordsOf(bench).unknownPlan(id));
      const made = makeNextPlan(plan, answers, years);
      const before = planOf(bench, made.plan.id);
      // What an officer has mended there is not to be lost.
      if (before) return refused(wordsOf(bench).planThere(before.shortTitle));
      addPlan(bench, made.plan);
      madePlans.set(made.plan.id, made);
      return taken({ card: planCard(made.plan), answers: made.answers });
    },
    planReview: reviewOf,
    async planSheet(id) {
      const plan = planOf(bench, id);
      if (!plan) return refused(wordsOf(bench).unknownPlan(id));
      const file = await planToSheet(plan, reviewOf(id));
      return taken({ fileName: `${safeName(plan.shortTitle, 120)}.xlsx`, file, content: await bench.contentOf(file), owned: [] });
    },
  };
}

export function planOf({ desk }: Bench, id: string): Plan | undefined {
  return desk.library.plans.find((plan) => plan.id === id);
}

/** A book's own plan, or one from a plan sheet, takes the place of one of the same id; of a made plan nothing is left to look at then. */
export function addPlan(bench: Bench, plan: Plan): void {
  const others = bench.desk.library.plans.filter(({ id }) => id !== plan.id);
  Object.assign(bench.desk, { library: { ...bench.desk.library, plans: [...others, plan] } });
  bench.madePlans.delete(plan.id);
}

function planCard(plan: Plan): PlanCard {
  return {
    id: plan.id, title: plan.title, shortTitle: plan.shortTitle, issuer: plan.issuer.name,
    period: `${plan.period.label} (${formatDate(plan.period.from)} – ${formatDate(plan.period.to)})`,
    stages: stagesWithForm(plan), indicators: plan.indicators.length, openRequired: requiredOpen(plan, {}), yearsToNext: yearsToNext(plan),
  };
}

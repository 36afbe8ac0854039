/** `plans` and `plan check|to-sheet|from-sheet`. */
import { commandWords as words } from "#messages/commands-vi";
import { planToSheet, stagesWithForm } from "#tasks/plan-sheet";
import type { Plan } from "#domain/plan";
import { allPlans, loadPlan, readPlanFile } from "./catalogue";
import { writeKeepingTold } from "./write-files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export function plansCommand(args: readonly string[]): 0 {
  const options = parseOptions(args, [], ["json"]);
  const plans = allPlans();
  if (options.flag("json")) {
    const rows = plans.map((plan) => ({
      id: plan.id, version: plan.version, title: plan.title, issuer: plan.issuer.name, period: plan.period,
      forms: stagesWithForm(plan), indicators: plan.indicators.length, targets: targetCount(plan),
      milestones: plan.milestones.map(({ id, stage, due, rule }) => ({ id, stage, due: due ?? null, rule: rule ?? null })),
      open: plan.open.length,
    }));
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    for (const plan of plans) {
      const facts = words.planFacts(plan.indicators.length, targetCount(plan), plan.milestones.length, plan.open.length);
      process.stdout.write(`${words.planLine(plan.id, plan.title, facts)}\n`);
    }
  }
  return 0;
}

function targetCount(plan: Plan): number {
  return plan.indicators.reduce((total, { targets }) => total + targets.length, 0);
}

export async function planCommand([action, ...args]: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["out"]);
  const file = options.paths[0];
  if (file === undefined) throw new UsageError(words.missing("FILE"));
  switch (action) {
    case "check": return check(file);
    case "to-sheet": {
      const out = options.required("out");
      writeKeepingTold(out, await planToSheet(loadPlan(file)));
      process.stderr.write(`${words.wrote(out)}\n`);
      return 0;
    }
    case "from-sheet": {
      const out = options.required("out");
      writeKeepingTold(out, new TextEncoder().encode(`${JSON.stringify(loadPlan(file), null, 2)}\n`));
      process.stderr.write(`${words.wrote(out)}\n`);
      return 0;
    }
    default: throw new UsageError(`${words.unknownCommand(`plan ${action ?? ""}`)}\n\n${words.usage}`);
  }
}

function check(file: string): 0 {
  const read = readPlanFile(file);
  if (!read.ok) throw new UsageError(words.planFaults(file, read.faults));
  process.stdout.write(`${words.planOk(read.plan.title, read.plan.indicators.length, read.plan.milestones.length)}\n`);
  return 0;
}

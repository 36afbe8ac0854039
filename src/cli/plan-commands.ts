/** `plans` and `plan check|to-sheet|from-sheet|next`. */
import { commandWords as words } from "#messages/commands-vi";
import { makeNextPlan, reviewGroups } from "#tasks/next-plan";
import { planToSheet, stagesWithForm } from "#tasks/plan-sheet";
import type { Plan } from "#domain/plan";
import { allPlans, loadPlan, readPlanFile } from "./catalogue";
import { writeKeepingTold } from "./write-files";
import { parseOptions, type Options } from "./options";
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
  const options = parseOptions(args, action === "next" ? ["out", "years"] : ["out"]);
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
    case "next": return next(file, options);
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

/** Next year's plan, as a plan sheet to be mended or (where the file is to be JSON) as it is; what to look at is printed. */
async function next(idOrFile: string, options: Options): Promise<0> {
  const out = options.required("out");
  const years = options.text("years");
  if (years !== undefined && !/^[1-9]$/.test(years)) throw new UsageError(words.badYears(years));
  const made = makeNextPlan(loadPlan(idOrFile), {}, years === undefined ? undefined : Number(years));
  const review = reviewGroups(made, "vi");
  writeKeepingTold(out, out.toLowerCase().endsWith(".json") ? new TextEncoder().encode(`${JSON.stringify(made.plan, null, 2)}\n`) : await planToSheet(made.plan, review));
  for (const { title, lines } of review) process.stdout.write(`${words.reviewGroup(title, lines.map(({ text }) => text))}\n`);
  process.stderr.write(`${words.wrote(out)}\n`);
  return 0;
}

import type { Plan } from "#domain/plan";

declare global {
  interface ImportMeta {
    /** Of webpack: every file of a folder that matches, taken into the bundle at build time. */
    webpackContext(folder: string, options: { recursive: boolean; regExp: RegExp }): { keys(): string[]; (key: string): unknown };
  }
}

/**
 * The plans shipped with the pane (kế hoạch có sẵn): the newest version of each file in templates/plans.
 * The tests parse every file of that folder, so what is bundled is known to be a plan.
 */
export function bundledPlans(): readonly Plan[] {
  const files = import.meta.webpackContext("../../templates/plans", { recursive: true, regExp: /\/\d+\.json$/ });
  const newest = new Map<string, Plan>();
  for (const plan of files.keys().map((key) => files(key) as Plan)) {
    const known = newest.get(plan.id);
    if (!known || Number(plan.version) > Number(known.version)) newest.set(plan.id, plan);
  }
  return [...newest.values()];
}

/** What the product brings along, from its JSON files (tài nguyên đi kèm). */
import { awardLayoutSchema } from "#domain/award-layout";
import { parsePlan } from "#domain/plan-parse";
import type { Plan } from "#domain/plan";
import { parseRoster } from "#domain/roster-parse";
import { parseFormTemplate, parseReportTemplate } from "../form-template";
import type { Library } from "./session";

export interface LibraryFiles {
  readonly plans: readonly unknown[];
  readonly formTemplate: unknown;
  readonly reportTemplate: unknown;
  readonly awardLayout: unknown;
  readonly sampleRoster: unknown;
}

/** Of several versions of a plan the newest. A fault in what we ship is our own bug and throws. */
export function libraryOf({ plans, formTemplate, reportTemplate, awardLayout, sampleRoster }: LibraryFiles): Library {
  const newest = new Map<string, Plan>();
  for (const json of plans) {
    const parsed = parsePlan(json);
    if (!parsed.ok) throw new Error(`A bundled plan is faulty: ${JSON.stringify(parsed.faults[0])}`);
    const known = newest.get(parsed.plan.id);
    if (!known || Number(parsed.plan.version) > Number(known.version)) newest.set(parsed.plan.id, parsed.plan);
  }
  const roster = parseRoster(sampleRoster);
  if (!roster.ok) throw new Error(`The sample roster is faulty: ${JSON.stringify(roster.faults[0])}`);
  return { plans: [...newest.values()], template: parseFormTemplate(formTemplate), reportTemplate: parseReportTemplate(reportTemplate), awardLayout: awardLayoutSchema.parse(awardLayout), sampleRoster: roster.roster };
}

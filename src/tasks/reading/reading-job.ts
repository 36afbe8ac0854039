/** What files are read for (đọc theo kế hoạch nào), and its fingerprint, which is kept with every file. */
import type { FormTemplate } from "#domain/form";
import { hash128 } from "#domain/hash-text";
import type { Plan, Stage } from "#domain/plan";
import { READER_VERSION } from "#workbook/read/reader-version";

/** What files are read for. The same bytes read for the same give the same. */
export interface ReadingJob {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
  /** Other plans a stray form may belong to, so that it can be named. */
  readonly otherPlans: readonly { readonly id: string; readonly title: string }[];
}

const known = new WeakMap<ReadingJob, string>();

/**
 * The same bytes under the same fingerprint give the same reading. The list of units is no part of it: whose a file is
 * and what it owes is judged anew for every report.
 */
export function readFor(job: ReadingJob): string {
  const { plan, stage, template } = job;
  const own = known.get(job) ?? hash128(JSON.stringify([READER_VERSION, stage, plan, template], (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))).slice(0, 16);
  known.set(job, own);
  return own;
}

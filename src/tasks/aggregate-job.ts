/**
 * The main job (nhận file và tổng hợp): files and decisions join what the book already keeps; everything is
 * judged again from what is kept, so that order and number of runs never change a report.
 */
import { aggregate } from "#domain/aggregate";
import type { DecisionFile } from "#domain/decision-file";
import { withEarlierStage } from "#domain/earlier-stages";
import type { FormTemplate } from "#domain/form";
import type { Plan, PlanAnswers, Stage } from "#domain/plan";
import type { BookState, EarlierStage, Report } from "#domain/report";
import { freeze } from "#domain/snapshot-figures";
import type { Roster } from "#domain/unit";
import { mergeFiles, takeIn, type ChosenFile, type IntakeRequest } from "./intake";

export interface AggregateJob {
  readonly plan: Plan;
  /** The plan with the answers applied: what the forms were made from. */
  readonly answeredPlan: Plan;
  readonly answers: PlanAnswers;
  readonly stage: Stage;
  readonly roster: Roster;
  readonly template: FormTemplate;
  readonly otherPlans: IntakeRequest["otherPlans"];
  readonly asOf: string;
  readonly treeDate: string;
  readonly receivedOn: string | null;
  readonly receipts: ReadonlyMap<string, string>;
  readonly decisions: DecisionFile;
  /** The book to go on with. */
  readonly before: BookState | null;
  /** Of the registration, where its book is given. */
  readonly registered: EarlierStage | null;
  readonly freeze: { readonly name: string; readonly by: string } | null;
  /** No book is wanted: units' own figures are left to `unitFigures`. */
  readonly officesOnly?: boolean;
  readonly onProgress?: IntakeRequest["onProgress"];
  readonly startReaders?: IntakeRequest["startReaders"];
}

export async function runAggregate(chosen: readonly ChosenFile[], job: AggregateJob): Promise<Report> {
  const { before } = job;
  const files = await takeIn(chosen, {
    plan: job.answeredPlan, stage: job.stage, template: job.template, otherPlans: job.otherPlans,
    receivedOn: job.receivedOn, receipts: job.receipts, known: before?.files ?? [], ...(job.onProgress ? { onProgress: job.onProgress } : {}),
    ...(job.startReaders ? { startReaders: job.startReaders } : {}),
  });
  const kept: BookState = {
    plan: job.plan,
    answers: { ...before?.answers, ...job.answers },
    roster: job.roster,
    stage: job.stage,
    files: mergeFiles(before?.files ?? [], files),
    decisions: join(before?.decisions, job.decisions.decisions),
    corrections: join(before?.corrections, job.decisions.corrections),
    extensions: join(before?.extensions, job.decisions.extensions),
    entered: join(before?.entered, job.decisions.entered),
    snapshots: before?.snapshots ?? [],
    notes: before?.notes ?? {},
    documents: { ...before?.documents, ...job.decisions.documents },
    ...(before?.lastYear ? { lastYear: before.lastYear } : {}),
    ...(before?.earlier ? { earlier: before.earlier } : {}),
    ...(before?.steps ? { steps: before.steps } : {}),
    ...(before?.ownWords ? { ownWords: before.ownWords } : {}),
    ...(before?.unfinished ? { unfinished: before.unfinished } : {}),
  };
  const state = job.registered ? withEarlierStage(kept, job.registered) : kept;
  const options = { asOf: job.asOf, treeDate: job.treeDate, officesOnly: job.officesOnly === true };
  const report = aggregate(state, options);
  if (!job.freeze) return report;
  return aggregate({ ...state, snapshots: [...state.snapshots, freeze(report, { ...job.freeze, on: job.asOf })] }, options);
}

/** What was recorded before stays; the same record given again is not recorded twice. */
function join<Item>(before: readonly Item[] | undefined, now: readonly Item[]): Item[] {
  const key = (item: Item): string => JSON.stringify(item, (_name, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  return [...new Map([...(before ?? []), ...now].map((item) => [key(item), item])).values()];
}

/** What is being prepared (đang chuẩn bị): plan, answers, roster; kept while the officer goes back and forth. */
import { useCallback, useState } from "react";
import type { PlanAnswers, Stage } from "#domain/plan";
import type { Overview } from "#tasks/engine/views/overview";
import type { RosterProposal } from "#tasks/engine/views/preparing";

export interface Preparing {
  readonly plan: string;
  readonly stage: Stage;
  readonly answers: PlanAnswers;
  readonly office: string;
  readonly text: string;
  readonly proposal: RosterProposal | null;
}

export interface StepProps {
  readonly state: Preparing;
  /** `answers: null`: those the open book holds, where it is of this plan. */
  readonly set: (more: Partial<Omit<Preparing, "answers">> & { readonly answers?: PlanAnswers | null }) => void;
}

/** Held by the pane itself, so that closing the panel loses nothing. */
export function usePreparing(overview: Overview | null): StepProps {
  const [{ answers, ...own }, setState] = useState<Omit<Preparing, "answers"> & { readonly answers: PlanAnswers | null }>(
    { plan: "", stage: "summary", answers: null, office: "", text: "", proposal: null });
  const chosen = own.plan === "" && overview ? { ...own, plan: overview.plan, stage: overview.stage } : own;
  const kept = overview?.plan === chosen.plan ? overview.answers : NO_ANSWERS;
  const set = useCallback<StepProps["set"]>((more) => setState((was) => ({ ...was, ...more })), []);
  return { state: { ...chosen, answers: answers ?? kept }, set };
}

const NO_ANSWERS: PlanAnswers = {};

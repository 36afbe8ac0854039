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
  readonly set: (more: Partial<Preparing>) => void;
}

/** Held by the pane itself, so that closing the panel loses nothing. */
export function usePreparing(overview: Overview | null): StepProps {
  const [state, setState] = useState<Preparing>({ plan: "", stage: "summary", answers: {}, office: "", text: "", proposal: null });
  const shown = state.plan === "" && overview ? { ...state, plan: overview.plan, stage: overview.stage } : state;
  const set = useCallback((more: Partial<Preparing>) => setState((was) => ({ ...was, ...more })), []);
  return { state: shown, set };
}

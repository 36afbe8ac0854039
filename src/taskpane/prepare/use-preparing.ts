/** What is being prepared (đang chuẩn bị): plan, answers, roster; kept while the officer goes back and forth. */
import { useState } from "react";
import type { PlanAnswers, RosterProposal, Stage } from "#tasks/engine/views";
import { useDesk } from "../desk/desk";

export interface Preparing {
  readonly plan: string;
  readonly stage: Stage;
  readonly answers: PlanAnswers;
  readonly office: string;
  readonly text: string;
  readonly proposal: RosterProposal | null;
}

export function usePreparing(): { readonly state: Preparing; readonly set: (more: Partial<Preparing>) => void } {
  const { overview } = useDesk();
  const [state, setState] = useState<Preparing>({ plan: overview?.plan ?? "", stage: overview?.stage ?? "summary", answers: {}, office: "", text: "", proposal: null });
  return { state, set: (more) => setState((was) => ({ ...was, ...more })) };
}

export interface StepProps {
  readonly state: Preparing;
  readonly set: (more: Partial<Preparing>) => void;
}

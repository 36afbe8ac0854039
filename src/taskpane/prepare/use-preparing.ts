/** What is being prepared (đang chuẩn bị): plan, answers, roster; kept while the officer goes back and forth. */
import { useCallback, useState } from "react";
import type { PlanAnswers, Stage } from "#domain/plan";
import type { Overview } from "#tasks/engine/views/overview";
import type { RosterProposal } from "#tasks/engine/views/preparing";

export interface Preparing {
  readonly plan: string;
  readonly stage: Stage;
  /** The open book's, where it is of this plan, with what was answered here since. */
  readonly answers: PlanAnswers;
  readonly office: string;
  readonly text: string;
  readonly proposal: RosterProposal | null;
}

/** What is held: of the answers those given here and not yet saved; an empty one takes the book's away. */
type Held = Omit<Preparing, "answers"> & { readonly given: PlanAnswers };

export interface StepProps {
  readonly state: Preparing;
  readonly set: (more: Partial<Held>) => void;
  readonly answer: (id: string, text: string) => void;
}

/** Held by the pane itself, so that closing the panel loses nothing. */
export function usePreparing(overview: Overview | null): StepProps {
  const [{ given, ...own }, setHeld] = useState<Held>({ plan: "", stage: "summary", given: {}, office: "", text: "", proposal: null });
  const chosen = own.plan === "" && overview ? { ...own, plan: overview.plan, stage: overview.stage } : own;
  const all = Object.entries({ ...(overview?.plan === chosen.plan ? overview.answers : {}), ...given });
  const set = useCallback<StepProps["set"]>((more) => setHeld((was) => ({ ...was, ...more })), []);
  const answer = useCallback<StepProps["answer"]>((id, text) => setHeld((was) => ({ ...was, given: { ...was.given, [id]: text } })), []);
  return { state: { ...chosen, answers: Object.fromEntries(all.filter(([, text]) => text !== "")) }, set, answer };
}

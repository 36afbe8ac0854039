/** What the cards of decisions share (thẻ quyết định). */
import type { Decision } from "#domain/ledger-types";
import type { DecisionCase } from "#tasks/engine/views/receiving";

/** A decision as the screens make it: who and when are added when it is recorded. */
export type Draft = Decision extends infer One ? (One extends Decision ? Omit<One, "reason" | "on" | "by"> : never) : never;

export interface CaseProps<Kind extends DecisionCase["kind"]> {
  readonly one: Extract<DecisionCase, { kind: Kind }>;
  /** Records the decision with the reason written on the card. */
  readonly onDecide: (draft: Draft) => void;
}

/** Officers' recorded decisions (quyết định của cán bộ), looked up the way the ledger asks for them. */
import type { Decision } from "./ledger-types";
import { problem, type Problem } from "./problem";
import type { UnitCode } from "./unit";

export interface Decisions {
  /** The content chosen among several of one unit; the latest decision holds. */
  chosenContent(unit: UnitCode): string | null;
  isAcceptedProvisionally(unit: UnitCode, content: string): boolean;
  /** The unit a content was assigned to. */
  assignedUnit(content: string): string | null;
  /** Which of an office's total and its schools' files counts; `null`: nobody has decided. */
  totalOrSchools(office: UnitCode, indicator: string): "useOfficeTotal" | "useSchools" | null;
}

type ContentDecision = Extract<Decision, { readonly content: string }>;
type TotalDecision = Extract<Decision, { readonly action: "useOfficeTotal" | "useSchools" }>;

/** Of decisions on the same matter the latest holds; of one day's, the one recorded last. */
export function decisionsOf(decisions: readonly Decision[]): Decisions {
  const inOrder = decisions
    .map((decision, index) => ({ decision, index }))
    .sort((a, b) => (a.decision.on < b.decision.on ? -1 : a.decision.on > b.decision.on ? 1 : a.index - b.index))
    .map(({ decision }) => decision);
  const onContent = inOrder.filter((decision): decision is ContentDecision => "content" in decision);
  const onTotals = inOrder.filter((decision): decision is TotalDecision => decision.action === "useOfficeTotal" || decision.action === "useSchools");
  const content = (action: ContentDecision["action"], matches: (decision: ContentDecision) => boolean) =>
    onContent.findLast((decision) => decision.action === action && matches(decision));
  return {
    chosenContent: (unit) => content("choose", (decision) => sameText(decision.unit, unit))?.content.trim() ?? null,
    isAcceptedProvisionally: (unit, key) => content("acceptProvisionally", (decision) => sameText(decision.unit, unit) && sameText(decision.content, key)) !== undefined,
    assignedUnit: (key) => content("assignUnit", (decision) => sameText(decision.content, key))?.unit ?? null,
    totalOrSchools: (office, indicator) =>
      onTotals.findLast((decision) => sameText(decision.unit, office) && (decision.indicator ?? indicator) === indicator)?.action ?? null,
  };
}

/** Decisions about contents that no file holds (any more). `known`: every content given, with the units it stands for. */
export function unknownContents(decisions: readonly Decision[], known: ReadonlySet<string>): Problem[] {
  return decisions
    .filter((decision): decision is ContentDecision => "content" in decision && !known.has(decision.content.trim()))
    .map(({ unit, content }) => problem("decision-unknown-content", { unit: unit as UnitCode }, { unit, content }));
}

function sameText(a: string, b: string): boolean {
  return a.normalize("NFC").trim() === b.normalize("NFC").trim();
}

/** Units that did what the plan asked of each of them, and units that fall short. */
import type { UnitCode } from "#domain/unit";
import type { Block } from "#document/official-document";
import { formatWhole } from "#messages/format-vi";
import { fill } from "./fill";
import { countOf, judgedAt, type JudgedFigure, type ReportFacts } from "./report-facts";

const MOST_NAMES = 15;

export interface UnitStanding {
  readonly unit: UnitCode;
  readonly judged: readonly JudgedFigure[];
  readonly standing: "met" | "notMet" | "undecided";
}

/** Units below the office that have targets of their own, each held against all of them. */
export function standings(facts: ReportFacts): UnitStanding[] {
  return facts.below.flatMap((unit): UnitStanding[] => {
    const judged = facts.tree.roleOf(unit) === "unit" ? judgedAt(facts, unit) : [];
    if (judged.length === 0) return [];
    return [{ unit, judged, standing: countOf(judged, "notMet") > 0 ? "notMet" : countOf(judged, "undecided") > 0 ? "undecided" : "met" }];
  });
}

export function unitSection(facts: ReportFacts, annex: number): Block[] {
  const { template: { headings, sentences }, nameOf } = facts;
  const all = standings(facts);
  const of = (standing: UnitStanding["standing"]): UnitStanding[] => all.filter((one) => one.standing === standing);
  const [met, notMet, open] = [of("met"), of("notMet"), of("undecided")];
  const counts = (some: readonly UnitStanding[]): { count: string; all: string } => ({ count: formatWhole(some.length), all: formatWhole(all.length) });
  const names = met.length > 0 && met.length <= MOST_NAMES ? fill(sentences.names, { names: met.map(({ unit }) => nameOf(unit)).join("; ") }) : "";
  return [
    { kind: "heading", level: 1, text: facts.report.state.stage === "registration" ? headings.unitsRegistered : headings.units },
    all.length === 0 ? { kind: "paragraph", runs: fill(sentences.unitsNoTargets) } : {
      kind: "items", items: [
        fill(sentences.unitsAllMet, { ...counts(met), names }),
        ...(notMet.length > 0 ? [fill(sentences.unitsNotMet, { ...counts(notMet), annex })] : []),
        ...(open.length > 0 ? [fill(sentences.unitsOpen, counts(open))] : []),
      ],
    },
  ];
}

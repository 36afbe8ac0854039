/** Who reported and who did not: by name while the names fit in a sentence, else in the annex. */
import { coverageAmong } from "#domain/coverage";
import type { Coverage } from "#domain/ledger-types";
import type { Block, Run } from "#document/official-document";
import { formatWhole } from "#messages/format-vi";
import { fill, said } from "./fill";
import type { ReportFacts } from "./report-facts";

const MOST_NAMES = 12;

/** The milestones at which somebody below the office owes something, with those units alone. */
export function coverageBelow({ report, tree, node, below }: ReportFacts): (Coverage & { readonly name: string })[] {
  const within = new Set<string>(below);
  return report.coverage.flatMap((line) => {
    const among = node === tree.root ? line : coverageAmong(line.milestone, line.units.filter(({ unit }) => within.has(unit)));
    const name = report.plan.milestones.find(({ id }) => id === line.milestone)?.name ?? line.milestone;
    return among.units.length === 0 ? [] : [{ ...among, name }];
  });
}

export function coverageBlocks(facts: ReportFacts, annex: number): Block[] {
  const { template: { headings, sentences } } = facts;
  const lines = coverageBelow(facts);
  const blocks: Block[] = lines.length === 0 ? [{ kind: "paragraph", runs: fill(sentences.nobodyOwes) }] : lines.flatMap((line): Block[] => [
    { kind: "items", items: [coverageItem(facts, line)] }, ...names(facts, line, "late", annex), ...names(facts, line, "missing", annex),
  ]);
  return [{ kind: "heading", level: 2, text: headings.coverage }, ...blocks];
}

function coverageItem({ template: { sentences } }: ReportFacts, line: ReturnType<typeof coverageBelow>[number]): Run[] {
  const { onTime, late, dateUnknown, missing, notDue, expected, name } = line;
  const parts = ([["onTime", onTime], ["late", late], ["dateUnknown", dateUnknown]] as const).filter(([, count]) => count > 0).map(([state, count]) => said(sentences[state], { count: formatWhole(count) }));
  const told = {
    milestone: name, filed: formatWhole(onTime + late + dateUnknown), expected: formatWhole(expected), missing: formatWhole(missing), notDue: formatWhole(notDue),
    states: late + dateUnknown > 0 ? fill(sentences.states, { parts: parts.join(", ") }) : "",
  };
  return fill(notDue > 0 ? (missing > 0 ? sentences.coverageMixed : sentences.coverageNotDue) : missing === 0 ? sentences.coverageAll : sentences.coverage, told);
}

function names({ template: { sentences } }: ReportFacts, { units }: Coverage, state: "late" | "missing", annex: number): Block[] {
  const found = units.filter((unit) => unit.state === state);
  if (found.length === 0) return [];
  const list = found.length <= MOST_NAMES ? found.map(({ name }) => name).join("; ") : said(sentences.seeAnnex, { count: formatWhole(found.length), annex });
  return [{ kind: "paragraph", runs: fill(state === "late" ? sentences.lateNames : sentences.missingNames, { names: list }) }];
}

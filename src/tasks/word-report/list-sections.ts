/** What stands in the units' own lists: role models, nominations or titles. */
import { stepOf, stepsOf } from "#domain/model-steps";
import type { ListRow } from "#domain/submission";
import type { UnitCode } from "#domain/unit";
import type { Block, Run } from "#document/official-document";
import { formatWhole } from "#messages/format-vi";
import { fill } from "./fill";
import type { ReportFacts } from "./report-facts";

export interface UnitRow {
  readonly unit: UnitCode;
  /** Column → what was typed. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows of a list in what counts, in the roster's order. */
export function rowsOf({ counting, tree }: ReportFacts, list: string): UnitRow[] {
  const places = new Map(tree.roster.units.map(({ code }, place) => [code, place]));
  return counting
    .flatMap(({ unit, submission }) => (submission.lists[list] ?? []).map((row) => ({ unit, cells: cellsOf(row) })))
    .sort((a, b) => (places.get(a.unit) ?? 0) - (places.get(b.unit) ?? 0));
}

function cellsOf({ cells }: ListRow): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([column, { raw }]) => [column, raw.trim()]));
}

/** Collectives, then people, by what is registered or nominated for them. */
export function nominees(facts: ReportFacts): (UnitRow & { readonly award: string })[] {
  const lists = facts.report.state.stage === "registration" ? [["titlesCollective", "title"], ["titlesIndividual", "title"]] as const : [["nominationsCollective", "award"], ["nominationsIndividual", "award"]] as const;
  return lists.flatMap(([list, column]) => {
    const rows = rowsOf(facts, list).map((row) => ({ ...row, award: row.cells[column] ?? "" }));
    const awards = [...new Set(rows.map(({ award }) => award))];
    return awards.flatMap((award) => rows.filter((row) => row.award === award));
  });
}

export function awardSection(facts: ReportFacts, annexes: { readonly models: number; readonly nominations: number }): Block[] {
  const { report: { state: { stage } }, template: { headings, sentences } } = facts;
  const models = rowsOf(facts, "roleModels");
  const isRegistration = stage === "registration";
  const [collectives, individuals] = isRegistration ? [rowsOf(facts, "titlesCollective"), rowsOf(facts, "titlesIndividual")] : [rowsOf(facts, "nominationsCollective"), rowsOf(facts, "nominationsIndividual")];
  const asked = stage !== "midterm";
  const total = collectives.length + individuals.length;
  const counts = { collectives: formatWhole(collectives.length), individuals: formatWhole(individuals.length), annex: annexes.nominations };
  return [
    { kind: "heading", level: 1, text: headings.awards },
    { kind: "heading", level: 2, text: headings.models },
    { kind: "paragraph", runs: models.length === 0 ? fill(sentences.modelsNone) : fill(sentences.models, { count: formatWhole(models.length), annex: annexes.models }) },
    ...byStep(facts, models),
    ...(asked ? [
      { kind: "heading", level: 2, text: isRegistration ? headings.titles : headings.nominations } as const,
      { kind: "paragraph", runs: isRegistration ? fill(sentences.titles, counts) : total === 0 ? fill(sentences.nominationsNone) : fill(sentences.nominations, counts) } as const,
      ...(total === 0 ? [] : [{ kind: "items", items: byAward(facts, [...collectives, ...individuals], isRegistration ? "title" : "award") } as const]),
    ] : []),
  ];
}

/** How many models stand at each step of the plan. */
function byStep({ report: { plan, state }, template: { sentences } }: ReportFacts, models: readonly UnitRow[]): Block[] {
  const steps = models.map(({ unit, cells }) => stepOf(state, unit, cells["name"] ?? "", cells["step"] ?? "")?.id);
  const items = stepsOf(plan).flatMap(({ id, order, name }): Run[][] => {
    const count = steps.filter((step) => step === id).length;
    return count === 0 ? [] : [[...fill(sentences.byStep, { order: String(order), step: name, count: formatWhole(count) }), "."]];
  });
  return items.length === 0 ? [] : [{ kind: "items", items }];
}

function byAward({ template: { sentences } }: ReportFacts, rows: readonly UnitRow[], column: string): Run[][] {
  const counts = new Map<string, number>();
  for (const { cells } of rows) counts.set(cells[column] ?? "", (counts.get(cells[column] ?? "") ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => Number(a === "") - Number(b === "") || y - x || (a < b ? -1 : 1))
    .map(([award, count]) => [...fill(award === "" ? sentences.noAward : sentences.byAward, { award, count: formatWhole(count) }), "."]);
}

/** The report's tables (phụ lục biểu): results, offices below, units that fall short, who is late or missing, role models. */
import { rowsOfIndicator } from "#domain/form";
import { stepOf } from "#domain/model-steps";
import type { Indicator } from "#domain/plan";
import type { Annex, Run, TableColumn } from "#document/official-document";
import { formatWhole } from "#messages/format-vi";
import { coverageStateName, verdictNames } from "#messages/words-vi";
import { earlierText, targetText } from "../engine/figure-words";
import { targetAt } from "../judged";
import { coverageBelow } from "./coverage-section";
import { said } from "./fill";
import { lastYearText } from "./last-year-words";
import { nominees, rowsOf } from "./list-sections";
import { countOf, hasTargets, judgedAt, type ReportFacts } from "./report-facts";
import { remarks } from "./shortcoming-section";
import { figureWords } from "./result-section";
import { standings } from "./unit-section";

export type AnnexId = "results" | "offices" | "notMet" | "coverage" | "models" | "nominations" | "shortcomings";

interface AnnexTable {
  readonly id: AnnexId;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Run[])[];
}

/** Tables in which something stands, in their order; the text speaks of them by number. */
export function annexTables(facts: ReportFacts): AnnexTable[] {
  return [resultTable(facts), officeTable(facts), notMetTable(facts), coverageTable(facts), modelTable(facts), nomineeTable(facts), remarkTable(facts)].filter(({ rows }) => rows.length > 0);
}

export function annexesOf({ template: { annexes }, report: { state } }: ReportFacts, tables: readonly AnnexTable[], attached: string): Annex[] {
  const atRegistration: Partial<Record<AnnexId, string>> = { results: annexes.registered, nominations: annexes.titles };
  const subtitle = (id: AnnexId): string => (state.stage === "registration" ? atRegistration[id] : undefined) ?? annexes[id];
  return tables.map(({ id, columns, rows }, index) => ({ title: said(annexes.title, { number: index + 1 }), subtitle: subtitle(id), attached, columns, rows }));
}

type Columns = ReportFacts["template"]["annexes"]["columns"];
const columnsOf = ({ template }: ReportFacts, widths: readonly (readonly [keyof Columns, number, TableColumn["across"]?])[]): TableColumn[] =>
  widths.map(([key, width, across]) => ({ heading: template.annexes.columns[key], width, ...(across ? { across } : {}) }));
const numbered = (rows: readonly (readonly Run[])[]): Run[][] => rows.map((row, index) => [String(index + 1), ...row]);

function resultTable(facts: ReportFacts): AnnexTable {
  const { report, node, figureAt } = facts;
  const { stages } = facts;
  const compares = report.state.lastYear !== undefined;
  const bound = hasTargets(facts, node);
  const beside = stages.length + (compares ? 1 : 0);
  const rows = report.plan.indicators.flatMap((indicator): Run[][] => {
    const figure = figureAt(node, indicator.code);
    if (!figure) return [];
    const judged = judgedAt(facts, node).filter((one) => one.indicator === indicator);
    const target = judged[0]?.target ?? targetAt(indicator, node, facts.tree);
    return [[
      indicator.name, { text: figure.measure === "text" ? "" : figureWords(facts, figure, judged[0]?.check), node, indicator: indicator.code },
      ...stages.map(({ figureAt: at }) => { const earlier = at(node, indicator.code); return earlier ? earlierText(earlier) : ""; }),
      ...(compares ? [lastYearText(figure, report.state)?.before ?? ""] : []), ...(bound ? [target ? targetText(indicator, target) : "", judged.map(({ check }) => verdictNames[check.verdict]).join("; ")] : []),
      `${formatWhole(figure.reported)}/${formatWhole(figure.expected)}`,
    ]];
  });
  return { id: "results", columns: columnsOf(facts, [["no", 7, "center"], ["indicator", Math.max(24, 40 - 10 * beside) + (bound ? 0 : 20)], ["figure", 19, "right"], ...stages.flatMap(({ stage }) => (stage === "summary" ? [] : [[stage, 11, "right"] as const])), ...(compares ? [["lastYear", 12, "right"] as const] : []), ...(bound ? [["target", 16] as const, ["verdict", 13] as const] : []), ["reported", 11, "center"]]), rows: numbered(rows) };
}

const VERDICTS = ["met", "notMet", "undecided"] as const;

/** How the offices right below stand: how many targets met, and who reported. */
function officeTable(facts: ReportFacts): AnnexTable {
  const { tree, node, nameOf } = facts;
  const offices = tree.childrenOf(node).filter((code) => tree.roleOf(code) === "intermediate");
  const lines = coverageBelow(facts);
  const bound = offices.some((office) => hasTargets(facts, office));
  const rows = offices.map((office): Run[] => {
    const judged = judgedAt(facts, office);
    const own = new Set<string>([office, ...tree.unitsUnder(office)]);
    const units = new Map<string, boolean>();
    for (const { units: all } of lines) for (const { unit, state } of all) if (own.has(unit)) units.set(unit, (units.get(unit) ?? true) && state !== "missing" && state !== "notDue");
    const filed = [...units.values()].filter(Boolean).length;
    return [nameOf(office), `${formatWhole(filed)}/${formatWhole(units.size)}`, ...(bound ? VERDICTS.map((verdict) => formatWhole(countOf(judged, verdict))) : [])];
  });
  return { id: "offices", columns: columnsOf(facts, [["no", 7, "center"], ["unit", 46], ["filed", 14, "center"], ...(bound ? VERDICTS.map((verdict) => [verdict, 12, "center"] as const) : [])]), rows: numbered(rows) };
}

/** Units below their targets, with the cause they gave. */
function notMetTable(facts: ReportFacts): AnnexTable {
  const { nameOf } = facts;
  const rows = standings(facts).flatMap(({ unit, judged }) => judged.filter(({ check }) => check.verdict === "notMet").map(({ indicator, figure, target, check }): Run[] => [
    nameOf(unit), indicator.shortName ?? indicator.name, { text: figureWords(facts, figure, check), node: unit, indicator: indicator.code }, targetText(indicator, target), causeOf(facts, unit, indicator),
  ]));
  return { id: "notMet", columns: columnsOf(facts, [["no", 7, "center"], ["unit", 24], ["indicator", 28], ["figure", 16, "right"], ["target", 12], ["cause", 24]]), rows: numbered(rows) };
}

function causeOf({ counting, report: { state: { stage } } }: ReportFacts, unit: string, indicator: Indicator): string {
  const keys = rowsOfIndicator(indicator, stage).map(({ code }) => `${code}.cause`);
  return counting.filter((one) => one.unit === unit).flatMap(({ submission: { sides } }) => keys.map((key) => sides[key]?.raw.trim() ?? "")).find((text) => text !== "") ?? "";
}

function coverageTable(facts: ReportFacts): AnnexTable {
  const { nameOf } = facts;
  const rows = coverageBelow(facts).flatMap(({ name, units }) => units.filter(({ state }) => state === "late" || state === "missing")
    .map(({ name: unit, parent, state, daysLate, due }): Run[] => [unit, parent ? nameOf(parent) : "", name, coverageStateName(state, daysLate, due !== null)]));
  return { id: "coverage", columns: columnsOf(facts, [["no", 7, "center"], ["unit", 30], ["parent", 24], ["milestone", 24], ["state", 16]]), rows: numbered(rows) };
}

function modelTable(facts: ReportFacts): AnnexTable {
  const { report: { plan, state } } = facts;
  const hasSteps = plan.steps.length > 0;
  const stepName = (unit: string, cells: Readonly<Record<string, string>>): string => {
    const step = stepOf(state, unit, cells["name"] ?? "", cells["step"] ?? "");
    return step ? `${step.order}. ${step.name}` : cells["step"] ?? "";
  };
  const rows = rowsOf(facts, "roleModels").map(({ unit, cells }): Run[] => [facts.nameOf(unit), cells["kind"] ?? "", cells["name"] ?? "", cells["content"] ?? "", ...(hasSteps ? [stepName(unit, cells)] : [])]);
  return { id: "models", columns: columnsOf(facts, [["no", 7, "center"], ["unit", 26], ["kind", 12], ["name", 20], ["content", 28], ...(hasSteps ? [["step", 22] as const] : [])]), rows: numbered(rows) };
}

/** Everybody whom the units registered or nominate, as they wrote it. */
function nomineeTable(facts: ReportFacts): AnnexTable {
  const hasLevel = facts.report.state.stage !== "registration";
  const rows = nominees(facts).map(({ unit, cells, award }): Run[] => [cells["name"] ?? "", cells["position"] ?? "", facts.nameOf(unit), award, ...(hasLevel ? [cells["level"] ?? ""] : [])]);
  return { id: "nominations", columns: columnsOf(facts, [["no", 7, "center"], ["nominee", 24], ["position", 17], ["unit", 25], ["award", hasLevel ? 16 : 27], ...(hasLevel ? [["level", 11] as const] : [])]), rows: numbered(rows) };
}

function remarkTable(facts: ReportFacts): AnnexTable {
  const rows = remarks(facts).map(({ unit, cells }): Run[] => [facts.nameOf(unit), cells["kind"] ?? "", cells["content"] ?? "", cells["cause"] ?? "", cells["remedy"] ?? ""]);
  return { id: "shortcomings", columns: columnsOf(facts, [["no", 7, "center"], ["unit", 24], ["sort", 11], ["remark", 24], ["reason", 18], ["remedy", 18]]), rows: numbered(rows) };
}

/** Results by the plan's content groups: each indicator in one sentence with figure, target and conclusion. */
import type { NodeFigure, TargetCheck } from "#domain/figure";
import type { Indicator } from "#domain/plan";
import { yearCounts } from "#domain/year-counts";
import type { Block, Run } from "#document/official-document";
import { exactNumber, exactPercent, formatWhole } from "#messages/format-vi";
import { stageWord } from "#messages/words-vi";
import { earlierText, nodeFigureText, possibleRange, targetText } from "../engine/figure-words";
import { targetAt } from "../judged";
import { fill, said } from "./fill";
import { lastYearText } from "./last-year-words";
import { ownPlace } from "./own-words";
import { countOf, judgedAt, type JudgedFigure, type ReportFacts } from "./report-facts";

export function resultSection(facts: ReportFacts): Block[] {
  const { report, template: { headings, sentences }, node, figureAt } = facts;
  const judged = judgedAt(facts, node);
  const asked = report.plan.indicators.filter(({ code }) => figureAt(node, code) !== undefined);
  const groups = report.plan.groups.map((group) => ({ ...group, indicators: asked.filter((indicator) => indicator.group === group.id) })).filter(({ indicators }) => indicators.length > 0);
  return [
    { kind: "heading", level: 1, text: report.state.stage === "registration" ? headings.registered : headings.results },
    { kind: "paragraph", runs: judged.length === 0 ? fill(sentences.resultsNone) : fill(sentences.resultsAll, {
      count: formatWhole(judged.length), met: formatWhole(countOf(judged, "met")), notMet: formatWhole(countOf(judged, "notMet")), undecided: formatWhole(countOf(judged, "undecided")),
    }) },
    ownPlace(facts, "results"),
    ...groups.flatMap(({ name, indicators }): Block[] => [
      { kind: "heading", level: 2, text: name },
      { kind: "items", items: indicators.map((indicator) => resultItem(facts, indicator, judged.filter((one) => one.indicator === indicator))) },
    ]),
    ...(asked.some((indicator) => targetAt(indicator, node, facts.tree)?.reading) ? [{ kind: "paragraph", runs: fill(sentences.readingNote) } as const] : []),
  ];
}

function resultItem(facts: ReportFacts, indicator: Indicator, judged: readonly JudgedFigure[]): Run[] {
  const { template: { sentences }, node, figureAt } = facts;
  const figure = figureAt(node, indicator.code);
  if (!figure || figure.reported === 0) return [...fill(sentences.noFigure, { name: indicator.name }), ...targetOf(facts, indicator, judged), "."];
  if (figure.measure === "text") return [...fill(sentences.words, { name: indicator.name, count: formatWhole(figure.contributions.filter(({ figure: { state } }) => state === "reported").length) }), "."];
  const [first] = judged;
  const isOpen = judged.some(({ check }) => check.verdict === "undecided");
  return [
    ...fill(sentences.result, { name: indicator.name, figure: { text: figureWords(facts, figure, first?.check), node, indicator: indicator.code } }),
    ...sinceLastYear(facts, figure), ...earlierOf(facts, figure), ...targetOf(facts, indicator, judged), ...judged.flatMap((one) => conclusion(facts, one)), ".",
    ...byYear(facts, indicator),
    ...(!isOpen && figure.reported < figure.expected ? [" ", ...fill(sentences.resultsPartly, { reported: formatWhole(figure.reported), expected: formatWhole(figure.expected) })] : []),
  ];
}

function sinceLastYear({ report: { state }, template: { sentences } }: ReportFacts, figure: NodeFigure): Run[] {
  const text = lastYearText(figure, state);
  return text ? fill(sentences.lastYear, { label: lowerFirst(text.label), before: text.before, change: said(sentences[text.change], { by: text.by }) }) : [];
}

/** An indicator of several years: how many in each, and the average the plan asks for. */
function byYear({ report, node, tree, template: { sentences } }: ReportFacts, { code, unit }: Indicator): Run[] {
  const counts = node === tree.root ? yearCounts(report).find(({ indicator }) => indicator.code === code) : undefined;
  const all = counts?.lines.at(-1);
  if (!counts || !all || all.total === 0) return [];
  const years = counts.years.flatMap((year, index) => {
    const count = all.byYear[index] ?? 0;
    return count === 0 ? [] : [said(sentences.yearCount, { year: String(year), count: formatWhole(count) })];
  });
  const unknown = all.withoutYear > 0 ? [said(sentences.yearUnknown, { count: formatWhole(all.withoutYear) })] : [];
  const { average, least } = counts;
  return fill(sentences.perYear, {
    years: [...years, ...unknown].join("; "), average: average && least ? said(sentences.perYearAverage, { average: exactNumber(average, least), least: exactNumber(least), unit }) : "",
  });
}

/** What was registered and what stood half-way; only a registration is a promise. */
function earlierOf({ stages, node, template: { sentences } }: ReportFacts, { indicator, checks }: NodeFigure): Run[] {
  return stages.flatMap(({ stage, figureAt }): Run[] => {
    const figure = figureAt(node, indicator);
    if (!figure?.value) return [];
    const verdict = stage === "registration" ? checks.find(({ against }) => against === "registered")?.verdict : undefined;
    return [
      ...fill(sentences.earlier, { stage: stageWord(stage), figure: earlierText(figure) }),
      ...(verdict === "met" ? fill(sentences.registeredMet) : verdict === "notMet" ? fill(sentences.registeredNotMet) : []),
    ];
  });
}

/** Met, not met, or what it still depends on. */
function conclusion({ template: { sentences } }: ReportFacts, { figure, check }: JudgedFigure): Run[] {
  const missing = figure.missing.length;
  if (check.verdict !== "undecided" || missing === 0) return fill(sentences[check.verdict]);
  const { low, high } = possibleRange(figure, check);
  const range = low !== null && high !== null ? fill(sentences.rangeBoth, { low, high }) : low !== null ? fill(sentences.rangeLow, { low }) : high !== null ? fill(sentences.rangeHigh, { high }) : fill(sentences.rangeNone);
  return fill(sentences.undecidedRange, { missing: formatWhole(missing), range });
}

function targetOf(facts: ReportFacts, indicator: Indicator, [first]: readonly JudgedFigure[]): Run[] {
  const target = first?.target ?? targetAt(indicator, facts.node, facts.tree);
  const { sentences } = facts.template;
  return target ? fill(sentences.target, { target: lowerFirst(targetText(indicator, target)) + (target.reading ? sentences.reading : "") }) : [];
}

/** As people write it. Units register percentages: what they come to of a total is no number of people. */
export function figureWords({ template: { sentences } }: ReportFacts, figure: NodeFigure, check: TargetCheck | undefined): string {
  const { measure, numerator, denominator, value } = figure;
  if (measure !== "ratio" || !numerator || !denominator || !value || numerator.n % numerator.d === 0n) return nodeFigureText(figure, check);
  return said(sentences.shareOf, { share: exactPercent(value, check?.targetValue), base: exactNumber(denominator) });
}

/** In the middle of a sentence; abbreviations stay. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?:\p{Lu}|\d)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * What one submission reports (số liệu của bài nộp): a figure for exactly the indicators its unit owes, each
 * with its cells, and every problem found on the way.
 */
import { buildFigure } from "./build-figure";
import { isFilled, partOf } from "./content-key";
import { crossChecks } from "./cross-checks";
import { NOT_REPORTED, type Contribution, type Figure, type FigureSource, type UnitFigures } from "./figure";
import { rowsOfIndicator } from "./form";
import { headcountOf, readingOf, type FormCells } from "./form-cells";
import { owedBy } from "./owed";
import type { Indicator, Plan, Stage } from "./plan";
import { problem, severity, type Problem } from "./problem";
import type { Reading, Submission } from "./submission";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

export interface FiguresContext {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
  readonly unit: UnitCode;
  /** Path as shown to the officer. */
  readonly file: string;
}

/**
 * Builds a unit's figures. A figure with an error of its own, or named in an error of reading or of a cross
 * rule, is not reported: its source still shows what the school typed.
 */
export function figuresOf(submission: Submission, context: FiguresContext): UnitFigures {
  const { plan, tree, unit, file } = context;
  const owed = owedBy({ plan, stage: context.stage, tree, unit, scope: submission.scope });
  const problems: Problem[] = [];
  const built = new Map<string, Figure>();
  const sources = new Map<string, FigureSource>();
  for (const indicator of owed) {
    const required = indicator.required && submission.scope === "own";
    const headcountName = plan.headcounts.find(({ id }) => id === indicator.denominatorHeadcount)?.name ?? "";
    const cells: FormCells = { submission, indicator, at: { unit, file }, headcountName, required, problems };
    built.set(indicator.code, buildFigure(cells));
    const source = sourceOf(cells, file);
    if (source) sources.set(indicator.code, source);
  }
  problems.push(...crossChecks(plan.rules, built, sources, { unit, file }), ...unaskedCells(submission, owed, context));

  const broken = brokenIndicators([...submission.problems, ...problems]);
  const figures = owed.map(({ code }): [string, Contribution] => {
    const source = sources.get(code);
    const figure = trusted(built.get(code) ?? NOT_REPORTED, broken.has(code));
    const origin = submission.scope === "total" ? "officeTotal" : "file";
    return [code, source ? { unit, indicator: code, origin, figure, source } : { unit, indicator: code, origin, figure }];
  });
  return { figures: new Map(figures), problems };
}

/** The indicators that an error speaks of; of a broken cross rule, both sides. */
function brokenIndicators(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.filter((found) => severity(found) === "error").flatMap((found) =>
    found.code === "part-above-whole" ? [found.facts.part, found.facts.whole] : found.at.indicator ? [found.at.indicator] : []));
}

/** What is known beside a missing figure (its base, its start) stays known; a reported value under an error does not. */
function trusted(figure: Figure, isBroken: boolean): Figure {
  return isBroken && figure.state !== "notReported" ? NOT_REPORTED : figure;
}

function sourceOf(cells: FormCells, file: string): FigureSource | null {
  const { indicator, submission } = cells;
  const parts = rowsOfIndicator(indicator, submission.stage, submission.scope).flatMap(({ main, base }) => (base ? [main, base] : [main]));
  const typed = parts.map((part) => readingOf(cells, part)).filter((reading) => isFilled(reading));
  const hasBase = parts.some((part) => (part === "denominator" || part === "startDenominator") && isFilled(readingOf(cells, part)));
  const headcount = !hasBase && typed.length > 0 && parts.length > 1 ? headcountOf(cells) : undefined;
  const readings = headcount ? [...typed, headcount] : typed;
  const first = readings[0];
  if (!first) return null;
  return {
    file, sheet: first.sheet,
    cell: readings.map((reading) => addressFrom(first, reading)).filter((cell) => cell !== "").join(", "),
    raw: readings.map(({ raw }) => raw.trim()).join(" / "),
  };
}

function addressFrom(first: Reading, { sheet, cell }: Reading): string {
  return sheet === first.sheet || cell === "" ? cell : `${sheet}!${cell}`;
}

/** Values typed in rows the unit is not asked: kept in sight, counted nowhere. One message a row. */
function unaskedCells(submission: Submission, owed: readonly Indicator[], { plan, unit, file }: FiguresContext): Problem[] {
  const asked = new Set(owed.map(({ code }) => code));
  const found = new Map<string, Reading>();
  for (const [key, reading] of Object.entries(submission.parts)) {
    const code = key.slice(0, -partOf(key).length - 1);
    const isBase = /denominator$/iu.test(key);
    if (isFilled(reading) && !isBase && !asked.has(code) && !found.has(code)) found.set(code, reading);
  }
  return [...found].map(([code, { sheet, cell, raw }]) => {
    const name = plan.indicators.find((indicator) => indicator.code === code)?.name ?? code;
    return problem("cell-does-not-apply", { unit, file, sheet, cell, indicator: code }, { indicator: code, name, found: raw.trim() });
  });
}

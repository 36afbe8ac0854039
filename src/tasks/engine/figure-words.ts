/** Figures and what follows from them, in words (số liệu bằng lời). */
import type { Figure, NodeFigure, TargetCheck } from "#domain/figure";
import type { Indicator, Target } from "#domain/plan";
import { add, divide, exact, multiply, subtract, type Exact } from "#domain/exact";
import { exactNumber, exactPercent, exactPoints } from "#messages/format-vi";
import { engineWords } from "#messages/engine-words";
import { targetWords } from "#messages/pane-vi";
import type { Language } from "#messages/problems";
import { figureText } from "../explain-words";

const HUNDRED: Exact = { n: 100n, d: 1n };

/** One unit's own figure: `41/45 = 91,11 %`, `Đạt`, `0`, `Không có đối tượng`; empty where nothing was reported. */
export function unitFigureText(figure: Figure, language: Language): string {
  const words = engineWords[language];
  if (figure.state === "notApplicable") return words.notApplicable;
  if (figure.state === "notReported") return "";
  switch (figure.measure) {
    case "count": return exactNumber(figure.value);
    case "text": return figure.text;
    case "yesNo": return figure.yes ? words.yes : words.no;
    case "ratio": {
      const share = divide(figure.numerator, figure.denominator);
      return `${exactNumber(figure.numerator)}/${exactNumber(figure.denominator)}${share ? ` = ${exactPercent(share)}` : ""}`;
    }
    case "change": {
      const [from, to] = [figure.start, figure.end].map(({ numerator, denominator }) => divide(numerator, denominator));
      return from && to ? `${exactPercent(from)} → ${exactPercent(to)} (${exactPoints(multiply(subtract(to, from), HUNDRED))})` : "";
    }
  }
}

/** A group's figure beside its target: with as many digits as it takes to stand on its own side. */
export function nodeFigureText(figure: NodeFigure, check?: TargetCheck): string {
  const { measure, numerator, denominator, value } = figure;
  // Held against a number, the number of units is the figure; their share is another matter.
  if (measure === "yesNo" && check?.basis === "count") return numerator && denominator ? `${exactNumber(numerator)}/${exactNumber(denominator)}` : "—";
  if (value === null || !check || measure === "count" || check.basis !== "share") return figureText(figure);
  const parts = numerator && denominator ? `${exactNumber(numerator)}/${exactNumber(denominator)} = ` : "";
  return parts + exactPercent(value, check.targetValue);
}

/** An earlier stage's figure of a group, short: units register percentages, whose sums are no numbers of people. */
export function earlierText({ measure, numerator, denominator, value }: NodeFigure): string {
  if (value === null) return "";
  if (measure === "count") return exactNumber(value);
  if (measure === "change") return exactPoints(value);
  return measure === "yesNo" && numerator && denominator ? `${exactNumber(numerator)}/${exactNumber(denominator)}` : exactPercent(value);
}

export function targetText(indicator: Indicator, target: Target): string {
  return target.label ?? targetWords(target, indicator.unit === "%" ? "" : indicator.unit);
}

/** What the interval means for the conclusion: one sentence, empty where the conclusion does not depend on who is missing. */
export function verdictSentence(figure: NodeFigure, indicator: Indicator, target: Target, check: TargetCheck, language: Language): string {
  const words = engineWords[language];
  const missing = figure.missing.length;
  if (missing === 0) return "";
  if (check.verdict === "notMet") return words.notMetWhatever(missing);
  if (check.verdict === "met") return words.metWhatever(missing);
  return words.undecided({ now: nodeFigureText(figure, check), target: targetText(indicator, target), missing, ...possibleRange(figure, check) });
}

/** What a figure can still become once everybody has reported; `null`: not bounded on that side. */
export function possibleRange(figure: NodeFigure, check: TargetCheck): { readonly low: string | null; readonly high: string | null } {
  const shown = (value: Exact | null): string | null => (value === null ? null : written(value, figure, check));
  if (figure.measure === "yesNo" && check.basis === "count" && figure.numerator) {
    return { low: exactNumber(figure.numerator), high: exactNumber(add(figure.numerator, exact(figure.missing.length))) };
  }
  return { low: shown(figure.low), high: shown(figure.high) };
}

function written(value: Exact, { measure }: NodeFigure, { basis, targetValue }: TargetCheck): string {
  if (measure === "change") return exactPoints(value, targetValue);
  return measure === "count" ? exactNumber(value, targetValue) : exactPercent(value, basis === "share" ? targetValue : undefined);
}

/** A figure and its sources in words and as JSON. */
import { toNumber, toText } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import { exactNumber, exactPercent, exactPoints } from "#messages/format-vi";
import type { Explanation } from "./explain";

/** The figure as a person writes it: `412/415 = 99,28 %`. */
export function figureText(figure: NodeFigure): string {
  const { measure, numerator, denominator, value } = figure;
  if (value === null) return "—";
  if (measure === "count") return exactNumber(value);
  if (measure === "change") return exactPoints(value);
  const parts = numerator && denominator ? `${exactNumber(numerator)}/${exactNumber(denominator)} = ` : "";
  return parts + exactPercent(value);
}

export function explanationJson(found: Explanation): unknown {
  const { figure } = found;
  return {
    node: found.node, name: found.name, indicator: found.indicator, indicatorName: found.indicatorName,
    measure: figure.measure,
    numerator: figure.numerator && toText(figure.numerator),
    denominator: figure.denominator && toText(figure.denominator),
    value: figure.value && toNumber(figure.value),
    reported: figure.reported, expected: figure.expected, notApplicable: figure.notApplicable,
    addsUp: found.addsUp, sources: found.sources, missing: found.missing,
  };
}

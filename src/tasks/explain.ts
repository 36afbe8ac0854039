/**
 * Where a figure comes from (số này từ đâu): every unit's part in it, down to file, sheet, cell and raw text,
 * the units that are missing, and the check that the parts add up to the figure.
 */
import { add, equals, toText, ZERO, type Exact } from "#domain/exact";
import type { Contribution, NodeFigure } from "#domain/figure";
import type { Report } from "#domain/report";
import { treeAt } from "#domain/tree";

export interface ExplainedSource {
  readonly unit: string;
  readonly name: string;
  readonly parent: string | null;
  readonly origin: Contribution["origin"];
  readonly state: Contribution["figure"]["state"];
  /** Exact, as text: a whole number, a decimal, or `n/d`. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The unit's own words where the officer corrected them. */
  readonly reason: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly raw: string | null;
}

export interface Explanation {
  readonly node: string;
  readonly name: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly figure: NodeFigure;
  readonly sources: readonly ExplainedSource[];
  readonly missing: readonly { readonly unit: string; readonly name: string }[];
  /** True: Σ of the sources equals the figure, exactly. */
  readonly addsUp: boolean;
}

/** Explains one figure; `null` where the report has no such node or indicator. */
export function explain(report: Report, node: string, indicator: string): Explanation | null {
  const figure = report.nodes.find((candidate) => candidate.node === node && candidate.indicator === indicator);
  const about = report.plan.indicators.find((candidate) => candidate.code === indicator);
  if (!figure || !about) return null;
  const tree = treeAt(report.state.roster, report.treeDate);
  const nameOf = (unit: string): string => report.state.roster.units.find((candidate) => candidate.code === unit)?.name ?? unit;
  const sources = figure.contributions
    .filter(({ figure: own }) => own.state !== "notReported")
    .map((contribution) => source(contribution, nameOf(contribution.unit), tree.parentOf(contribution.unit) ?? null));
  return {
    node, name: nameOf(node), indicator, indicatorName: about.name, figure, sources,
    missing: figure.missing.map((unit) => ({ unit, name: nameOf(unit) })),
    addsUp: addsUp(figure),
  };
}

function source(contribution: Contribution, name: string, parent: string | null): ExplainedSource {
  const parts = partsOf(contribution);
  return {
    unit: contribution.unit, name, parent, origin: contribution.origin, state: contribution.figure.state,
    numerator: parts ? toText(parts.numerator) : null,
    denominator: parts?.denominator ? toText(parts.denominator) : null,
    reason: contribution.reason ?? null,
    file: contribution.source?.file ?? null, sheet: contribution.source?.sheet ?? null,
    cell: contribution.source?.cell ?? null, raw: contribution.source?.raw ?? null,
  };
}

/** What one contribution adds to the numerator and the denominator of its group's figure. */
function partsOf({ figure }: Contribution): { numerator: Exact; denominator: Exact | null } | null {
  if (figure.state !== "reported") return null;
  switch (figure.measure) {
    case "count": return { numerator: figure.value, denominator: null };
    case "ratio": return { numerator: figure.numerator, denominator: figure.denominator };
    case "yesNo": return { numerator: { n: figure.yes ? 1n : 0n, d: 1n }, denominator: { n: 1n, d: 1n } };
    case "change": return { numerator: figure.end.numerator, denominator: figure.end.denominator };
    case "text": return null;
  }
}

function addsUp(figure: NodeFigure): boolean {
  let numerator = ZERO;
  let denominator = ZERO;
  for (const contribution of figure.contributions) {
    const parts = partsOf(contribution);
    if (!parts) continue;
    numerator = add(numerator, parts.numerator);
    denominator = add(denominator, parts.denominator ?? ZERO);
  }
  return equals(numerator, figure.numerator ?? ZERO) && (figure.measure === "count" || equals(denominator, figure.denominator ?? ZERO));
}

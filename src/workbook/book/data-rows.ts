/**
 * The rows of "Số liệu": one for every expected unit and indicator, missing ones included, with what was
 * reported, what the officer corrected, and what counts. The report sheets are formulas over these rows.
 */
import { expectedUnits } from "#domain/duties";
import { toNumber, type Exact } from "#domain/exact";
import type { Contribution, Figure } from "#domain/figure";
import type { Correction } from "#domain/ledger-types";
import { askedUnits } from "#domain/node-tallies";
import type { Indicator } from "#domain/plan";
import type { Report } from "#domain/report";
import { byIndicator, sourcesOf } from "#domain/sources";
import { usable } from "#domain/tally";
import { treeAt } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";

/** 0 not reported, 1 reported, 2 not applicable. */
export type StateCode = 0 | 1 | 2;

/** A figure in cells. Of one that is not reported, what is known all the same: a base, a start, a bare percentage. */
export interface Parts {
  readonly state: StateCode;
  readonly n: number | null;
  readonly d: number | null;
  readonly startN: number | null;
  readonly startD: number | null;
  readonly text: string | null;
  /** A share of 1 without its base. */
  readonly bare: number | null;
}

export interface DataRow {
  readonly unit: UnitCode;
  readonly name: string;
  readonly kind: string;
  readonly direct: boolean;
  /** By level from the scope down: the nodes at which this row counts; `null` where an office's total stands in its place. */
  readonly path: readonly (UnitCode | null)[];
  readonly indicator: Indicator;
  /** Units this row stands for: 1; of an office's total, those it covers. */
  readonly weight: number;
  /** How many of them are in once the row has a figure: a total may speak of fewer units than it covers. */
  readonly weightIn: number;
  readonly isOfficeTotal: boolean;
  readonly reported: Parts;
  readonly effective: Parts;
  readonly correction: CorrectionCells;
  readonly contribution: Contribution;
}

/** A correction as it stands in the officer's cells. */
export interface CorrectionCells {
  readonly n: string | number | null;
  readonly d: string | number | null;
  readonly startN: string | number | null;
  readonly startD: string | number | null;
  readonly reason: string | null;
}

export const NO_CORRECTION: CorrectionCells = { n: null, d: null, startN: null, startD: null, reason: null };

export function dataRows(report: Report): DataRow[] {
  const { state, plan, asOf } = report;
  const tree = treeAt(state.roster, report.treeDate);
  const expected = expectedUnits(plan, state.stage, tree, asOf);
  const given = byIndicator(report.contributions);
  const placed = new Map(plan.indicators.map((indicator) => {
    const sources = sourcesOf(given.get(indicator.code) ?? [], expected.get(indicator.code) ?? [], tree);
    return [indicator.code, { indicator, sources, asked: new Set(askedUnits(expected.get(indicator.code) ?? [], sources, tree)) }];
  }));
  const corrections = latestCorrections(state.corrections);
  return report.contributions.flatMap((contribution): DataRow[] => {
    const about = placed.get(contribution.indicator);
    const unit = tree.unit(contribution.unit);
    if (!about || !unit) return [];
    const { indicator, sources, asked } = about;
    const own = usable(indicator, contribution.figure);
    const total = contribution.origin === "officeTotal" ? sources.totals.find((one) => one.contribution.unit === unit.code) : undefined;
    const correction = corrections.get(`${unit.code}|${indicator.code}`);
    const path = tree.pathTo(unit.code);
    return [{
      unit: unit.code, name: unit.name, kind: unit.kind, direct: tree.isDirectlyManaged(unit.code), indicator, contribution,
      isOfficeTotal: contribution.origin === "officeTotal",
      path: path.map((node) => ((total ? total.countsAt.has(node) : !sources.totalFor(unit.code, node)) ? node : null)),
      ...weights(indicator, own, total ? [...total.covers].filter((one) => asked.has(one)).length : null),
      reported: partsOf(usable(indicator, contribution.reported ?? contribution.figure)), effective: partsOf(own),
      correction: total ? NO_CORRECTION : correctionCells(correction),
    }];
  });
}

/** As `addOfficeTotal` counts them. */
function weights(indicator: Indicator, figure: Figure, covered: number | null): Pick<DataRow, "weight" | "weightIn"> {
  if (covered === null) return { weight: 1, weightIn: 1 };
  const speaks = indicator.measure === "yesNo" && !indicator.mayNotApply && figure.state === "reported" && figure.measure === "ratio";
  return { weight: covered, weightIn: speaks ? Math.min(covered, Math.floor(toNumber(figure.denominator))) : covered };
}

function partsOf(figure: Figure): Parts {
  const none = { n: null, d: null, startN: null, startD: null, text: null, bare: null };
  const number = (exact: Exact | undefined): number | null => (exact ? toNumber(exact) : null);
  if (figure.state === "notReported") {
    return { ...none, state: 0, d: number(figure.denominator), startN: number(figure.start?.numerator), startD: number(figure.start?.denominator), bare: number(figure.bareShare) };
  }
  if (figure.state === "notApplicable") return { ...none, state: 2 };
  switch (figure.measure) {
    case "count": return { ...none, state: 1, n: number(figure.value) };
    case "ratio": return { ...none, state: 1, n: number(figure.numerator), d: number(figure.denominator) };
    case "yesNo": return { ...none, state: 1, n: figure.yes ? 1 : 0, d: 1 };
    case "change": return {
      ...none, state: 1, n: number(figure.end.numerator), d: number(figure.end.denominator),
      startN: number(figure.start.numerator), startD: number(figure.start.denominator),
    };
    case "text": return { ...none, state: 1, text: figure.text };
  }
}

/** The correction that is in force for each unit and indicator: the latest with a reason, else the latest. */
export function latestCorrections(corrections: readonly Correction[]): ReadonlyMap<string, Correction> {
  const latest = new Map<string, Correction>();
  for (const correction of corrections) {
    const key = `${correction.unit}|${correction.indicator}`;
    const before = latest.get(key);
    const isLater = !before || (correction.on ?? "") >= (before.on ?? "");
    const [has, had] = [correction, before].map((one) => (one?.reason.trim() ?? "") !== "");
    if (before === undefined || (has === had ? isLater : has)) latest.set(key, correction);
  }
  return latest;
}

export function correctionCells(correction: Correction | undefined): CorrectionCells {
  if (!correction) return NO_CORRECTION;
  const { value, reason } = correction;
  const cell = (exact: Exact | null): number | null => (exact ? toNumber(exact) : null);
  switch (value.kind) {
    case "parts": return { ...NO_CORRECTION, n: cell(value.main), d: cell(value.base), reason };
    case "yesNo": return { ...NO_CORRECTION, n: value.yes ? words.corrections.yes : words.corrections.no, reason };
    case "text": return { ...NO_CORRECTION, n: value.text, reason };
    case "change": return { n: cell(value.end[0]), d: cell(value.end[1]), startN: cell(value.start[0]), startD: cell(value.start[1]), reason };
    case "notReported": return { ...NO_CORRECTION, n: words.corrections.notReported, reason };
    case "notApplicable": return { ...NO_CORRECTION, n: words.corrections.notApplicable, reason };
  }
}

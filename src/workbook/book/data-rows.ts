/**
 * The rows of "Số liệu": one for every expected unit and indicator, missing ones included, with what was
 * reported, what the officer corrected, and what counts. The report sheets are formulas over these rows.
 */
import { toNumber, toText, type Exact } from "#domain/exact";
import type { Contribution, Figure } from "#domain/figure";
import type { Correction } from "#domain/ledger-types";
import type { Indicator } from "#domain/plan";
import type { Report } from "#domain/report";
import { treeAt, type Tree } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";

/** 0 not reported, 1 reported, 2 not applicable. */
export type StateCode = 0 | 1 | 2;

export interface Parts {
  readonly state: StateCode;
  readonly n: number | null;
  readonly d: number | null;
  readonly startN: number | null;
  readonly startD: number | null;
  readonly text: string | null;
}

export interface DataRow {
  readonly unit: UnitCode;
  readonly name: string;
  readonly kind: string;
  readonly direct: boolean;
  /** Codes from the scope down to the unit itself. */
  readonly path: readonly UnitCode[];
  readonly indicator: Indicator;
  /** Units this row stands for: 1; an office's total stands for those it covers, and they for none. */
  readonly weight: number;
  readonly isOfficeTotal: boolean;
  readonly reported: Parts;
  readonly effective: Parts;
  readonly knownD: number | null;
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
  const tree = treeAt(report.state.roster, report.treeDate);
  const indicators = new Map(report.plan.indicators.map((indicator) => [indicator.code, indicator]));
  const units = new Map(report.state.roster.units.map((unit) => [unit.code, unit]));
  const covered = new Set(report.contributions.flatMap(({ indicator, covers }) => (covers ?? []).map((unit) => `${unit}|${indicator}`)));
  const corrections = latestCorrections(report.state.corrections);
  return report.contributions.flatMap((contribution): DataRow[] => {
    const indicator = indicators.get(contribution.indicator);
    const unit = units.get(contribution.unit);
    if (!indicator || !unit) return [];
    const isOfficeTotal = contribution.origin === "officeTotal";
    const key = `${contribution.unit}|${contribution.indicator}`;
    return [{
      unit: contribution.unit, name: unit.name, kind: unit.kind, direct: tree.isDirectlyManaged(contribution.unit),
      path: pathOf(contribution.unit, tree), indicator, isOfficeTotal, contribution,
      weight: isOfficeTotal ? contribution.covers?.length ?? 0 : covered.has(key) ? 0 : 1,
      reported: partsOf(contribution.reported ?? contribution.figure), effective: partsOf(contribution.figure),
      knownD: contribution.figure.state === "notReported" && contribution.figure.denominator ? toNumber(contribution.figure.denominator) : null,
      correction: isOfficeTotal ? NO_CORRECTION : correctionCells(corrections.get(key)),
    }];
  });
}

/** Every unit stands under the scope, also one that has no parent at this date (residue). */
function pathOf(unit: UnitCode, tree: Tree): UnitCode[] {
  const path = tree.pathTo(unit);
  return path[0] === tree.root ? [...path] : [tree.root, ...path];
}

function partsOf(figure: Figure): Parts {
  const none = { n: null, d: null, startN: null, startD: null, text: null };
  const number = (exact: Exact): number => toNumber(exact);
  if (figure.state === "notReported") return { state: 0, ...none };
  if (figure.state === "notApplicable") return { state: 2, ...none };
  switch (figure.measure) {
    case "count": return { state: 1, ...none, n: number(figure.value) };
    case "ratio": return { state: 1, ...none, n: number(figure.numerator), d: number(figure.denominator) };
    case "yesNo": return { state: 1, ...none, n: figure.yes ? 1 : 0, d: 1 };
    case "change": return {
      state: 1, text: null, n: number(figure.end.numerator), d: number(figure.end.denominator),
      startN: number(figure.start.numerator), startD: number(figure.start.denominator),
    };
    case "text": return { state: 1, ...none, text: figure.text };
  }
}

/** The correction that is in force for each unit and indicator: the latest. */
export function latestCorrections(corrections: readonly Correction[]): ReadonlyMap<string, Correction> {
  const latest = new Map<string, Correction>();
  for (const correction of corrections) {
    const key = `${correction.unit}|${correction.indicator}`;
    const before = latest.get(key);
    if (!before || (correction.on ?? "") >= (before.on ?? "")) latest.set(key, correction);
  }
  return latest;
}

export function correctionCells(correction: Correction | undefined): CorrectionCells {
  if (!correction) return NO_CORRECTION;
  const { value, reason } = correction;
  const cell = (exact: Exact | null): string | number | null => {
    if (!exact) return null;
    const text = toText(exact);
    return text.includes("/") ? text : toNumber(exact);
  };
  switch (value.kind) {
    case "parts": return { ...NO_CORRECTION, n: cell(value.main), d: cell(value.base), reason };
    case "yesNo": return { ...NO_CORRECTION, n: value.yes ? words.corrections.yes : words.corrections.no, reason };
    case "text": return { ...NO_CORRECTION, n: value.text, reason };
    case "change": return { n: cell(value.end[0]), d: cell(value.end[1]), startN: cell(value.start[0]), startD: cell(value.start[1]), reason };
    case "notReported": return { ...NO_CORRECTION, n: words.corrections.notReported, reason };
    case "notApplicable": return { ...NO_CORRECTION, n: words.corrections.notApplicable, reason };
  }
}

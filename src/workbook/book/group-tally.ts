/** The same sums as the formulas', for their cached values (trị số lưu sẵn): a book opens with its figures shown. */
import type { DataRow } from "./data-rows";

/** What a group's rows come to; `known` and `knownStart`: of units that are missing, what is known all the same. */
export interface GroupTally {
  readonly n: number;
  readonly d: number;
  readonly startN: number;
  readonly startD: number;
  /** Rows with a value. */
  readonly valued: number;
  readonly reported: number;
  readonly expected: number;
  readonly known: number;
  readonly unknown: number;
  readonly knownStartN: number;
  readonly knownStartD: number;
  /** Units that gave a percentage without its base, and Σ of those. */
  readonly bared: number;
  readonly bare: number;
}

export const TALLY_KEYS = ["n", "d", "startN", "startD", "valued", "reported", "expected", "known", "unknown", "knownStartN", "knownStartD", "bared", "bare"] as const satisfies readonly (keyof GroupTally)[];

export function groupTally(rows: readonly DataRow[]): GroupTally {
  const tally = { n: 0, d: 0, startN: 0, startD: 0, valued: 0, reported: 0, expected: 0, known: 0, unknown: 0, knownStartN: 0, knownStartD: 0, bared: 0, bare: 0 };
  for (const { weight, weightIn, effective, indicator } of rows) {
    tally.expected += weight;
    if (effective.state !== 0) tally.reported += weightIn;
    if (effective.state === 0) {
      const bound = indicator.measure === "change" ? effective.startD : effective.d;
      if (bound === null) tally.unknown += 1;
      tally.known += effective.d ?? 0;
      tally.knownStartN += effective.startN ?? 0;
      tally.knownStartD += effective.startD ?? 0;
      if (effective.bare !== null) tally.bared += 1;
      tally.bare += effective.bare ?? 0;
    }
    if (effective.state !== 1) continue;
    tally.valued += 1;
    tally.n += effective.n ?? 0;
    tally.d += effective.d ?? 0;
    tally.startN += effective.startN ?? 0;
    tally.startD += effective.startD ?? 0;
  }
  return tally;
}

/** Rows of each indicator, so that a node's figures are found without a scan of everything. */
export function byIndicator(rows: readonly DataRow[]): ReadonlyMap<string, readonly DataRow[]> {
  const groups = new Map<string, DataRow[]>();
  for (const row of rows) {
    const group = groups.get(row.indicator.code);
    if (group) group.push(row);
    else groups.set(row.indicator.code, [row]);
  }
  return groups;
}

/** Rows that count at a node, by `node|indicator`. */
export function byNode(rows: readonly DataRow[]): ReadonlyMap<string, readonly DataRow[]> {
  const groups = new Map<string, DataRow[]>();
  for (const row of rows) {
    for (const node of row.path) {
      if (node === null) continue;
      const key = `${node}|${row.indicator.code}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

/** A unit's answer as the pair column says it: 0 open, 1 chưa đạt, 2 đạt, 3 not asked or not applicable. */
export function answerOf(row: DataRow | undefined): number {
  if (!row || row.effective.state === 2) return 3;
  if (row.effective.state === 0) return 0;
  return row.effective.n === 1 ? 2 : 1;
}

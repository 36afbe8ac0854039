/** The same sums as the formulas', for their cached values (trị số lưu sẵn): a book opens with its figures shown. */
import type { DataRow } from "./data-rows";

export interface GroupTally {
  readonly n: number;
  readonly d: number;
  readonly startN: number;
  readonly startD: number;
  readonly reported: number;
  readonly expected: number;
  readonly known: number;
  readonly unknown: number;
}

export function groupTally(rows: readonly DataRow[]): GroupTally {
  const tally = { n: 0, d: 0, startN: 0, startD: 0, reported: 0, expected: 0, known: 0, unknown: 0 };
  for (const { weight, effective, knownD } of rows) {
    if (weight === 0) continue;
    tally.expected += weight;
    if (effective.state !== 0) tally.reported += weight;
    else if (knownD === null) tally.unknown += 1;
    else tally.known += knownD;
    if (effective.state !== 1) continue;
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

/** How a unit stands to a part and its whole, as the data sheet's pair column says it. */
export function pairOf(part: DataRow, whole: DataRow | undefined): number {
  const answer = (row: DataRow | undefined): number => {
    if (!row || row.effective.state === 2) return 3;
    if (row.effective.state === 0) return 0;
    return row.effective.n === 1 ? 2 : 1;
  };
  return 10 * answer(part) + answer(whole);
}

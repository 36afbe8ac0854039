/** Frozen figures (chốt số liệu), and what has changed since. */
import { toText, type Exact } from "./exact";
import type { NodeFigure } from "./figure";
import type { Report, Snapshot } from "./report";
import { compareText } from "./text-order";
import type { UnitCode } from "./unit";

/** Freezes every figure of every node under a name, with the day and the officer. */
export function freeze(report: Report, { name, on, by, reportNumber }: Omit<Snapshot, "figures">): Snapshot {
  const figures = report.nodes.map((figure): [string, string] => [`${figure.node}|${figure.indicator}`, frozen(figure)]);
  return { name, on, by, ...(reportNumber === undefined ? {} : { reportNumber }), figures: Object.fromEntries(figures) };
}

/** The one that holds: of the latest day, and of two on one day the one frozen after the other. */
export function lastSnapshot(snapshots: readonly Snapshot[]): Snapshot | undefined {
  return [...snapshots].sort((a, b) => compareText(a.on, b.on)).at(-1);
}

export interface SnapshotDifference {
  readonly node: UnitCode;
  readonly indicator: string;
  /** As frozen: numerator, denominator, reported, expected, value; `null` where the snapshot has no such figure. */
  readonly before: FrozenFigure | null;
  /** `null` where the report has no such figure any more. */
  readonly now: FrozenFigure | null;
}

/** A figure as text, exact; empty where there was none. */
export interface FrozenFigure {
  readonly numerator: string;
  readonly denominator: string;
  readonly reported: string;
  readonly expected: string;
  readonly value: string;
}

/** Every figure that is no longer what was frozen, in the report's order, then those that are gone. */
export function differencesFromSnapshot(report: Report, snapshot: Snapshot): SnapshotDifference[] {
  const now = new Map(report.nodes.map((figure) => [`${figure.node}|${figure.indicator}`, frozen(figure)]));
  const keys = [...now.keys(), ...Object.keys(snapshot.figures).filter((key) => !now.has(key)).sort()];
  return keys.filter((key) => now.get(key) !== snapshot.figures[key]).map((key) => {
    const at = key.lastIndexOf("|");
    return { node: key.slice(0, at) as UnitCode, indicator: key.slice(at + 1), before: thawed(snapshot.figures[key]), now: thawed(now.get(key)) };
  });
}

function frozen({ numerator, denominator, reported, expected, value }: NodeFigure): string {
  const text = (exact: Exact | null): string => (exact === null ? "" : toText(exact));
  return [text(numerator), text(denominator), reported, expected, text(value)].join("|");
}

function thawed(text: string | undefined): FrozenFigure | null {
  if (text === undefined) return null;
  const [numerator = "", denominator = "", reported = "", expected = "", value = ""] = text.split("|");
  return { numerator, denominator, reported, expected, value };
}

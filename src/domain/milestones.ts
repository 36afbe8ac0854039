/** Deadlines as days (mốc thời hạn): until when, whose date it is, and who is addressed. */
import { expectedUnits } from "./duties";
import type { Extension } from "./ledger-types";
import type { Milestone, Plan, Stage } from "./plan";
import { selects, treeAt, type Tree } from "./tree";
import type { Roster, UnitCode } from "./unit";

/** The last day that still counts: `before` a day excludes the day itself (trước ngày). `null`: nobody has set one. */
export function lastDay({ due, rule }: Pick<Milestone, "due" | "rule">): string | null {
  if (due === undefined) return null;
  return rule === "before" ? shiftDay(due, -1) : due;
}

/** An ISO day moved by whole days; noon of UTC knows no summer time. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days `day` lies after `due`; 0 when it does not. */
export function daysAfter(day: string, due: string): number {
  const days = Math.round((Date.parse(`${day.slice(0, 10)}T12:00:00Z`) - Date.parse(`${due}T12:00:00Z`)) / 86_400_000);
  return Math.max(0, days);
}

/** The latest day granted to a unit for a milestone (gia hạn); a day no later than the deadline grants nothing. */
export function extendedDay(extensions: readonly Extension[], unit: UnitCode, milestone: string, due: string | null): string | null {
  if (due === null) return null;
  return extensions
    .filter((extension) => extension.unit.trim() === unit && extension.milestone === milestone && extension.until > due)
    .reduce<string | null>((latest, { until }) => (latest === null || until > latest ? until : latest), null);
}

export interface Addressing {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly roster: Roster;
  readonly asOf: string;
}

/**
 * The units a milestone addresses, in the roster's order. The list is of one day: the deadline's, or the
 * report's while the deadline is ahead, so that units founded or dissolved later change nothing. A milestone
 * that names nobody is owed by every unit that owes a figure.
 */
export function addressees(milestone: Milestone, { plan, stage, roster, asOf }: Addressing): UnitCode[] {
  const tree = treeAt(roster, dayOfList(milestone, asOf));
  if (milestone.from.length > 0) return tree.units.filter((unit) => selects(milestone.from, unit, tree));
  const owing = new Set([...expectedUnits(plan, stage, tree, asOf).values()].flat());
  return roster.units.map(({ code }) => code).filter((code) => owing.has(code));
}

/** The tree that a milestone's list was drawn up under. */
export function treeOfList(milestone: Milestone, roster: Roster, asOf: string): Tree {
  return treeAt(roster, dayOfList(milestone, asOf));
}

function dayOfList(milestone: Milestone, asOf: string): string {
  const due = lastDay(milestone);
  return due !== null && due < asOf ? due : asOf;
}

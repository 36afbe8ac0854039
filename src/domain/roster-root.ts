/**
 * Who stands at the top of a roster on a day. Offices are dissolved and merged while a plan runs, and the
 * plan's scope stays: so does its row at the top.
 */
import type { Role } from "./plan";
import { edgesOn, isOpenOn } from "./roster-dates";
import type { Roster, Unit } from "./unit";

const rankOf: Readonly<Record<Role, number>> = { scope: 0, intermediate: 1, unit: 2 };

/** The role each kind plays, by the kind's id. */
export function kindRoles(roster: Roster): ReadonlyMap<string, Role> {
  return new Map(roster.kinds.map((kind) => [kind.id, kind.role]));
}

/** Units that may stand at the top: those of the highest role among units that never have a parent. */
export function topUnits(roster: Roster): readonly Unit[] {
  const roles = kindRoles(roster);
  const rank = (unit: Unit): number => rankOf[roles.get(unit.kind) ?? "unit"];
  const orphans = roster.units.filter((unit) => unit.parents.length === 0);
  const best = Math.min(...new Set(orphans.map(rank)));
  return orphans.filter((unit) => rank(unit) === best);
}

/**
 * The top of the tree on a day (đơn vị đứng đầu phạm vi kế hoạch). Where the office that adopted the plan
 * is closed, the one office that follows it stands there; where several follow it (a Phòng dissolved into
 * communes) it keeps the top row itself, because the plan's total is still the total over its area.
 */
export function rootOn(roster: Roster, date: string, tops: readonly Unit[] = topUnits(roster)): Unit | undefined {
  const open = tops.filter((unit) => isOpenOn(unit, date));
  if (open.length === 1) return open[0];
  const standing = [...tops].sort((a, b) => compareText(a.openedOn ?? "", b.openedOn ?? ""))[0];
  if (!standing) return roster.units.find((unit) => edgesOn(unit, date).length === 0) ?? roster.units[0];
  if (open.length === 0) return lastClosed(tops, date) ?? standing;
  if (open.includes(standing)) return standing;
  const followers = open.filter((unit) => roster.successors.some(({ from, to }) => from === standing.code && to === unit.code));
  return followers.length === 1 ? followers[0] : standing;
}

function lastClosed(tops: readonly Unit[], date: string): Unit | undefined {
  return tops
    .filter((unit) => unit.closedOn !== undefined && unit.closedOn <= date)
    .sort((a, b) => compareText(b.closedOn ?? "", a.closedOn ?? ""))[0];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

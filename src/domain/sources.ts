/**
 * Whose figure counts where (nguồn số liệu của một đơn vị, một chỉ tiêu). A unit counts at itself and at every
 * office above it; an office's own total stands for the units it covers, at that office and above. At no
 * node do both count.
 */
import { groupBy } from "./group-by";
import { NOT_REPORTED, type Contribution } from "./figure";
import { toText } from "./exact";
import { treeAt, type Tree } from "./tree";
import type { UnitCode } from "./unit";

/** An office's total, and the nodes at which it counts. */
export interface OfficeTotal {
  readonly contribution: Contribution;
  readonly covers: ReadonlySet<UnitCode>;
  readonly countsAt: ReadonlySet<UnitCode>;
}

/** Everything given for one indicator. */
export interface Sources {
  readonly own: ReadonlyMap<UnitCode, Contribution>;
  readonly totals: readonly OfficeTotal[];
  /** The office's total that counts at the node in this unit's place. */
  readonly totalFor: (unit: UnitCode, node: UnitCode) => OfficeTotal | undefined;
}

/** Contributions by indicator. */
export function byIndicator(contributions: readonly Contribution[]): ReadonlyMap<string, readonly Contribution[]> {
  return groupBy(contributions, ({ indicator }) => indicator);
}

/** Sorts one indicator's contributions into own figures and office totals. `expected`: whom a total covers that names nobody. */
export function sourcesOf(contributions: readonly Contribution[], expected: readonly UnitCode[], tree: Tree): Sources {
  const own = new Map<UnitCode, Contribution>();
  const totals = new Map<UnitCode, Contribution>();
  for (const contribution of contributions) keep(contribution.origin === "officeTotal" ? totals : own, contribution);
  const placed = placeTotals(totals, expected, tree);
  const covering = new Map<UnitCode, OfficeTotal[]>();
  for (const total of placed) for (const unit of total.covers) covering.set(unit, [...(covering.get(unit) ?? []), total]);
  return { own, totals: placed, totalFor: (unit, node) => covering.get(unit)?.find((total) => total.countsAt.has(node)) };
}

/** Given twice: what agrees counts once, what differs is not reported. Which came first makes no difference. */
function keep(into: Map<UnitCode, Contribution>, contribution: Contribution): void {
  const known = into.get(contribution.unit);
  if (!known) into.set(contribution.unit, contribution);
  else if (textOf(known) !== textOf(contribution)) into.set(contribution.unit, { ...known, figure: NOT_REPORTED });
}

function textOf({ figure }: Contribution): string {
  return JSON.stringify(figure, (_, value: unknown) => (isExact(value) ? toText(value) : value));
}

function isExact(value: unknown): value is { n: bigint; d: bigint } {
  return typeof value === "object" && value !== null && "n" in value && "d" in value && typeof value.n === "bigint" && typeof value.d === "bigint";
}

/**
 * A total counts at its office and above, or, where the office is not in this tree, in the scope alone.
 * Where a higher office gives a total over some of the same units, the higher one counts from there on.
 */
function placeTotals(totals: ReadonlyMap<UnitCode, Contribution>, expected: readonly UnitCode[], tree: Tree): OfficeTotal[] {
  const placed = [...totals.values()].map((contribution) => {
    const office = contribution.unit;
    const nodes = isStanding(office, tree) ? tree.pathTo(office) : [tree.root];
    return {
      contribution,
      covers: new Set(contribution.covers ?? membersOf(office, expected, tree)),
      countsAt: new Set(nodes),
      depth: tree.pathTo(office).length,
    };
  });
  placed.sort((a, b) => a.depth - b.depth || (a.contribution.unit < b.contribution.unit ? -1 : 1));
  placed.forEach((total, index) => {
    for (const higher of placed.slice(0, index)) {
      if (higher.depth === total.depth || !overlaps(higher, total)) continue;
      for (const node of higher.countsAt) total.countsAt.delete(node);
    }
  });
  return placed;
}

function isStanding(office: UnitCode, tree: Tree): boolean {
  return tree.isOpen(office) || office === tree.root;
}

/** Everybody expected under the office; for one that is not open on the tree's day, as on its last (or first) day. */
function membersOf(office: UnitCode, expected: readonly UnitCode[], tree: Tree): UnitCode[] {
  const under = new Set(standingTree(office, tree).unitsUnder(office));
  return expected.filter((unit) => under.has(unit));
}

function standingTree(office: UnitCode, tree: Tree): Tree {
  const unit = tree.unit(office);
  if (!unit || isStanding(office, tree)) return tree;
  const { openedOn, closedOn } = unit;
  if (closedOn === undefined || closedOn > tree.date) return treeAt(tree.roster, openedOn ?? tree.date);
  return treeAt(tree.roster, new Date(Date.parse(`${closedOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10));
}

type Covering = Pick<OfficeTotal, "contribution" | "covers">;

function overlaps(higher: Covering, { contribution, covers }: Covering): boolean {
  if (higher.covers.has(contribution.unit)) return true;
  for (const unit of covers) if (higher.covers.has(unit)) return true;
  return false;
}

/**
 * The tree of units on one day (cây đơn vị theo ngày): the same schools stand under Phòng GDĐT until
 * 30 June 2025 and under communes from the day after, and a report may be asked under either.
 */
import type { Role, Selector } from "./plan";
import { edgesOn, isOpenOn } from "./roster-dates";
import { kindRoles, rootOn } from "./roster-root";
import type { Roster, Unit, UnitCode } from "./unit";

/** Every list keeps the roster's order. Functions take any text; an unknown code is nobody's parent and nobody's child. */
export interface Tree {
  readonly roster: Roster;
  readonly date: string;
  /** The scope's own office; stays the top after it is closed, see `roster-root.ts`. */
  readonly root: UnitCode;
  /** Units open on the day. */
  readonly units: readonly UnitCode[];
  /** The root, then every open intermediate office. */
  readonly offices: readonly UnitCode[];
  /** Open units without a parent on the day (chưa có đơn vị cấp trên): they still count in the scope's total. */
  readonly residue: readonly UnitCode[];
  /** Any unit of the roster, open or not. */
  unit(code: string): Unit | undefined;
  isOpen(code: string): boolean;
  /** `null` for the root, for the residue, and for units that are not open on the day. */
  parentOf(code: string): UnitCode | null;
  childrenOf(code: string): readonly UnitCode[];
  /** The kind's role; the root is the scope whatever its kind (a Phòng at the top of a district's plan). */
  roleOf(code: string): Role;
  /** From the root down to the unit. Whoever hangs on no parent stands directly in the scope: root, unit. */
  pathTo(code: string): readonly UnitCode[];
  /** All descendants; under the root also the residue with its descendants. */
  unitsUnder(code: string): readonly UnitCode[];
  /** Directly under the scope's office and not itself an office (trực thuộc Sở). */
  isDirectlyManaged(code: string): boolean;
}

const grown = new WeakMap<Roster, Map<string, Tree>>();

/** The tree on a day. Asked twice for the same roster and day, it is grown once. */
export function treeAt(roster: Roster, date: string): Tree {
  const byDate = grown.get(roster) ?? new Map<string, Tree>();
  grown.set(roster, byDate);
  const known = byDate.get(date);
  if (known) return known;
  const tree = growTree(roster, date);
  byDate.set(date, tree);
  return tree;
}

function growTree(roster: Roster, date: string): Tree {
  const byCode = new Map<string, Unit>(roster.units.map((unit) => [unit.code, unit]));
  const roles = kindRoles(roster);
  const root = (rootOn(roster, date)?.code ?? "") as UnitCode;
  const open = roster.units.filter((unit) => isOpenOn(unit, date));
  const openCodes = new Set<string>(open.map((unit) => unit.code));
  const { parents, children } = linkUnits(open, root, openCodes, date);
  const order = new Map<string, number>(roster.units.map((unit, index) => [unit.code, index]));

  const roleOf = (code: string): Role => {
    if (code === root) return "scope";
    const role = roles.get(byCode.get(code)?.kind ?? "") ?? "unit";
    return role === "scope" ? "intermediate" : role;
  };
  const residue = open.map((unit) => unit.code).filter((code) => code !== root && !parents.has(code));
  const paths = new Map<string, readonly UnitCode[]>();
  const pathTo = (code: string): readonly UnitCode[] => {
    const path = paths.get(code) ?? climb(code as UnitCode, root, parents);
    paths.set(code, path);
    return path;
  };
  return {
    roster, date, root, residue, roleOf, pathTo,
    units: open.map((unit) => unit.code),
    offices: [root, ...open.map((unit) => unit.code).filter((code) => roleOf(code) === "intermediate")],
    unit: (code) => byCode.get(code),
    isOpen: (code) => openCodes.has(code),
    parentOf: (code) => parents.get(code) ?? null,
    childrenOf: (code) => children.get(code) ?? [],
    unitsUnder: (code) => {
      const starts = [...(children.get(code) ?? []), ...(code === root ? residue : [])];
      return descend(starts, children).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    },
    isDirectlyManaged: (code) => parents.get(code) === root && roleOf(code) === "unit",
  };
}

/** An edge to an office that is closed on the day holds nobody: its units are residue, in sight. */
function linkUnits(open: readonly Unit[], root: UnitCode, openCodes: ReadonlySet<string>, date: string) {
  const parents = new Map<string, UnitCode>();
  const children = new Map<string, UnitCode[]>();
  for (const unit of open) {
    const parent = edgesOn(unit, date)[0]?.parent;
    if (unit.code === root || parent === undefined || !(openCodes.has(parent) || parent === root)) continue;
    parents.set(unit.code, parent);
    const siblings = children.get(parent);
    if (siblings) siblings.push(unit.code);
    else children.set(parent, [unit.code]);
  }
  return { parents, children };
}

/** A cycle cannot come from a parsed roster; from any other it ends here instead of never. */
function climb(code: UnitCode, root: UnitCode, parents: ReadonlyMap<string, UnitCode>): readonly UnitCode[] {
  if (code === root) return [root];
  const seen = new Set<UnitCode>();
  for (let at: UnitCode | undefined = code; at !== undefined && at !== root && !seen.has(at); at = parents.get(at)) seen.add(at);
  return [root, ...[...seen].reverse()];
}

function descend(starts: readonly UnitCode[], children: ReadonlyMap<string, readonly UnitCode[]>): UnitCode[] {
  const found = new Set<UnitCode>(starts);
  for (const code of found) for (const child of children.get(code) ?? []) found.add(child);
  return [...found];
}

/** Whether a selector means this unit: every condition given must hold; of several selectors, any one. */
export function selects(selector: Selector | readonly Selector[], code: string, tree: Tree): boolean {
  return Array.isArray(selector) ? selector.some((one: Selector) => meets(one, code, tree)) : meets(selector as Selector, code, tree);
}

function meets({ roles, kinds, exceptKinds, directlyManaged }: Selector, code: string, tree: Tree): boolean {
  const kind = tree.unit(code)?.kind;
  if (kind === undefined) return false;
  return (roles === undefined || roles.includes(tree.roleOf(code)))
    && (kinds === undefined || kinds.includes(kind))
    && !(exceptKinds?.includes(kind) ?? false)
    && (directlyManaged === undefined || directlyManaged === tree.isDirectlyManaged(code));
}

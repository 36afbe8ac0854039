/**
 * Who answers what (đơn vị nào báo cáo chỉ tiêu nào), and which targets bind whom.
 *
 * What a plan demands of a unit is settled on the day the plan was adopted: a school that later moves from
 * a Phòng to a commune owes what it owed before. That is why a report restated under another day's tree
 * has the same units in the scope's total.
 */
import type { Indicator, Plan, Stage, Target } from "./plan";
import { selects, treeAt, type Tree } from "./tree";
import type { Unit, UnitCode } from "./unit";

/** The day the plan was adopted: its date, else the first day of its period. */
export function adoptedOn(plan: Plan): string {
  return plan.issuedOn ?? plan.period.from;
}

/** The indicators a unit answers at a stage, in the plan's order; none for a code the roster does not know. */
export function indicatorsOf(plan: Plan, stage: Stage, code: string, tree: Tree): Indicator[] {
  const unit = tree.unit(code);
  return unit ? plan.indicators.filter((indicator) => answers(plan, indicator, stage, unit, tree)) : [];
}

function answers(plan: Plan, indicator: Indicator, stage: Stage, unit: Unit, tree: Tree): boolean {
  if (!indicator.stages.includes(stage) || !indicator.collectedFrom.includes(unit.kind)) return false;
  const only = indicator.collectedOnlyFrom;
  return only === undefined || selects(only, unit.code, dutyTree(plan, unit, tree));
}

/** The tree a unit's duties are read under: of the plan's day, or of the unit's own first day if that came later. */
function dutyTree(plan: Plan, unit: Unit, tree: Tree): Tree {
  const day = adoptedOn(plan);
  return treeAt(tree.roster, unit.openedOn !== undefined && unit.openedOn > day ? unit.openedOn : day);
}

/**
 * The units whose figure an indicator needs, by indicator code, in the roster's order.
 *
 * Expected is a unit that was open on some day of the plan's period, under any tree. With `asOf` given:
 * on some day up to it, and a unit closed by then that has a successor in the roster is no longer
 * expected, because its successor answers for it.
 */
export function expectedUnits(plan: Plan, stage: Stage, tree: Tree, asOf?: string): ReadonlyMap<string, readonly UnitCode[]> {
  const indicators = plan.indicators.filter((indicator) => indicator.stages.includes(stage));
  const expected = new Map<string, UnitCode[]>(indicators.map((indicator) => [indicator.code, []]));
  const followed = new Set<string>(tree.roster.successors.filter(({ to }) => tree.unit(to)).map(({ from }) => from));
  for (const unit of tree.roster.units) {
    if (!existsInPeriod(unit, plan, asOf, followed.has(unit.code))) continue;
    for (const indicator of indicators) {
      if (answers(plan, indicator, stage, unit, tree)) expected.get(indicator.code)?.push(unit.code);
    }
  }
  return expected;
}

function existsInPeriod(unit: Unit, plan: Plan, asOf: string | undefined, hasSuccessor: boolean): boolean {
  const { from, to } = plan.period;
  const last = asOf !== undefined && asOf < to ? asOf : to;
  const first = from < last ? from : last;
  if (unit.openedOn !== undefined && unit.openedOn > last) return false;
  if (unit.closedOn === undefined) return true;
  return unit.closedOn > first && !(asOf !== undefined && unit.closedOn <= asOf && hasSuccessor);
}

/** The targets that bind the total of an office: those of its role in the tree (mức của Phòng, của toàn ngành). */
export function nodeTargets(indicator: Indicator, code: string, tree: Tree): Target[] {
  return bound(indicator, code, tree, tree.roleOf(code));
}

/** The targets that bind a unit's own figure (mức của từng đơn vị); an office that answers is a unit here. */
export function ownTargets(indicator: Indicator, code: string, tree: Tree): Target[] {
  return bound(indicator, code, tree, "unit");
}

/** Every target that binds a unit: for an office those of its total, then those of its own figure (`role: "unit"`). */
export function targetsFor(indicator: Indicator, code: string, tree: Tree): Target[] {
  const own = ownTargets(indicator, code, tree);
  return tree.roleOf(code) === "unit" ? own : [...nodeTargets(indicator, code, tree), ...own];
}

function bound(indicator: Indicator, code: string, tree: Tree, role: Target["role"]): Target[] {
  return indicator.targets.filter((target) => target.role === role && canBind(target, tree) && (target.appliesTo === undefined || selects(target.appliesTo, code, tree)));
}

/** False for a number demanded of the whole province (344 schools) where the roster is only a part of it; shares bind parts too. */
export function canBind({ role, basis }: Target, { roster }: Tree): boolean {
  return !(roster.partOfScope === true && role === "scope" && basis === "count");
}

/** Of several readings of one clause the one in force; a target that stands alone always is (mức được chọn). */
export function isChosen(target: Target): boolean {
  return target.alternatives === undefined || target.chosen === true;
}

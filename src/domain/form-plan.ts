/**
 * What a form asks of whom (biểu của từng đơn vị): the rows, questions, targets and deadline of one unit, and
 * groups of units that see the very same form, which is what lets one common form serve a whole district.
 */
import { adoptedOn, indicatorsOf, isChosen, nodeTargets, ownTargets } from "./duties";
import type { FigureScope } from "./form";
import type { Indicator, Milestone, Plan, Stage, Target } from "./plan";
import { selects, treeAt, type Tree } from "./tree";
import type { Unit, UnitCode } from "./unit";

/** One indicator as one unit sees it. */
export interface IndicatorView {
  readonly code: string;
  readonly question: string;
  /** Targets this figure is held against. */
  readonly binding: readonly Target[];
  /** Targets of the levels above, shown in grey. */
  readonly reference: readonly Target[];
}

export interface UnitView {
  readonly indicators: readonly IndicatorView[];
  /** Head counts the unit is asked for. */
  readonly headcounts: readonly string[];
  readonly asksOwnTargets: boolean;
  readonly milestone: Milestone | null;
}

/** Units that see the same form. */
export interface FormProfile {
  readonly view: UnitView;
  readonly units: readonly UnitCode[];
}

/** What one unit's form asks, for its own figures or for an office's bare totals. */
export function viewOf(plan: Plan, stage: Stage, code: UnitCode, tree: Tree, scope: FigureScope): UnitView {
  const unit = tree.unit(code);
  const duty = unit ? dutyTree(plan, unit, tree) : tree;
  const asked = scope === "own" ? indicatorsOf(plan, stage, code, tree) : askedBelow(plan, stage, code, tree);
  return {
    indicators: asked.map((indicator) => indicatorView(indicator, unit, code, tree, scope)),
    headcounts: scope === "own" ? plan.headcounts.filter(({ kinds }) => unit !== undefined && kinds.includes(unit.kind)).map(({ id }) => id) : [],
    asksOwnTargets: scope === "own" && plan.ownTargets.asked && (plan.ownTargets.from.length === 0 || selects(plan.ownTargets.from, code, duty)),
    milestone: milestoneOf(plan, stage, code, duty),
  };
}

function askedBelow(plan: Plan, stage: Stage, code: UnitCode, tree: Tree): Indicator[] {
  const below = new Set(tree.unitsUnder(code).flatMap((unit) => indicatorsOf(plan, stage, unit, tree).map((indicator) => indicator.code)));
  return plan.indicators.filter((indicator) => below.has(indicator.code));
}

function indicatorView(indicator: Indicator, unit: Unit | undefined, code: UnitCode, tree: Tree, scope: FigureScope): IndicatorView {
  const binding = (scope === "own" ? ownTargets : nodeTargets)(indicator, code, tree).filter(isChosen);
  const questions = indicator.question ?? {};
  const question = scope === "own" ? questions[unit?.kind ?? "*"] ?? questions["*"] ?? indicator.name : indicator.name;
  const reference = indicator.targets.filter((target) => isChosen(target) && target.role !== "unit" && !binding.includes(target));
  return { code: indicator.code, question, binding, reference };
}

/** The milestone that addresses the unit: one with a day before one without. */
function milestoneOf(plan: Plan, stage: Stage, code: UnitCode, duty: Tree): Milestone | null {
  const asked = plan.milestones.filter((one) => one.stage === stage && one.deliverables.some(({ kind }) => kind === "form"));
  const addressed = asked.filter(({ from }) => from.length > 0 && selects(from, code, duty));
  const open = asked.filter(({ from }) => from.length === 0);
  return addressed.find(({ due }) => due !== undefined) ?? addressed[0] ?? open[0] ?? null;
}

/** Duties are read on the day the plan was adopted, or on the unit's first day if it came later. */
function dutyTree(plan: Plan, unit: Unit, tree: Tree): Tree {
  const adopted = adoptedOn(plan);
  return treeAt(tree.roster, unit.openedOn !== undefined && unit.openedOn > adopted ? unit.openedOn : adopted);
}

/** The units a common form is for, grouped by what they see, in the roster's order. */
export function profilesOf(plan: Plan, stage: Stage, tree: Tree, under?: UnitCode): FormProfile[] {
  const below = under === undefined ? null : new Set<string>([under, ...tree.unitsUnder(under)]);
  const profiles = new Map<string, { view: UnitView; units: UnitCode[] }>();
  for (const code of tree.units) {
    if (below && !below.has(code)) continue;
    const view = viewOf(plan, stage, code, tree, "own");
    if (view.indicators.length === 0 && view.milestone === null && !view.asksOwnTargets) continue;
    const key = JSON.stringify({ ...view, milestone: view.milestone?.id });
    const known = profiles.get(key);
    if (known) known.units.push(code);
    else profiles.set(key, { view, units: [code] });
  }
  return [...profiles.values()];
}

/** The last day a milestone still counts: `trước ngày` leaves its own day out. */
export function lastValidDay({ due, rule }: Milestone): string | null {
  if (due === undefined) return null;
  if (rule !== "before") return due;
  const day = new Date(`${due}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

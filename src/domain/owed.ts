/** What a submission must answer (chỉ tiêu phải báo cáo): its unit's own indicators, or for an office's total those of the units below. */
import { expectedUnits, indicatorsOf } from "./duties";
import type { FigureScope } from "./form";
import type { Indicator, Plan, Stage } from "./plan";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

interface Asked {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
  readonly unit: UnitCode;
  readonly scope: FigureScope;
}

/** In the plan's order. */
export function owedBy({ plan, stage, tree, unit, scope }: Asked): readonly Indicator[] {
  if (scope === "own") return indicatorsOf(plan, stage, unit, tree);
  const covered = coveredUnits({ plan, stage, tree, unit });
  return plan.indicators.filter(({ code }) => (covered.get(code) ?? []).length > 0);
}

/** The units an office's total stands for, by indicator: those below it that owe the indicator, not the office itself. */
export function coveredUnits({ plan, stage, tree, unit }: Omit<Asked, "scope">): ReadonlyMap<string, readonly UnitCode[]> {
  const below = new Set(tree.unitsUnder(unit));
  return new Map([...expectedUnits(plan, stage, tree)].map(([code, units]) => [code, units.filter((one) => below.has(one) && one !== unit)]));
}

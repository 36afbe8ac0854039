/** A figure and what of the plan it is held against (mức kế hoạch áp dụng): the same for the pane and for the Word report. */
import { isChosen, nodeTargets, ownTargets } from "#domain/duties";
import type { NodeFigure, TargetCheck } from "#domain/figure";
import type { Indicator, Target } from "#domain/plan";
import type { Tree } from "#domain/tree";

/** A check with the target it is about, where that target is in force. */
export interface Judged {
  readonly target: Target;
  readonly check: TargetCheck;
}

export function judgedOf(figure: NodeFigure, indicator: Indicator): Judged[] {
  return figure.checks.flatMap((check) => {
    const target = indicator.targets.find(({ id }) => id === check.target);
    return target && check.against === "plan" && isChosen(target) ? [{ target, check }] : [];
  });
}

/** The target that a node's figure is shown against, checked or not. */
export function targetAt(indicator: Indicator, node: string, tree: Tree): Target | undefined {
  const bound = tree.roleOf(node) === "unit" ? ownTargets(indicator, node, tree) : nodeTargets(indicator, node, tree);
  return bound.find(isChosen);
}

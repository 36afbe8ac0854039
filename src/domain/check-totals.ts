/** What is registered in sum against the plan's targets for offices and the scope (tổng đăng ký so với kế hoạch). */
import { compare, multiply, subtract, toText, ZERO, type Exact } from "./exact";
import type { NodeFigure, TargetCheck } from "./figure";
import type { Plan } from "./plan";
import { problem, type Problem } from "./problem";
import { showAgainst, showTarget } from "./show-against";

/**
 * One warning for every total that falls short whatever the missing units may still register
 * ("đăng ký toàn tỉnh 331/344, thiếu 13"). Totals that are still open say so in the report, not here.
 */
export function checkTotals(plan: Plan, nodes: readonly NodeFigure[], isOffice: (node: string) => boolean): Problem[] {
  return nodes.filter(({ node }) => isOffice(node)).flatMap((figure) => {
    const indicator = plan.indicators.find(({ code }) => code === figure.indicator);
    if (!indicator) return [];
    return figure.checks
      .filter((check) => check.against === "plan" && check.chosen && check.verdict === "notMet" && fallsShort(check))
      .map((check) => {
        const target = indicator.targets.find(({ id }) => id === check.target);
        return problem("total-registered-below-plan", { unit: figure.node, indicator: figure.indicator }, {
          indicator: indicator.code, name: indicator.name, comparator: check.comparator, ...shortOf(figure, check),
          section: target?.source?.section ?? "", quote: target?.source?.quote ?? "", reading: check.reading,
        });
      });
  });
}

/** More than a target allows is no shortfall. */
function fallsShort(check: TargetCheck): boolean {
  return check.actual !== null && check.comparator !== "<" && check.comparator !== "<=" && compare(actualOf(check, check.actual), check.targetValue) <= 0;
}

/** A decrease is told as how much it falls. */
function actualOf({ comparator }: TargetCheck, value: Exact): Exact {
  return comparator === "reduceBy" ? { n: -value.n, d: value.d } : value;
}

function shortOf(figure: NodeFigure, check: TargetCheck): { readonly actual: string; readonly target: string; readonly shortBy: string } {
  const { basis, targetValue } = check;
  const actual = actualOf(check, check.actual ?? ZERO);
  const shown = { actual: showAgainst(actual, targetValue, basis), target: showTarget(targetValue, basis) };
  const whole = basis === "count" || figure.measure === "yesNo";
  return { ...shown, shortBy: whole ? wholeGap(figure, check, actual) : gap(actual, check) };
}

/** How many more (schools, people) it takes; of a share, how many of those that answered. */
function wholeGap({ numerator, denominator }: NodeFigure, { basis, comparator, targetValue }: TargetCheck, actual: Exact): string {
  const isShare = basis === "share" && numerator !== null && denominator !== null;
  const have = isShare ? numerator : actual;
  const want = isShare ? multiply(targetValue, denominator) : targetValue;
  const missing = subtract(want, have);
  const least = (missing.n + missing.d - 1n) / missing.d;
  const reached = missing.n % missing.d === 0n;
  return toText({ n: reached && comparator === ">" ? least + 1n : least, d: 1n });
}

function gap(actual: Exact, { targetValue, basis }: TargetCheck): string {
  return showAgainst(subtract(targetValue, actual), ZERO, basis);
}

/** What is registered in sum against the plan's targets for offices and the scope (tổng đăng ký so với kế hoạch). */
import { compare, multiply, ONE, subtract, toText, type Exact } from "./exact";
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
      .filter(({ against, chosen, verdict, actual }) => against === "plan" && chosen && verdict === "notMet" && actual !== null)
      .map((check) => {
        const target = indicator.targets.find(({ id }) => id === check.target);
        return problem("total-registered-below-plan", { unit: figure.node, indicator: figure.indicator }, {
          indicator: indicator.code, name: indicator.name, comparator: check.comparator, ...shortOf(figure, check),
          section: target?.source?.section ?? "", quote: target?.source?.quote ?? "", reading: check.reading,
        });
      });
  });
}

function shortOf(figure: NodeFigure, check: TargetCheck): { readonly actual: string; readonly target: string; readonly shortBy: string } {
  const { basis, comparator, targetValue } = check;
  const value = check.actual ?? { n: 0n, d: 1n };
  const actual = comparator === "reduceBy" ? { n: -value.n, d: value.d } : value;
  const shown = { actual: showAgainst(actual, targetValue, basis), target: showTarget(targetValue, basis) };
  const whole = basis === "count" || figure.measure === "yesNo";
  return { ...shown, shortBy: whole ? wholeGap(figure, check, actual) : gap(actual, check) };
}

/** How many more (schools, people) it takes; of a share, how many of those that answered. */
function wholeGap({ numerator, denominator }: NodeFigure, { basis, comparator, targetValue }: TargetCheck, actual: Exact): string {
  const isShare = basis === "share" && numerator !== null && denominator !== null;
  const have = isShare ? numerator : actual;
  const want = isShare ? multiply(targetValue, denominator) : targetValue;
  const missing = compare(have, want) > 0 ? subtract(have, want) : subtract(want, have);
  const least = (missing.n + missing.d - 1n) / missing.d;
  const exactly = missing.n % missing.d === 0n;
  return toText({ n: exactly && (comparator === ">" || comparator === "<") ? least + 1n : least, d: 1n });
}

function gap(actual: Exact, { targetValue, basis }: TargetCheck): string {
  const missing = compare(actual, targetValue) > 0 ? subtract(actual, targetValue) : subtract(targetValue, actual);
  return showAgainst(missing, { n: 0n, d: ONE.d }, basis);
}

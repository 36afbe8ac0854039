/** Number formats of figures: as many digits as it takes for what is shown to stand on its own side of the target. */
import type { NodeFigure } from "#domain/figure";
import type { Indicator } from "#domain/plan";
import { showAgainst } from "#domain/show-against";

/** 99,997 % against 100 % is never shown as 100 %. */
export function figureFormat(measure: Indicator["measure"], figure: NodeFigure | undefined): string {
  if (measure === "count" || measure === "text") return "#,##0";
  const digits = `0.${"0".repeat(Math.min(12, Math.max(2, ...digitsNeeded(figure))))}`;
  return measure === "change" ? digits : `${digits}%`;
}

function digitsNeeded(figure: NodeFigure | undefined): number[] {
  return (figure?.checks ?? []).flatMap(({ actual, targetValue, basis }) =>
    (actual === null || basis === "count" ? [] : [/\.(\d+)/.exec(showAgainst(actual, targetValue, basis))?.[1]?.length ?? 0]));
}

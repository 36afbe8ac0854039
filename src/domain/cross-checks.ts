/** Cross rules of the plan (ràng buộc giữa các chỉ tiêu): a part never exceeds its whole. */
import { compare, ONE, toText, ZERO, type Exact } from "./exact";
import type { Figure, FigureSource } from "./figure";
import type { CrossRule } from "./plan";
import { problem, type Problem, type ProblemPlace } from "./problem";

/** Checks every rule whose two sides are reported; a missing or inapplicable side settles nothing. */
export function crossChecks(
  rules: readonly CrossRule[], figures: ReadonlyMap<string, Figure>, sources: ReadonlyMap<string, FigureSource>, at: ProblemPlace,
): Problem[] {
  return rules.flatMap((rule) => {
    const [partFigure, wholeFigure] = [figures.get(rule.part), figures.get(rule.whole)];
    const [part, whole] = [sizeOf(partFigure), sizeOf(wholeFigure)];
    if (!part || !whole || compare(part, whole) <= 0) return [];
    const source = sources.get(rule.part);
    const place = { ...at, indicator: rule.part, ...(source ? { sheet: source.sheet, cell: source.cell.split(", ")[0] ?? "" } : {}) };
    const facts = { part: rule.part, whole: rule.whole, partValue: shown(partFigure, part), wholeValue: shown(wholeFigure, whole), sentence: rule.sentence };
    return [problem("part-above-whole", place, facts, rule.severity)];
  });
}

/** How many: the number itself, số đạt, or one for đạt. A change and words have no size. */
function sizeOf(figure: Figure | undefined): Exact | null {
  if (figure?.state !== "reported") return null;
  switch (figure.measure) {
    case "count": return figure.value;
    case "ratio": return figure.numerator;
    case "yesNo": return figure.yes ? ONE : ZERO;
    default: return null;
  }
}

/** Đạt and chưa đạt are told as such, not as 1 and 0. */
function shown(figure: Figure | undefined, size: Exact): string {
  return figure?.state === "reported" && figure.measure === "yesNo" ? String(figure.yes) : toText(size);
}

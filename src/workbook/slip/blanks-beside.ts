/**
 * Blank cells beside a wrong one (ô trống cùng dòng): judging says one thing about a row at a time, a slip says at once
 * all that the row still lacks, so that it need not be returned again.
 */
import { rowsOfIndicator } from "#domain/form";
import type { Plan } from "#domain/plan";
import { problem, severity, type Problem } from "#domain/problem";
import { addressOf } from "#domain/snapshot";
import type { Submission } from "#domain/submission";
import { headcountName, partName } from "../form-layout";
import type { FormPlaces } from "./form-places";
import type { RefilledCell } from "./refill";

interface Refilled {
  readonly plan: Plan;
  readonly submission: Pick<Submission, "stage" | "scope">;
  readonly places: FormPlaces;
  readonly cells: readonly RefilledCell[];
}

export function blanksBeside(found: readonly Problem[], { plan, submission: { stage, scope }, places: { named }, cells }: Refilled): Problem[] {
  const filled = new Set(cells.filter(({ edit }) => edit.value !== null).map(({ edit }) => `${edit.sheet}!${addressOf(edit.row, edit.column)}`));
  const told = new Set(found.map(({ at }) => `${at.sheet ?? ""}!${at.cell ?? ""}`));
  const wrong = new Set(found.filter((one) => severity(one) === "error").map(({ at }) => at.indicator));
  return plan.indicators.filter(({ code, required }) => required && scope === "own" && wrong.has(code)).flatMap((indicator) => {
    const { code, name, denominatorHeadcount } = indicator;
    const linked = denominatorHeadcount !== undefined && named.has(headcountName(denominatorHeadcount));
    const parts = rowsOfIndicator(indicator, stage, scope).flatMap(({ main, base }) => (base ? [main, base] : [main]));
    return parts.flatMap((part) => {
      const place = named.get(partName(code, part));
      if (!place || (linked && (part === "denominator" || part === "startDenominator"))) return [];
      const at = { sheet: place.sheet, cell: addressOf(place.row, place.column), indicator: code };
      const key = `${at.sheet}!${at.cell}`;
      return filled.has(key) || told.has(key) ? [] : [problem("cell-blank", at, { indicator: code, name, label: part })];
    });
  });
}

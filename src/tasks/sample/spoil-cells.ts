/** Cells as clerks get them wrong, or right in their own way (gõ sai, gõ khác lối). */
import type { FormTemplate } from "#domain/form";
import type { Plan } from "#domain/plan";
import { sampleWords as words } from "#messages/sample-vi";
import type { TypedValue } from "#workbook/form/fill-form";
import { partName } from "#workbook/form-layout";
import type { TrueFigure, TrueFigures } from "./truth";

type Typed = ReadonlyMap<string, TypedValue>;

/** An indicator whose figure a trouble is put into: one the form insists on. */
export interface Spot {
  readonly code: string;
  readonly figure: TrueFigure;
  /** Its base comes from a head count. */
  readonly isLinked: boolean;
  /** Its place in the cross rules forbids changing it alone. */
  readonly isBound: boolean;
}

export function spotsOf(plan: Plan, figures: TrueFigures): Spot[] {
  const bound = new Set(plan.rules.flatMap(({ part, whole }) => [part, whole]));
  return plan.indicators.flatMap(({ code, required, denominatorHeadcount }) => {
    const figure = figures[code];
    return figure && required ? [{ code, figure, isLinked: denominatorHeadcount !== undefined, isBound: bound.has(code) }] : [];
  });
}

/** The first figure that is a share: of a ratio, or at the start of a tăng/giảm. */
export function shareSpot(spots: readonly Spot[]): { spot: Spot; main: string; base: number } | null {
  for (const spot of spots) {
    if (spot.figure.kind === "share") return { spot, main: partName(spot.code, "numerator"), base: spot.figure.denominator };
    if (spot.figure.kind === "change" || spot.figure.kind === "changeAim") return { spot, main: partName(spot.code, "startNumerator"), base: spot.figure.start[1] };
  }
  return null;
}

/** The first cell that takes a number. */
export function numberSpot(spots: readonly Spot[]): string | null {
  const parts = { count: "value", share: "numerator", aim: "percent", change: "startNumerator", changeAim: "startNumerator" } as const;
  for (const { code, figure } of spots) if (figure.kind in parts) return partName(code, parts[figure.kind as keyof typeof parts]);
  return null;
}

/** A figure that can be one higher or lower without breaking anything else. */
export function changeableSpot(spots: readonly Spot[]): { spot: Spot; name: string; change: (answers: FormTemplate["answers"]) => TypedValue } | null {
  for (const spot of spots.filter(({ isBound }) => !isBound)) {
    const { figure, code } = spot;
    if (figure.kind === "count") return { spot, name: partName(code, "value"), change: () => figure.value + 1 };
    if (figure.kind === "share" && figure.numerator > 0) return { spot, name: partName(code, "numerator"), change: () => figure.numerator - 1 };
    if (figure.kind === "answer") return { spot, name: partName(code, "answer"), change: ({ yes, no }) => (figure.yes ? no : yes) };
  }
  return null;
}

export function withCell(typed: Typed, name: string, value: TypedValue | null): Map<string, TypedValue> {
  const changed = new Map(typed);
  if (value === null) changed.delete(name);
  else changed.set(name, value);
  return changed;
}

/** The main cells of two required indicators left blank. */
export function withBlanks(typed: Typed, spots: readonly Spot[]): Map<string, TypedValue> {
  const changed = new Map(typed);
  for (const { code } of spots.filter(({ figure }) => figure.kind !== "notApplicable").slice(-2)) {
    for (const part of ["value", "numerator", "percent", "answer", "text", "startNumerator", "endNumerator", "endPercent"] as const) changed.delete(partName(code, part));
  }
  return changed;
}

/** The same figures as text: a comma, a space that does not break, full-width digits, `12/38`, other words for yes and no. */
export function asText(typed: Typed, spots: readonly Spot[], { yes, no }: FormTemplate["answers"]): Map<string, TypedValue> {
  const changed = new Map(typed);
  spots.forEach(({ code, figure, isLinked }, index) => {
    const retype = (part: Parameters<typeof partName>[1], write: (value: TypedValue) => TypedValue): void => {
      const value = typed.get(partName(code, part));
      if (value !== undefined) changed.set(partName(code, part), write(value));
    };
    if (figure.kind === "share" && !isLinked) {
      changed.set(partName(code, "numerator"), `${figure.numerator}/${figure.denominator}`);
      changed.delete(partName(code, "denominator"));
    } else {
      for (const part of ["value", "numerator", "startNumerator", "endNumerator", "endDenominator"] as const) retype(part, (value) => digits(String(value), index));
    }
    if (figure.kind === "aim") retype("percent", (value) => `${String(value).replace(".", ",")}${index % 2 === 0 ? "" : "%"}`);
    retype("answer", (value) => (value === yes ? words.answers.yes : value === no ? words.answers.no : [value])[index % 3] ?? value);
  });
  return changed;
}

function digits(number: string, variant: number): string {
  if (variant % 3 === 0) return ` ${number}\u00a0`;
  return variant % 3 === 1 ? number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : `${number} `;
}

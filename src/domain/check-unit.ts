/**
 * One unit's figures against what was asked of it and what it promised (đối chiếu với kế hoạch và đăng ký).
 * An honest bad result is a fact, never an error: a missed target with its cause is only said, without one it is asked for.
 */
import { ownTargets, isChosen } from "./duties";
import { compare, toText } from "./exact";
import type { Contribution, Figure } from "./figure";
import { rowsOfIndicator } from "./form";
import { floorStart, meets, targetValue, valueFor } from "./meets";
import type { Indicator, Plan, Stage, Target } from "./plan";
import { problem, type Problem, type ProblemPlace } from "./problem";
import { showAgainst, showBoth, showTarget, type Basis } from "./show-against";
import type { Reading } from "./submission";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

export interface UnitCheck {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
  readonly unit: UnitCode;
  readonly figures: ReadonlyMap<string, Contribution>;
  /** Columns beside the figures; none for a report that came on paper. */
  readonly sides?: Readonly<Record<string, Reading>>;
  /** The unit's own registration, indicator by indicator, where it is known. */
  readonly registered?: ReadonlyMap<string, Figure>;
}

/** Every finding about a unit's figures, in the plan's order. */
export function checkUnit(check: UnitCheck): Problem[] {
  return check.plan.indicators.flatMap((indicator) => {
    const contribution = check.figures.get(indicator.code);
    if (!contribution || contribution.origin === "officeTotal") return [];
    return [...againstPlan(check, indicator, contribution), ...againstRegistration(check, indicator, contribution), ...withoutColumns(check, indicator, contribution)];
  });
}

function againstPlan(check: UnitCheck, indicator: Indicator, { figure, source }: Contribution): Problem[] {
  if (indicator.targets.length === 0 || figure.state === "notApplicable") return [];
  const at = (): ProblemPlace => placeOf(check.unit, indicator, source);
  const missed: Target[] = [];
  for (const target of ownTargets(indicator, check.unit, check.tree).filter(isChosen)) {
    const value = valueFor(figure, target);
    if (!value || meets(value, target.comparator, targetValue(target))) continue;
    const start = floorStart(figure, target);
    if (start) {
      const facts = { start: showAgainst(start, targetValue(target), "change"), target: showTarget(targetValue(target), "change") };
      return [problem("change-at-floor", at(), { ...named(indicator), ...facts })];
    }
    missed.push(target);
  }
  const [first] = missed;
  if (!first) return [];
  if (check.stage === "registration") return missed.map((target) => problem("registered-below-plan", at(), againstTarget(indicator, figure, target)));
  const cause = causeOf(check, indicator);
  if (cause !== "") return missed.map((target) => problem("target-missed", at(), { cause, ...againstTarget(indicator, figure, target) }));
  // The midterm form asks for no cause: the year is not over.
  if (check.stage === "midterm") return [];
  const { actual, target } = againstTarget(indicator, figure, first);
  return [problem("cause-missing", at(), { ...named(indicator), actual, target })];
}

/** The facts of a value that misses a target; a ratio shows its two numbers as well (`412/415 = 99.28%`). */
export function againstTarget(indicator: Indicator, figure: Figure, target: Target) {
  const [bound, value] = [targetValue(target), valueFor(figure, target)];
  return {
    indicator: indicator.code, name: indicator.name, comparator: target.comparator, target: showTarget(bound, target.basis),
    actual: withParts(figure, value ? showAgainst(value, bound, target.basis) : "", target.basis),
    section: target.source?.section ?? "", quote: target.source?.quote ?? "", reading: target.reading === true,
  };
}

/** A share of people with its two numbers before it. */
function withParts(figure: Figure, shown: string, basis: Basis): string {
  if (figure.state !== "reported" || figure.measure !== "ratio" || basis !== "share") return shown;
  const { numerator, denominator } = figure;
  return numerator.n % numerator.d === 0n ? `${toText(numerator)}/${toText(denominator)} = ${shown}` : shown;
}

function againstRegistration(check: UnitCheck, indicator: Indicator, { figure, source }: Contribution): Problem[] {
  const promised = check.registered?.get(indicator.code);
  if (check.stage !== "summary" || !promised) return [];
  const wanted = directionOf(indicator);
  const [actual, registered] = [valueFor(figure, wanted), valueFor(promised, wanted)];
  if (!actual || !registered) return [];
  const side = compare(actual, registered);
  if (wanted.comparator === "<=" ? side <= 0 : side >= 0) return [];
  const shown = showBoth(actual, registered, wanted.basis);
  const facts = { actual: withParts(figure, shown[0], wanted.basis), registered: withParts(promised, shown[1], wanted.basis) };
  return [problem("registered-not-reached", placeOf(check.unit, indicator, source), { ...named(indicator), ...facts })];
}

/** Whether more is better, as the plan's own targets have it. Where they do not say, more is, and a tăng/giảm is to fall. */
function directionOf(indicator: Indicator): Pick<Target, "basis" | "comparator"> {
  const comparators = indicator.targets.map(({ comparator }) => comparator);
  const fewer = comparators.some((comparator) => comparator === "<=" || comparator === "<");
  const upward = comparators.some((comparator) => comparator === "increaseBy" || comparator === ">=" || comparator === ">");
  if (indicator.measure === "change") return { basis: "change", comparator: upward ? "increaseBy" : "reduceBy" };
  return { basis: indicator.measure === "ratio" ? "share" : "count", comparator: fewer ? "<=" : ">=" };
}

/** Columns that the plan asks for beside a registered target (thời điểm bắt đầu, kết thúc); one message a row. */
function withoutColumns(check: UnitCheck, indicator: Indicator, { figure, source, origin }: Contribution): Problem[] {
  const { sides, plan, stage, unit } = check;
  if (stage !== "registration" || !sides || origin !== "file" || figure.state !== "reported") return [];
  const blank = plan.registrationColumns.filter(({ id, required }) => required && sideOf(sides, rowCodes(indicator, stage), id) === "");
  if (blank.length === 0) return [];
  const column = blank.map(({ label }) => label).join(", ");
  return [problem("registration-column-missing", placeOf(unit, indicator, source), { ...named(indicator), column })];
}

function causeOf({ sides = {}, stage }: UnitCheck, indicator: Indicator): string {
  return sideOf(sides, rowCodes(indicator, stage), "cause");
}

/** A tăng/giảm has two lines: what stands beside the later one counts first. */
function rowCodes(indicator: Indicator, stage: Stage): string[] {
  return [...rowsOfIndicator(indicator, stage).map(({ code }) => code).reverse(), indicator.code];
}

function sideOf(sides: Readonly<Record<string, Reading>>, rows: readonly string[], column: string): string {
  for (const row of rows) {
    const reading = sides[`${row}.${column}`];
    const text = (reading?.value?.kind === "text" ? reading.value.text : reading?.raw ?? "").trim();
    if (text !== "") return text;
  }
  return "";
}

function named({ code, name }: Indicator): { readonly indicator: string; readonly name: string } {
  return { indicator: code, name };
}

function placeOf(unit: UnitCode, indicator: Indicator, source: Contribution["source"]): ProblemPlace {
  const place = { unit, indicator: indicator.code };
  if (!source) return place;
  const comma = source.cell.indexOf(", ");
  const cell = comma < 0 ? source.cell : source.cell.slice(0, comma);
  const { file, sheet } = source;
  if (sheet && cell) return { unit, indicator: indicator.code, file, sheet, cell };
  return { ...place, file, ...(sheet ? { sheet } : {}), ...(cell ? { cell } : {}) };
}

/** Invents what the units of a sample report: some targets met, some missed, some hanging on units that are silent. */
import { indicatorsOf } from "#domain/duties";
import type { Indicator, Plan, Stage, Target } from "#domain/plan";
import { treeAt } from "#domain/tree";
import type { Roster, Unit } from "#domain/unit";
import { sampleWords as words } from "#messages/sample-vi";
import { randomOf, type Random } from "./random";
import type { TrueFigure, TrueFigures } from "./truth";

export interface SampleSetting {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly roster: Roster;
  readonly treeDate: string;
  readonly seed: number;
}

/** The head counts of one unit; a head count that a tăng/giảm rests on is large enough to show tenths of a percent. */
export function headcountsOf(unit: Unit, { plan, seed }: SampleSetting): Record<string, number> {
  const large = new Set(plan.indicators.filter(({ measure }) => measure === "change").map(({ denominatorHeadcount }) => denominatorHeadcount));
  return Object.fromEntries(plan.headcounts.filter(({ kinds }) => kinds.includes(unit.kind)).map(({ id }) => {
    const random = randomOf(seed, "headcount", unit.code, id);
    if (large.has(id)) return [id, random.between(120, 380)];
    return [id, isSometimesNobody(plan, id) && random.chance(0.4) ? 0 : random.between(9, 48)];
  }));
}

/** A head count used only by indicators that may have no subject can be nobody. */
function isSometimesNobody(plan: Plan, id: string): boolean {
  const users = plan.indicators.filter(({ denominatorHeadcount }) => denominatorHeadcount === id);
  return users.length > 0 && users.every(({ mayNotApply }) => mayNotApply);
}

/** What one unit says, indicator by indicator, consistent with its head counts and with the plan's cross rules. */
export function figuresOf(unit: Unit, headcounts: Readonly<Record<string, number>>, setting: SampleSetting): TrueFigures {
  const { plan, stage, roster, treeDate } = setting;
  const asked = indicatorsOf(plan, stage, unit.code, treeAt(roster, treeDate));
  const figures: Record<string, TrueFigure> = {};
  for (const indicator of asked) figures[indicator.code] = figureOf(indicator, unit, headcounts, setting);
  // Twice: a part may be the whole of another part.
  for (const { part, whole } of [...plan.rules, ...plan.rules]) keepWithin(figures, part, whole);
  return figures;
}

function figureOf(indicator: Indicator, unit: Unit, headcounts: Readonly<Record<string, number>>, setting: SampleSetting): TrueFigure {
  const random = randomOf(setting.seed, "figure", setting.stage, unit.code, indicator.code);
  if (!indicator.required && random.chance(0.35)) return { kind: "blank" };
  const rate = rateOf(indicator, setting.plan);
  const base = headcounts[indicator.denominatorHeadcount ?? ""] ?? random.between(12, 60);
  const isAim = setting.stage === "registration";
  if (indicator.mayNotApply && (base === 0 || (indicator.measure !== "yesNo" && indicator.measure !== "text" && random.chance(0.15)))) return { kind: "notApplicable" };
  switch (indicator.measure) {
    case "count": return { kind: "count", value: countOf(indicator, random) };
    case "ratio": {
      if (isAim) return { kind: "aim", percent: random.chance(rate) ? "100" : random.oneOf(["99.5", "98", "97.25", "95"]), denominator: base };
      return { kind: "share", numerator: base - failures(base, rate, random), denominator: base };
    }
    case "yesNo": return { kind: "answer", yes: random.chance(rate) };
    case "change": return changeOf(base, isAim, random);
    case "text": return { kind: "text", text: random.oneOf(words.texts) };
  }
}

/** How often the sample's units succeed: by the indicator's place in the plan they meet, nearly meet or miss its target. */
function rateOf(indicator: Indicator, plan: Plan): number {
  const place = plan.indicators.indexOf(indicator) % 3;
  const target = scopeTarget(indicator);
  if (!target || target.basis !== "share") return 0.72;
  const level = Number(target.value);
  if (level >= 0.99) return [1, 0.999, 0.965][place] ?? 1;
  return [level + (1 - level) * 0.75, level + 0.01, level - 0.06][place] ?? level;
}

function scopeTarget({ targets }: Indicator): Target | undefined {
  return targets.find(({ role, alternatives, chosen }) => role === "scope" && (alternatives === undefined || chosen === true));
}

function failures(base: number, rate: number, random: Random): number {
  let failed = 0;
  for (let one = 0; one < base; one += 1) if (!random.chance(rate)) failed += 1;
  return failed;
}

/** Around the least that any target asks of a unit or an office. */
function countOf({ targets }: Indicator, random: Random): number {
  const least = targets.find(({ role, basis }) => role !== "scope" && basis === "count");
  return least ? Math.max(0, Number(least.value) + random.between(-1, 3)) : random.between(0, 7);
}

/** A share of 3–9 % at the start, mostly lower at the end; here and there nobody at all (already at the lowest). */
function changeOf(base: number, isAim: boolean, random: Random): TrueFigure {
  const from = random.chance(0.06) ? 0 : Math.round(base * (0.03 + random.part() * 0.06));
  if (isAim) return { kind: "changeAim", start: [from, base], endPercent: (Math.max(0, Math.floor((from / base) * 1000) - 4) / 10).toFixed(1) };
  const to = Math.max(0, from - random.between(0, 3));
  return { kind: "change", start: [from, base], end: [to, base + random.between(-3, 3)] };
}

/** A part never exceeds its whole, so that only the troubles meant are in the sample. */
function keepWithin(figures: Record<string, TrueFigure>, part: string, whole: string): void {
  const [small, large] = [figures[part], figures[whole]];
  if (small?.kind === "answer" && large?.kind === "answer" && small.yes && !large.yes) figures[part] = { kind: "answer", yes: false };
  if (small?.kind === "count" && large?.kind === "count" && small.value > large.value) figures[part] = { kind: "count", value: large.value };
}

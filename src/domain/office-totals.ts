/**
 * An office's total without school detail (số tổng hợp của cấp trên) beside the schools' own files: both are
 * kept, one counts, and where they differ the difference is named by school.
 */
import type { Decisions } from "./decisions";
import { add, ZERO, toText, subtract, divide, multiply, type Exact } from "./exact";
import type { Contribution, Figure } from "./figure";
import { coveredUnits } from "./owed";
import type { Plan, Stage } from "./plan";
import { problem, type Problem } from "./problem";
import type { SettledUnit } from "./settle-unit";
import { compareText } from "./text-order";
import { showAgainst } from "./show-against";
import { someNames } from "./some-names";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

export interface Totalling {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
  readonly decisions: Decisions;
  readonly totals: ReadonlyMap<UnitCode, SettledUnit>;
  /** Unit → indicator → the figure that counts for the unit itself. */
  readonly counted: ReadonlyMap<UnitCode, ReadonlyMap<string, Contribution>>;
}

/**
 * The totals that count: where no unit below has a figure of its own, or where a decision says so. Of nested
 * offices the lower one counts, it is nearer to the schools.
 */
export function officeTotals(totalling: Totalling): { readonly contributions: readonly Contribution[]; readonly problems: readonly Problem[] } {
  const { plan, stage, tree, totals } = totalling;
  const contributions: Contribution[] = [];
  const problems: Problem[] = [];
  const taken = new Map<string, Set<UnitCode>>(plan.indicators.map(({ code }) => [code, new Set()]));
  for (const { unit: office, figures } of lowestFirst(totals, tree)) {
    const covered = coveredUnits({ plan, stage, tree, unit: office });
    for (const [code, total] of figures) {
      const covers = covered.get(code) ?? [];
      if (total.figure.state === "notReported" || covers.length === 0) continue;
      const below = covers.map((unit) => totalling.counted.get(unit)?.get(code)).filter((own) => own !== undefined && own.figure.state !== "notReported");
      problems.push(...differences(totalling, total, covers, below as readonly Contribution[]));
      const decision = totalling.decisions.totalOrSchools(office, code);
      const isFree = below.length === 0 && !covers.some((unit) => taken.get(code)?.has(unit));
      if (decision === "useOfficeTotal" || (decision === null && isFree)) {
        for (const unit of covers) taken.get(code)?.add(unit);
        contributions.push({ ...total, covers });
      }
    }
  }
  return { contributions, problems };
}

function lowestFirst(totals: ReadonlyMap<UnitCode, SettledUnit>, tree: Tree): SettledUnit[] {
  return [...totals.values()].sort((a, b) => tree.pathTo(b.unit).length - tree.pathTo(a.unit).length || compareText(a.unit, b.unit));
}

function differences({ plan, tree }: Totalling, total: Contribution, covers: readonly UnitCode[], below: readonly Contribution[]): Problem[] {
  const indicator = plan.indicators.find(({ code }) => code === total.indicator);
  const office = sizeOf(total.figure);
  if (!indicator || !office || below.length === 0) return [];
  const schools = below.map(({ figure }) => sizeOf(figure)).filter((size) => size !== null).reduce(addSizes, { n: ZERO, d: null, start: null });
  const [officeTotal, schoolsTotal] = [shown(office), shown(schools)];
  if (officeTotal === schoolsTotal) return [];
  const heard = new Set(below.map(({ unit }) => unit));
  const silent = covers.filter((unit) => !heard.has(unit)).map((unit) => tree.unit(unit)?.name ?? unit);
  const at = { unit: total.unit, indicator: indicator.code, ...(total.source ? { file: total.source.file, sheet: total.source.sheet } : {}) };
  return [problem("office-total-differs", at, { indicator: indicator.code, name: indicator.name, officeTotal, schoolsTotal, missing: String(silent.length), without: someNames(silent) })];
}

/** What adds up: a number, a ratio's two sums, a change's four. */
interface Size {
  readonly n: Exact;
  readonly d: Exact | null;
  readonly start: Size | null;
}

function sizeOf(figure: Figure): Size | null {
  if (figure.state === "notApplicable") return { n: ZERO, d: ZERO, start: null };
  if (figure.state !== "reported") return null;
  switch (figure.measure) {
    case "count": return { n: figure.value, d: null, start: null };
    case "ratio": return { n: figure.numerator, d: figure.denominator, start: null };
    case "yesNo": return { n: { n: figure.yes ? 1n : 0n, d: 1n }, d: { n: 1n, d: 1n }, start: null };
    case "change": return { n: figure.end.numerator, d: figure.end.denominator, start: { n: figure.start.numerator, d: figure.start.denominator, start: null } };
    case "text": return null;
  }
}

function addSizes(a: Size, b: Size): Size {
  const start = b.start ? addSizes(a.start ?? { n: ZERO, d: null, start: null }, b.start) : a.start;
  return { n: add(a.n, b.n), d: b.d ? add(a.d ?? ZERO, b.d) : a.d, start };
}

/** `412/415`; of a change the two ratios and their difference in points. */
function shown(size: Size): string {
  const pair = `${toText(size.n)}${size.d ? `/${toText(size.d)}` : ""}`;
  if (!size.start) return pair;
  const [from, to] = [size.start, size].map(({ n, d }) => (d ? divide(n, d) : null));
  const moved = from && to ? ` (${showAgainst(multiply(subtract(to, from), { n: 100n, d: 1n }), ZERO, "change")})` : "";
  return `${toText(size.start.n)}/${toText(size.start.d ?? ZERO)} → ${pair}${moved}`;
}

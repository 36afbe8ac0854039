/** The lines of "Báo cáo": an indicator, and side by side the targets that bind the scope, an office or a unit. */
import { canBind, isChosen } from "#domain/duties";
import type { Indicator, Role, Target } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import { targetWords } from "#messages/form-vi";
import type { BookContext } from "./book-context";

export const ROLES = ["scope", "intermediate", "unit"] as const satisfies readonly Role[];

/** One line: an indicator, and at most one target a role. */
export interface ReportLine {
  readonly indicator: Indicator;
  readonly targets: readonly (Target | undefined)[];
  readonly isFirst: boolean;
  /** Running number of the indicator. */
  readonly number: number;
}

/** Indicators that somebody answers at this stage; of several readings of one clause, the one in force. */
export function reportLines({ report, tree }: BookContext): ReportLine[] {
  return askedIndicators(report).flatMap((indicator, at) => {
    const byRole = ROLES.map((role) => indicator.targets.filter((target) => target.role === role && isChosen(target) && canBind(target, tree)));
    return Array.from({ length: Math.max(1, ...byRole.map(({ length }) => length)) }, (_, index): ReportLine => ({
      indicator, targets: byRole.map((targets) => targets[index]), isFirst: index === 0, number: at + 1,
    }));
  });
}

export function askedIndicators({ plan, state }: BookContext["report"]): Indicator[] {
  return plan.indicators.filter(({ stages, collectedFrom }) => stages.includes(state.stage) && collectedFrom.length > 0);
}

export function targetPhrase(indicator: Indicator, target: Target): string {
  return (target.label ?? targetWords(target, indicator.unit === "%" ? "" : indicator.unit)) + (target.reading ? ` ${words.readingMark}` : "");
}

/** The clause a target rests on, else the one its indicator does. */
export function sourcePhrase(indicator: Indicator, target: Target | undefined): string {
  const source = target?.source ?? indicator.source;
  return source ? words.section(source.section, source.quote) : "";
}

/** Enough points for the longest wrapped cell; spreadsheet programs do not grow rows of a file they did not write. */
export function heightOf({ indicator, targets, isFirst }: ReportLine): number {
  const lines = (text: string, width: number): number => Math.ceil(text.length / width);
  const most = Math.max(
    1, isFirst ? lines(indicator.name, 46) : 1, lines(sourcePhrase(indicator, undefined), 40),
    ...targets.flatMap((target) => (target ? [lines(targetPhrase(indicator, target), 20), lines(sourcePhrase(indicator, target), 40)] : [])),
  );
  return Math.max(18, 15 * most + 3);
}

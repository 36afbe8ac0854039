import type { Indicator, Target } from "#domain/plan";
import { bindsWords, targetWords } from "#messages/pane-vi";

export interface TargetLine {
  readonly words: string;
  /** Which reading of the clause this is, where there are several. */
  readonly label?: string;
  /** Whom it binds; one demand on several roles is one line. */
  readonly binds: readonly string[];
  readonly reading: boolean;
  /** In force; false: another reading of the same clause, which the officer may choose. */
  readonly chosen: boolean;
}

/** The targets of an indicator as lines to show, those in force first. */
export function targetLines(indicator: Indicator, scope: string): readonly TargetLine[] {
  const lines = new Map<string, TargetLine>();
  for (const target of indicator.targets) {
    const chosen = target.alternatives === undefined || target.chosen === true;
    const words = wordsOf(target, indicator, chosen);
    const key = `${chosen} ${words}`;
    const known = lines.get(key);
    lines.set(key, {
      words,
      ...(chosen && rivals(target, indicator) && target.label !== undefined ? { label: target.label } : {}),
      binds: [...(known?.binds ?? []), bindsWords(target, scope)],
      reading: known?.reading === true || target.reading === true,
      chosen,
    });
  }
  return [...lines.values()].sort((a, b) => Number(b.chosen) - Number(a.chosen));
}

function wordsOf(target: Target, indicator: Indicator, chosen: boolean): string {
  const words = targetWords(target, indicator.unit);
  return chosen || target.label === undefined ? words : target.label;
}

function rivals({ alternatives }: Target, { targets }: Indicator): boolean {
  return alternatives !== undefined && targets.filter((other) => other.alternatives === alternatives).length > 1;
}

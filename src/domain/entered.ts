/**
 * Reports that came on paper, as a scan or by telephone, typed in by the officer (nhập thay đơn vị). Beside a
 * file of the same unit they are two submissions: what agrees counts once, what differs counts as not reported
 * until a decision chooses.
 */
import type { Decisions } from "./decisions";
import { NOT_REPORTED, type Contribution, type Figure } from "./figure";
import { hash128 } from "./hash-text";
import type { EnteredReport } from "./ledger-types";
import type { Indicator, Plan, Stage } from "./plan";
import { problem, type Problem } from "./problem";
import { sameFigure } from "./same-figure";
import type { SettledUnit } from "./settle-unit";
import { compareText } from "./text-order";
import { shown, typedFigure } from "./typed-figure";
import type { UnitCode } from "./unit";

/** The content key of a typed-in report, so that a decision can choose it like any content. */
export function enteredKey({ unit, document, date, values }: EnteredReport): string {
  const said = values.map(({ indicator, value }) => [indicator, value.kind, shown(value)].join("|")).sort();
  return hash128(JSON.stringify(["entered", unit, document, date, ...said]));
}

export interface Entering {
  readonly unit: UnitCode;
  readonly name: string;
  readonly reports: readonly EnteredReport[];
  /** What the unit's files came to, where it sent any. */
  readonly settled: SettledUnit | undefined;
  readonly plan: Plan;
  /** The indicators the unit answers. */
  readonly owed: readonly Indicator[];
  readonly stage: Stage;
  readonly decisions: Decisions;
}

interface Voice {
  readonly key: string;
  readonly from: string;
  readonly contribution: Contribution;
}

/** One unit's figures from its files and from what was typed in for it. */
export function joinEntered(entering: Entering): { readonly figures: ReadonlyMap<string, Contribution>; readonly problems: readonly Problem[] } {
  const { unit, name, settled, owed, decisions } = entering;
  const problems: Problem[] = [];
  const voices = voicesOf(entering, problems);
  const figures = new Map<string, Contribution>(settled?.figures);
  const differing: Indicator[] = [];
  for (const indicator of owed) {
    const typed = voices.get(indicator.code) ?? [];
    if (typed.length === 0) continue;
    const all = [...fileVoices(settled, indicator.code), ...typed];
    const chosen = all.find(({ key }) => key === decisions.chosenContent(unit));
    const [first, ...others] = all;
    const agreed = others.every(({ contribution }) => first && sameFigure(contribution.figure, first.contribution.figure)) ? first : undefined;
    const counts = chosen ?? agreed;
    if (!counts) differing.push(indicator);
    figures.set(indicator.code, counts?.contribution ?? { unit, indicator: indicator.code, origin: "entered", figure: NOT_REPORTED });
  }
  if (differing.length > 0) {
    const from = new Set(differing.flatMap(({ code }) => [...fileVoices(settled, code), ...(voices.get(code) ?? [])].map((voice) => voice.from)));
    const named = differing.map((indicator) => `${indicator.code} ${indicator.shortName ?? indicator.name}`).join("; ");
    problems.push(problem("submissions-differ", { unit }, { unit: name, files: [...from].join("; "), figures: named }));
  }
  return { figures, problems };
}

/** A cell left blank in a file is no voice against a figure the officer has on paper. */
function fileVoices(settled: SettledUnit | undefined, code: string): Voice[] {
  return (settled?.counting ?? []).flatMap(({ key, best }) => {
    const contribution = best.figures.get(code);
    return contribution && contribution.figure.state !== "notReported" ? [{ key, from: best.file.path, contribution }] : [];
  });
}

function voicesOf({ unit, reports, plan, owed, stage }: Entering, problems: Problem[]): ReadonlyMap<string, readonly Voice[]> {
  const voices = new Map<string, Voice[]>();
  const sorted = [...reports].sort((a, b) => compareText(a.date, b.date) || compareText(a.document, b.document));
  for (const report of sorted) {
    for (const { indicator: code, value } of report.values) {
      const at = { unit, indicator: code };
      const indicator = owed.find((candidate) => candidate.code === code);
      const name = plan.indicators.find((candidate) => candidate.code === code)?.name ?? code;
      const typed = indicator ? typedFigure({ value, indicator, stage, own: NOT_REPORTED, at }) : null;
      if (!typed) problems.push(problem("cell-does-not-apply", at, { indicator: code, name, found: shown(value) }));
      else if (!typed.ok) problems.push(typed.problem);
      else voices.set(code, [...(voices.get(code) ?? []), voice(report, code, unit, typed.figure, shown(value))]);
    }
  }
  return voices;
}

function voice(report: EnteredReport, indicator: string, unit: UnitCode, figure: Figure, raw: string): Voice {
  const { document, date, by } = report;
  const contribution: Contribution = {
    unit, indicator, origin: "entered", figure, reason: [document, date.split("-").reverse().join("/"), by].filter((part) => part !== "").join(", "),
    source: { file: document, sheet: "", cell: "", raw },
  };
  return { key: enteredKey(report), from: document, contribution };
}

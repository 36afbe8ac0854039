/** What each unit registered (mức đã đăng ký), printed on its form of a later stage so that nobody types it twice. */
import { registeredIn } from "#domain/earlier-stages";
import type { Contribution, Figure } from "#domain/figure";
import type { Report } from "#domain/report";
import type { Submission } from "#domain/submission";
import type { UnitCode } from "#domain/unit";

export interface RegisteredLevels {
  /** As they counted, the officer's corrections included. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Facts about the unit; known where the book of the registration itself is at hand. */
  readonly info: Submission["info"];
}

/** Of the registration's own book, or of a later one that took its figures over; `undefined` where neither is known. */
export function registeredLevels(report: Report): ReadonlyMap<UnitCode, RegisteredLevels> | undefined {
  const { stage } = report.state;
  const contributions = stage === "registration" ? report.contributions : registeredIn(report.state);
  if (!contributions) return undefined;
  const facts = stage === "registration" ? factsIn(report) : new Map<UnitCode, Submission["info"]>();
  return new Map([...figuresByUnit(contributions)].map(([unit, figures]) => [unit, { figures, info: facts.get(unit) ?? {} }]));
}

function figuresByUnit(contributions: readonly Contribution[]): Map<UnitCode, Map<string, Figure>> {
  const units = new Map<UnitCode, Map<string, Figure>>();
  for (const { unit, indicator, figure, origin } of contributions) {
    // An office's total is said of others.
    if (origin === "officeTotal") continue;
    const own = units.get(unit) ?? new Map<string, Figure>();
    units.set(unit, own.set(indicator, figure));
  }
  return units;
}

/** From the submission that counts. */
function factsIn({ ledger }: Report): Map<UnitCode, Submission["info"]> {
  return new Map(ledger.flatMap(({ submissions }) => submissions.flatMap(({ unit, state, submission }): [UnitCode, Submission["info"]][] =>
    (unit !== null && submission.scope === "own" && (state === "accepted" || state === "acceptedWithWarnings") ? [[unit, submission.info]] : []))));
}

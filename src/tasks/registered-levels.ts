/** What each unit registered (mức đã đăng ký), printed on its form of a later stage so that nobody types it twice. */
import { ownFigures, registeredIn } from "#domain/earlier-stages";
import type { Figure } from "#domain/figure";
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
  return new Map([...ownFigures(contributions)].map(([unit, figures]) => [unit, { figures, info: facts.get(unit) ?? {} }]));
}

/** From the submission that counts. */
function factsIn({ ledger }: Report): Map<UnitCode, Submission["info"]> {
  return new Map(ledger.flatMap(({ submissions }) => submissions.flatMap(({ unit, state, submission }): [UnitCode, Submission["info"]][] =>
    (unit !== null && submission.scope === "own" && (state === "accepted" || state === "acceptedWithWarnings") ? [[unit, submission.info]] : []))));
}

/** The head of every screen and the tab Hôm nay (tổng quan). */
import { decisionCases } from "./decision-cases";
import { returnedOf } from "../slips";
import { countsOf, dueView, milestoneNow } from "../due-view";
import { requiredOpen } from "./open-points";
import { attentionOf, reportView, standingOf, treeOf } from "./report-view";
import { problemsOf, unitName, type Desk, type Session } from "./session";
import { severity } from "#domain/problem";
import { isOut } from "#domain/unit-standing";
import type { Overview } from "./views/overview";

export function overviewOf(session: Session, desk: Desk): Overview {
  const { report, state, asOf, treeDate } = session;
  const { root } = treeOf(session);
  const milestone = milestoneNow(session.report);
  const units = milestone?.units ?? [];
  const named = (wanted: boolean): string[] => units.filter((unit) => isOut(unit.state) && unit.returned === wanted).map(({ name }) => name);
  const { met, notMet, undecided } = reportView(session, desk, root);
  const problems = { error: 0, warning: 0, info: 0 };
  for (const found of problemsOf(session)) problems[severity(found)] += 1;
  return {
    plan: state.plan.id, planTitle: state.plan.title, shortTitle: state.plan.shortTitle, stage: state.stage,
    office: unitName(session, root), scope: state.plan.scope.name, isSample: state.roster.sample === true, asOf, treeDate,
    due: dueView(session.report, milestone), counts: countsOf(units), missingNames: named(false), returnedNames: named(true),
    attention: attentionOf(session, desk, root), verdicts: { met, notMet, undecided },
    lastIntake: session.lastIntake, toDecide: decisionCases(session, desk).length,
    returnedUnits: returnedOf(report).length, datesUnknown: report.ledger.filter(({ receivedOn, submissions }) => receivedOn === null && submissions.some(({ unit }) => unit !== null)).length,
    openRequired: requiredOpen(state.plan, state.answers), answers: state.answers, problems, standing: standingOf(session),
    units: units.length, files: report.ledger.length, revision: session.revision,
  };
}

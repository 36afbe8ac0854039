/** Text to paste into the group's chat (tin nhắc): to one unit, to an office with its schools, or to everyone who is missing. */
import type { UnitCoverage } from "#domain/ledger-types";
import { engineWords, type ReminderFacts } from "#messages/engine-words";
import { dueView, milestoneNow } from "./due-view";
import { treeOf } from "./report-view";
import { unitName, type Desk, type Session } from "./session";

export type Receiver = { readonly unit: string } | { readonly office: string } | { readonly all: true };

export function reminderText(session: Session, { language }: Desk, to: Receiver, milestone: string | undefined, now: string): string {
  const words = engineWords[language];
  const coverage = milestoneNow(session, milestone);
  const { day } = dueView(session, coverage);
  const tree = treeOf(session);
  const out = (coverage?.units ?? []).filter(({ state }) => state === "missing" || state === "notDue");
  const facts = (units: readonly UnitCoverage[], receiver: string | null): ReminderFacts => ({
    now, office: unitName(session, tree.root), stage: session.state.stage, plan: session.state.plan.shortTitle,
    due: units.map(({ extendedTo }) => extendedTo).filter((date) => date !== null).sort().at(-1) ?? day,
    isOver: day !== null && day < session.asOf && units.every(({ extendedTo }) => extendedTo === null || extendedTo < session.asOf),
    missing: units.filter(({ returned }) => !returned).map(({ name }) => name), returned: units.filter(({ returned }) => returned).map(({ name }) => name), receiver,
  });
  if ("unit" in to) return words.reminderOne(facts(out.filter(({ unit }) => unit === to.unit), unitName(session, to.unit)));
  const officeOf = (unit: string): string => {
    const parent = tree.parentOf(unit);
    return tree.roleOf(unit) === "unit" && parent && parent !== tree.root ? parent : "";
  };
  if ("office" in to) return words.reminder(facts(out.filter(({ unit }) => officeOf(unit) === to.office), to.office === "" ? null : unitName(session, to.office)));
  const offices = [...new Set(out.map(({ unit }) => officeOf(unit)))];
  if (offices.length <= 1) return words.reminder(facts(out, null));
  return offices.map((office) => words.reminder(facts(out.filter(({ unit }) => officeOf(unit) === office), office === "" ? null : unitName(session, office)))).join("\n\n");
}

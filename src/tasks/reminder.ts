/** Text to paste into the group's chat (tin nhắc): to one unit, to an office with its schools, or to everyone who is missing. */
import { contactsOf } from "#domain/contacts";
import type { UnitCoverage } from "#domain/ledger-types";
import type { Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { engineWords, type ReminderFacts } from "#messages/engine-words";
import { bookWords as words } from "#messages/book-vi";
import { writeListWorkbook } from "#workbook/lists/write-list-workbook";
import { dueView, milestoneNow } from "./due-view";

export type Receiver = { readonly unit: string } | { readonly office: string } | { readonly all: true };

/** `now`: the day, with the time where it is known. In Vietnamese, whatever the officer's screen speaks. */
export function reminderText(report: Report, to: Receiver, milestone: string | undefined, now: string): string {
  const { reminder, reminderOne } = engineWords.vi;
  const coverage = milestoneNow(report, milestone);
  const { day } = dueView(report, coverage);
  const tree = treeAt(report.state.roster, report.treeDate);
  const nameOf = (code: string): string => tree.unit(code)?.name ?? code;
  const out = outOf(report, milestone);
  const facts = (units: readonly UnitCoverage[], receiver: string | null): ReminderFacts => ({
    now, office: nameOf(tree.root), stage: report.state.stage, plan: report.plan.shortTitle,
    due: units.map(({ extendedTo }) => extendedTo).filter((date) => date !== null).sort().at(-1) ?? day,
    isOver: day !== null && day < report.asOf && units.every(({ extendedTo }) => extendedTo === null || extendedTo < report.asOf),
    missing: units.filter(({ returned }) => !returned).map(({ name }) => name), returned: units.filter(({ returned }) => returned).map(({ name }) => name), receiver,
  });
  if ("unit" in to) return reminderOne(facts(out.filter(({ unit }) => unit === to.unit), nameOf(to.unit)));
  const officeOf = (unit: string): string => {
    const parent = tree.parentOf(unit);
    return tree.roleOf(unit) === "unit" && parent && parent !== tree.root ? parent : "";
  };
  if ("office" in to) return reminder(facts(out.filter(({ unit }) => officeOf(unit) === to.office), to.office === "" ? null : nameOf(to.office)));
  const offices = [...new Set(out.map(({ unit }) => officeOf(unit)))];
  if (offices.length <= 1) return reminder(facts(out, null));
  return offices.map((office) => reminder(facts(out.filter(({ unit }) => officeOf(unit) === office), office === "" ? null : nameOf(office)))).join("\n\n");
}

/** Everybody who is still out, each with the text for it alone: for a mail merge, or to be sent one by one. */
export async function remindersWorkbook(report: Report, milestone: string | undefined, now: string): Promise<Uint8Array> {
  const tree = treeAt(report.state.roster, report.treeDate);
  const rows = outOf(report, milestone).map((line) => {
    const contact = contactsOf(report).get(line.unit);
    const above = line.parent === null ? "" : tree.unit(line.parent)?.name ?? "";
    const state = line.returned ? words.standings.returned : words.standings[line.state];
    return [line.unit, line.name, above, state, contact?.name ?? "", contact?.phone ?? "", contact?.email ?? "", reminderText(report, { unit: line.unit }, milestone, now)];
  });
  const widths = [12, 34, 26, 16, 22, 15, 24, 90];
  return writeListWorkbook([{ name: words.reminders.sheet, title: words.reminders.title, columns: words.reminders.columns.map((heading, index) => ({ heading, width: widths[index] ?? 20 })), rows }]);
}

/** Units that owe something at the milestone and have nothing in use. */
export function outOf(report: Report, milestone?: string): UnitCoverage[] {
  return (milestoneNow(report, milestone)?.units ?? []).filter(({ state }) => state === "missing" || state === "notDue");
}

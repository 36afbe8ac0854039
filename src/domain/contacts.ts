/**
 * Whom to call in a unit (liên hệ của đơn vị): as its own latest form says, the officer in charge (cán bộ đầu mối) before
 * whoever made the report; else as the list of units has it.
 */
import type { Report } from "./report";
import type { Submission } from "./submission";
import type { Roster, Unit, UnitCode } from "./unit";

export type Contact = NonNullable<Unit["contact"]>;

/** The facts of Thông tin đơn vị that tell a contact, the first pair of name and telephone that says anything. */
const FACTS = [
  { name: "focalName", position: "focalPosition", phone: "focalPhone", email: "focalEmail" },
  { name: "preparedBy", position: "", phone: "preparedPhone", email: "" },
] as const;

const known = new WeakMap<Report, ReadonlyMap<UnitCode, Contact>>();

/** Of every unit that has one, by the report's own ledger and roster. */
export function contactsOf(report: Report): ReadonlyMap<UnitCode, Contact> {
  const found = known.get(report) ?? new Map([...listed(report.state.roster), ...said(report)]);
  known.set(report, found);
  return found;
}

/** The list of units with what their forms said, so that a later book knows whom to call before anything has come in. */
export function withContacts(roster: Roster, contacts: ReadonlyMap<UnitCode, Contact>): Roster {
  return { ...roster, units: roster.units.map((unit) => {
    const contact = contacts.get(unit.code);
    return contact ? { ...unit, contact } : unit;
  }) };
}

function listed({ units }: Roster): (readonly [UnitCode, Contact])[] {
  return units.flatMap(({ code, contact }) => (contact ? [[code, contact] as const] : []));
}

/** Later files after earlier ones: the last word counts. */
function said({ ledger }: Report): (readonly [UnitCode, Contact])[] {
  return ledger.toSorted((a, b) => compareDays(a.receivedOn, b.receivedOn)).flatMap(({ submissions }) => submissions.flatMap(({ unit, submission }) => {
    const contact = unit === null || submission.scope !== "own" ? null : contactIn(submission.info);
    return unit !== null && contact ? [[unit, contact] as const] : [];
  }));
}

function contactIn(info: Submission["info"]): Contact | null {
  for (const ids of FACTS) {
    const parts = Object.entries(ids).flatMap(([part, id]) => {
      const text = info[id]?.raw.trim() ?? "";
      return text === "" ? [] : [[part, text] as const];
    });
    const contact: Contact = Object.fromEntries(parts);
    if (contact.phone !== undefined || contact.email !== undefined || (contact.name !== undefined && ids === FACTS[0])) return contact;
  }
  return null;
}

function compareDays(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}

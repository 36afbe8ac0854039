import { contactsOf, withContacts } from "#domain/contacts";
import type { Report } from "#domain/report";
import { unitCode } from "../support/builders";

const info = (facts: Record<string, string>) => Object.fromEntries(Object.entries(facts).map(([id, raw]) => [id, { sheet: "", cell: "", raw, value: null }]));
const file = (unit: string, receivedOn: string | null, facts: Record<string, string>, scope = "own") => ({ receivedOn, submissions: [{ unit: unitCode(unit), submission: { scope, info: info(facts) } }] });
const report = (ledger: unknown[], contact?: object) => ({ ledger, state: { roster: { units: [{ code: unitCode("A"), ...(contact ? { contact } : {}) }, { code: unitCode("B") }] } } }) as unknown as Report;
const called = (of: Report) => Object.fromEntries(contactsOf(of));

test("the officer in charge before whoever made the report; the last form's word counts, and counts before the list's", () => {
  const first = file("A", "2025-10-01", { focalName: "Cô A", focalPhone: "1", preparedBy: "Thầy B", preparedPhone: "2" });
  const second = file("A", "2025-10-20", { preparedBy: "Thầy C", preparedPhone: "3" });
  expect(called(report([second, first], { phone: "0" }))).toEqual({ A: { name: "Thầy C", phone: "3" } });
  expect(called(report([first], { phone: "0" }))).toEqual({ A: { name: "Cô A", phone: "1" } });
});

test("a form that says nothing, or only who made it, leaves the list's word; an office's total is no unit's word", () => {
  const silent = [file("A", null, { focalName: " ", preparedBy: "Thầy B" }), file("B", null, { focalName: "Cô P", focalPhone: "9" }, "total")];
  expect(called(report(silent, { name: "Cô X", phone: "0" }))).toEqual({ A: { name: "Cô X", phone: "0" } });
});

test("put into the list of units, others stay as they are", () => {
  const { roster } = report([], { phone: "0" }).state;
  expect(withContacts(roster, new Map([[unitCode("B"), { phone: "5" }]])).units.map(({ contact }) => contact)).toEqual([{ phone: "0" }, { phone: "5" }]);
});

import { parseRoster } from "#domain/roster-parse";
import type { Roster } from "#domain/unit";
import { linesOfRoster, overBase, topOf } from "#tasks/engine/roster-over-base";
import { OFFICE_CODE } from "#tasks/engine/roster-proposal";
import { anEngine, library } from "../../support/engine";

const roster: Roster = {
  ...library.sampleRoster,
  units: library.sampleRoster.units.map((unit, index) => (index === 3 ? { ...unit, headcounts: { "hoc-sinh": 41 }, contact: { name: "Cô A (mẫu)", phone: "0900000000" } } : unit)),
};
const top = topOf(roster)!;
const again = (lines = linesOfRoster(roster, OFFICE_CODE), name = top.name): Roster => {
  const parsed = parseRoster(JSON.parse(JSON.stringify(overBase(roster, lines, { code: OFFICE_CODE, name }))));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.roster;
};

test("lines that nobody changed give the very roster: days, successors, contacts, head counts", () => {
  expect(again()).toEqual(JSON.parse(JSON.stringify(roster)));
});

test("a changed name, kind or code changes that unit alone, and whatever points to it", () => {
  const lines = linesOfRoster(roster, OFFICE_CODE);
  const [first] = lines;
  const made = again(lines.map((line) => (line === first ? { ...line, code: "MOI-1", name: "Tên mới (mẫu)" } : line)));
  const at = roster.units.findIndex(({ code }) => code === first!.was);
  expect(made.units[at]).toEqual({ ...JSON.parse(JSON.stringify(roster.units[at])), code: "MOI-1", name: "Tên mới (mẫu)" });
  expect(made.units.filter((_unit, index) => index !== at)).toEqual(JSON.parse(JSON.stringify(roster.units.filter((_unit, index) => index !== at))));
});

test("a unit put under another office stands there for all its days; a line of no earlier unit is a new one", () => {
  const lines = linesOfRoster(roster, OFFICE_CODE);
  const moved = lines.at(-1)!;
  const made = again([...lines.map((line) => (line === moved ? { ...line, parent: OFFICE_CODE } : line)), { code: "MOI-2", name: "Trường mới (mẫu)", kind: moved.kind, parent: OFFICE_CODE, doubt: null }], "Cơ quan khác (mẫu)");
  expect(made.units.find(({ code }) => code === moved.code)?.parents.map(({ parent }) => parent)).toEqual([top.code]);
  expect(made.units.at(-1)).toMatchObject({ code: "MOI-2", parents: [{ parent: top.code }] });
  expect(made.units.find(({ code }) => code === top.code)?.name).toBe("Cơ quan khác (mẫu)");
});

test("a new book takes the open book's list, with whom to call as the units' own forms said", async () => {
  const engine = anEngine();
  const { files, receipts } = await engine.startSample("2025-11-05");
  await engine.takeIn(files, { table: receipts });
  const called = (await engine.coverage()).units.filter(({ contact }) => contact !== "");
  expect(called.length).toBeGreaterThan(20);
  const proposal = await engine.proposeRoster({ book: true }, "");
  expect(proposal).toMatchObject({ office: topOf(library.sampleRoster)!.name, faults: [] });
  expect(proposal.lines).toHaveLength(library.sampleRoster.units.length - 1);
  const next = await engine.nextPlan("ben-tre-2024-2025", {}, 2);
  const plan = next.ok ? next.value.card.id : "";
  expect(await engine.startBook({ plan, stage: "registration", roster: proposal.lines, base: proposal.base, office: proposal.office!, answers: {}, today: "2026-01-05" })).toMatchObject({ ok: true });
  const fresh = (await engine.coverage()).units;
  const contactOf = new Map(fresh.map(({ unit, contact }) => [unit, contact]));
  for (const { unit, contact } of called) if (contactOf.has(unit)) expect(contactOf.get(unit)).toBe(contact);
  // The same from the book's own file.
  const engine2 = anEngine();
  const book = await engine.book();
  const fromFile = await engine2.proposeRoster({ file: { path: "so.xlsx", body: book.ok ? book.value.file : new Uint8Array() } }, "");
  expect(fromFile.lines).toEqual(proposal.lines);
  expect(fromFile.base?.units.filter(({ contact }) => contact)).toHaveLength(proposal.base!.units.filter(({ contact }) => contact).length);
});

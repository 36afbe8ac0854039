import { parseRoster } from "#domain/roster-parse";
import type { Roster } from "#domain/unit";
import { linesOfRoster, overBase, topOf } from "#tasks/engine/roster-over-base";
import { checkLines, OFFICE_CODE, proposeFromBook, rosterOfLines } from "#tasks/engine/roster-proposal";
import provinceJson from "../../../templates/rosters/sample-province.json";
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

test("an office's changed code: its units stay under it, on all their days", () => {
  const province = parseRoster(provinceJson);
  if (!province.ok) throw new Error("province");
  const base = province.roster;
  const { lines } = proposeFromBook(base, "vi");
  const office = lines.find(({ code }) => code === "P01")!;
  const renamed = lines.map((line) => (line === office ? { ...line, code: "PGD-01" } : line));
  expect(checkLines(renamed, base.name, "vi", base)).toMatchObject({ faults: [], lines: renamed.map(() => ({ doubt: null })) });
  const made = rosterOfLines(renamed, topOf(base)!.name, "so", base);
  if (!made.ok) throw new Error(made.faults.join());
  const under = (roster: Roster, code: string) => roster.units.filter(({ parents }) => parents.some(({ parent }) => parent === code)).map(({ code: unit }) => unit);
  expect(under(made.roster, "PGD-01")).toEqual(under(base, "P01"));
  expect(under(made.roster, "PGD-01").length).toBeGreaterThan(5);
  expect(under(made.roster, "P01")).toEqual([]);
});

test("kinds of the list's own are known; of an office and the one that follows it, the one that stands is at the top", () => {
  const [school] = roster.units.filter(({ kind }) => kind === "mam-non");
  const own: Roster = {
    ...roster, kinds: [...roster.kinds, { id: "lop-rieng", name: "Lớp riêng (mẫu)", role: "unit" }],
    units: [{ ...top, code: "CU" as never, name: "Cơ quan cũ (mẫu)", closedOn: "2024-01-01" }, ...roster.units.map((unit) => (unit === school ? { ...unit, kind: "lop-rieng" } : unit.code === top.code ? { ...unit, openedOn: "2024-01-01" } : unit))],
    successors: [...roster.successors, { from: "CU" as never, to: top.code, on: "2024-01-01" }],
  };
  const proposal = proposeFromBook(own, "vi");
  expect(proposal).toMatchObject({ office: top.name, faults: [] });
  expect(proposal.lines.filter(({ doubt }) => doubt !== null)).toEqual([]);
  const made = rosterOfLines(proposal.lines, top.name, "so", proposal.base);
  expect(made).toEqual({ ok: true, roster: JSON.parse(JSON.stringify(own)) });
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

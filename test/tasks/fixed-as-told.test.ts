/** A returned form, corrected in exactly the cells it was returned for and nowhere else, is accepted (promise 7). */
import { aggregate } from "#domain/aggregate";
import type { LedgerEntry } from "#domain/ledger-types";
import { severity, type Problem } from "#domain/problem";
import { readFile } from "#workbook/read/read-file";
import { takeIn } from "#tasks/intake";
import * as odd from "../fixtures/odd-files";
import { filledForm, plan, request, roster } from "../fixtures/school-form";
import { setCells } from "../support/set-cells";

jest.setTimeout(60_000);

async function judged(bytes: Uint8Array): Promise<LedgerEntry> {
  const files = await takeIn([{ path: "bai.xlsx", bytes: () => Promise.resolve(bytes) }], { ...request, receivedOn: "2025-05-01", receipts: new Map(), known: [] });
  const report = aggregate({
    plan, answers: {}, roster, stage: request.stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
  const [entry] = report.ledger;
  if (!entry) throw new Error("no entry");
  return entry;
}

const errorsOf = ({ problems, submissions }: LedgerEntry): Problem[] => [...new Set([...problems, ...submissions.flatMap((one) => one.problems)])].filter((found) => severity(found) === "error");

/** What the good form says in each cell. */
async function goodCells(): Promise<ReadonlyMap<string, string | number>> {
  const reading = readFile(await odd.goodForm(), "a.xlsx", request);
  const cells = new Map<string, string | number>();
  if (reading.kind === "submissions") {
    for (const { parts, headcounts } of reading.submissions) {
      for (const one of [...Object.values(parts), ...Object.values(headcounts)]) if (one) cells.set(`${one.sheet}!${one.cell}`, one.value?.kind === "number" ? Number(one.raw) : one.raw);
    }
  }
  return cells;
}

/** The cells a problem names: its own, and the others of its sentence. */
function cellsOf({ at, facts }: Problem): string[] {
  const others = "cells" in facts ? facts.cells.match(/[A-Z]+\d+/g) ?? [] : [];
  return [...new Set([...(at.cell ? [at.cell] : []), ...others])].map((cell) => `${at.sheet ?? ""}!${cell}`);
}

test.each<[string, () => Promise<Uint8Array>]>([
  ["a blank", () => filledForm({ STD_TD01_value: "" })],
  ["blanks everywhere but in one cell", () => filledForm({ STD_TD02_numerator: "", STD_TD02_denominator: "", STD_TD03_answer: "", STD_TD04_startNumerator: "", STD_TD06_answer: "" })],
  ["a number below zero", odd.negative],
  ["half a person", odd.fractionInCount],
  ["more than all", odd.numeratorAboveDenominator],
  ["a day where a number belongs", odd.dateInCount],
  ["an error of a formula", odd.errorCell],
  ["a formula that was never worked out", odd.formulaWithoutResult],
  ["an answer that is neither yes nor no", odd.wrongAnswer],
  ["a percentage for a number of people", odd.percentInNumerator],
  ["two numbers in one cell that do not fit the one beside", odd.pairAgainstBase],
  ["a number too large to be true", () => filledForm({ STD_TD01_value: 5e12 })],
  ["words", () => filledForm({ STD_TD01_value: "nhiều" })],
  ["a class for a number", () => filledForm({ STD_TD01_value: "Lớp 9" })],
])("%s: returned, corrected as told, accepted", async (_case, make) => {
  const good = await goodCells();
  let bytes = await make();
  const before = await judged(bytes);
  expect(before.state).toBe("returned");
  const told = errorsOf(before);
  expect(told.length).toBeGreaterThan(0);
  for (const place of told.flatMap(cellsOf)) {
    const [sheet = "", cell = ""] = place.split("!");
    bytes = setCells(bytes, sheet, { [cell]: good.get(place) ?? null });
  }
  const after = await judged(bytes);
  expect(errorsOf(after)).toEqual([]);
  expect(["accepted", "acceptedWithWarnings"]).toContain(after.state);
});

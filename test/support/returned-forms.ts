/** Forms that are returned, each for another error; how they are judged, and what the good form says in each cell. */
import { aggregate } from "#domain/aggregate";
import type { LedgerEntry } from "#domain/ledger-types";
import { severity, type Problem } from "#domain/problem";
import type { Report } from "#domain/report";
import { readFile } from "#workbook/read/read-file";
import { takeIn } from "#tasks/intake";
import * as odd from "../fixtures/odd-files";
import { filledForm, plan, request, roster } from "../fixtures/school-form";

export const returnedForms: readonly (readonly [name: string, make: () => Promise<Uint8Array>])[] = [
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
];

/** The report of one unit's one file. */
export async function reportOn(bytes: Uint8Array): Promise<Report> {
  const files = await takeIn([{ path: "bai.xlsx", bytes: () => Promise.resolve(bytes) }], { ...request, receivedOn: "2025-05-01", receipts: new Map(), known: [] });
  return aggregate({
    plan, answers: {}, roster, stage: request.stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
}

export async function judged(bytes: Uint8Array): Promise<LedgerEntry> {
  const [entry] = (await reportOn(bytes)).ledger;
  if (!entry) throw new Error("no entry");
  return entry;
}

export const errorsOf = ({ problems, submissions }: LedgerEntry): Problem[] => [...new Set([...problems, ...submissions.flatMap((one) => one.problems)])].filter((found) => severity(found) === "error");

/** What the good form says in each cell, by `sheet!cell`. */
export async function goodCells(): Promise<ReadonlyMap<string, string | number>> {
  const reading = readFile(await odd.goodForm(), "a.xlsx", request);
  const cells = new Map<string, string | number>();
  if (reading.kind === "submissions") {
    for (const { parts, headcounts } of reading.submissions) {
      for (const one of [...Object.values(parts), ...Object.values(headcounts)]) if (one) cells.set(`${one.sheet}!${one.cell}`, one.value?.kind === "number" ? Number(one.raw) : one.raw);
    }
  }
  return cells;
}

import { makeSample } from "#tasks/sample/make-sample";
import type { Reading, Submission } from "#domain/submission";
import { readFile } from "#workbook/read/read-file";
import { toText } from "#domain/exact";
import { convert, testWithLibreOffice } from "../support/libreoffice";
import { planOf, rosterOf, sampleCases, template } from "../support/sample-reports";

jest.setTimeout(300_000);

/** A reading as its value alone: another program may write the same number in another way. */
function valueOf({ value, raw }: Reading): string {
  if (!value) return raw.trim() === "" ? "blank" : "unread";
  switch (value.kind) {
    case "number": return toText(value.number);
    case "bareShare": return `share ${toText(value.share)}`;
    case "yesNo": return value.yes ? "yes" : "no";
    case "text": return value.text;
    case "date": return value.iso.slice(0, 10);
    case "notApplicable": return "n/a";
  }
}

/** Everything the form says, cell by cell. Blanks of free rows say nothing. */
function saidBy(submission: Submission): Record<string, string> {
  const said: Record<string, string> = { unit: `${submission.unit.code} ${submission.unit.name}` };
  const add = (group: string, readings: Readonly<Partial<Record<string, Reading>>>): void => {
    for (const [key, reading] of Object.entries(readings)) if (reading && valueOf(reading) !== "blank") said[`${group}.${key}`] = valueOf(reading);
  };
  add("part", submission.parts);
  add("side", submission.sides);
  add("headcount", submission.headcounts);
  add("info", submission.info);
  for (const [id, rows] of Object.entries(submission.lists)) rows.forEach((row) => add(`${id}.${row.code}`, row.cells));
  return said;
}

describe.each(sampleCases)("forms of $name re-saved by LibreOffice", ({ json, stage, roster: rosterJson }) => {
  testWithLibreOffice("say the same as .xlsx, .xls and .ods, cell for cell", async () => {
    const plan = planOf(json);
    const roster = rosterOf(rosterJson);
    const sample = await makeSample({ plan, stage, roster, template, seed: 1 });
    const request = { plan, stage, template, otherPlans: [] };
    const read = (bytes: Uint8Array, name: string): Submission[] => {
      const reading = readFile(bytes, name, request);
      return reading.kind === "submissions" ? [...reading.submissions] : [];
    };
    // One well-filled form of every kind of unit, as it arrived.
    const kinds = new Map(roster.units.map(({ code, kind }) => [String(code), kind]));
    const chosen = new Map<string, Uint8Array>();
    for (const { path, bytes } of sample.files) {
      const [submission] = path.endsWith(".xlsx") ? read(bytes, path) : [];
      const kind = kinds.get(submission?.unit.code ?? "");
      if (submission && kind && !chosen.has(kind) && submission.problems.length === 0) chosen.set(kind, bytes);
    }
    const originals = [...chosen.values()];
    expect(originals.length).toBeGreaterThan(3);
    const expected = originals.map((bytes) => read(bytes, "a.xlsx").map(saidBy));
    for (const format of ["xlsx", "xls", "ods"] as const) {
      const again = convert(originals, format).map((bytes) => read(bytes, `a.${format}`).map(saidBy));
      expect({ format, said: again }).toEqual({ format, said: expected });
    }
  });
});

import { checksumOf } from "#domain/checksum";
import { toText } from "#domain/exact";
import type { Plan, Stage } from "#domain/plan";
import type { Reading, Submission } from "#domain/submission";
import type { Roster } from "#domain/unit";
import { treeAt } from "#domain/tree";
import { unitsWithForm } from "#tasks/make-forms";
import { senderOf } from "#tasks/sample/sender";
import { fillForm } from "#workbook/form/fill-form";
import { writeForm } from "#workbook/form/write-form";
import { readFile } from "#workbook/read/read-file";
import { convert, testWithLibreOffice } from "../support/libreoffice";
import { planOf, rosterOf, sampleCases, template } from "../support/sample-reports";

jest.setTimeout(300_000);

interface Filled {
  readonly title: string;
  readonly plan: Plan;
  readonly stage: Stage;
  readonly bytes: Uint8Array;
}

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

/** Everything the form says, cell by cell, and what is wrong with it. Cells that are blank or were never there say nothing. */
function saidBy({ unit, parts, sides, headcounts, info, lists, problems }: Submission): Record<string, string> {
  const said: Record<string, string> = { unit: `${unit.code} ${unit.name}`, problems: problems.map(({ code }) => code).sort().join(" ") };
  const add = (group: string, readings: Readonly<Partial<Record<string, Reading>>>): void => {
    for (const [key, reading] of Object.entries(readings)) if (reading && valueOf(reading) !== "blank") said[`${group}.${key}`] = valueOf(reading);
  };
  add("part", parts);
  add("side", sides);
  add("headcount", headcounts);
  add("info", info);
  for (const [id, rows] of Object.entries(lists)) rows.forEach((row) => add(`${id}.${row.code}`, row.cells));
  return said;
}

/** A well-filled form of the first unit of each kind the stage asks, offices too; of some plans one kind is enough. */
async function filledForms(plan: Plan, stage: Stage, roster: Roster, asOf: string, most: number): Promise<Filled[]> {
  const setting = { plan, stage, roster, treeDate: asOf, seed: 1 };
  const tree = treeAt(roster, asOf);
  const firsts = new Map(unitsWithForm(setting).reverse().flatMap((code) => {
    const unit = tree.unit(code);
    return unit ? [[unit.kind, unit] as const] : [];
  }));
  return Promise.all([...firsts.values()].slice(-most).map(async (unit): Promise<Filled> => {
    const form = await writeForm({ plan, stage, template, roster, treeDate: asOf, kind: { unit: unit.code } });
    const { typed, rows } = senderOf(unit, template, setting);
    return { title: `${plan.id} ${stage} ${unit.kind}`, plan, stage, bytes: await fillForm(form, { values: typed, rows }) };
  }));
}

function read({ plan, stage }: Filled, bytes: Uint8Array, name: string): Submission {
  const reading = readFile(bytes, name, { plan, stage, template, otherPlans: [] });
  const [submission, ...more] = reading.kind === "submissions" ? reading.submissions : [];
  if (!submission || more.length > 0) throw new Error(`${name}: ${reading.kind} ${reading.problems.map(({ code }) => code).join(" ")}`);
  return submission;
}

describe("forms re-saved by LibreOffice", () => {
  let forms: readonly Filled[];
  beforeAll(async () => {
    const made = await Promise.all(sampleCases.map(({ name, json, stage, roster, asOf }) =>
      filledForms(planOf(json), stage, rosterOf(roster), asOf, name.startsWith("Bến Tre") ? 99 : 1)));
    forms = made.flat();
  });

  test("are of every unit kind, offices too, and have something to say", () => {
    const titles = forms.map(({ title }) => title);
    const kinds = { summary: ["mam-non", "tieu-hoc", "thcs", "thpt", "xa"], registration: ["mam-non", "tieu-hoc", "thcs", "thpt", "phong"] };
    for (const [stage, ofStage] of Object.entries(kinds)) expect(titles).toEqual(expect.arrayContaining(ofStage.map((kind) => `ben-tre-2024-2025 ${stage} ${kind}`)));
    expect(new Set(forms.map(({ plan }) => plan.id)).size).toBe(5);
    for (const form of forms) expect(Object.keys(saidBy(read(form, form.bytes, "a.xlsx"))).length).toBeGreaterThan(8);
  });

  testWithLibreOffice.each(["xlsx", "xls", "ods"] as const)("say the same as .%s, cell for cell", (format) => {
    const again = convert(forms.map(({ bytes }) => bytes), format);
    forms.forEach((form, index) => {
      const before = read(form, form.bytes, "a.xlsx");
      const after = read(form, again[index] ?? new Uint8Array(), `a.${format}`);
      expect([form.title, saidBy(after)]).toEqual([form.title, saidBy(before)]);
      expect(Object.keys(after.parts).sort()).toEqual(Object.keys(before.parts).sort());
      // The number that paper and file share is what LibreOffice calculates by the form's own formula.
      expect([form.title, after.printedChecksum]).toEqual([form.title, checksumOf(form.plan, form.stage, before.scope, before.parts)]);
    });
  });
});

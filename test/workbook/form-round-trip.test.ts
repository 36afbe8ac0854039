import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rowsOfIndicator, stagesOf, type PartId } from "#domain/form";
import { parsePlan } from "#domain/plan-parse";
import type { Plan, Stage } from "#domain/plan";
import { rosterSchema } from "#domain/unit";
import { fillForm, type TypedValue } from "#workbook/form/fill-form";
import { partName } from "#workbook/form-layout";
import { readFile } from "#workbook/read/read-file";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { writeForm } from "#workbook/form/write-form";
import { unitCode } from "../support/builders";
import { codesOf, figuresOf, template } from "../fixtures/school-form";

const folder = join(__dirname, "../../templates/plans");
const plans: Plan[] = readdirSync(folder).flatMap((id) => readdirSync(join(folder, id)).filter((file) => file.endsWith(".json")).map((file) => {
  const parsed = parsePlan(JSON.parse(readFileSync(join(folder, id, file), "utf8")));
  if (!parsed.ok) throw new Error(`${id}/${file}`);
  return parsed.plan;
}));

/** One unit of every kind the plan speaks to. */
function rosterFor(plan: Plan) {
  const kinds = [...new Set(plan.indicators.flatMap(({ collectedFrom }) => collectedFrom))].filter((kind) => kind !== "so");
  return rosterSchema.parse({
    id: "thu", version: "1", name: "Thử", successors: [],
    kinds: [{ id: "so", name: "Sở", role: "scope" }, ...kinds.map((id) => ({ id, name: id, role: id === "phong" ? "intermediate" : "unit" }))],
    units: [{ code: "SO", name: "Sở", kind: "so", parents: [] }, ...kinds.map((kind) => ({ code: `U-${kind}`, name: `Đơn vị ${kind}`, kind, parents: [{ parent: "SO" }] }))],
  });
}

const cases = plans.flatMap((plan) => stagesOf(plan).flatMap((stage) => ["*", ...rosterFor(plan).units.slice(1, 2).map(({ code }) => code as string)].map((unit) => ({ plan, stage, unit, title: `${plan.id} ${stage} ${unit}` }))));

/** A figure for every cell the plan could ask at the stage. */
function typedFigures(plan: Plan, stage: Stage): { typed: Map<string, TypedValue>; read: Map<string, string> } {
  const typed = new Map<string, TypedValue>();
  const read = new Map<string, string>();
  let next = 2;
  for (const indicator of plan.indicators) {
    for (const row of rowsOfIndicator(indicator, stage)) {
      for (const part of [row.main, row.base].filter((one) => one !== undefined)) {
        next += 1;
        const value = part === "answer" ? (next % 2 === 0 ? "Đạt" : "Chưa đạt") : part === "text" ? `ý ${next}` : part === "percent" || part === "endPercent" ? 2 + (next % 97) : next;
        typed.set(partName(indicator.code, part), value);
        read.set(`${indicator.code}.${part}`, value === "Đạt" ? "yes" : value === "Chưa đạt" ? "no" : String(value));
      }
    }
  }
  return { typed, read };
}

describe("what is typed into a form of a real plan is what is read", () => {
  test.each(cases)("$title", async ({ plan, stage, unit }) => {
    const roster = rosterFor(plan);
    const form = await writeForm({ plan, stage, template, roster, treeDate: plan.period.to, kind: unit === "*" ? { common: true } : { unit: roster.units.find(({ code }) => code === unit)?.code ?? unitCode("SO") } });
    const { typed, read } = typedFigures(plan, stage);
    if (unit === "*") typed.set("STD_unit_pick", `${roster.units[1]?.code ?? ""} — ${roster.units[1]?.name ?? ""}`);
    const snapshot = readSnapshot(form, "a.xlsx");
    const asked = snapshot.ok ? [...read.keys()].filter((key) => snapshot.snapshot.names.some(({ name }) => name === partName(...(key.split(".") as [string, PartId])))) : [];
    for (const edits of [[], [{ kind: "pasteAsValues" as const }]]) {
      const reading = readFile(await fillForm(form, { values: typed, edits }), "a.xlsx", { plan, stage, template });
      const [submission] = reading.kind === "submissions" ? reading.submissions : [];
      expect(codesOf(reading).filter((code) => code !== "hidden-sheet-lost")).toEqual([]);
      const figures = submission ? figuresOf(submission) : {};
      expect(Object.keys(figures).sort()).toEqual([...asked].sort());
      for (const [key, value] of Object.entries(figures)) {
        // A base linked to a head count that nobody typed is blank, or the value typed over its formula's result.
        if (!(value === "" && /enominator$/.test(key))) expect([key, value]).toEqual([key, read.get(key)]);
      }
      expect(submission?.unit.code).toBe(unit === "*" ? roster.units[1]?.code : unit);
    }
  });
});

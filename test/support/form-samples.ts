/** Forms for tests: the shipped plans, template and sample rosters, and cells by defined name. */
import ExcelJS from "exceljs";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formTemplateSchema, stagesOf, type FigureScope } from "#domain/form";
import { planSchema, type Plan, type Stage } from "#domain/plan";
import { rosterSchema, type Roster, type UnitCode } from "#domain/unit";
import { writeForm } from "#workbook/form/write-form";

const templates = join(__dirname, "..", "..", "templates");
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(templates, ...path), "utf8"));

export const template = formTemplateSchema.parse(json("forms", "form.json"));
export const plans: readonly Plan[] = readdirSync(join(templates, "plans")).map((id) => planSchema.parse(json("plans", id, "1.json")));
const province = rosterSchema.parse(json("rosters", "sample-province.json"));
const district = rosterSchema.parse(json("rosters", "sample-district.json"));

export const rosterFor = (plan: Plan): Roster => (plan.issuer.level === "phong" ? district : province);
export const planOf = (id: string): Plan => {
  const plan = plans.find((one) => one.id === id);
  if (!plan) throw new Error(`No plan ${id}.`);
  return plan;
};

/** Every plan with every stage it has a form for. */
export const everyForm: readonly { readonly plan: Plan; readonly stage: Stage }[] = plans.flatMap((plan) => stagesOf(plan).map((stage) => ({ plan, stage })));

/** One unit of a kind, open on the day forms are made. */
export function unitOfKind(plan: Plan, kind: string): UnitCode {
  const unit = rosterFor(plan).units.find((one) => one.kind === kind && (one.openedOn ?? "") <= TREE_DATE);
  if (!unit) throw new Error(`No unit of kind ${kind}.`);
  return unit.code;
}

export const TREE_DATE = "2024-09-01";

export function makeForm(plan: Plan, stage: Stage, kind: { common: true } | { unit: UnitCode; scope?: FigureScope }): Promise<Uint8Array> {
  return writeForm({ plan, stage, template, roster: rosterFor(plan), treeDate: TREE_DATE, kind });
}

export async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** The cell a defined name points to. */
export function named(workbook: ExcelJS.Workbook, name: string): ExcelJS.Cell {
  const [range] = workbook.definedNames.getRanges(name).ranges;
  const parts = /^'?(.*?)'?!\$?([A-Z]+)\$?(\d+)$/.exec(range ?? "");
  const sheet = workbook.getWorksheet(parts?.[1] ?? "");
  if (!sheet || !parts) throw new Error(`No cell is named ${name}.`);
  return sheet.getCell(`${parts[2] ?? ""}${parts[3] ?? ""}`);
}

/** What a cell shows: its constant or its formula's result; empty text for nothing. */
export function shown(cell: ExcelJS.Cell): string | number | boolean {
  const value: unknown = cell.formula ? cell.result : cell.value;
  if (value === null || value === undefined) return "";
  if (typeof value === "object" && "richText" in value) return (value as ExcelJS.CellRichTextValue).richText.map(({ text }) => text).join("");
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "object" ? JSON.stringify(value) : (value as string | number | boolean);
}

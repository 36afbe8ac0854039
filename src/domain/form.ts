/**
 * The form (biểu mẫu) as data, derived from plan and stage: which rows stand on it, what each row's cells
 * mean, and which of them a given unit must fill. Writers lay it out, the reader finds it again; both use this.
 */
import { z } from "zod";
import type { Indicator, Measure, Plan, Stage } from "./plan";

/** The meanings an input cell of an indicator can have. */
export type PartId =
  | "value" | "numerator" | "denominator" | "percent" | "answer" | "text"
  | "startNumerator" | "startDenominator" | "endNumerator" | "endDenominator" | "endPercent";

/** One line of the form. `code` is printed in the `Mã` column and is how the line is found again. */
export interface FormRow {
  /** The indicator's code; a tăng/giảm has two lines: `BT07.DN` (đầu năm) and `BT07.CN` (cuối năm). */
  readonly code: string;
  readonly indicator: string;
  /** Which moment a line of a tăng/giảm is about. */
  readonly moment?: "start" | "end";
  /** Meaning of the main input cell (Số đạt / Kết quả / Mức đăng ký). */
  readonly main: PartId;
  /** Meaning of the base cell (Tổng số), where there is one. */
  readonly base?: PartId;
}

/** A figure for a unit itself, or an office's bare total over all units below it (số tổng hợp của Phòng). */
export type FigureScope = "own" | "total";

export interface Form {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly scope: FigureScope;
  readonly rows: readonly FormRow[];
}

type Shape = readonly { readonly suffix: string; readonly moment?: "start" | "end"; readonly main: PartId; readonly base?: PartId }[];

const registrationShapes: Readonly<Record<Measure, Shape>> = {
  count: [{ suffix: "", main: "value" }],
  ratio: [{ suffix: "", main: "percent", base: "denominator" }],
  yesNo: [{ suffix: "", main: "answer" }],
  change: [
    { suffix: ".DN", moment: "start", main: "startNumerator", base: "startDenominator" },
    { suffix: ".CN", moment: "end", main: "endPercent" },
  ],
  text: [{ suffix: "", main: "text" }],
};

const resultShapes: Readonly<Record<Measure, Shape>> = {
  ...registrationShapes,
  ratio: [{ suffix: "", main: "numerator", base: "denominator" }],
  change: [
    { suffix: ".DN", moment: "start", main: "startNumerator", base: "startDenominator" },
    { suffix: ".CN", moment: "end", main: "endNumerator", base: "endDenominator" },
  ],
};

/** An office's total states how many of how many, also for yes/no. */
const totalShapes: Readonly<Record<Measure, Shape>> = {
  ...resultShapes,
  yesNo: [{ suffix: "", main: "numerator", base: "denominator" }],
};

function shapeOf(measure: Measure, stage: Stage, scope: FigureScope): Shape {
  if (scope === "total") return totalShapes[measure];
  return (stage === "registration" ? registrationShapes : resultShapes)[measure];
}

/** The lines of one indicator at one stage; none where the stage does not ask it. */
export function rowsOfIndicator(indicator: Indicator, stage: Stage, scope: FigureScope = "own"): FormRow[] {
  if (!indicator.stages.includes(stage)) return [];
  return shapeOf(indicator.measure, stage, scope).map(({ suffix, ...row }) => ({
    code: indicator.code + suffix, indicator: indicator.code, ...row,
  }));
}

/** Every line of a plan's form for a stage, in the plan's order. Indicators that nobody answers yet have none. */
export function formFor(plan: Plan, stage: Stage, scope: FigureScope = "own"): Form {
  const rows = plan.indicators
    .filter((indicator) => indicator.collectedFrom.length > 0)
    .flatMap((indicator) => rowsOfIndicator(indicator, stage, scope));
  return { plan, stage, scope, rows };
}

/** The stages that have a form: those some answered indicator or a milestone asks. */
export function stagesOf(plan: Plan): Stage[] {
  const all: readonly Stage[] = ["registration", "midterm", "summary"];
  return all.filter((stage) => formFor(plan, stage).rows.length > 0 || plan.milestones.some((milestone) => milestone.stage === stage));
}

const text = z.string().min(1);
const columnSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: text,
  kind: z.enum(["text", "number", "date", "choice"]),
  choices: z.array(text).optional(),
  required: z.boolean().optional(),
  /** Contains personal data (can be left out of exports). */
  personal: z.boolean().optional(),
  /** Not personal in rows where another column says this: a team's name is nobody's. */
  personalUnless: z.strictObject({ column: text, says: text }).optional(),
  width: z.number().positive().optional(),
  /** Other headings under which this column is recognised. */
  aliases: z.array(text).optional(),
  /** A choice among what the plan itself names; a plan that names none leaves the cell free. */
  choicesFrom: z.enum(["steps", "workCategories", "movements"]).optional(),
  /** A column beside a figure stands after it, unless it says `before`. */
  place: z.enum(["before", "after"]).optional(),
});

/** A list on the form with free rows: titles registered, nominations, role models, focal persons, evidence. */
export const listSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  sheet: z.string().min(1).max(31),
  title: text,
  /** Prefix of the printed row codes: `DTT-01`, `DTT-02`… */
  rowCode: z.string().regex(/^[A-Z]{2,5}$/),
  rows: z.number().int().min(1).max(200),
  stages: z.array(z.enum(["registration", "midterm", "summary"])).min(1),
  columns: z.array(columnSchema).min(1),
  /** Only on forms of plans that ask for it. */
  when: z.enum(["ownTargets", "steps", "workCategories", "movements"]).optional(),
});

/** One fact about the unit asked on the sheet Thông tin đơn vị. */
export const infoFieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: text,
  kind: z.enum(["text", "number", "date", "choice"]),
  choices: z.array(text).optional(),
  required: z.boolean(),
  personal: z.boolean().optional(),
  /** Said of one report only (its document, who made it and when): never taken over from an earlier stage. */
  ofReport: z.boolean().optional(),
});

/** The parts of every form that do not depend on the plan; `templates/forms/form.json`. */
export const formTemplateSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  version: z.string().regex(/^\d+$/),
  info: z.array(infoFieldSchema),
  lists: z.array(listSchema),
  /** Columns beside an indicator's figure, by stage. */
  sideColumns: z.record(z.enum(["registration", "midterm", "summary"]), z.array(columnSchema)),
  answers: z.strictObject({ yes: text, no: text, notApplicable: text }),
});

export type FormTemplate = z.infer<typeof formTemplateSchema>;
export type FormList = z.infer<typeof listSchema>;
export type FormColumn = z.infer<typeof columnSchema>;

/**
 * What an officer decided, as a file (`--decisions`): decisions between files, corrections, extensions,
 * reports typed in for a unit, documents ticked off. The same things are kept in the book's sheets.
 */
import { z } from "zod";
import { parseExact, type Exact } from "./exact";
import { isCalendarDay } from "./roster-dates";
import type { Correction, Decision, EnteredReport, Extension } from "./ledger-types";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isCalendarDay);
const text = z.string().min(1);
const number = z.union([z.number(), z.string()]).transform((value, context): Exact => {
  const parsed = parseExact(String(value));
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "not a decimal number" });
  return z.NEVER;
});
const by = { by: text.optional() };

const decision = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("choose"), unit: text, content: text, reason: text, on: day, ...by }),
  z.strictObject({ action: z.literal("acceptProvisionally"), unit: text, content: text, reason: text, on: day, ...by }),
  z.strictObject({ action: z.literal("assignUnit"), unit: text, content: text, reason: text, on: day, ...by }),
  z.strictObject({ action: z.literal("reopen"), unit: text, snapshot: text, reason: text, on: day, ...by }),
  z.strictObject({ action: z.enum(["useOfficeTotal", "useSchools"]), unit: text, indicator: text.optional(), reason: text, on: day, ...by }),
]);

const correctionValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("parts"), main: number.nullable(), base: number.nullable() }),
  z.strictObject({ kind: z.literal("yesNo"), yes: z.boolean() }),
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
  z.strictObject({ kind: z.literal("change"), start: z.tuple([number, number]), end: z.tuple([number, number]) }),
  z.strictObject({ kind: z.literal("notReported") }),
  z.strictObject({ kind: z.literal("notApplicable") }),
]);
const correction = z.strictObject({ unit: text, indicator: text, value: correctionValue, reason: z.string(), on: day.optional(), ...by });

const decisionFileSchema = z.strictObject({
  decisions: z.array(decision).default([]),
  corrections: z.array(correction).default([]),
  extensions: z.array(z.strictObject({ unit: text, milestone: text, until: day, document: text.optional() })).default([]),
  entered: z.array(z.strictObject({
    unit: text, document: text, date: day, by: text, receivedOn: day.optional(), values: z.array(correction),
  })).default([]),
  documents: z.record(z.string(), z.string()).default({}),
});

export interface DecisionFile {
  readonly decisions: readonly Decision[];
  readonly corrections: readonly Correction[];
  readonly extensions: readonly Extension[];
  readonly entered: readonly EnteredReport[];
  readonly documents: Readonly<Record<string, string>>;
}

/** Nothing decided yet. */
export const EMPTY_DECISIONS: DecisionFile = { decisions: [], corrections: [], extensions: [], entered: [], documents: {} };

/** Reads a decision file (a bare list is a list of decisions); faults are the paths of what cannot be read. */
export function parseDecisionFile(json: unknown): { ok: true; file: DecisionFile } | { ok: false; paths: string[] } {
  const parsed = decisionFileSchema.safeParse(Array.isArray(json) ? { decisions: json } : json);
  if (parsed.success) return { ok: true, file: parsed.data as DecisionFile };
  return { ok: false, paths: [...new Set(parsed.error.issues.map(({ path }) => path.join(".") || "(file)"))] };
}

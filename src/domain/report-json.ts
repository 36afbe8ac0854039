/**
 * The report for other programs (`--json`), as a schema: format 1. Ratios and shares are fractions (0.955),
 * changes are percentage points, `null` is "not applicable", "nothing reported" or "unbounded".
 */
import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.number().int().min(0);
const state = z.enum([
  "accepted", "acceptedWithWarnings", "returned", "awaitingDecision", "superseded", "identicalCopy",
  "notThisForm", "unknownUnit", "notExpected", "unreadable",
]);
const verdict = z.enum(["met", "notMet", "undecided"]);

const problemJson = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  message: z.string(),
});

const placedProblemJson = z.strictObject({
  ...problemJson.shape,
  unit: z.string().nullable(),
  file: z.string().nullable(),
  indicator: z.string().nullable(),
});

const checkJson = z.strictObject({
  target: z.string(),
  against: z.enum(["plan", "registered"]),
  basis: z.enum(["count", "share", "change"]),
  comparator: z.string(),
  targetValue: z.number(),
  verdict,
  likely: verdict.nullable(),
  /** True where the target rests on our reading of the clause. */
  reading: z.boolean(),
  /** False for a reading of the clause that is not the one chosen. */
  chosen: z.boolean(),
});

const figureJson = z.strictObject({
  measure: z.enum(["count", "ratio", "yesNo", "change", "text"]),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reported: count,
  notApplicable: count,
  expected: count,
  atFloor: count,
  checks: z.array(checkJson),
});

export const reportJsonSchema = z.strictObject({
  format: z.literal(1),
  plan: z.string(),
  planVersion: z.string(),
  form: z.enum(["registration", "midterm", "summary"]),
  asOf: day,
  treeDate: day,
  files: z.array(z.strictObject({
    path: z.string(),
    sha256: z.string(),
    state,
    receivedOn: day.nullable(),
    problems: z.array(problemJson),
    submissions: z.array(z.strictObject({ unit: z.string().nullable(), state, content: z.string(), checksum: z.string() })),
  })),
  coverage: z.array(z.strictObject({
    milestone: z.string(),
    expected: count, onTime: count, late: count, dateUnknown: count, missing: count, notDue: count,
    units: z.array(z.strictObject({
      unit: z.string(), name: z.string(), parent: z.string().nullable(),
      state: z.enum(["onTime", "late", "dateUnknown", "missing", "notDue"]),
      due: day.nullable(), dueFrom: z.enum(["plan", "office"]).nullable(), daysLate: count,
      returned: z.boolean(), extendedTo: day.nullable(), required: count, filled: count,
    })),
  })),
  nodes: z.array(z.strictObject({
    unit: z.string(), name: z.string(), role: z.enum(["unit", "intermediate", "scope"]), parent: z.string().nullable(),
    figures: z.record(z.string(), figureJson),
  })),
  /** Open units without a parent on `treeDate`; they count in the scope's total. */
  residue: z.array(z.string()),
  problems: z.array(placedProblemJson),
});

export type ReportJson = z.infer<typeof reportJsonSchema>;
export type ProblemJson = z.infer<typeof problemJson>;

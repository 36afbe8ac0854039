/**
 * The layout in which an award-management program takes in a list of nominations (mẫu nhập của phần mềm khen thưởng):
 * data, for provinces use different ones; `templates/awards/import.json` is one of them.
 */
import { z } from "zod";

const text = z.string();
export const layoutSources = ["number", "address", "name", "birth", "gender", "position", "unit", "parent", "subject", "award", "level", "type", "group", "field", "summary", "initiative", "past"] as const;
export type LayoutSource = (typeof layoutSources)[number];

export const awardLayoutSchema = z.strictObject({
  $schema: text.optional(),
  id: text.min(1),
  version: z.string().regex(/^\d+$/),
  sheet: text.min(1).max(31),
  /** Row of the headings, from 1. */
  headRow: z.number().int().min(1).max(20).optional(),
  /** The same for everybody: lĩnh vực hoạt động. */
  field: text,
  columns: z.array(z.strictObject({
    at: z.string().regex(/^[A-Z]{1,2}$/),
    heading: text.min(1),
    from: z.enum(layoutSources),
    /** The code of what the column is about, from `codes`. */
    code: z.boolean().optional(),
  })).min(1),
  /** What the form calls a group of staff → what the program calls it; the empty one is for collectives. */
  groups: z.record(text, text),
  /** By what a column is about: text → code. */
  codes: z.partialRecord(z.enum(layoutSources), z.record(text, text)),
});

export type AwardLayout = z.infer<typeof awardLayoutSchema>;

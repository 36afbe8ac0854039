/**
 * Units (đơn vị) and their tree, with dates: since 1 July 2025 the same schools stand under communes
 * (xã, phường) instead of Phòng GDĐT, and a report may be asked under either tree.
 */
import { z } from "zod";

export type UnitCode = string & { readonly brand: "UnitCode" };

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "YYYY-MM-DD");
const text = z.string().min(1);
/** Codes are text: leading zeros stay. */
const unitCode = z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, "letters, digits, . _ -").transform((code) => code.normalize("NFC") as UnitCode);

/** One edge of the tree: `unit` stands under `parent` from `from` (included) until `to` (excluded). */
export const parentSchema = z.strictObject({
  parent: unitCode,
  from: isoDate.optional(),
  to: isoDate.optional(),
  decision: text.optional(),
});

export const unitSchema = z.strictObject({
  code: unitCode,
  name: text,
  /** Id of a kind below (mam-non, thpt, phong…). */
  kind: z.string(),
  parents: z.array(parentSchema),
  openedOn: isoDate.optional(),
  /** First day the unit no longer exists. */
  closedOn: isoDate.optional(),
  cluster: text.optional(),
  /** Known head counts by the plan's head count id, to pre-fill forms. */
  headcounts: z.record(z.string(), z.number().int().min(0)).optional(),
  contact: z.strictObject({ name: text.optional(), position: text.optional(), phone: text.optional(), email: text.optional() }).optional(),
});

/** A unit kind (loại hình) and the role units of that kind play in the tree. */
export const unitKindSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: text,
  role: z.enum(["unit", "intermediate", "scope"]),
});

export const rosterSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  version: z.string(),
  name: text,
  /** True for demonstration data: every sheet made from it says so. */
  sample: z.boolean().optional(),
  /** True where the units are only a part of the plan's scope: a Phòng's own list under a Sở's plan. */
  partOfScope: z.boolean().optional(),
  note: text.optional(),
  kinds: z.array(unitKindSchema).min(1),
  units: z.array(unitSchema).min(1),
  /** What became of units that were merged, split or renumbered. */
  successors: z.array(z.strictObject({ from: unitCode, to: unitCode, on: isoDate, decision: text.optional() })),
});

export type Roster = z.infer<typeof rosterSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type UnitKind = z.infer<typeof unitKindSchema>;
export type ParentEdge = z.infer<typeof parentSchema>;

/**
 * How a plan is laid out in Excel: one sheet of single facts, and one table for each collection, so that an
 * officer makes next year's plan without touching JSON. Only the shape stands here; headings are in `messages`.
 */

/** How a cell's text stands for a value. `lines` types hold one item a line, its fields parted by ` | `. */
export type ColumnType =
  | "text" | "boolean" | "integer" | "list" | "selectors"
  | { readonly lines: readonly string[]; readonly booleans?: readonly string[]; readonly record?: true };

export interface PlanColumn {
  /** Path inside one item, e.g. `source.quote`. */
  readonly key: string;
  readonly type: ColumnType;
  /** Must be written even when empty: the schema asks for the list. */
  readonly always?: true;
}

export interface PlanTable {
  readonly id: string;
  /** Path of the collection in the plan; `{}` tables are nested in the indicators. */
  readonly path: string;
  readonly columns: readonly PlanColumn[];
  /** Items belong to the indicator named in the column `indicator`. */
  readonly ofIndicator?: true;
}

const column = (key: string, type: ColumnType = "text", always?: true): PlanColumn => (always ? { key, type, always } : { key, type });
const sourced: readonly PlanColumn[] = [column("source.section"), column("source.quote"), column("reading", "boolean"), column("note")];
const named: readonly PlanColumn[] = [column("id"), column("name"), ...sourced];
const timed: readonly PlanColumn[] = [column("id"), column("name"), column("time.words"), column("time.from"), column("time.to"), ...sourced];

/** Single facts, one a row. */
export const FACTS: readonly PlanColumn[] = [
  column("id"), column("version"), column("title"), column("shortTitle"), column("number"), column("issuedOn"),
  column("issuer.name"), column("issuer.parentName"), column("issuer.level"), column("issuer.place"),
  column("issuer.signedBy.capacity"), column("issuer.signedBy.name"),
  ...prefixed("issuer"),
  column("scope.name"), ...prefixed("scope"),
  column("period.from"), column("period.to"), column("period.label"), column("period.kind"), ...prefixed("period"),
  column("ownTargets.asked", "boolean"), column("ownTargets.from", "selectors", true), ...prefixed("ownTargets"),
];

function prefixed(path: string): PlanColumn[] {
  return sourced.map(({ key, type }) => ({ key: `${path}.${key}`, type }));
}

export const TABLES: readonly PlanTable[] = [
  {
    id: "indicators", path: "indicators", columns: [
      column("code"), column("name"), column("shortName"), column("group"), column("measure"), column("unit"),
      column("numeratorLabel"), column("denominatorLabel"), column("denominatorHeadcount"),
      column("question", { lines: ["kind", "text"], record: true }), column("details", { lines: ["id", "kind", "label"] }),
      column("collectedFrom", "list", true), column("couldBeCollectedFrom", "list"), column("collectedOnlyFrom", "selectors"),
      column("stages", "list", true), column("overTime"), column("perYear.detail"), column("perYear.least"), column("ofYear.indicator"), column("ofYear.year", "integer"), column("required", "boolean"), column("mayNotApply", "boolean"),
      column("continues"), ...sourced,
    ],
  },
  {
    id: "targets", path: "targets", ofIndicator: true, columns: [
      column("id"), column("role"), column("appliesTo", "selectors"), column("basis"), column("comparator"), column("value"),
      column("of"), column("by"), column("alternatives"), column("chosen", "boolean"), column("label"), ...sourced,
    ],
  },
  {
    id: "milestones", path: "milestones", columns: [
      column("id"), column("name"), column("stage"), column("due"), column("rule"), column("from", "selectors", true), column("to"),
      column("channel"), column("fileName"),
      column("deliverables", { lines: ["id", "kind", "required", "name"], booleans: ["required"] }, true), ...sourced,
    ],
  },
  { id: "groups", path: "groups", columns: [column("id"), column("name")] },
  { id: "headcounts", path: "headcounts", columns: [column("id"), column("name"), column("definition"), column("unit"), column("kinds", "list", true), ...sourced] },
  {
    id: "rules", path: "rules", columns: [
      column("id"), column("kind"), column("part"), column("whole"), column("severity"), column("sentence"), ...sourced,
    ],
  },
  {
    id: "open", path: "open", columns: [
      column("id"), column("question"), column("answer"), column("choices", { lines: ["id", "label"] }), column("required", "boolean"), ...sourced,
    ],
  },
  { id: "registrationColumns", path: "registrationColumns", columns: [column("id"), column("label"), column("kind"), column("required", "boolean"), ...sourced] },
  { id: "movements", path: "movements", columns: named },
  { id: "themes", path: "themes", columns: named },
  { id: "workCategories", path: "workCategories", columns: named },
  { id: "subjects", path: "subjects", columns: [column("id"), column("kind"), column("name"), ...sourced] },
  { id: "basedOn", path: "basedOn", columns: [column("title"), column("number"), column("date"), ...sourced] },
  { id: "phases", path: "phases", columns: timed },
  { id: "events", path: "events", columns: timed },
  { id: "steps", path: "steps", columns: [column("id"), column("order", "integer"), column("name"), ...sourced] },
  { id: "roles", path: "roles", columns: [column("id"), column("who"), column("duty"), ...sourced] },
  { id: "awardForms", path: "awards.forms", columns: [column("id"), column("name"), column("level"), ...sourced] },
  { id: "awardCriteria", path: "awards.criteria", columns: [column("id"), column("subject"), column("text"), ...sourced] },
  { id: "awardAttention", path: "awards.attention", columns: named },
  { id: "awardTiming", path: "awards.timing", columns: named },
  { id: "remarks", path: "remarks", columns: [column("id"), column("text"), ...sourced] },
];

/** Marks each sheet of a plan workbook, top left: `[STD-PLAN | indicators]`. */
export const planSheetMark = (id: string): string => `[STD-PLAN | ${id}]`;
export const FACTS_ID = "facts";

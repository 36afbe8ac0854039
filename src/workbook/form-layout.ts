/**
 * Where things stand on our workbooks, by name: what the writer names, the reader looks for.
 * Nothing is found by position; a cell without its name is found by row code and heading.
 */
import type { PartId } from "#domain/form";

/** Version of the form's layout; an older one is read as long as its codes mean the same. */
export const FORM_VERSION = "1";
/** The very hidden sheet of keys and values (form, plan, version, stage, unit…). May be lost; the identity line says the same. */
export const META_SHEET = "_std";
/** Prefix of every defined name of ours. */
export const PREFIX = "STD_";

const plain = (code: string): string => code.replace(/[^A-Za-z0-9]/g, "_");

export const UNIT_CODE_NAME = `${PREFIX}unit`;
export const UNIT_NAME_NAME = `${PREFIX}unit_name`;
/** On a common form: the cell where the clerk picks the unit, as `unitLabel`. `STD_unit` beside it is a formula. */
export const UNIT_PICK_NAME = `${PREFIX}unit_pick`;
/** How a unit stands in the common form's drop-down: `012 — Trường Tiểu học X`. */
export const unitLabel = (code: string, name: string): string => `${code} — ${name}`;
/** The code in front of a drop-down entry, or the whole text where it is not one. */
export const codeOfUnitLabel = (label: string): string => (label.split(" — ")[0] ?? label).trim();
export const CHECKSUM_NAME = `${PREFIX}checksum`;
/** `STD_BT06_numerator` */
export const partName = (indicator: string, part: PartId): string => `${PREFIX}${plain(indicator)}_${part}`;
/** `STD_s_BT07_CN_cause`: a column beside a figure, or a detail of a yes/no. */
export const sideName = (row: string, column: string): string => `${PREFIX}s_${plain(row)}_${plain(column)}`;
/** `STD_h_nhom_lop` */
export const headcountName = (id: string): string => `${PREFIX}h_${plain(id)}`;
/** `STD_i_leaderName` */
export const infoName = (id: string): string => `${PREFIX}i_${plain(id)}`;
/** `STD_l_titlesIndividual`: the heading cell of a list's row code column. */
export const listName = (id: string): string => `${PREFIX}l_${plain(id)}`;

/** Keys of the very hidden sheet, column A; values in column B as text. */
export const META_KEYS = ["format", "kind", "formVersion", "plan", "planVersion", "answers", "stage", "scope", "unit", "roster"] as const;
export type MetaKey = (typeof META_KEYS)[number];

export interface Identity {
  readonly formVersion: string;
  readonly plan: string;
  readonly planVersion: string;
  readonly stage: string;
  readonly scope: string;
  /** `*` on a common form, where the unit is picked. */
  readonly unit: string;
}

/** The visible identity line of every sheet: `[STD1 | nam-dinh-2024-2025 | 1 | registration | own | 012]`. */
export function identityLine(identity: Identity): string {
  return `[STD${identity.formVersion} | ${identity.plan} | ${identity.planVersion} | ${identity.stage} | ${identity.scope} | ${identity.unit}]`;
}

const LINE = /\[STD(\d+) *\| *([a-z0-9-]+) *\| *(\d+) *\| *(registration|midterm|summary) *\| *(own|total) *\| *([^\]|]+?) *\]/;

/** Reads an identity line out of any text that contains one. */
export function parseIdentityLine(text: string): Identity | null {
  const match = LINE.exec(text);
  if (!match) return null;
  const [, formVersion = "", plan = "", planVersion = "", stage = "", scope = "", unit = ""] = match;
  return { formVersion, plan, planVersion, stage, scope, unit };
}

/** What is looked for in a workbook (biểu cần tìm): everything that follows from plan, stage and template alone, made once for all files. */
import { formFor, type FigureScope, type Form, type FormList, type FormRow, type FormTemplate } from "#domain/form";
import type { Indicator, Plan, Stage } from "#domain/plan";
import { partName, sideName } from "../form-layout";
import type { CellExpectation } from "./cell-findings";
import type { CellOwner } from "./cell-reader";
import { foldCode, foldText } from "./fold-text";
import { headingRoles, sideColumnsOf, type ColumnRole, type SideColumn } from "./form-headings";

export interface Sought {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
}

export interface SideCell {
  readonly row: FormRow;
  readonly role: ColumnRole;
  /** Under which it is kept: `<row code>.<column>`. */
  readonly key: string;
  readonly expects: CellExpectation;
  readonly owner: CellOwner;
}

export interface DetailCell {
  readonly row: FormRow;
  readonly key: string;
  readonly name: string;
  /** As it is printed left of the cell, folded. */
  readonly label: string;
  readonly expects: CellExpectation;
  readonly owner: CellOwner;
}

export interface SoughtForm {
  readonly form: Form;
  /** Folded codes of its rows. */
  readonly codes: ReadonlySet<string>;
  readonly longestCode: number;
  readonly roles: ReadonlyMap<string, ColumnRole>;
  /** Every cell beside a figure that may be asked for. */
  readonly sideCells: readonly SideCell[];
  /** Every detail of a yes/no. */
  readonly detailCells: readonly DetailCell[];
  readonly lists: readonly FormList[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** The defined name of a row's cell; `null` where it has none. */
  readonly nameOf: (row: FormRow, role: ColumnRole) => string | null;
  /** A row's folded code. */
  readonly keyOf: (row: FormRow) => string;
}

const made = new WeakMap<Plan, { readonly of: Sought; readonly scope: FigureScope; readonly sought: SoughtForm }[]>();

export function soughtForm(of: Sought, scope: FigureScope): SoughtForm {
  const all = made.get(of.plan) ?? [];
  const known = all.find((one) => one.of.stage === of.stage && one.scope === scope && one.of.template === of.template);
  if (known) return known.sought;
  const sought = prepare(of, scope);
  made.set(of.plan, [...all, { of, scope, sought }]);
  return sought;
}

function prepare({ plan, stage, template }: Sought, scope: FigureScope): SoughtForm {
  const form = formFor(plan, stage, scope);
  const keys = new Map(form.rows.map((row) => [row, foldCode(row.code)]));
  const codes = new Set(keys.values());
  const sides = sideColumnsOf(template, plan, stage);
  return {
    form, codes, longestCode: Math.max(0, ...[...codes].map(({ length }) => length)),
    roles: headingRoles(template, plan, stage),
    sideCells: form.rows.flatMap((row) => sides.map((column) => sideCell(row, column))),
    detailCells: detailCells(form, plan),
    lists: template.lists.filter((list) => list.stages.includes(stage) && (list.when === undefined || asks(plan, list.when))),
    indicators: new Map(plan.indicators.map((indicator) => [indicator.code, indicator])),
    nameOf: namesOf(), keyOf: (row) => keys.get(row) ?? foldCode(row.code),
  };
}

function sideCell(row: FormRow, { id, kind, label, choices }: SideColumn): SideCell {
  return { row, role: `side:${id}`, key: `${row.code}.${id}`, expects: { kind, ...(choices ? { choices } : {}) }, owner: { indicator: row.indicator, name: label, beside: true } };
}

function detailCells({ rows }: Form, { indicators }: Plan): DetailCell[] {
  return indicators.flatMap(({ code, details }) => {
    const row = rows.find(({ indicator }) => indicator === code);
    if (!row || !details) return [];
    return details.map(({ id, label, kind }) => ({
      row, key: `${code}.${id}`, name: sideName(code, id), label: foldText(label), expects: { kind }, owner: { indicator: code, name: label, beside: true },
    }));
  });
}

function asks(plan: Plan, what: NonNullable<FormList["when"]>): boolean {
  return what === "ownTargets" ? plan.ownTargets.asked : plan[what].length > 0;
}

function namesOf(): SoughtForm["nameOf"] {
  const names = new WeakMap<FormRow, Map<ColumnRole, string | null>>();
  return (row, role) => {
    const own = names.get(row) ?? new Map<ColumnRole, string | null>();
    const known = own.get(role);
    if (known !== undefined) return known;
    const name = nameOf(row, role);
    names.set(row, own.set(role, name));
    return name;
  };
}

function nameOf(row: FormRow, role: ColumnRole): string | null {
  if (role === "main") return partName(row.indicator, row.main);
  if (role === "base") return row.base ? partName(row.indicator, row.base) : null;
  return role.startsWith("side:") ? sideName(row.code, role.slice(5)) : null;
}

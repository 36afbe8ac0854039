/** What every sheet of one form needs to know; gathered once. */
import type ExcelJS from "exceljs";
import type { FigureScope, FormTemplate } from "#domain/form";
import { profilesOf, viewOf, type FormProfile } from "#domain/form-plan";
import type { Plan, Stage } from "#domain/plan";
import type { Submission } from "#domain/submission";
import { treeAt, type Tree } from "#domain/tree";
import type { Roster, Unit, UnitCode } from "#domain/unit";
import { FORM_VERSION, identityLine } from "../form-layout";

export interface FormRequest {
  /** With the officer's answers applied. */
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
  readonly roster: Roster;
  readonly treeDate: string;
  readonly kind: { readonly common: true; readonly under?: UnitCode } | { readonly unit: UnitCode; readonly scope?: FigureScope };
  /** The unit's registration, to print beside its results and to spare it typing twice. */
  readonly previous?: Pick<Submission, "parts" | "info">;
  /** Fingerprint of the officer's answers, kept on the hidden sheet. */
  readonly answers?: string;
}

export interface FormContext extends Omit<FormRequest, "kind"> {
  readonly workbook: ExcelJS.Workbook;
  readonly tree: Tree;
  readonly scope: FigureScope;
  /** `null` on a common form. */
  readonly unit: Unit | null;
  /** One on a personal form. */
  readonly profiles: readonly FormProfile[];
  readonly identity: string;
}

export function contextOf(request: FormRequest, workbook: ExcelJS.Workbook): FormContext {
  const { plan, stage, roster, treeDate, kind } = request;
  const tree = treeAt(roster, treeDate);
  const scope = "unit" in kind ? kind.scope ?? "own" : "own";
  const unit = "unit" in kind ? tree.unit(kind.unit) ?? null : null;
  if ("unit" in kind && !unit) throw new RangeError(`The roster has no unit ${kind.unit}.`);
  const profiles = unit
    ? [{ view: viewOf(plan, stage, unit.code, tree, scope), units: [unit.code] }]
    : profilesOf(plan, stage, tree, "common" in kind ? kind.under : undefined);
  const identity = identityLine({ formVersion: FORM_VERSION, plan: plan.id, planVersion: plan.version, stage, scope, unit: unit?.code ?? "*" });
  return { ...request, workbook, tree, scope, unit, profiles, identity };
}

/** Who stands above a unit: its office, or for the topmost office whoever it reports to under the plan; empty where nobody says. */
export function parentNameOf({ plan, tree }: Pick<FormContext, "plan" | "tree">, code: UnitCode): string {
  const parent = tree.parentOf(code);
  if (parent !== null) return tree.unit(parent)?.name ?? parent;
  return (tree.roster.partOfScope === true ? plan.issuer.name : plan.issuer.parentName) ?? "";
}

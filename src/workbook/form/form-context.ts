/** What every sheet of one form needs to know; gathered once. */
import type ExcelJS from "exceljs";
import type { Figure } from "#domain/figure";
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
  /** `facts`: printed instead of the unit's own. */
  readonly kind: { readonly common: true; readonly under?: UnitCode } | { readonly unit: UnitCode; readonly scope?: FigureScope; readonly facts?: UnitFacts };
  /** The unit's registration, to print beside its results and to spare it typing twice. */
  readonly previous?: { readonly figures: ReadonlyMap<string, Figure>; readonly info: Submission["info"] };
  /** A return slip begins with the sheet of what is to be put right. */
  readonly slip?: boolean;
  /** Fingerprint of the officer's answers, kept on the hidden sheet. */
  readonly answers?: string;
}

/** What of a unit is printed on its form. */
export interface UnitFacts {
  readonly code: string;
  readonly name: string;
  /** Empty where nobody stands above it. */
  readonly parentName: string;
  readonly kindName: string;
}

/** A row whose height follows from the length of the unit's names. */
export interface Stretch {
  readonly sheet: string;
  readonly row: number;
  readonly height: (facts: UnitFacts) => number;
}

export interface FormContext extends Omit<FormRequest, "kind"> {
  readonly workbook: ExcelJS.Workbook;
  readonly tree: Tree;
  readonly scope: FigureScope;
  /** `null` on a common form. */
  readonly unit: Unit | null;
  readonly facts: UnitFacts | null;
  /** Noted by those who write rows. */
  readonly stretches: Stretch[];
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
  const facts = unit && "unit" in kind ? kind.facts ?? factsOf({ plan, tree }, unit) : null;
  const identity = identityLine({ formVersion: FORM_VERSION, plan: plan.id, planVersion: plan.version, stage, scope, unit: facts?.code ?? "*" });
  return { ...request, workbook, tree, scope, unit, facts, stretches: [], profiles, identity };
}

export function factsOf(of: Pick<FormContext, "plan" | "tree">, { code, name, kind }: Unit): UnitFacts {
  return { code, name, parentName: parentNameOf(of, code), kindName: of.tree.roster.kinds.find(({ id }) => id === kind)?.name ?? kind };
}

/** Who stands above a unit: its office, or for the topmost office whoever it reports to under the plan; empty where nobody says. */
export function parentNameOf({ plan, tree }: Pick<FormContext, "plan" | "tree">, code: UnitCode): string {
  const parent = tree.parentOf(code);
  if (parent !== null) return tree.unit(parent)?.name ?? parent;
  return (tree.roster.partOfScope === true ? plan.issuer.name : plan.issuer.parentName) ?? "";
}

/** Forms out (phát biểu): the common form, or one for each unit that owes figures at the stage. */
import { indicatorsOf } from "#domain/duties";
import type { FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import { selects, treeAt, type Tree } from "#domain/tree";
import type { Roster, Unit, UnitCode } from "#domain/unit";
import type { RegisteredLevels } from "./registered-levels";
import { safeName } from "./safe-name";
import { FormWriter } from "#workbook/form/form-mould";
import { packed } from "#workbook/finish-package";
import { commonFormFileName, formFileName, writeForm } from "#workbook/form/write-form";

export interface FormsRequest {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
  readonly roster: Roster;
  readonly treeDate: string;
  /** What units registered, for the forms of later stages. */
  readonly registered?: ReadonlyMap<UnitCode, RegisteredLevels> | undefined;
  /** Only the common form; only one unit; or every unit. */
  readonly what: { readonly common: true } | { readonly unit: string; readonly total?: boolean } | { readonly everyUnit: true };
}

export interface MadeForm {
  /** Path below the folder of forms: the parent office's name, then the file name. */
  readonly path: string;
  readonly unit: UnitCode | null;
  readonly bytes: Uint8Array;
}

/** Units that owe figures at this stage, or are addressed by one of its milestones. */
export function unitsWithForm({ plan, stage, roster, treeDate }: Omit<FormsRequest, "what" | "template">): UnitCode[] {
  const tree = treeAt(roster, treeDate);
  const addressed = plan.milestones.filter((milestone) => milestone.stage === stage && milestone.deliverables.some(({ kind }) => kind === "form"));
  return roster.units.map(({ code }) => code).filter((code) => tree.isOpen(code) && (
    indicatorsOf(plan, stage, code, tree).length > 0
    || addressed.some(({ from }) => from.length > 0 && selects(from, code, tree))
  ));
}

export async function* makeForms(request: FormsRequest): AsyncGenerator<MadeForm> {
  const { plan, stage, template, roster, treeDate, what, registered } = request;
  if ("common" in what) {
    const bytes = await writeForm({ plan, stage, template, roster, treeDate, kind: { common: true } });
    yield { path: commonFormFileName(plan, stage), unit: null, bytes };
    return;
  }
  const tree = treeAt(roster, treeDate);
  const units = "unit" in what ? [what.unit as UnitCode] : unitsWithForm(request);
  const taken = new Set<string>();
  const writer = new FormWriter();
  for (const code of units) {
    const unit = tree.unit(code);
    if (!unit) continue;
    const folder = "unit" in what ? "" : folderOf(tree, unit);
    const scope = "unit" in what && what.total ? "total" : "own";
    const previous = stage === "registration" || scope === "total" ? undefined : registered?.get(code);
    const bytes = await packed(await writer.parts({ plan, stage, template, roster, treeDate, kind: { unit: code, scope }, ...(previous ? { previous } : {}) }));
    yield { path: unique(folder + formFileName(plan, stage, unit), code, taken), unit: code, bytes };
  }
}

/** Files of one office's units lie together. */
export function folderOf(tree: Tree, { code, name }: Pick<Unit, "code" | "name">): string {
  const parent = tree.parentOf(code);
  return `${safeName(parent ? tree.unit(parent)?.name ?? parent : name, 80)}/`;
}

/** Two units of one name in one folder get their codes into the file name instead of overwriting each other. */
export function unique(path: string, code: string, taken: Set<string>): string {
  const free = taken.has(path.toLowerCase()) ? path.replace(/(\.[^.]+)$/, ` (${code})$1`) : path;
  taken.add(free.toLowerCase());
  return free;
}

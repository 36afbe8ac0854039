/** File names of forms: the plan's own rule where it states one, else unit, stage and plan. */
import type { Milestone, Plan, Stage } from "#domain/plan";
import type { Unit } from "#domain/unit";
import { formWords as words, stageFileWords } from "#messages/form-vi";

/** `Trường THPT Mẫu-DKTD NH 2024-2025.xlsx` where the plan rules so, else `<đơn vị> - Đăng ký - <kế hoạch>.xlsx`. */
export function formFileName(plan: Plan, stage: Stage, unit: Pick<Unit, "name">): string {
  const ruled = plan.milestones.find((milestone) => milestone.stage === stage && milestone.fileName !== undefined);
  return `${fileNameStem(plan, stage, unit.name, ruled ?? null)}.xlsx`;
}

export function commonFormFileName(plan: Plan, stage: Stage): string {
  return `${allowed(words.commonFileName(plan, stage))}.xlsx`;
}

/** The name the form itself asks for. */
export function fileNameOnForm(plan: Plan, stage: Stage, unitName: string, milestone: Milestone | null): string {
  return `${fileNameStem(plan, stage, unitName, milestone)}.xlsx`;
}

function fileNameStem(plan: Plan, stage: Stage, unitName: string, milestone: Milestone | null): string {
  const rule = milestone?.fileName?.replace(/\.xlsx?$/i, "");
  return allowed(rule ? rule.replaceAll("{unit}", unitName) : `${unitName} - ${stageFileWords[stage]} - ${plan.shortTitle}`);
}

/** Without what Windows forbids in a file name, and short enough for its paths. */
function allowed(name: string): string {
  return Array.from(name.normalize("NFC"), (letter) => ((letter.codePointAt(0) ?? 0) < 32 || '\\/:*?"<>|'.includes(letter) ? "-" : letter)).join("").replace(/\s+/g, " ").slice(0, 120).replace(/[. ]+$/, "");
}

/** What the open workbook is (bảng tính đang mở là gì): a form, a book, nothing yet, or somebody else's. */
import { stagesOf } from "#domain/form";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { isOwnSheetName, STATE_SHEET } from "#workbook/book/own-sheets";
import { findForm, metaOf } from "#workbook/read/find-form";
import type { Library } from "./session";
import type { Stage } from "#domain/plan";
import type { Recognised } from "./views/preparing";

export function recogniseWorkbook(workbook: WorkbookSnapshot, { plans, template }: Library): Recognised {
  if (workbook.sheets.every(({ cells }) => cells.length === 0)) return { kind: "blank" };
  const meta = metaOf(workbook);
  const plan = plans.find(({ id }) => id === meta?.["plan"]);
  const title = plan?.shortTitle ?? meta?.["plan"] ?? "";
  const stage = (meta?.["stage"] ?? "summary") as Stage;
  if (workbook.sheets.some(({ name }) => name === STATE_SHEET)) return { kind: "book", plan: meta?.["plan"] ?? "", planTitle: title, stage };
  if (plan && (meta?.["kind"] ?? "form") === "form") return { kind: "form", plan: plan.id, planTitle: title, stage };
  // The hidden sheet is lost: what stands on the sheets still tells.
  if (workbook.sheets.some(({ name }) => isOwnSheetName(name))) return { kind: "foreign" };
  for (const candidate of plans) {
    for (const one of stagesOf(candidate)) {
      const found = findForm(workbook, { plan: candidate, stage: one, template, otherPlans: [] }, "");
      if (found.ok) return { kind: "form", plan: candidate.id, planTitle: candidate.shortTitle, stage: one };
    }
  }
  return { kind: "foreign" };
}

/** The plan as an Excel workbook an officer can edit, and the stages that have a form. */
export { writePlanSheet as planToSheet } from "#workbook/plan-sheet/write-plan-sheet";
export { stagesOf as stagesWithForm } from "#domain/form";

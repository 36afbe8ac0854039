import { formTemplateSchema, type FormTemplate } from "#domain/form";
import { reportTemplateSchema, type ReportTemplate } from "#domain/report-template";

/** The common parts of every form. Shipped with the product, so a fault in it is our own bug and throws. */
export function parseFormTemplate(json: unknown): FormTemplate {
  return formTemplateSchema.parse(json);
}

/** The words of the Word report; `null` where they are not whole. An office may bring its own. */
export function parseReportTemplate(json: unknown): ReportTemplate | null {
  const parsed = reportTemplateSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

import { formTemplateSchema, type FormTemplate } from "#domain/form";
import { reportTemplateSchema, unknownPlaces, type ReportTemplate } from "#domain/report-template";

/** The common parts of every form. Shipped with the product, so a fault in it is our own bug and throws. */
export function parseFormTemplate(json: unknown): FormTemplate {
  return formTemplateSchema.parse(json);
}

/** The words of the Word report. Shipped with the product, like the common parts of forms. */
export function parseReportTemplate(json: unknown): ReportTemplate {
  return reportTemplateSchema.parse(json);
}

/** An office's own words for it, held against those that come along; faults are the paths of what is missing, unknown, or has no fact. */
export function ownReportTemplate(json: unknown, shipped: ReportTemplate): { ok: true; template: ReportTemplate } | { ok: false; paths: string[] } {
  const parsed = reportTemplateSchema.safeParse(json);
  const paths = parsed.success ? unknownPlaces(parsed.data, shipped)
    : parsed.error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]).map((path) => path.join(".") || "(file)"));
  return parsed.success && paths.length === 0 ? { ok: true, template: parsed.data } : { ok: false, paths: [...new Set(paths)] };
}

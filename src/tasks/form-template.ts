import { formTemplateSchema, type FormTemplate } from "#domain/form";

/** The common parts of every form. Shipped with the product, so a fault in it is our own bug and throws. */
export function parseFormTemplate(json: unknown): FormTemplate {
  return formTemplateSchema.parse(json);
}

/** What the unit registered, printed beside its result. */
import { toDecimal } from "#domain/exact";
import type { FormRow, PartId } from "#domain/form";
import type { FormContext } from "./form-context";

/** The registered level of a row as words, `null` where nothing is known. */
export function registeredOf({ previous, template }: FormContext, { indicator, main, moment }: FormRow): string | null {
  if (!previous || moment === "start") return null;
  const read = (part: PartId) => previous.parts[`${indicator}.${part}`]?.value ?? null;
  const value = main === "answer" ? read("answer") : main === "value" ? read("value") : main === "text" ? read("text") : moment === "end" ? read("endPercent") : read("percent");
  if (!value) return null;
  switch (value.kind) {
    case "number": return toDecimal(value.number, 4).replace(".", ",") + (main === "value" ? "" : " %");
    case "yesNo": return value.yes ? template.answers.yes : template.answers.no;
    case "text": return value.text;
    case "notApplicable": return template.answers.notApplicable;
    case "bareShare":
    case "date": return null;
  }
}

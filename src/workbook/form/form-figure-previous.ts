/** What the unit registered, printed beside its result. */
import { divide } from "#domain/exact";
import type { Share } from "#domain/figure";
import type { FormRow } from "#domain/form";
import { exactNumber, exactPercent } from "#messages/format-vi";
import type { FormContext } from "./form-context";

/** The registered level of a row as words, `null` where nothing is known. */
export function registeredOf({ previous, template: { answers } }: FormContext, { indicator, main, moment }: FormRow): string | null {
  const figure = previous?.figures.get(indicator);
  if (!figure || moment === "start") return null;
  if (figure.state === "notApplicable") return answers.notApplicable;
  if (figure.state === "notReported") return figure.bareShare && !PLAIN.has(main) ? exactPercent(figure.bareShare) : null;
  switch (figure.measure) {
    case "count": return exactNumber(figure.value);
    case "yesNo": return figure.yes ? answers.yes : answers.no;
    case "text": return figure.text;
    case "ratio": return shareText(figure);
    case "change": return shareText(figure.end);
  }
}

const PLAIN: ReadonlySet<FormRow["main"]> = new Set(["value", "answer", "text"]);

function shareText({ numerator, denominator }: Share): string | null {
  const share = divide(numerator, denominator);
  return share && exactPercent(share);
}

/** A figure as the cells it would stand in (số liệu trở lại thành ô), for a report that has passed an office's hands. */
import { divide, exact, multiply, toText, type Exact } from "#domain/exact";
import type { Contribution, Figure } from "#domain/figure";
import { rowsOfIndicator, type FormRow } from "#domain/form";
import type { Indicator, Stage } from "#domain/plan";
import type { PartKey, Reading, ReadValue } from "#domain/submission";

const HUNDRED = exact(100);

/** Every cell of the indicator; what was not reported is blank. */
export function readingsOf({ figure, source, reason }: Contribution, indicator: Indicator, stage: Stage): Partial<Record<PartKey, Reading>> {
  const place = { sheet: source?.sheet ?? "", cell: source?.cell.split(",")[0] ?? "" };
  const readings: Partial<Record<PartKey, Reading>> = {};
  for (const row of rowsOfIndicator(indicator, stage)) {
    const [main, base] = valuesOf(figure, row);
    readings[`${indicator.code}.${row.main}`] = reading(main, reason, place);
    if (row.base) readings[`${indicator.code}.${row.base}`] = reading(base, reason, place);
  }
  return readings;
}

type Values = readonly [main: ReadValue | null, base: ReadValue | null];

const number = (value: Exact): ReadValue => ({ kind: "number", number: value });

function valuesOf(figure: Figure, { main, moment }: FormRow): Values {
  if (figure.state === "notApplicable") return [{ kind: "notApplicable" }, { kind: "notApplicable" }];
  if (figure.state === "notReported") return [null, null];
  switch (figure.measure) {
    case "count": return [number(figure.value), null];
    case "yesNo": return [{ kind: "yesNo", yes: figure.yes }, null];
    case "text": return [{ kind: "text", text: figure.text }, null];
    case "ratio": return shareValues(figure.numerator, figure.denominator, main === "percent");
    case "change": {
      const { numerator, denominator } = moment === "start" ? figure.start : figure.end;
      return shareValues(numerator, denominator, main === "endPercent");
    }
  }
}

/** At registration the main cell holds the percentage aimed at. */
function shareValues(numerator: Exact, denominator: Exact, isPercent: boolean): Values {
  const share = isPercent ? divide(numerator, denominator) : null;
  return [number(share ? multiply(share, HUNDRED) : numerator), number(denominator)];
}

function reading(value: ReadValue | null, reason: string | undefined, place: Pick<Reading, "sheet" | "cell">): Reading {
  if (value === null) return { ...place, raw: "", value };
  const raw = value.kind === "number" ? toText(value.number) : value.kind === "text" ? value.text : value.kind;
  return { ...place, raw: reason === undefined || reason === "" ? raw : `${raw} (${reason})`, value };
}

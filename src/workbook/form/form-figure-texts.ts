/** What a row of figures says: the question, how to count, and the plan's level with its clause. */
import type ExcelJS from "exceljs";
import type { FigureScope, FormRow } from "#domain/form";
import type { FormProfile, IndicatorView } from "#domain/form-plan";
import type { Indicator, Plan, Stage, Target } from "#domain/plan";
import { formWords as words, targetWords } from "#messages/form-vi";
import { FONT, GREY } from "./form-styles";

export interface RowText {
  readonly strong: string;
  readonly grey: string;
}

/** The unit's question, and in grey what to count. */
export function questionText(row: FormRow, indicator: Indicator, view: IndicatorView, plan: Plan, stage: Stage, scope: FigureScope): RowText {
  const moment = row.moment ? ` – ${words.momentNames(plan)[row.moment]}` : "";
  return { strong: view.question + moment, grey: hint(row, indicator, stage, scope) };
}

function hint(row: FormRow, { measure, numeratorLabel, denominatorLabel }: Indicator, stage: Stage, scope: FigureScope): string {
  if (measure === "yesNo" && scope === "total") return words.totalYesNo;
  if (row.main === "percent") return words.percentHint(denominatorLabel);
  if (row.main === "endPercent") return words.endPercentHint;
  if (measure !== "ratio" && measure !== "change") return "";
  const counts = words.counts(numeratorLabel, denominatorLabel);
  return stage === "registration" && row.moment === "start" ? `${counts}. ${words.startHint(undefined)}` : counts;
}

/** The level to reach, then in grey the levels above and the clause. */
export function targetText(row: FormRow, indicator: Indicator, view: IndicatorView, plan: Plan): RowText {
  if (row.moment === "start") return { strong: "", grey: "" };
  const written = (target: Target): string => targetWords(target, indicator.unit);
  const own = view.binding.map((target) => (row.main === "answer" ? words.mustBeYes : written(target)));
  const strong = view.binding.map((target, index) => `${own[index] ?? ""}${mark(target)}`).join("\n");
  const above = view.reference.filter((target) => !own.includes(written(target)))
    .map((target) => `${target.role === "scope" ? words.scopeTarget(plan) : words.officeTarget}: ${lowerFirst(written(target))}${mark(target)}`);
  const sections = [...new Set([...view.binding, ...view.reference].map(({ source }) => source?.section).filter((section) => section !== undefined))];
  return { strong, grey: [...new Set(above), ...(sections.length > 0 ? [words.section(sections)] : [])].join("\n") };
}

const mark = (target: Target): string => (target.reading ? words.readingMark : "");
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export function joinedText({ strong, grey }: RowText): string {
  return [strong, grey].filter((part) => part !== "").join("\n");
}

/** Black and grey in one cell. */
export function richText({ strong, grey }: RowText): ExcelJS.CellRichTextValue | string {
  if (grey === "") return strong;
  return {
    richText: [
      ...(strong === "" ? [] : [{ text: `${strong}\n`, font: { name: FONT, size: 11 } }]),
      { text: grey, font: { name: FONT, size: 10, italic: true, color: { argb: GREY } } },
    ],
  };
}

/** Whether some target shown on the form is a reading of ours. */
export function showsReading(profiles: readonly FormProfile[]): boolean {
  return profiles.some(({ view }) => view.indicators.some(({ binding, reference }) => [...binding, ...reference].some((target) => target.reading === true)));
}

/** What a clerk types for the true figures (gõ vào biểu): values by the form's defined names. */
import { rowsOfIndicator, type FormTemplate } from "#domain/form";
import type { Indicator } from "#domain/plan";
import type { Unit } from "#domain/unit";
import { sampleWords as words } from "#messages/sample-vi";
import { headcountName, infoName, listName, partName, sideName } from "#workbook/form-layout";
import type { TypedRow, TypedValue } from "#workbook/form/fill-form";
import { randomOf, type Random } from "./random";
import type { SampleSetting } from "./true-figures";
import type { TrueFigure, TrueFigures } from "./truth";

type Typed = Map<string, TypedValue>;

/** Everything typed into the cells of one unit's form. */
export function typedCells(unit: Unit, figures: TrueFigures, headcounts: Readonly<Record<string, number>>, template: FormTemplate, setting: SampleSetting): Typed {
  const typed: Typed = new Map();
  const random = randomOf(setting.seed, "typed", setting.stage, unit.code);
  for (const [id, count] of Object.entries(headcounts)) typed.set(headcountName(id), count);
  for (const indicator of setting.plan.indicators) {
    const figure = figures[indicator.code];
    if (!figure) continue;
    typeFigure(typed, indicator, figure, template, headcounts);
    typeSides(typed, indicator, figure, setting, random);
  }
  for (const field of template.info) typed.set(infoName(field.id), infoOf(field, random, setting));
  return typed;
}

function typeFigure(typed: Typed, { code, denominatorHeadcount }: Indicator, figure: TrueFigure, { answers }: FormTemplate, headcounts: Readonly<Record<string, number>>): void {
  const type = (part: Parameters<typeof partName>[1], value: TypedValue): void => { typed.set(partName(code, part), value); };
  // The base cell of such a row is a formula on the head count: this is its result, whatever else is typed.
  const linked = headcounts[denominatorHeadcount ?? ""];
  if (linked !== undefined) for (const part of ["denominator", "startDenominator"] as const) type(part, linked);
  switch (figure.kind) {
    case "count": type("value", figure.value); return;
    case "share": type("numerator", figure.numerator); type("denominator", figure.denominator); return;
    case "aim": type("percent", Number(figure.percent)); type("denominator", figure.denominator); return;
    case "answer": type("answer", figure.yes ? answers.yes : answers.no); return;
    case "change": typeStart(type, figure.start); type("endNumerator", figure.end[0]); type("endDenominator", figure.end[1]); return;
    case "changeAim": typeStart(type, figure.start); type("endPercent", Number(figure.endPercent)); return;
    case "text": type("text", figure.text); return;
    case "notApplicable": for (const part of ["numerator", "percent", "answer", "text", "value", "startNumerator", "endNumerator", "endPercent"] as const) type(part, answers.notApplicable); return;
    case "blank": return;
  }
}

function typeStart(type: (part: "startNumerator" | "startDenominator", value: number) => void, [numerator, denominator]: readonly [number, number]): void {
  type("startNumerator", numerator);
  type("startDenominator", denominator);
}

/** Details of what was achieved, the cause of what was not, and what the plan wants beside a registered target. */
function typeSides(typed: Typed, indicator: Indicator, figure: TrueFigure, { plan, stage }: SampleSetting, random: Random): void {
  const rows = rowsOfIndicator(indicator, stage);
  if (figure.kind === "answer" && figure.yes) {
    for (const { id, kind } of indicator.details ?? []) {
      typed.set(sideName(indicator.code, id), kind === "number" ? numberOf(indicator, id, plan.period, random) : kind === "date" ? dayOf(plan.period.from) : words.document(random.between(1, 90)));
    }
  }
  if (figure.kind === "blank" || figure.kind === "notApplicable") return;
  for (const { code } of rows) {
    if (stage === "registration") for (const { id, kind } of plan.registrationColumns) typed.set(sideName(code, id), kind === "date" ? dayWithin(plan.period, id) : random.oneOf(words.positions));
    else if (isShortOf(figure)) typed.set(sideName(code, "cause"), random.oneOf(words.causes));
    else if (random.chance(0.2)) typed.set(sideName(code, "evidence"), words.evidence);
  }
}

/** A year of the period where the detail tells the year. */
function numberOf({ perYear }: Indicator, detail: string, { from, to }: { readonly from: string; readonly to: string }, random: Random): number {
  return perYear?.detail === detail ? random.between(Number(from.slice(0, 4)), Number(to.slice(0, 4))) : random.between(1, 9);
}

/** Columns of an end get the end of the period, all others its beginning. */
function dayWithin({ from, to }: { readonly from: string; readonly to: string }, column: string): Date {
  return dayOf(/end|ket|den/.test(column) ? to : from);
}

function dayOf(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

function isShortOf(figure: TrueFigure): boolean {
  switch (figure.kind) {
    case "share": return figure.numerator < figure.denominator;
    case "answer": return !figure.yes;
    case "change": return (figure.start[0] * figure.end[1] - figure.end[0] * figure.start[1]) * 1000 < 3 * figure.start[1] * figure.end[1];
    case "count": return figure.value < 3;
    default: return false;
  }
}

function infoOf({ id, kind }: FormTemplate["info"][number], random: Random, { treeDate }: SampleSetting): TypedValue {
  if (kind === "number") return random.between(2, 90);
  if (kind === "date") return dayOf(treeDate);
  if (/phone/i.test(id)) return `0900000${String(random.between(100, 999))}`;
  if (/email/i.test(id)) return `mau${random.between(100, 999)}@example.edu.vn`;
  if (/position/i.test(id)) return random.oneOf(words.positions);
  return /number/i.test(id) ? words.document(random.between(1, 90)) : random.oneOf(words.people);
}

/** A row or two in the lists of the form, cell by cell in the order of the template's columns. */
export function typedRows(unit: Unit, template: FormTemplate, { plan, stage, seed }: SampleSetting): TypedRow[] {
  const random = randomOf(seed, "rows", stage, unit.code);
  return template.lists.filter(({ stages, when }) => stages.includes(stage) && when === undefined).flatMap((list) => {
    if (!random.chance(0.5)) return [];
    return Array.from({ length: random.between(1, 2) }, (_, row) => {
      const said = new Map<string, string>();
      const cells = list.columns.map(({ id, kind, choices, required, personalUnless }): TypedValue | null => {
        const [first, ...others] = choices ?? [];
        if (first !== undefined) {
          const choice = random.oneOf([first, ...others]);
          said.set(id, choice);
          return choice;
        }
        if (kind === "number") return random.between(5, 60);
        if (kind === "date") return new Date(Date.UTC(random.between(1970, 1998), random.between(0, 11), random.between(1, 28)));
        if (id === "name") {
          const person = /ndividual|oleModels/.test(list.id) ? `${random.oneOf(words.people)} ${row + 1}` : unit.name;
          return personalUnless && said.get(personalUnless.column) === personalUnless.says ? words.team(row + 1) : person;
        }
        if (id === "step") return plan.steps[random.between(0, Math.max(0, plan.steps.length - 1))]?.name ?? null;
        if (id === "position") return random.oneOf(words.positions);
        if (id === "votes") return words.votes(random.between(9, 12), 12);
        return required || random.chance(0.4) ? random.oneOf(words.texts) : null;
      });
      return { list: listName(list.id), row, cells };
    });
  });
}

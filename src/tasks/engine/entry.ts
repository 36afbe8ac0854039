/** Figures typed in by the officer (nhập thay đơn vị, điều chỉnh): every text read as the form's own cells are read. */
import { indicatorsOf } from "#domain/duties";
import type { Exact } from "#domain/exact";
import { exact } from "#domain/exact";
import { NOT_REPORTED } from "#domain/figure";
import { rowsOfIndicator, type FormRow, type PartId } from "#domain/form";
import type { Correction } from "#domain/ledger-types";
import type { Indicator } from "#domain/plan";
import { problem, severityOf, type Problem, type ProblemCode } from "#domain/problem";
import type { ReadValue } from "#domain/submission";
import { typedFigure } from "#domain/typed-figure";
import { sentenceOf } from "#messages/problems";
import { partNames } from "#messages/words-vi";
import type { CellKind } from "#workbook/read/cell-findings";
import { readValue } from "#workbook/read/read-value";
import { unitFigureText } from "./figure-words";
import { treeOf } from "./report-view";
import { unitName, type Desk, type Session } from "./session";
import type { EntryCell, EntryOutcome, EntrySheet, TypedRow } from "./views/entry";

const KINDS: Readonly<Record<PartId, CellKind>> = {
  value: "count", numerator: "numerator", startNumerator: "numerator", endNumerator: "numerator",
  denominator: "denominator", startDenominator: "denominator", endDenominator: "denominator",
  percent: "percent", endPercent: "percent", answer: "yesNo", text: "text",
};

/** The rows a unit is asked, with cells to type in. */
export function entrySheet(session: Session, { language }: Desk, unit: string): EntrySheet {
  const { plan, state } = session.report;
  const figures = new Map(session.report.contributions.filter((one) => one.unit === unit && one.origin !== "officeTotal").map((one) => [one.indicator, one.figure]));
  return {
    unit, unitName: unitName(session, unit),
    rows: indicatorsOf(plan, state.stage, unit, treeOf(session)).map((indicator) => ({
      indicator: indicator.code, name: indicator.name, measure: indicator.measure, mayNotApply: indicator.mayNotApply,
      cells: rowsOfIndicator(indicator, state.stage).flatMap((row) => partsOf(row).map((part): EntryCell => ({
        part, label: labelOf(indicator, part), kind: KINDS[part] === "yesNo" ? "yesNo" : KINDS[part] === "text" ? "text" : "number", value: "",
      }))),
      figure: unitFigureText(figures.get(indicator.code) ?? NOT_REPORTED, language),
    })),
  };
}

const partsOf = ({ main, base }: FormRow): PartId[] => (base ? [main, base] : [main]);

function labelOf({ numeratorLabel, denominatorLabel }: Indicator, part: PartId): string {
  if (part === "numerator") return numeratorLabel ?? partNames[part];
  return part === "denominator" ? denominatorLabel ?? partNames[part] : partNames[part];
}

export interface TypedValue {
  readonly value: Correction["value"] | null;
  readonly faults: EntryOutcome["faults"];
}

/** One typed row as a value; `null` without faults: nothing was typed. */
export function typedValue(session: Session, { language, library }: Desk, unit: string, row: TypedRow): TypedValue {
  const { plan, state } = session.report;
  const indicator = plan.indicators.find(({ code }) => code === row.indicator);
  if (!indicator) return { value: null, faults: [] };
  const at = { unit: unit as never, indicator: indicator.code };
  if (row.notApplicable === true) return judged({ kind: "notApplicable" });
  const faults: { indicator: string; part: string; sentence: string }[] = [];
  const values = new Map<PartId, ReadValue>();
  for (const part of rowsOfIndicator(indicator, state.stage).flatMap(partsOf)) {
    const text = row.cells[part] ?? "";
    const read = readValue({ value: { kind: "text", text } }, { kind: KINDS[part], answers: library.template.answers });
    if (read.problem && severityOf[read.problem.code] === "error") {
      const { code, ...facts } = read.problem;
      const found = problem(code as ProblemCode, at, { indicator: indicator.code, name: indicator.name, ...facts } as never);
      faults.push({ indicator: indicator.code, part, sentence: sentenceOf(found, language) });
    } else if (read.value) values.set(part, read.value);
  }
  if (faults.length > 0) return { value: null, faults };
  if (values.size === 0) return { value: null, faults: [] };
  return judged(valueOf(indicator, values));

  function judged(value: Correction["value"]): TypedValue {
    const typed = typedFigure({ value, indicator: indicator as Indicator, stage: state.stage, own: NOT_REPORTED, at });
    return typed.ok ? { value, faults: [] } : { value: null, faults: [fault(typed.problem)] };
  }
  function fault(found: Problem): EntryOutcome["faults"][number] {
    return { indicator: row.indicator, part: "", sentence: sentenceOf(found, language) };
  }
}

const HUNDRED = exact(100);

function valueOf({ measure }: Indicator, values: ReadonlyMap<PartId, ReadValue>): Correction["value"] {
  if ([...values.values()].some(({ kind }) => kind === "notApplicable")) return { kind: "notApplicable" };
  const number = (part: PartId): Exact | null => {
    const value = values.get(part);
    return value?.kind === "number" ? value.number : null;
  };
  switch (measure) {
    case "count": return { kind: "parts", main: number("value"), base: null };
    case "ratio": return { kind: "parts", main: number("numerator") ?? number("percent"), base: number("denominator") };
    case "yesNo": {
      const answer = values.get("answer");
      return answer?.kind === "yesNo" ? { kind: "yesNo", yes: answer.yes } : { kind: "notReported" };
    }
    case "text": {
      const text = values.get("text");
      return { kind: "text", text: text?.kind === "text" ? text.text : "" };
    }
    case "change": {
      const percent = number("endPercent");
      const [startN, startD, endN, endD] = [number("startNumerator"), number("startDenominator"), percent ?? number("endNumerator"), percent ? HUNDRED : number("endDenominator")];
      return startN && startD && endN && endD ? { kind: "change", start: [startN, startD], end: [endN, endD] } : { kind: "parts", main: startN, base: startD };
    }
  }
}

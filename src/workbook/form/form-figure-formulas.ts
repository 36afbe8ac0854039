/** The formulas of the sheet Chỉ tiêu, row by row. */
import { checksumCells } from "#domain/checksum";
import type { FormProfile } from "#domain/form-plan";
import type { Target } from "#domain/plan";
import { formWords as words, WARNING, WRONG } from "#messages/form-vi";
import { put, type Canvas } from "./form-canvas";
import type { FormContext } from "./form-context";
import { columnOf, type FigureColumn } from "./form-figure-columns";
import type { FigureInputs } from "./form-figure-inputs";
import { checkFormula, resultFormula, rowTermFormula, tokenFormula, verdictFormula, type RowRules } from "./form-row-formulas";
import { byProfile, isOneOf, type Catalogue } from "./form-sheet-catalogue";
import { FILL } from "./form-styles";
import { atFloor, meetsTargets, type RowCells } from "./form-verdict-formulas";
import { allOf, compared, isBlank, isNumber, lit, when, type Expr, type FormulaValue } from "./formula";

export function writeFormulas(context: FormContext, catalogue: Catalogue, canvas: Canvas, columns: readonly FigureColumn[], rows: readonly FigureInputs[]): { checks: FormulaValue[]; terms: FormulaValue[] } {
  const checks: FormulaValue[] = [];
  const terms: FormulaValue[] = [];
  for (const inputs of rows) {
    const { check, term } = writeRow(context, catalogue, canvas, columns, inputs, rows);
    checks.push(check);
    terms.push(term);
  }
  return { checks, terms };
}

function writeRow(context: FormContext, { profile }: Catalogue, canvas: Canvas, columns: readonly FigureColumn[], inputs: FigureInputs, rows: readonly FigureInputs[]): { check: FormulaValue; term: FormulaValue } {
  const { plan, stage, scope, template, profiles, unit } = context;
  const { line: { form, indicator, row }, profileIds } = inputs;
  const column = (role: FigureColumn["role"]): number => columnOf(columns, role);
  const cells = cellsOf(inputs, rows);
  const rules: RowRules = {
    row: form, indicator, stage, answers: template.answers, broken: brokenRules(context, inputs, rows),
    ...(inputs.headcount ? { headcount: inputs.headcount } : {}), ...(inputs.cause ? { cause: inputs.cause.here } : {}),
  };
  const targetsOf = (one: FormProfile): readonly Target[] => (form.moment === "start" ? [] : one.view.indicators.find(({ code }) => code === indicator.code)?.binding ?? []);
  const judged = (build: (targets: readonly Target[]) => Expr | null): Expr | null => {
    const some = profiles.some((one) => build(targetsOf(one)) !== null);
    return some ? byProfile(profile, profiles, (one) => build(targetsOf(one)), lit("")) : null;
  };

  const grey = { fill: FILL.none, box: true } as const;
  const result = judged((targets) => resultFormula(rules, cells, (own) => meetsTargets(form, targets, own)));
  if (form.main !== "text") {
    if (column("result") > 0) put(canvas, row, column("result"), result, result ? { box: true, across: "right", format: "0.00##%" } : grey);
    const verdict = judged((targets) => verdictFormula(rules, cells, meetsTargets(form, targets, cells), cells.start ? atFloor(targets, cells.start) : null));
    const placed = put(canvas, row, column("verdict"), verdict, verdict ? { box: true, across: "center", bold: true, size: 10 } : grey);
    return finish(verdict ? placed.here : null);
  }
  return finish(null);

  function finish(verdict: Expr | null) {
    const body = checkFormula(rules, cells, verdict);
    let check = body;
    if (!unit) {
      const asked = profileIds.length === profiles.length ? lit(1) : when(isOneOf(profile, profileIds), lit(1), lit(0));
      const applies = put(canvas, row, column("applies"), when(isBlank(profile), lit(""), asked), { size: 9 });
      for (const below of inputs.detailRows) put(canvas, below, column("applies"), applies.here, { size: 9 });
      check = when(isBlank(applies.here), lit(""), when(compared(applies.here, "=", lit(0)), lit(words.doesNotApply), body));
    }
    const placed = put(canvas, row, column("check"), check, { box: true, size: 10 });
    return { check: placed.here.value, term: writeTokens() };
  }

  function writeTokens(): FormulaValue {
    const weights = checksumCells(plan, stage, scope).filter((cell) => cell.row === form.code);
    const tokens = weights.map(({ part, weight }) => {
      const [source, at] = part === form.main ? [inputs.main, column("tokenMain")] as const : [inputs.base, column("tokenBase")] as const;
      return source ? { token: put(canvas, row, at, tokenFormula(source.here, template.answers), { size: 9 }).here, weight } : null;
    }).filter((token) => token !== null);
    const term = rowTermFormula(tokens);
    return term ? put(canvas, row, column("term"), term, { size: 9 }).here.value : null;
  }
}

/** A row's cells; the end of a tăng/giảm knows its start. */
function cellsOf({ main, base, line }: FigureInputs, rows: readonly FigureInputs[]): RowCells {
  const start = line.form.moment === "end" ? rows.find((other) => other.line.form.indicator === line.form.indicator && other.line.form.moment === "start") : undefined;
  return { main: main.here, ...(base ? { base: base.here } : {}), ...(start?.base ? { start: { main: start.main.here, base: start.base.here } } : {}) };
}

/** A part that exceeds its whole, by the plan's own rules. */
function brokenRules({ plan, template }: FormContext, { line, main }: FigureInputs, rows: readonly FigureInputs[]): { test: Expr; sentence: string }[] {
  return plan.rules.filter(({ part }) => part === line.form.indicator).flatMap((rule) => {
    const whole = rows.find((other) => other.line.form.indicator === rule.whole && other.line.form.main === line.form.main);
    if (!whole || !["answer", "value", "numerator"].includes(line.form.main)) return [];
    const test = line.form.main === "answer"
      ? allOf(compared(main.here, "=", lit(template.answers.yes)), compared(whole.main.here, "=", lit(template.answers.no)))
      : allOf(isNumber(main.here), isNumber(whole.main.here), compared(main.here, ">", whole.main.here));
    return [{ test, sentence: `${rule.severity === "error" ? WRONG : WARNING} ${rule.sentence}` }];
  });
}

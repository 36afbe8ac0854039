/** The cells of the sheet Chỉ tiêu that are filled in, and the words beside them. */
import type { IndicatorView } from "#domain/form-plan";
import { formWords as words } from "#messages/form-vi";
import { nameCell, put, putAcross, type Canvas, type Content, type Placed } from "./form-canvas";
import type { FormContext } from "./form-context";
import { columnOf, type FigureColumn } from "./form-figure-columns";
import { roman, type FigureLine } from "./form-figure-lines";
import { registeredOf } from "./form-figure-previous";
import { joinedText, questionText, richText, targetText, type RowText } from "./form-figure-texts";
import { inputOfPart, makeInput, quoted, type InputKind } from "./form-inputs";
import { partName, sideName } from "../form-layout";
import { isOneOf, type Catalogue } from "./form-sheet-catalogue";
import type { InfoCells } from "./form-sheet-info";
import { FILL, FONT, GREY, heightOf, linesOf, styleOf } from "./form-styles";
import { isBlank, lit, when, type Expr } from "./formula";

/** A row of figures as written. */
export interface FigureInputs {
  readonly line: Extract<FigureLine, { kind: "figure" }>;
  readonly main: Placed;
  readonly base: Placed | null;
  readonly cause: Placed | null;
  /** Head count that fills the base. */
  readonly headcount: { readonly name: string; readonly cell: Expr } | null;
  /** Profiles (from 1) that answer the row. */
  readonly profileIds: readonly number[];
  /** Rows of details below it: they apply where it does. */
  readonly detailRows: readonly number[];
}

export function writeInputs(context: FormContext, catalogue: Catalogue, info: InfoCells, canvas: Canvas, columns: readonly FigureColumn[], lines: readonly FigureLine[]): FigureInputs[] {
  const printed = columnOf(columns, "check") - 1;
  const written: FigureInputs[] = [];
  for (const line of lines) {
    if (line.kind === "group") {
      put(canvas, line.row, 1, roman(line.number), { bold: true, across: "center", fill: FILL.group, box: true });
      putAcross(canvas, line.row, 2, printed, line.name, { bold: true, fill: FILL.group, box: true });
      put(canvas, line.row, printed + 1, null, { fill: FILL.group, box: true });
      canvas.sheet.getRow(line.row).height = 20;
    } else if (line.kind === "detail") {
      writeDetail(canvas, columns, line, printed);
    } else {
      const detailRows = lines.filter((other) => other.kind === "detail" && other.form.code === line.form.code).map((other) => other.row);
      written.push({ ...writeRow(context, catalogue, info, canvas, columns, line), detailRows });
    }
  }
  return written;
}

function writeRow(context: FormContext, catalogue: Catalogue, info: InfoCells, canvas: Canvas, columns: readonly FigureColumn[], line: FigureInputs["line"]): Omit<FigureInputs, "detailRows"> {
  const { plan, stage, scope, profiles, template, unit } = context;
  const { form, indicator, row } = line;
  const { sheet } = canvas;
  const column = (role: FigureColumn["role"]): number => columnOf(columns, role);
  const profileIds = profiles.flatMap(({ view }, index) => (view.indicators.some(({ code }) => code === indicator.code) ? [index + 1] : []));
  const viewAt = (index: number): IndicatorView | undefined => profiles[index]?.view.indicators.find(({ code }) => code === indicator.code);
  const fallback = viewAt((profileIds[0] ?? 1) - 1) ?? { code: indicator.code, question: indicator.name, binding: [], reference: [] };
  const texts = (of: (view: IndicatorView) => RowText) => profiles.map((_, index) => of(viewAt(index) ?? fallback));
  const write = (at: number, all: readonly RowText[]): number => {
    const text = catalogue.text(all.map(joinedText));
    const [first] = all;
    put(canvas, row, at, typeof text === "string" && first ? richText(first) : text, { box: true });
    return Math.max(...all.map((one) => (one.strong ? linesOf(one.strong, columns[at - 1]?.width ?? 10) : 0) + (one.grey ? linesOf(one.grey, columns[at - 1]?.width ?? 10, 10) : 0)));
  };

  put(canvas, row, column("no"), line.number, { across: "center", box: true });
  put(canvas, row, column("code"), form.code, { across: "center", box: true, size: 10 });
  const unitText = indicator.measure === "yesNo" ? (scope === "total" ? words.totalYesNoUnit : words.yesNoUnit) : form.moment && form.main !== "endPercent" ? "%" : indicator.unit;
  put(canvas, row, column("unit"), unitText, { across: "center", box: true, size: 10 });
  const questionLines = write(column("indicator"), texts((view) => questionText(form, indicator, view, plan, stage, scope)));
  const targetLines = write(column("plan"), texts((view) => targetText(form, indicator, view, plan)));
  const codeLines = Math.max(linesOf(form.code, 9.5, 10), linesOf(unitText, 8, 10));
  sheet.getRow(row).height = heightOf(Math.max(questionLines, targetLines, codeLines, 2), 11, form.main === "text" ? 48 : 34);

  let cause: Placed | null = null;
  columns.forEach(({ role, side }, index) => {
    if (role !== "side" || !side) return;
    const known = side.id === "registered" ? registeredOf(context, form) : null;
    const placed = put(canvas, row, index + 1, known);
    if (form.moment === "start") {
      sheet.getCell(row, index + 1).style = styleOf({ fill: FILL.none, box: true });
      return;
    }
    makeInput(sheet.getCell(row, index + 1), sideInput(side), side.id === "registered" || side.id === "previous" ? { across: "center", size: 10 } : { size: 10 });
    nameCell(canvas, placed, sideName(form.code, side.id));
    if (side.id === "cause") cause = placed;
  });

  const linked = form.base === "denominator" || form.base === "startDenominator" ? indicator.denominatorHeadcount : undefined;
  const headcountCell = linked === undefined || scope === "total" ? undefined : info.headcounts.get(linked);
  const headcount = headcountCell ? { name: plan.headcounts.find(({ id }) => id === linked)?.name ?? "", cell: headcountCell } : null;
  const main = writePart(form.main, column("main"), null);
  const base = form.base ? writePart(form.base, column("base"), headcount ? linkedBase(headcount.cell) : null) : null;
  if (form.main === "text") mergeAnswer(canvas, row, column("main"), column("verdict"));
  else if (!base) put(canvas, row, column("base"), null, { fill: FILL.none, box: true });
  return { line, main, base, cause, headcount, profileIds };

  function writePart(part: NonNullable<typeof form.base>, at: number, content: Content): Placed {
    const isBase = part === form.base;
    const placed = put(canvas, row, at, content);
    makeInput(sheet.getCell(row, at), inputOfPart(part, template.answers, indicator.mayNotApply, isBase, content !== null), { size: part === "text" ? 11 : 12, bold: part !== "text" });
    nameCell(canvas, placed, partName(indicator.code, part));
    return placed;
  }

  function linkedBase(cell: Expr): Expr {
    const filled = when(isBlank(cell), lit(""), cell);
    return unit ? filled : when(isOneOf(catalogue.profile, profileIds), filled, lit(""));
  }
}

function sideInput({ kind, choices }: NonNullable<FigureColumn["side"]>): InputKind {
  return kind === "choice" ? { kind, choices: quoted(choices ?? []), strict: false } : { kind };
}

function mergeAnswer({ sheet }: Canvas, row: number, from: number, to: number): void {
  for (let column = from + 1; column <= to; column += 1) sheet.getCell(row, column).style = sheet.getCell(row, from).style;
  sheet.mergeCells(row, from, row, to);
}

/** A detail of a yes/no: its own small row, with the answer where figures stand. */
function writeDetail(canvas: Canvas, columns: readonly FigureColumn[], line: Extract<FigureLine, { kind: "detail" }>, printed: number): void {
  const { sheet } = canvas;
  const { row, form, detail } = line;
  for (let column = 1; column <= printed + 1; column += 1) put(canvas, row, column, null, { box: true });
  put(canvas, row, columnOf(columns, "indicator"), `– ${detail.label}`, { box: true, italic: true, indent: 1, size: 10 });
  const main = columnOf(columns, "main");
  const verdict = columnOf(columns, "verdict");
  const placed = put(canvas, row, main, null);
  makeInput(sheet.getCell(row, main), { kind: detail.kind }, { size: 10, across: "left" });
  mergeAnswer(canvas, row, main, verdict);
  nameCell(canvas, placed, sideName(form.code, detail.id));
  columns.forEach(({ role }, index) => {
    if (role === "side") sheet.getCell(row, index + 1).style = styleOf({ fill: FILL.none, box: true });
  });
  const text = sheet.getCell(row, columnOf(columns, "indicator"));
  text.style = { ...text.style, font: { name: FONT, size: 10, italic: true, color: { argb: GREY } } };
  sheet.getRow(row).height = heightOf(linesOf(`– ${detail.label}`, 37, 10), 10, 18);
}

/** The sheet Thông tin: whose form it is, the head counts typed once, who answers for it. */
import { formWords as words } from "#messages/form-vi";
import { columnRange, nameCell, put, putAcross, putHeading, rangeElsewhere, setPaper, sizeHeading, stretch, type Canvas, type Content } from "./form-canvas";
import type { FormContext, UnitFacts } from "./form-context";
import { roman } from "./form-figure-lines";
import { headcountLine, infoLine } from "./form-info-lines";
import { makeInput } from "./form-inputs";
import { headcountName, infoName, UNIT_CODE_NAME, UNIT_NAME_NAME, UNIT_PICK_NAME } from "../form-layout";
import { markChecks } from "./form-marks";
import { lookUp, type Catalogue } from "./form-sheet-catalogue";
import { FILL, heightOf, linesOf } from "./form-styles";
import { isBlank, lit, upper, when, type Expr, type FormulaValue } from "./formula";

/** Cells of Thông tin that other sheets speak of. */
export interface InfoCells {
  readonly code: Expr;
  readonly parentHeading: Content;
  readonly unitHeading: Content;
  readonly headcounts: ReadonlyMap<string, Expr>;
  readonly info: ReadonlyMap<string, Expr>;
  readonly checks: { readonly range: string; readonly values: readonly FormulaValue[] };
}

const LAST = 4;
/** Column of Kiểm tra. */
export const INFO_CHECK = LAST;
/** Kiểm tra helps while filling and is not printed. */
const PRINTED = LAST - 1;
const HEAD_ROW = 8;
const LABEL_WIDTH = 44;
const ANSWER_WIDTH = 56;

export function writeInfoSheet(context: FormContext, catalogue: Catalogue, canvas: Canvas): InfoCells {
  const { sheet } = canvas;
  [6, LABEL_WIDTH, ANSWER_WIDTH, 30].forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  words.infoColumns.forEach((heading, index) => put(canvas, HEAD_ROW, index + 1, heading, { bold: true, across: "center", fill: FILL.head, box: true }));
  sheet.getRow(HEAD_ROW).height = 22;

  let row = HEAD_ROW;
  let sections = 0;
  const section = (title: string): void => {
    row += 1;
    sections += 1;
    putAcross(canvas, row, 1, PRINTED, `${roman(sections)}. ${title}`, { bold: true, fill: FILL.group, box: true });
    sheet.getRow(row).height = 20;
  };
  section(words.sections.unit);
  const unit = writeUnit(context, catalogue, canvas, row + 1);
  row = unit.nextRow - 1;

  const checks: FormulaValue[] = [];
  const line = (label: string, note: string | null): number => {
    row += 1;
    put(canvas, row, 1, checks.length + 1, { across: "center", box: true });
    put(canvas, row, 2, note === null ? label : { richText: [{ text: label, font: { name: "Times New Roman", size: 11 } }, { text: `\n${note}`, font: { name: "Times New Roman", size: 10, italic: true, color: { argb: "FF767676" } } }] }, { box: true });
    sheet.getRow(row).height = heightOf(linesOf(label, LABEL_WIDTH) + (note === null ? 0 : linesOf(note, LABEL_WIDTH, 10)), 11, 20);
    return row;
  };
  const headcounts = new Map<string, Expr>();
  const asked = context.plan.headcounts.filter(({ id }) => context.profiles.some(({ view }) => view.headcounts.includes(id)));
  if (asked.length > 0) section(words.sections.headcounts);
  for (const headcount of asked) {
    const at = line(`${headcount.name} (${headcount.unit})`, headcount.definition);
    const { cell, check } = headcountLine(context, catalogue, canvas, at, headcount.id);
    nameCell(canvas, cell, headcountName(headcount.id));
    headcounts.set(headcount.id, cell.elsewhere);
    checks.push(check);
  }
  section(words.sections.people);
  const info = new Map<string, Expr>();
  for (const field of context.template.info) {
    const { cell, check } = infoLine(context, canvas, line(field.label, null), field);
    nameCell(canvas, cell, infoName(field.id));
    info.set(field.id, cell.elsewhere);
    checks.push(check);
  }

  const range = columnRange(LAST, HEAD_ROW + 1, row);
  markChecks(sheet, range);
  putHeading(canvas, context, { lastColumn: PRINTED, split: 2, title: words.infoTitle, parent: unit.parentHeading, unit: unit.unitHeading });
  sizeHeading(canvas, { lastColumn: PRINTED, split: 2 }, context);
  sheet.views = [{ state: "frozen", ySplit: HEAD_ROW, showGridLines: false }];
  setPaper(canvas, context, { landscape: false, area: { fromRow: 3, toRow: row, toColumn: PRINTED }, titleRows: { from: HEAD_ROW, to: HEAD_ROW } });
  return { ...unit, headcounts, info, checks: { range: rangeElsewhere(canvas, range), values: checks } };
}

interface UnitBlock {
  readonly code: Expr;
  readonly parentHeading: Content;
  readonly unitHeading: Content;
  readonly nextRow: number;
}

/** Code, name, parent and kind: printed on a personal form, picked on a common one. */
function writeUnit(context: FormContext, catalogue: Catalogue, canvas: Canvas, firstRow: number): UnitBlock {
  const { sheet } = canvas;
  const { facts } = context;
  let row = firstRow;
  const label = (text: string): void => {
    put(canvas, row, 1, null, { box: true });
    put(canvas, row, 2, text, { box: true });
    put(canvas, row, LAST, null, { box: true });
    sheet.getRow(row).height = 20;
  };
  const fact = (text: string, content: Content) => {
    label(text);
    const placed = put(canvas, row, 3, content, { box: true, bold: text === words.unitName, format: "@" });
    sheet.getRow(row).height = 24;
    row += 1;
    return placed;
  };
  if (facts) {
    const own = (text: string, of: (facts: UnitFacts) => string) => {
      const placed = fact(text, of(facts));
      stretch(context, canvas, placed.row, (all) => heightOf(linesOf(of(all), ANSWER_WIDTH, 11, true), 11, 24));
      return placed;
    };
    nameCell(canvas, own(words.unitCode, ({ code }) => code), UNIT_CODE_NAME);
    nameCell(canvas, own(words.unitName, ({ name }) => name), UNIT_NAME_NAME);
    own(words.unitParent, ({ parentName }) => parentName || words.nobodyAbove);
    own(words.unitKind, ({ kindName }) => kindName);
    return { code: lit(facts.code), parentHeading: facts.parentName.toUpperCase() || null, unitHeading: facts.name.toUpperCase(), nextRow: row };
  }
  const { ranges } = catalogue;
  if (!ranges) throw new Error("A common form needs its list of units.");
  label(words.pick);
  const pick = put(canvas, row, 3, null);
  makeInput(sheet.getCell(row, 3), { kind: "choice", choices: ranges.labels, strict: true, prompt: words.validation.pick }, { bold: true, across: "left" });
  nameCell(canvas, pick, UNIT_PICK_NAME);
  catalogue.pickedAt(pick.elsewhere);
  sheet.getRow(row).height = 34;
  row += 1;
  const looked = (range: string): Expr => lookUp(ranges, pick.here, range, "");
  const code = fact(words.unitCode, looked(ranges.codes));
  const name = fact(words.unitName, looked(ranges.names));
  const parent = fact(words.unitParent, looked(ranges.parents));
  fact(words.unitKind, looked(ranges.kinds));
  nameCell(canvas, code, UNIT_CODE_NAME);
  nameCell(canvas, name, UNIT_NAME_NAME);
  return {
    code: code.elsewhere, nextRow: row,
    parentHeading: when(isBlank(parent.elsewhere), lit(words.parentBlank), upper(parent.elsewhere)),
    unitHeading: when(isBlank(name.elsewhere), lit(words.unitBlank), upper(name.elsewhere)),
  };
}

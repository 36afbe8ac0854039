/** The sheet Chỉ tiêu: the figures, what is asked of them, and whether they can be handed in. */
import { checksumSeed, CHECKSUM_MODULUS } from "#domain/checksum";
import { addressOf } from "#domain/snapshot";
import { formWords as words } from "#messages/form-vi";
import { columnRange, nameCell, put, putAcross, putHeading, rangeElsewhere, setPaper, sizeHeading, widthOf, type Canvas, type Placed } from "./form-canvas";
import type { FormContext } from "./form-context";
import { columnOf, figureColumns } from "./form-figure-columns";
import { planLines } from "./form-figure-lines";
import { writeFormulas } from "./form-figure-formulas";
import { writeInputs } from "./form-figure-inputs";
import { showsReading } from "./form-figure-texts";
import { CHECKSUM_NAME } from "../form-layout";
import { markAway, markChecks, markSelfCheck, markWrongInputs } from "./form-marks";
import type { InfoCells } from "./form-sheet-info";
import type { Catalogue } from "./form-sheet-catalogue";
import { putSignature } from "./form-signature";
import { FILL, GREY, heightOf, linesOf } from "./form-styles";
import { called, lit, plus, remainder, sumOf, type Expr, type FormulaValue } from "./formula";

export const SELF_CHECK_ROW = 2;
const HEAD_ROW = 7;

/** Where the self-check line goes, and the sentences it counts. */
export interface FigureCells {
  readonly placeSelfCheck: (content: Expr) => Placed;
  readonly checks: { readonly range: string; readonly values: readonly FormulaValue[] };
}

export function writeFigureSheet(context: FormContext, catalogue: Catalogue, info: InfoCells, canvas: Canvas): FigureCells {
  const { plan, stage, scope, template } = context;
  const { sheet } = canvas;
  const columns = figureColumns(plan, stage, template);
  const check = columnOf(columns, "check");
  const printed = check - 1;
  columns.forEach(({ heading, width }, index) => {
    sheet.getColumn(index + 1).width = width;
    if (index + 1 > check) sheet.getColumn(index + 1).hidden = true;
    put(canvas, HEAD_ROW, index + 1, heading, { bold: true, across: "center", fill: FILL.head, box: true });
  });
  sheet.getRow(HEAD_ROW).height = heightOf(Math.max(...columns.map(({ heading, width }) => linesOf(heading, width, 11, true))), 11, 32);

  const lines = planLines(context, HEAD_ROW + 1);
  const inputs = writeInputs(context, catalogue, info, canvas, columns, lines);
  const { checks, terms } = writeFormulas(context, catalogue, canvas, columns, inputs);
  const last = Math.max(HEAD_ROW + 1, ...lines.map(({ row }) => row));
  if (lines.length === 0) {
    putAcross(canvas, last, 1, printed, words.noRows, { italic: true, across: "center", box: true });
    sheet.getRow(last).height = 30;
  }

  const range = columnRange(check, HEAD_ROW + 1, last);
  const main = columnOf(columns, "main");
  markChecks(sheet, range);
  markWrongInputs(sheet, `${addressOf(HEAD_ROW, main - 1)}:${addressOf(last - 1, main)}`, sheet.getColumn(check).letter);
  if (!context.unit) markAway(sheet, `A${HEAD_ROW + 1}:${addressOf(last - 1, printed - 1)}`, doesNotApply(`$${sheet.getColumn(columnOf(columns, "applies")).letter}${HEAD_ROW + 1}`));

  const split = columnOf(columns, "unit");
  putHeading(canvas, context, { lastColumn: printed, split, title: words.figuresTitle(stage, scope), parent: info.parentHeading, unit: info.unitHeading });
  sizeHeading(canvas, { lastColumn: printed, split }, context);
  const afterNotes = writeNotes(context, canvas, last + 1, printed);
  const checksum = putSignature(canvas, info, { row: afterNotes, split, lastColumn: printed, checksum: checksumFormula(context, columnRange(columnOf(columns, "term"), HEAD_ROW + 1, last), terms) });
  if (checksum.placed) nameCell(canvas, checksum.placed, CHECKSUM_NAME);

  sheet.views = [{ state: "frozen", xSplit: columnOf(columns, "indicator"), ySplit: HEAD_ROW, zoomScale: 85, showGridLines: false }];
  setPaper(canvas, context, { landscape: true, area: { fromRow: 3, toRow: checksum.lastRow, toColumn: printed }, titleRows: { from: HEAD_ROW, to: HEAD_ROW } });
  return {
    checks: { range: rangeElsewhere(canvas, range), values: checks },
    placeSelfCheck: (content) => {
      const placed = putAcross(canvas, SELF_CHECK_ROW, 1, split, content, { bold: true, size: 13, wrap: false });
      sheet.getRow(SELF_CHECK_ROW).height = 22;
      markSelfCheck(sheet, placed.here.text);
      return placed;
    },
  };
}

/** An empty cell equals 0 too: headings of groups are nobody's row and stay as they are. */
const doesNotApply = (cell: string): string => `AND(${cell}<>"",${cell}=0)`;

/** Two notes under the table, as far as the form needs them. */
function writeNotes({ profiles }: FormContext, canvas: Canvas, row: number, lastColumn: number): number {
  const notes = [
    ...(profiles.some(({ view }) => view.indicators.some(({ reference }) => reference.length > 0)) ? [words.greyNote] : []),
    ...(showsReading(profiles) ? [words.readingNote] : []),
  ];
  notes.forEach((note, index) => {
    putAcross(canvas, row + index, 1, lastColumn, note, { size: 10, italic: true, colour: GREY });
    canvas.sheet.getRow(row + index).height = heightOf(linesOf(note, widthOf(canvas, 1, lastColumn), 10), 10);
  });
  return row + notes.length;
}

/** Seven digits as `123-4567`, from the rows' parts and a start of the form's own. */
function checksumFormula({ plan, stage, scope }: FormContext, range: string, terms: readonly FormulaValue[]): Expr {
  const sum = remainder(plus(sumOf(range, terms), lit(checksumSeed(plan, stage, scope))), CHECKSUM_MODULUS);
  const digits = (typeof sum.value === "number" ? sum.value : 0).toString().padStart(7, "0");
  return called(`TEXT(${sum.text},"000-0000")`, `${digits.slice(0, 3)}-${digits.slice(3)}`);
}

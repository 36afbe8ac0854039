/** The first sheet of a return slip, Cần sửa: here its frame and one line of each sort, from which a unit's own are made. */
import { slipWords as words } from "#messages/slip-vi";
import { put, putAcross, stretch, type Canvas } from "./form-canvas";
import type { FormContext } from "./form-context";
import { FILL, heightOf, linesOf, MARK } from "./form-styles";
import { called } from "./formula";

export const SLIP_WIDTHS = [5, 24, 22, 86, 15] as const;
/** Rows from 1: where the two model lines stand. */
export const SLIP_LINE = 6;
export const SLIP_HEADING = 7;
const [TITLE, UNIT, INTRO, LEFT, HEAD] = [1, 2, 3, 4, 5] as const;
const LAST = SLIP_WIDTHS.length;
const BLUE = "FF0B57A4";

export function writeSlipSheet(context: FormContext, canvas: Canvas): void {
  const { sheet } = canvas;
  const width = SLIP_WIDTHS.reduce<number>((sum, one) => sum + one, 0);
  SLIP_WIDTHS.forEach((one, index) => { sheet.getColumn(index + 1).width = one; });
  putAcross(canvas, TITLE, 1, LAST, words.title, { bold: true, size: 16, wrap: false });
  sheet.getRow(TITLE).height = 28;
  putAcross(canvas, UNIT, 1, LAST, context.facts?.name ?? "", { bold: true, size: 13 });
  stretch(context, canvas, UNIT, ({ name }) => heightOf(linesOf(name, width, 13, true), 13, 22));
  putAcross(canvas, INTRO, 1, LAST, words.intro, { size: 12 });
  sheet.getRow(INTRO).height = heightOf(linesOf(words.intro, width, 12), 12);
  const [before, after] = words.left;
  const count = `COUNTIF(E:E,"${words.unchanged}")+COUNTIF(E:E,"${words.stillWrong}")`;
  putAcross(canvas, LEFT, 1, LAST, called(`IF(${count}=0,"${words.noneLeft}","${before}"&(${count})&"${after}")`, ""), { bold: true, size: 13, wrap: false });
  sheet.getRow(LEFT).height = 24;
  words.columns.forEach((heading, index) => put(canvas, HEAD, index + 1, heading, { bold: true, across: "center", fill: FILL.head, box: true }));
  sheet.getRow(HEAD).height = 22;

  put(canvas, SLIP_LINE, 1, 1, { across: "center", box: true });
  put(canvas, SLIP_LINE, 2, "-", { box: true, underline: true, colour: BLUE });
  put(canvas, SLIP_LINE, 3, "-", { box: true });
  put(canvas, SLIP_LINE, 4, "-", { box: true });
  put(canvas, SLIP_LINE, 5, "-", { box: true, across: "center", bold: true });
  for (let column = 1; column <= LAST; column += 1) put(canvas, SLIP_HEADING, column, column === 1 ? "-" : null, { bold: true, fill: FILL.group, wrap: false });
  const status = `E${SLIP_LINE}`;
  // The last two are for the cells of the form; here they only give them their looks.
  sheet.addConditionalFormatting({
    ref: `E${SLIP_LINE}:E${SLIP_HEADING}`,
    rules: [
      { type: "expression", priority: 1, formulae: [`OR(${status}="${words.unchanged}",${status}="${words.stillWrong}")`], style: MARK.returned },
      { type: "expression", priority: 2, formulae: [`${status}="${words.toCheck}"`], style: MARK.questioned },
      { type: "expression", priority: 3, formulae: [`${status}="${words.changed}"`], style: MARK.good },
    ],
  });
  sheet.views = [{ state: "frozen", ySplit: HEAD, showGridLines: false }];
  sheet.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.35, footer: 0.3 }, printTitlesRow: `${HEAD}:${HEAD}` };
}

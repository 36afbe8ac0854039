/** Colours that follow the formulas: ✘ red, ⚠ amber, ✔ green, rows that do not apply hatched. Never colour alone. */
import type ExcelJS from "exceljs";
import { formWords as words, GOOD, WARNING, WRONG } from "#messages/form-vi";
import { lit } from "./formula";
import { MARK } from "./form-styles";

const firstCell = (range: string): string => range.split(":")[0] ?? range;

/** The column Kiểm tra, each sentence in its colour. */
export function markChecks(sheet: ExcelJS.Worksheet, range: string): void {
  const cell = firstCell(range);
  const begins = (sign: string): string => `LEFT(${cell},${sign.length})=${lit(sign).text}`;
  sheet.addConditionalFormatting({
    ref: range,
    rules: [
      { type: "expression", priority: 2, formulae: [begins(WRONG)], style: MARK.wrong },
      { type: "expression", priority: 3, formulae: [begins(WARNING)], style: MARK.warning },
      { type: "expression", priority: 4, formulae: [begins(GOOD)], style: MARK.good },
      { type: "expression", priority: 5, formulae: [`${cell}=${lit(words.doesNotApply).text}`], style: MARK.away },
    ],
  });
}

/** Inputs of a row whose sentence is an error turn red once something is in them. */
export function markWrongInputs(sheet: ExcelJS.Worksheet, range: string, checkColumn: string): void {
  const cell = firstCell(range);
  const row = /\d+$/.exec(cell)?.[0] ?? "1";
  sheet.addConditionalFormatting({
    ref: range,
    rules: [{ type: "expression", priority: 6, formulae: [`AND(LEFT($${checkColumn}${row},1)=${lit(WRONG).text},${cell}<>"")`], style: MARK.wrong }],
  });
}

/** Whole rows that are not this unit's. */
export function markAway(sheet: ExcelJS.Worksheet, range: string, condition: string): void {
  sheet.addConditionalFormatting({ ref: range, rules: [{ type: "expression", priority: 1, formulae: [condition], style: MARK.away }] });
}

/** The self-check line: green when complete, red otherwise. */
export function markSelfCheck(sheet: ExcelJS.Worksheet, address: string): void {
  const done = `LEFT($${address.replace(/(\d+)/, "$$$1")},2)=${lit(words.complete.slice(0, 2)).text}`;
  sheet.addConditionalFormatting({
    ref: address,
    rules: [
      { type: "expression", priority: 7, formulae: [done], style: MARK.good },
      { type: "expression", priority: 8, formulae: [`NOT(${done})`], style: MARK.wrong },
    ],
  });
}

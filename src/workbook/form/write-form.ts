/**
 * Writes the form a school fills (biểu mẫu): personal, or common with the unit picked from a list. Formulas check
 * it while it is filled, in any spreadsheet program; what they say is never trusted when it comes back.
 */
import ExcelJS from "exceljs";
import { BLANK, BOTH_BLANK, formWords as words, sheetNames, WARNING, WRONG } from "#messages/form-vi";
import { workbookBytes } from "../emit-workbook";
import type { Canvas } from "./form-canvas";
import { contextOf, type FormContext, type FormRequest } from "./form-context";
import { FORM_VERSION, META_KEYS, META_SHEET, type MetaKey } from "../form-layout";
import { catalogueOf } from "./form-sheet-catalogue";
import { writeFigureSheet } from "./form-sheet-figures";
import { writeGuideSheet } from "./form-sheet-guide";
import { writeInfoSheet } from "./form-sheet-info";
import { listsOf, writeListSheet } from "./form-sheet-list";
import { writeSlipSheet } from "./form-sheet-slip";
import { FONT } from "./form-styles";
import { allOf, compared, countBeginning, isBlank, joined, lit, minus, plus, when, type Expr, type FormulaValue } from "./formula";

export type { FormRequest } from "./form-context";
export { commonFormFileName, formFileName } from "./form-file-name";

/** The workbook's bytes; the same request gives the same bytes. */
export async function writeForm(request: FormRequest): Promise<Uint8Array> {
  return workbookBytes(formWorkbook(request), FORM_FINISH);
}

export const FORM_FINISH = { defaultFont: { name: FONT, size: 11 } };

/** The form before it is a file. */
export function formWorkbook(request: FormRequest): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  writeSheets(contextOf(request, workbook));
  return workbook;
}

/** Puts the form's sheets in the context's workbook. */
export function writeSheets(context: FormContext): void {
  const { workbook } = context;
  describe(workbook, context);
  const sheet = (name: string): Canvas => ({ workbook, sheet: workbook.addWorksheet(name) });
  const lists = listsOf(context);
  if (context.slip) writeSlipSheet(context, sheet(sheetNames.slip));
  const guide = sheet(sheetNames.guide);
  const infoSheet = sheet(sheetNames.info);
  const figureSheet = sheet(sheetNames.figures);
  const listSheets = lists.map((list) => ({ list, canvas: sheet(list.sheet) }));
  const catalogue = catalogueOf(context, sheet(sheetNames.catalogue));

  const info = writeInfoSheet(context, catalogue, infoSheet);
  const figures = writeFigureSheet(context, catalogue, info, figureSheet);
  const checked = [info.checks, figures.checks];
  for (const { list, canvas } of listSheets) {
    const written = writeListSheet(context, catalogue, info, canvas, list);
    if (list.when === "ownTargets") checked.push(written);
  }
  const selfCheck = figures.placeSelfCheck(selfCheckFormula(info.code, checked));
  writeGuideSheet(context, catalogue, info, guide, selfCheck.elsewhere, lists.map(({ sheet: name }) => name));
  writeMeta(context, sheet(META_SHEET));
}

/** The properties of the file; days come from the plan, never from the clock. */
function describe(workbook: ExcelJS.Workbook, { plan, stage, scope, treeDate }: FormContext): void {
  const day = new Date(`${treeDate}T00:00:00Z`);
  workbook.creator = workbook.lastModifiedBy = words.product;
  workbook.created = workbook.modified = day;
  workbook.title = words.figuresTitle(stage, scope);
  workbook.subject = plan.title;
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" }];
}

/** `Còn 3 ô chưa điền · 1 lỗi · CHƯA NỘP ĐƯỢC`, counted from the sentences of every sheet. */
function selfCheckFormula(unitCode: Expr, checked: readonly { readonly range: string; readonly values: readonly FormulaValue[] }[]): Expr {
  const count = (beginning: string): Expr => checked.map(({ range, values }) => countBeginning(range, values, beginning)).reduce(plus);
  const blankRows = count(BLANK);
  const blanks = plus(blankRows, count(BOTH_BLANK));
  const errors = minus(count(WRONG), blankRows);
  const warnings = count(WARNING);
  const none = lit(0);
  const [stillBefore, stillAfter] = words.stillBlank;
  const [lookBefore, lookAfter] = words.worthALook;
  return when(isBlank(unitCode), lit(words.notChosen), when(
    allOf(compared(blanks, "=", none), compared(errors, "=", none)),
    joined(lit(words.complete), when(compared(warnings, ">", none), joined(lit(lookBefore), warnings, lit(lookAfter)), lit(""))),
    joined(
      when(compared(blanks, ">", none), joined(lit(stillBefore), blanks, lit(stillAfter)), lit("")),
      when(compared(errors, ">", none), joined(errors, lit(words.errors)), lit("")),
      lit(words.incomplete),
    ),
  ));
}

/** Keys and values for the reader; the identity line of every sheet says the same should this sheet be lost. */
function writeMeta({ plan, stage, scope, facts, roster, answers }: FormContext, { sheet }: Canvas): void {
  const values: Readonly<Record<MetaKey, string>> = {
    format: "1", kind: "form", formVersion: FORM_VERSION, plan: plan.id, planVersion: plan.version,
    answers: answers ?? "", stage, scope, unit: facts?.code ?? "*", roster: `${roster.id} ${roster.version}`,
  };
  sheet.state = "veryHidden";
  META_KEYS.forEach((key, index) => {
    sheet.getCell(index + 1, 1).value = key;
    const cell = sheet.getCell(index + 1, 2);
    cell.numFmt = "@";
    cell.value = values[key];
  });
}

/**
 * The book (sổ tổng hợp): the officer's report and the database of one office, as one workbook.
 * Reports are live formulas over "Số liệu"; everything kept stands, lossless, in a very hidden sheet.
 */
import ExcelJS from "exceljs";
import type { FormTemplate } from "#domain/form";
import type { ChartRequest } from "#domain/host";
import type { Report } from "#domain/report";
import type { WorkbookContent } from "#domain/sheet-content";
import { treeAt } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { contentOfMade } from "../content/made-content";
import { workbookBytes, workbookParts } from "../emit-workbook";
import type { Parts } from "../finish-package";
import { keepLight } from "../light-rows";
import { META_SHEET } from "../form-layout";
import { bookContext, type BookContext } from "./book-context";
import { honourTable } from "./honour-table";
import { lastYearTable } from "./last-year-table";
import { stageTable } from "./stage-table";
import { yearTable } from "./year-table";
import * as lists from "./list-tables";
import { writeDataSheet } from "./sheet-data";
import { bookCharts, officeCoverageTable } from "./office-coverage";
import { writeOverviewSheet } from "./sheet-overview";
import { writeReportSheet } from "./sheet-report";
import { ownWordsTable } from "./own-words-table";
import { STATE_SHEET } from "./own-sheets";
import { stateToCells } from "./state-text";
import { FONT, writeTable, type Table } from "./table";

/** Beyond this a spreadsheet program is no longer the place for a book: one book serves one Sở. */
export const MOST_DATA_ROWS = 150_000;

export interface BookOptions {
  /** The node shown on the report sheet; left out, or unknown: the scope. */
  readonly node?: string;
}

export async function writeBook(report: Report, template: FormTemplate, options: BookOptions = {}): Promise<Uint8Array> {
  return finish(bookOf(report, template, options));
}

/** The book's parts before they are packed, to be put into a workbook that is there already. */
export async function bookParts(report: Report, template: FormTemplate, options: BookOptions = {}): Promise<Parts> {
  return workbookParts(bookOf(report, template, options), FINISH);
}

/** The book as a file and as sheets to be put in an open workbook. */
export async function makeBook(report: Report, template: FormTemplate, options: BookOptions = {}): Promise<{ readonly file: Uint8Array; readonly content: WorkbookContent }> {
  const workbook = bookOf(report, template, options);
  return { content: contentOfMade(workbook), file: await finish(workbook) };
}

/** The book before it is a file. */
export function bookOf(report: Report, template: FormTemplate, { node }: BookOptions = {}): ExcelJS.Workbook {
  const context = bookContext(report);
  const workbook = emptyWorkbook();
  writeReportSheet(workbook, context, context.nodes.find((code) => code === node) ?? context.tree.root);
  writeOverviewSheet(workbook, context);
  const byOffice = officeCoverageTable(context);
  for (const table of [lists.coverageTable(context), ...(byOffice ? [byOffice] : []), lists.ledgerTable(context), lists.problemsTable(context)]) writeTable(workbook, table);
  writeDataSheet(workbook, context);
  for (const table of secondTables(context, template)) writeTable(workbook, table);
  writeKept(workbook, context);
  return workbook;
}

/** The charts that stand beside the book's figures in live Excel. */
export function chartsOf(report: Report): ChartRequest[] {
  return bookCharts(report);
}

function secondTables(context: BookContext, template: FormTemplate): Table[] {
  const honours = honourTable(context);
  const lastYear = lastYearTable(context);
  const stages = stageTable(context);
  const years = yearTable(context);
  return [
    ...(years ? [years] : []), ...(stages ? [stages] : []), ...(lastYear ? [lastYear] : []), ...(honours ? [honours] : []), ...lists.formListTables(context, template),
    lists.decisionsTable(context), lists.extensionsTable(context), lists.enteredTable(context), lists.documentsTable(context),
    lists.answersTable(context), ownWordsTable(context), lists.snapshotsTable(context), lists.notesTable(context), lists.rosterTable(context),
  ];
}

/** A file for one office: its report, coverage and problems, with the data its formulas need. */
export async function writeNodeBook(report: Report, node: UnitCode): Promise<Uint8Array> {
  const below = new Set<string>([node, ...treeAt(report.state.roster, report.treeDate).unitsUnder(node)]);
  const part: Report = {
    ...report,
    contributions: report.contributions.filter(({ unit }) => below.has(unit)),
    nodes: report.nodes.filter((figure) => below.has(figure.node)),
    coverage: report.coverage.map((line) => ({ ...line, units: line.units.filter(({ unit }) => below.has(unit)) })),
    problems: report.problems.filter(({ at }) => at.unit !== undefined && below.has(at.unit)),
  };
  const own = bookContext(part);
  const context: BookContext = { ...own, offices: own.offices.filter((office) => below.has(office)), nodes: own.nodes.filter((code) => below.has(code)) };
  const workbook = emptyWorkbook();
  writeReportSheet(workbook, context, node);
  for (const table of [lists.coverageTable(context), lists.problemsTable(context)]) writeTable(workbook, table);
  writeDataSheet(workbook, context);
  return finish(workbook);
}

function emptyWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
  workbook.calcProperties.fullCalcOnLoad = true;
  return workbook;
}

const FINISH = { defaultFont: { name: FONT, size: 11 } };

async function finish(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return workbookBytes(workbook, FINISH);
}

function writeKept(workbook: ExcelJS.Workbook, { report, rows }: BookContext): void {
  const meta = workbook.addWorksheet(META_SHEET, { state: "veryHidden" });
  const { plan, stage, roster } = report.state;
  const facts: Readonly<Record<string, string>> = {
    format: "1", kind: "book", plan: plan.id, planVersion: plan.version, stage, roster: roster.id, asOf: report.asOf, treeDate: report.treeDate, dataRows: String(rows.length),
  };
  Object.entries(facts).forEach(([key, value], index) => {
    meta.getCell(index + 1, 1).value = key;
    meta.getCell(index + 1, 2).value = value;
  });
  const kept = workbook.addWorksheet(STATE_SHEET, { state: "veryHidden" });
  keepLight(kept, { first: 1, spare: 0, columns: [{ plain: {}, skipsBlanks: true }], rows: stateToCells(report.state).map((cell) => [cell]) });
}

/**
 * The annexes of an office's report as a workbook (tập phụ lục biểu): results, each content group over the units below,
 * each office below on a page, coverage, awards and the units' lists; the same figures as the Word report, as numbers.
 */
import type { Report } from "#domain/report";
import type { ReportTemplate } from "#domain/report-template";
import type { UnitCode } from "#domain/unit";
import { plainText } from "#document/official-document";
import { annexWords as words } from "#messages/annex-vi";
import type { AnnexBook, AnnexLine } from "#workbook/annex/annex-sheet";
import { writeAnnexBook } from "#workbook/annex/write-annex-book";
import { safeName } from "../safe-name";
import { annexesOf, annexTables, type AnnexId } from "../word-report/annex-tables";
import { reportFacts, type ReportFacts } from "../word-report/report-facts";
import { reportHead } from "../word-report/report-head";
import { coverageSheet } from "./coverage-sheet";
import { groupSheets } from "./group-sheets";
import { honourSheet } from "./honour-sheet";
import { proposalSheet } from "./proposal-sheet";
import { comparedLines, resultTable } from "./result-lines";
import type { UnnumberedSheet } from "./unnumbered-sheet";
import { yearSheets } from "./year-sheets";

export function annexBook(report: Report, template: ReportTemplate, node: UnitCode): Promise<Uint8Array> {
  return writeAnnexBook(annexBookContent(report, template, node));
}

/** `Phụ lục biểu - … - Phòng A.xlsx`. */
export function annexFileName(report: Report, template: ReportTemplate, node: UnitCode): string {
  return `${safeName(words.fileName(report.plan.shortTitle, reportFacts(report, template, node).nameOf(node)), 120)}.xlsx`;
}

/** The same before it is a file. */
export function annexBookContent(report: Report, template: ReportTemplate, node: UnitCode): AnnexBook {
  const facts = reportFacts(report, template, node);
  const head = reportHead(facts);
  const [coverage, honours, proposal] = [coverageSheet(facts), honourSheet(facts), proposalSheet(facts)];
  const sheets: UnnumberedSheet[] = [
    resultSheet(facts), ...comparedSheet(facts), ...groupSheets(facts), ...yearSheets(facts), ...officesSheet(facts), ...(coverage ? [coverage] : []),
    ...listSheets(facts, ["coverage", "notMet"]), ...(honours ? [honours] : []), ...(proposal ? [proposal] : []), ...listSheets(facts, ["nominations", "models", "shortcomings"]),
  ];
  return {
    parent: head.parent, office: head.office, attached: head.attached, marks: head.marks, placeAndDate: head.placeAndDate, signer: head.signer, contents: words.contents, people: words.people,
    sheets: sheets.map(({ chart, ...sheet }, index) => ({
      ...sheet, title: words.title(index + 1), name: words.sheet(index + 1), ...(chart ? { chart: { ...chart, name: words.chartSheet(index + 1), heading: words.chartTitle(index + 1) } } : {}),
    })),
  };
}

/** A chart of fewer says no more than the table. */
const FEWEST_BARS = 3;
/** Lines of an office that may stand on a page with those of others. */
const MOST_TOGETHER = 12;

const hasReading = (lines: readonly AnnexLine[]): boolean => lines.some(({ cells }) => cells.some((cell) => typeof cell === "string" && cell.endsWith("(*)")));
const notesOf = (lines: readonly AnnexLine[]): string[] => [words.notes.signs, ...(hasReading(lines) ? [words.notes.reading] : [])];

function resultSheet(facts: ReportFacts): UnnumberedSheet {
  const { template: { annexes }, report: { state }, node } = facts;
  const { columns, heads, linesOf } = resultTable(facts, [node]);
  const lines = linesOf(node);
  return { subtitle: state.stage === "registration" ? annexes.registered : annexes.results, columns, heads: [heads], lines, notes: notesOf(lines) };
}

const longest = (texts: readonly string[]): string => texts.reduce((most, text) => (text.length > most.length ? text : most), "");

/** Result and target of every share, and the bars of both. */
function comparedSheet(facts: ReportFacts): UnnumberedSheet[] {
  const compared = comparedLines(facts);
  if (compared.length === 0) return [];
  const { columns: head, chart } = words;
  const most = Math.max(1, ...compared.flatMap(({ result, target }) => [result, target]));
  return [{
    subtitle: words.subtitles.compared,
    columns: [{ width: 6, across: "center" }, { width: 80 }, { width: 20, across: "right", hasBar: true }, { width: 20, across: "right" }],
    heads: [[head.no, head.indicator, head.value, head.target].map((text) => ({ text }))],
    lines: compared.map(({ indicator, result, target, format }, index) => ({ cells: [index + 1, indicator.shortName ?? indicator.name, { value: result, format }, { value: target, format }] })),
    notes: [],
    ...(compared.length < FEWEST_BARS ? {} : { chart: {
      title: words.subtitles.compared, isStacked: false, lines: [0, compared.length - 1], labels: 1, format: longest(compared.map(({ format }) => format)), axisFormat: "0%", most,
      series: [{ name: chart.result, colour: "2E75B6", column: 2 }, { name: chart.target, colour: "F4B183", column: 3 }],
    } }),
  }];
}

/** Each office below, where it has many lines on pages of its own. */
function officesSheet(facts: ReportFacts): UnnumberedSheet[] {
  const { tree, node, nameOf } = facts;
  const offices = tree.childrenOf(node).filter((code) => tree.roleOf(code) === "intermediate");
  const { columns, heads, linesOf } = resultTable(facts, offices);
  const lines = offices.flatMap((office, index): AnnexLine[] => {
    const own = linesOf(office);
    return own.length === 0 ? [] : [{ kind: "total", cells: [{ value: nameOf(office), across: "left", span: columns.length }], ...(index > 0 && own.length > MOST_TOGETHER ? { startsPage: true } : {}) }, ...own];
  });
  return lines.length === 0 ? [] : [{ subtitle: words.subtitles.offices, columns, heads: [heads], lines, notes: notesOf(lines) }];
}

/** Lists as the Word report has them. */
function listSheets(facts: ReportFacts, wanted: readonly AnnexId[]): UnnumberedSheet[] {
  const tables = annexTables(facts);
  const annexes = annexesOf(facts, tables, "");
  return wanted.flatMap((id): UnnumberedSheet[] => {
    const annex = annexes[tables.findIndex((table) => table.id === id)];
    if (!annex) return [];
    return [{
      subtitle: annex.subtitle, columns: annex.columns.map(({ width, across }) => ({ width: width * 1.35, ...(across ? { across } : {}) })), heads: [annex.columns.map(({ heading }) => ({ text: heading }))],
      lines: annex.rows.map((row, index) => ({ cells: row.map((run, column) => (column === 0 ? index + 1 : plainText([run]))) })), notes: [],
    }];
  });
}

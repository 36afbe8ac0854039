/**
 * The Word report of an office (báo cáo sơ kết, tổng kết): composed from a finished report by the sentences of the
 * template. Nothing is computed here; each figure in the text names the figure of the book it is.
 */
import type { Report } from "#domain/report";
import type { ReportTemplate } from "#domain/report-template";
import type { UnitCode } from "#domain/unit";
import type { Block, OfficialDocument, Run } from "#document/official-document";
import { writeOfficial } from "#document/write-official";
import { documentWords as words } from "#messages/document-vi";
import { formatDate } from "#messages/format-vi";
import { safeName } from "../safe-name";
import { annexesOf, annexTables, type AnnexId } from "./annex-tables";
import { coverageBlocks } from "./coverage-section";
import { fill, said } from "./fill";
import { awardSection } from "./list-sections";
import { NODE_PROPERTY, ownPlace } from "./own-words";
import { requestBlocks, shortcomingSection } from "./shortcoming-section";
import { reportFacts, type ReportFacts } from "./report-facts";
import { reportHead } from "./report-head";
import { lowerFirst, resultSection } from "./result-section";
import { unitSection } from "./unit-section";

/** The .docx of one office. */
export function wordReport(report: Report, template: ReportTemplate, node: UnitCode): Promise<Uint8Array> {
  return writeOfficial(reportDocument(report, template, node));
}

/** `Báo cáo tổng kết … - Phòng A.docx`. */
export function wordFileName(report: Report, template: ReportTemplate, node: UnitCode): string {
  const name = reportFacts(report, template, node).nameOf(node);
  return safeName(said(template.fileName[report.state.stage], { plan: report.plan.shortTitle, office: name }), 120) + ".docx";
}

/** The same before it is a file. */
export function reportDocument(report: Report, template: ReportTemplate, node: UnitCode): OfficialDocument {
  const facts = reportFacts(report, template, node);
  const { headings, sentences } = template;
  const { office, sign, ...head } = reportHead(facts);
  const { plan, state: { stage } } = report;
  const title = said(template.title[stage], { plan: plan.title });
  const tables = annexTables(facts);
  const annex = (id: AnnexId): number => tables.findIndex((table) => table.id === id) + 1;
  const blocks: Block[] = [
    ...basis(facts), { kind: "paragraph", runs: fill(sentences.opening, { plan: plan.title, office, asOf: formatDate(report.asOf) }) },
    { kind: "heading", level: 1, text: headings.organisation },
    { kind: "heading", level: 2, text: headings.guidance }, ownPlace(facts, "guidance"),
    ...coverageBlocks(facts, annex("coverage")),
    ...resultSection(facts),
    ...unitSection(facts, annex("notMet")),
    ...awardSection(facts, { models: annex("models"), nominations: annex("nominations") }),
    // Nobody is asked for shortcomings before the work has begun.
    ...(stage === "registration" ? [] : shortcomingSection(facts, annex("shortcomings"))),
    { kind: "heading", level: 1, text: headings.proposals }, ownPlace(facts, "proposals"), ...requestBlocks(facts, annex("shortcomings")),
    { kind: "paragraph", runs: fill(sentences.closing, { title: lowerFirst(title), office }) },
  ];
  return {
    properties: { [NODE_PROPERTY]: node }, parent: head.parent, office, number: words.reportNumber(sign), placeAndDate: head.placeAndDate,
    marks: head.marks, kind: words.report, subject: title, blocks, recipients: template.recipients, signer: head.signer,
    annexes: annexesOf(facts, tables, head.attached),
  };
}

/** What the plan rests on, in its own words; it is for the officer to see what has lapsed since. */
function basis({ report: { plan }, template: { sentences } }: ReportFacts): Block[] {
  return plan.basedOn.map(({ title, number, date }): Block => ({
    kind: "paragraph", runs: fill(sentences.basedOn, { title, number: number === undefined ? "" : fill(sentences.number, { number }), date: date === undefined ? "" : fill(sentences.date, { date: formatDate(date) }) }),
  }));
}

/** Every figure of the document, with the book's figure it stands for; for holding a text against its book. */
export function boundFigures({ blocks, annexes }: OfficialDocument): Extract<Run, { readonly indicator: string }>[] {
  const runs = [
    ...blocks.flatMap((block): readonly Run[] => (block.kind === "paragraph" ? block.runs : block.kind === "items" ? block.items.flat() : block.kind === "own" ? block.paragraphs.flat() : [])),
    ...annexes.flatMap(({ rows }) => rows.flat()),
  ];
  return runs.filter((run): run is Extract<Run, { readonly indicator: string }> => typeof run === "object" && "indicator" in run);
}

/** Shortcomings and requests as the units wrote them (tồn tại, kiến nghị); the office weighs them in its own words. */
import type { Block, Run } from "#document/official-document";
import { formatWhole } from "#messages/format-vi";
import { fill } from "./fill";
import { ownPlace } from "./own-words";
import { rowsOf, type UnitRow } from "./list-sections";
import type { ReportFacts } from "./report-facts";

/** So many fit in the text; more stand in the annex. */
const MOST_ITEMS = 10;

/** Rows in which something is said. */
export function remarks(facts: ReportFacts): UnitRow[] {
  return rowsOf(facts, "shortcomings").filter(({ cells }) => (cells["content"] ?? "") !== "");
}

function isRequest({ template: { request } }: ReportFacts): (row: UnitRow) => boolean {
  return ({ cells }) => (cells["kind"] ?? "").normalize("NFC").toLowerCase().includes(request);
}

export function shortcomingSection(facts: ReportFacts, annex: number): Block[] {
  const { headings, sentences } = facts.template;
  const rows = remarks(facts).filter((row) => !isRequest(facts)(row));
  return [
    { kind: "heading", level: 1, text: headings.shortcomings },
    ownPlace(facts, "shortcomings"),
    rows.length === 0 ? { kind: "paragraph", runs: fill(sentences.shortcomingsNone) } : blockOf(facts, rows, sentences.shortcomings, annex),
  ];
}

export function requestBlocks(facts: ReportFacts, annex: number): Block[] {
  const rows = remarks(facts).filter(isRequest(facts));
  return rows.length === 0 ? [] : [blockOf(facts, rows, facts.template.sentences.requests, annex)];
}

function blockOf(facts: ReportFacts, rows: readonly UnitRow[], summary: string, annex: number): Block {
  return rows.length > MOST_ITEMS ? { kind: "paragraph", runs: fill(summary, { count: formatWhole(rows.length), annex }) } : { kind: "items", items: rows.map((row) => itemOf(facts, row)) };
}

function itemOf({ template: { sentences }, nameOf }: ReportFacts, { unit, cells }: UnitRow): Run[] {
  const cause = cells["cause"] ?? "";
  return [...fill(sentences.shortcoming, { unit: nameOf(unit), content: ended(cells["content"] ?? "") }), ...(cause === "" ? [] : fill(sentences.cause, { cause: ended(cause) }))];
}

const ended = (text: string): string => (/[.!?…;]$/u.test(text) ? text : `${text}.`);

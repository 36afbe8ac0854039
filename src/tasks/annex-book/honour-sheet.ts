/** Titles and awards counted (tổng hợp danh hiệu, hình thức khen thưởng): how often each, from how many units. */
import { honourRows, type HonourRow } from "#domain/honours/honour-rows";
import { annexWords as words } from "#messages/annex-vi";
import type { AnnexLine } from "#workbook/annex/annex-sheet";
import type { ReportFacts } from "../word-report/report-facts";
import type { UnnumberedSheet } from "./unnumbered-sheet";

export function honourSheet({ report, below, node }: ReportFacts): UnnumberedSheet | null {
  const within = new Set<string>([node, ...below]);
  const rows = honourRows(report.ledger).filter(({ unit }) => within.has(unit));
  if (rows.length === 0 || report.state.stage === "midterm") return null;
  const groups = new Map<string, HonourRow[]>();
  for (const row of rows) {
    const key = `${row.isCollective ? 0 : 1}|${row.award}`;
    groups.set(key, [...groups.get(key) ?? [], row]);
  }
  // Collectives before people, the more frequent first, what names no award last.
  const sorted = [...groups.values()].flatMap((own) => (own[0] ? [{ first: own[0], own }] : []))
    .sort((a, b) => Number(b.first.isCollective) - Number(a.first.isCollective) || Number(a.first.award === "") - Number(b.first.award === "") || b.own.length - a.own.length);
  const lines = sorted.map(({ first: { award, isCollective }, own }, index): AnnexLine => ({
    cells: [index + 1, award === "" ? words.noAward : award, isCollective ? words.collective : words.person, own.length, new Set(own.map(({ unit }) => unit)).size],
  }));
  const { columns: head } = words;
  return {
    subtitle: words.subtitles.honours,
    columns: [{ width: 6, across: "center" }, { width: 64 }, { width: 16, across: "center" }, { width: 14, across: "right", format: "#,##0" }, { width: 18, across: "right", format: "#,##0" }],
    heads: [[head.no, head.award, head.kind, head.times, head.units].map((text) => ({ text }))],
    lines: [...lines, { kind: "total", cells: [null, words.lines.sum, null, { formula: (rowOf) => `SUM(D${rowOf(0)}:D${rowOf(lines.length - 1)})`, result: rows.length }, null] }],
    notes: [words.notes.honours],
  };
}

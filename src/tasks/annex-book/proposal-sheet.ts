/** What goes with the proposal to the levels above (danh sách kèm tờ trình): nominations the office does not decide itself. */
import { annexWords as words } from "#messages/annex-vi";
import type { AnnexLine } from "#workbook/annex/annex-sheet";
import { said } from "../word-report/fill";
import { nominees } from "../word-report/list-sections";
import type { ReportFacts } from "../word-report/report-facts";
import { reportHead } from "../word-report/report-head";
import type { UnnumberedSheet } from "./unnumbered-sheet";

/** `null` where nothing goes up. The highest level first; a nomination without a level is asked about, not placed. */
export function proposalSheet(facts: ReportFacts): UnnumberedSheet | null {
  const { template: { annexes, levels }, nameOf, report: { state } } = facts;
  if (state.stage !== "summary") return null;
  const own = levels.indexOf(reportHead(facts).level);
  const all = nominees(facts);
  const groups = [...levels.slice(own + 1)].reverse().map((level) => ({ caption: said(annexes.proposedTo, { level }), rows: all.filter(({ cells }) => cells["level"] === level) }));
  const unplaced = all.filter(({ cells }) => !levels.includes(cells["level"] ?? ""));
  const filled = [...groups, { caption: annexes.noLevel, rows: unplaced }].filter(({ rows }) => rows.length > 0);
  if (groups.every(({ rows }) => rows.length === 0)) return null;
  let number = 0;
  const lines = filled.flatMap(({ caption, rows }): AnnexLine[] => [
    { kind: "part", cells: [`${caption} (${rows.length})`] },
    ...rows.map(({ unit, cells, award }): AnnexLine => {
      number += 1;
      return { cells: [number, cells["name"] ?? "", cells["position"] ?? "", nameOf(unit), award, cells["summary"] ?? "", cells["votes"] ?? ""] };
    }),
  ]);
  const { columns: head } = annexes;
  return {
    subtitle: annexes.proposed, heads: [[head.no, head.nominee, head.position, head.unit, head.award, head.summary, head.votes].map((text) => ({ text }))],
    columns: [{ width: 6, across: "center" }, { width: 30 }, { width: 20 }, { width: 32 }, { width: 26 }, { width: 40 }, { width: 16, across: "center" }],
    lines, notes: [words.notes.honours],
  };
}

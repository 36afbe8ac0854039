/**
 * All nominations of a book as the workbook that an award-management program takes in (danh sách nhập phần mềm khen
 * thưởng), so that nobody types the list a second time. A code that the layout does not have is left blank and counted.
 */
import { awardLayoutSchema, type AwardLayout, type LayoutSource } from "#domain/award-layout";
import { honourRows, type HonourRow } from "#domain/honours/honour-rows";
import type { Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { awardWords as words } from "#messages/award-vi";
import { formatDate } from "#messages/format-vi";
import { writePlainList } from "#workbook/lists/write-plain-list";
import { safeName } from "./safe-name";

export interface AwardList {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** What had no code, and how often. */
  readonly uncoded: readonly { readonly heading: string; readonly text: string; readonly count: number }[];
}

export async function awardList(report: Report, layout: AwardLayout): Promise<AwardList> {
  const tree = treeAt(report.state.roster, report.treeDate);
  const nameOf = (code: string | null): string => (code === null ? "" : tree.unit(code)?.name ?? code);
  const uncoded = new Map<string, { readonly heading: string; readonly text: string; count: number }>();
  const rows = honourRows(report.ledger).filter(({ award }) => award !== "").map((row, index) => {
    const names = { unit: nameOf(row.unit), parent: nameOf(tree.parentOf(row.unit)) };
    return layout.columns.map(({ heading, from, code }): string | number => {
      if (from === "number") return index + 1;
      const text = saidOf(row, from, layout, names);
      if (!code || text === "") return text;
      const found = layout.codes[from]?.[text];
      if (found !== undefined) return found;
      const known = uncoded.get(`${heading}|${text}`) ?? { heading, text, count: 0 };
      known.count += 1;
      uncoded.set(`${heading}|${text}`, known);
      return "";
    });
  });
  const bytes = await writePlainList({ sheet: layout.sheet, headRow: layout.headRow ?? 1, columns: layout.columns, rows });
  return { fileName: `${safeName(words.fileName(report.plan.shortTitle), 120)}.xlsx`, bytes, rows: rows.length, uncoded: [...uncoded.values()] };
}

function saidOf(row: HonourRow, from: Exclude<LayoutSource, "number">, { groups, field }: AwardLayout, names: { readonly unit: string; readonly parent: string }): string {
  switch (from) {
    case "address": return row.isCollective ? "" : words.address[row.cell("gender")] ?? "";
    case "name": return row.name;
    case "birth": return /^\d{4}-\d{2}-\d{2}$/u.test(row.birth) ? formatDate(row.birth) : row.birth;
    case "unit": return names.unit;
    case "parent": return names.parent;
    case "subject": return row.isCollective ? words.collective : words.individual;
    case "award": return row.award;
    case "group": return groups[row.cell("group")] ?? row.cell("group");
    case "field": return field;
    default: return row.cell(from);
  }
}

export type ReadLayout = { readonly ok: true; readonly layout: AwardLayout } | { readonly ok: false; readonly places: readonly string[] };

export function readAwardLayout(json: unknown): ReadLayout {
  const parsed = awardLayoutSchema.safeParse(json);
  return parsed.success ? { ok: true, layout: parsed.data } : { ok: false, places: parsed.error.issues.map(({ path }) => path.join(".")) };
}

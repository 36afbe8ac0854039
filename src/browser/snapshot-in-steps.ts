/** The open workbook's values, read a few sheets at a time: a million cells at once would hold up the page. */
import type { WorkbookContent } from "#domain/sheet-content";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { snapshotOf } from "#workbook/content/plain-content";

const CELLS_AT_ONCE = 20_000;

/** What is typed meanwhile changes nothing of what is being read. `names`: of these sheets only. */
export async function snapshotInSteps(content: WorkbookContent, names?: ReadonlySet<string>): Promise<WorkbookSnapshot> {
  const read: WorkbookSnapshot[] = [];
  let cells = 0;
  for (const sheet of content.sheets.filter(({ name }) => names?.has(name) ?? true)) {
    if (cells > 0 && cells + sheet.cells.length > CELLS_AT_ONCE) {
      await new Promise((resolve) => setTimeout(resolve));
      cells = 0;
    }
    read.push(snapshotOf({ ...content, sheets: [sheet] }));
    cells += sheet.cells.length;
  }
  return { ...snapshotOf({ ...content, sheets: [] }), sheets: read.flatMap(({ sheets }) => sheets), hasExternalLinks: read.some(({ hasExternalLinks }) => hasExternalLinks) };
}

/** Sizes, panes, filter, page and colours as operations (ghi bố cục). */
import type { SheetContent } from "#domain/sheet-content";
import type { Operation } from "../batches";
import { addressOfRange } from "../ranges";
import { has } from "../run-excel";
import type { SheetChanges, Sized } from "./changes";
import { lettersOf } from "./read-layout";

type OnSheet = (sheet: Excel.Worksheet) => void;

export function layoutOperations(sheet: string, { columns, rows, frozen, filter, page, tabColour, showGridlines }: SheetChanges): Operation[] {
  const changes: OnSheet[] = [
    ...columns.map((change): OnSheet => (worksheet) => size(worksheet.getRange(`${lettersOf(change.from)}:${lettersOf(change.to)}`), change, "columnWidth", "columnHidden")),
    ...rows.map((change): OnSheet => (worksheet) => size(worksheet.getRange(`${change.from + 1}:${change.to + 1}`), change, "rowHeight", "rowHidden")),
    ...(frozen && has("1.7") ? [(worksheet: Excel.Worksheet) => freeze(worksheet, frozen)] : []),
    ...(filter && has("1.9") ? [(worksheet: Excel.Worksheet) => filterBy(worksheet, filter.range)] : []),
    ...(page && has("1.9") ? [(worksheet: Excel.Worksheet) => layOut(worksheet, page)] : []),
    ...(tabColour !== null && has("1.7") ? [(worksheet: Excel.Worksheet) => { worksheet.tabColor = tabColour; }] : []),
    ...(showGridlines !== null && has("1.8") ? [(worksheet: Excel.Worksheet) => { worksheet.showGridlines = showGridlines; }] : []),
  ];
  return changes.map((change) => ({ bytes: 600, apply: (context) => change(context.workbook.worksheets.getItem(sheet)) }));
}

/** A new width or height shows what was hidden, so hiding comes after. */
function size(range: Excel.Range, change: Sized, dimension: "columnWidth" | "rowHeight", hidden: "columnHidden" | "rowHidden"): void {
  if (change.size !== undefined) range.format[dimension] = change.size;
  if (change.hidden !== undefined && has("1.2")) range[hidden] = change.hidden;
}

function freeze({ freezePanes }: Excel.Worksheet, { rows, columns }: SheetContent["frozen"]): void {
  freezePanes.unfreeze();
  if (rows > 0 && columns > 0) freezePanes.freezeAt(addressOfRange({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

function filterBy({ autoFilter }: Excel.Worksheet, range: SheetContent["filter"] | null): void {
  autoFilter.remove();
  if (range) autoFilter.apply(addressOfRange(range));
}

function layOut({ pageLayout }: Excel.Worksheet, { landscape, fitToWidth, area, titleRows }: SheetContent["page"]): void {
  pageLayout.orientation = landscape ? "Landscape" : "Portrait";
  pageLayout.zoom = fitToWidth ? { horizontalFitToPages: 1 } : { scale: 100 };
  if (area) pageLayout.setPrintArea(addressOfRange(area));
  if (titleRows) pageLayout.setPrintTitleRows(`$${titleRows.from + 1}:$${titleRows.to + 1}`);
}

/** Goes to a cell (đến ô). */
import type { CellPlace, HostOutcome } from "#domain/host";
import { HostStop } from "./host-faults";
import { inExcel } from "./run-excel";

/** A hidden sheet is shown first; a very hidden one is not the officer's to see. */
export function selectCell({ sheet, cell }: CellPlace): Promise<HostOutcome<void>> {
  return inExcel(async (context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(sheet);
    found.load("visibility");
    await context.sync();
    if (found.isNullObject || found.visibility === "VeryHidden") throw new HostStop({ kind: "sheet-gone", sheet });
    if (found.visibility === "Hidden") found.visibility = "Visible";
    found.activate();
    found.getRange(cell).select();
    await context.sync();
  });
}

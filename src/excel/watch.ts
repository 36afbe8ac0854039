/** Follows what the officer types and where the cursor stands (theo dõi ô); our own writing is never reported. */
import { addressOf } from "#domain/snapshot";
import type { CellPlace, HostOutcome, SheetChange, Stop } from "#domain/host";
import { HostStop } from "./host-faults";
import type { OwnWrites } from "./own-writes";
import { rangesOfAddress } from "./ranges";
import { has, inExcel } from "./run-excel";

export function watchChanges(listener: (change: SheetChange) => void, ownWrites: OwnWrites): Promise<HostOutcome<Stop>> {
  return inExcel(async (context) => {
    needEvents();
    const nameOf = sheetNames();
    const handler = context.workbook.worksheets.onChanged.add(async ({ worksheetId, address, triggerSource }) => {
      if (ownWrites.isOurs(worksheetId, address, triggerSource as string | undefined)) return;
      const sheet = await nameOf(worksheetId);
      if (sheet !== null) for (const range of rangesOfAddress(address)) listener({ sheet, range });
    });
    await context.sync();
    return stopping(handler);
  });
}

export function watchSelection(listener: (place: CellPlace) => void): Promise<HostOutcome<Stop>> {
  return inExcel(async (context) => {
    needEvents();
    const nameOf = sheetNames();
    const handler = context.workbook.worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
      const sheet = await nameOf(worksheetId);
      const [first] = rangesOfAddress(address);
      if (sheet !== null && first) listener({ sheet, cell: addressOf(first.top, first.left) });
    });
    await context.sync();
    return stopping(handler);
  });
}

function needEvents(): void {
  if (!has("1.9")) throw new HostStop({ kind: "too-old", needs: "ExcelApi 1.9" });
}

/** An event names its sheet by id; asked each time, because the officer may rename it. */
function sheetNames(): (id: string) => Promise<string | null> {
  return async (id) => {
    const outcome = await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load("name");
      await context.sync();
      return sheet.isNullObject ? null : sheet.name.normalize("NFC");
    });
    return outcome.ok ? outcome.value : null;
  };
}

/** Excel lets a handler go only in the conversation it was made in. Ending twice does nothing. */
function stopping(handler: OfficeExtension.EventHandlerResult<unknown>): Stop {
  let ended = false;
  return async () => {
    if (ended) return;
    ended = true;
    try {
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    } catch {
      // The workbook is closing: the subscription ends with it.
    }
  };
}

/** Undoes a put (hoàn tác): owned sheets as they were, added sheets and names gone. */
import { isBusy } from "../host-faults";
import type { OwnWrites } from "../own-writes";
import { protectAgain, unprotect } from "./protection";
import { undoNames } from "./put-names";
import { removeSheets } from "./remove-sheets";
import type { Undo } from "./undo";
import { changesBack, writeChanges } from "./write-face";

/**
 * Writes back only where the put had changed something: what the officer typed elsewhere since stays. A sheet that
 * the officer has removed meanwhile is left.
 */
export async function takeBackPut(context: Excel.RequestContext, undo: Undo, ownWrites: OwnWrites): Promise<void> {
  const present = undo.rewritten.map((rewritten) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(rewritten.id);
    sheet.load("id");
    return { rewritten, sheet };
  });
  await context.sync();
  for (const { rewritten: { id, name, from, to }, sheet } of [...present].reverse()) {
    const changes = sheet.isNullObject ? null : changesBack({ from, to });
    if (!changes) continue;
    await unprotect(context, { id, name }, undo);
    await writeChanges(context, { id, name }, changes, ownWrites);
  }
  await undoNames(context, undo.names.filter(({ sheetId }) => sheetId === undefined || !undo.added.has(sheetId)));
  await removeSheets(context, [...undo.added]);
  await protectAgain(context, undo, []);
}

const PATIENCE = 20;

/** After a failure the officer may be typing in a cell: tried again until the cell is left, for some seconds. */
export async function patiently(work: () => Promise<void>, pause: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isBusy(error) || attempt >= PATIENCE) throw error;
      await pause();
    }
  }
}

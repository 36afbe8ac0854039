/** Lifts and restores sheet protection (bảo vệ trang) around our own writing. */
import { faultOf, HostStop, isBusy } from "../host-faults";
import { has } from "../run-excel";
import type { Undo } from "./undo";

/** What an officer may still do on a sheet that we protect. */
const OURS: Excel.WorksheetProtectionOptions = {
  allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true, allowInsertRows: true, allowAutoFilter: true, allowSort: true,
};

/** A password keeps us out: a fault, and nothing was written. */
export async function unprotect(context: Excel.RequestContext, { id, name }: { readonly id: string; readonly name: string }, undo: Pick<Undo, "unprotected">): Promise<void> {
  if (!has("1.2")) return;
  const { protection } = context.workbook.worksheets.getItem(id);
  protection.load("protected,options");
  await context.sync();
  if (!protection.protected) return;
  const { options } = protection;
  try {
    protection.unprotect();
    await context.sync();
  } catch (error) {
    throw new HostStop(isBusy(error) ? faultOf(error) : { kind: "protected", sheet: name });
  }
  undo.unprotected.set(id, options);
}

/** With the options it had; a new sheet with ours. */
export async function protectAgain(context: Excel.RequestContext, undo: Pick<Undo, "unprotected">, alsoNew: readonly string[]): Promise<void> {
  const sheets = new Map<string, Excel.WorksheetProtectionOptions>([...alsoNew.map((id): [string, Excel.WorksheetProtectionOptions] => [id, OURS]), ...undo.unprotected]);
  if (sheets.size === 0 || !has("1.2")) return;
  const loaded = [...sheets].map(([id, options]) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    sheet.protection.load("protected");
    return { sheet, options };
  });
  await context.sync();
  for (const { sheet, options } of loaded) if (!sheet.isNullObject && !sheet.protection.protected) sheet.protection.protect(options);
  await context.sync();
  undo.unprotected.clear();
}

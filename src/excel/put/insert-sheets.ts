/** Takes in all sheets of a file at once (chèn trang từ file), where this Excel can and nothing of it stands yet. */
import type { SheetContent } from "#domain/sheet-content";
import { base64Of } from "../base64";
import { faultOf } from "../host-faults";
import { has } from "../run-excel";
import { removeSheets } from "./remove-sheets";

/** Excel on the web takes 5 MB in one request; base64 and the rest of the request need their share. */
const MOST_ON_WEB = 4_600_000;

/**
 * Ids of the new sheets; `null`: this way is closed and nothing was added. Formulas of a sheet that is taken in
 * alone would point back into the file, so it is all sheets or none.
 */
export async function insertSheets(context: Excel.RequestContext, sheets: readonly SheetContent[], file: Uint8Array | undefined): Promise<string[] | null> {
  if (!file || !has("1.13") || Office.context.platform === Office.PlatformType.iOS) return null;
  const base64 = base64Of(file);
  if (Office.context.platform === Office.PlatformType.OfficeOnline && base64.length > MOST_ON_WEB) return null;
  const before = await idsOf(context);
  try {
    const added = context.workbook.insertWorksheetsFromBase64(base64, { sheetNamesToInsert: [], positionType: "End" });
    await context.sync();
    await nameAsWanted(context, added.value, sheets);
    return (await idsOf(context)).filter((id) => !before.includes(id));
  } catch (error) {
    // Excel may have added some of them before it gave up.
    const { kind } = faultOf(error);
    if (kind === "busy") throw error;
    await removeSheets(context, (await idsOf(context)).filter((id) => !before.includes(id)));
    if (kind === "protected" || kind === "read-only") throw error;
    return null;
  }
}

async function idsOf(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id");
  await context.sync();
  return worksheets.items.map(({ id }) => id);
}

/** Ids come in the order of the file; a sheet that was given another name gets its own back. */
async function nameAsWanted(context: Excel.RequestContext, ids: readonly string[], sheets: readonly SheetContent[]): Promise<void> {
  if (ids.length !== sheets.length) return;
  const added = ids.map((id) => context.workbook.worksheets.getItem(id));
  added.forEach((sheet) => sheet.load("name"));
  await context.sync();
  const names = new Set(sheets.map(({ name }) => name));
  added.forEach((sheet, index) => {
    const name = sheets[index]?.name;
    if (name !== undefined && sheet.name !== name && !names.has(sheet.name)) sheet.name = name;
  });
  await context.sync();
}

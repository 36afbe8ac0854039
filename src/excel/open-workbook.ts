/** Opens a file as a workbook of its own (mở sổ mới) beside this one, and says what this one is called. */
import type { HostOutcome } from "#domain/host";
import { base64Of } from "./base64";
import { faultOf, HostStop } from "./host-faults";
import { has, inExcel } from "./run-excel";

/** Excel names the new workbook itself; the officer does when saving it. */
export async function openWorkbook(file: Uint8Array): Promise<HostOutcome<void>> {
  try {
    if (!has("1.8")) throw new HostStop({ kind: "too-old", needs: "ExcelApi 1.8" });
    await Excel.createWorkbook(base64Of(file));
    return { ok: true, value: undefined };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** As its title bar shows it; empty where Excel does not say. */
export async function workbookName(): Promise<string> {
  const asked = has("1.7") ? await inExcel(async (context) => {
    context.workbook.load("name");
    await context.sync();
    return context.workbook.name;
  }) : null;
  if (asked?.ok === true && asked.value !== "") return asked.value;
  const last = (Office.context.document.url ?? "").split(/[\\/]/u).at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

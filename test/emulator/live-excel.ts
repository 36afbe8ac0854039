/** An emulated Excel with Microsoft's library and our host on top, inside this process. */
import type { WorkbookHost } from "#domain/host";
import { excelHost } from "#excel/excel-host";
import { emulatedExcel, type EmulatedExcel, type EmulatedExcelOptions } from "./emulated-excel";
import { officeInNode, type OfficeInNode } from "./office-in-node";

export interface LiveExcel {
  readonly excel: EmulatedExcel;
  readonly host: WorkbookHost;
  readonly office: OfficeInNode;
}

/** The library's globals are those of the last one that was started: one at a time. */
export async function liveExcel(options: EmulatedExcelOptions = {}): Promise<LiveExcel> {
  const excel = emulatedExcel(options);
  const office = await officeInNode(excel.facts, excel.call);
  excel.connect(office.deliver);
  Object.assign(globalThis, { Office: office.Office, Excel: office.Excel, OfficeExtension: office.OfficeExtension });
  return { excel, host: excelHost(), office };
}

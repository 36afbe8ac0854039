/** Why Excel did not do it, and what to do, each in one sentence: English. */
import type { HostFault } from "#domain/host";
import type { HostFaultSentences } from "./host-vi";

export const hostFaultsEn: HostFaultSentences = {
  "too-old": ({ needs }) => `This Excel lacks a feature that is needed (${needs}). Update Excel, or open “So-Thi-Dua.html” (double click) and work on the same file there.`,
  protected: ({ sheet }) => (sheet === undefined
    ? "The workbook's structure is locked, so no sheet can be added. Unlock it with Review → Protect Workbook and try again; nothing was changed."
    : `The sheet “${sheet}” is protected by a password. Unlock it with Review → Unprotect Sheet and try again; the figures are as before.`),
  busy: () => "Excel is busy: a cell is being edited or a dialog is open. Press Enter or Esc in the sheet, then try again.",
  "read-only": () => "This workbook is open for reading only. Click Enable Editing, or save a copy, then try again.",
  "too-large": ({ bytes }) => `This is more data${bytes > 0 ? ` (about ${megabytes(bytes)} MB)` : ""} than Excel takes at once. Open the workbook in Excel on the computer instead of on the web, or save the result as a file.`,
  "name-taken": ({ sheet }) => `The workbook has a sheet “${sheet}” that is not ours, so it was not overwritten. Rename that sheet, or open an empty workbook and try again.`,
  "sheet-gone": ({ sheet }) => `The sheet “${sheet}” is no longer in the workbook: it was removed or renamed. Give it its old name, or make the book again.`,
  cancelled: () => "Stopped as asked; the sheets are as they were. Try again when you like.",
  refused: ({ detail }) => `Excel refused this (${detail}). The sheets are as before; save the workbook, close and reopen Excel, then try again.`,
};

/** The sentence for a fault, in English. */
export function hostFaultEn(fault: HostFault): string {
  return (hostFaultsEn[fault.kind] as (fault: HostFault) => string)(fault);
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(bytes / 1_048_576);
}

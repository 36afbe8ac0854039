/** What the sheets on the screen need (trang tính trên màn hình). */
export type { WorkbookHost } from "#domain/host";
export { addressOf } from "#domain/snapshot";
export { asWords, cellsOfText, textOfCells } from "#browser/tab-separated";
export { workbookStore, type OpenWorkbook, type Refusal, type ShownWorkbook, type WorkbookStore } from "#browser/workbook-store";
export { shownText } from "#workbook/content/shown-text";
export { choicesOf, lookNow, validationAt } from "#workbook/evaluate/cell-rules";
export { gridOf } from "#workbook/evaluate/evaluate";
export { rangeOf } from "#workbook/content/range-text";

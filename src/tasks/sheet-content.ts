/** Workbooks as they look, and as they are read (nội dung sổ). */
export { contentOf } from "#workbook/content/read-content";
export { snapshotOf } from "#workbook/content/plain-content";

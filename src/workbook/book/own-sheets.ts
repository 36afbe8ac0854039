import { bookWords as words } from "#messages/book-vi";
import { META_SHEET } from "../form-layout";

/** The very hidden sheet in which a book keeps everything it was given. */
export const STATE_SHEET = "_std_du_lieu";

/** The very hidden sheet of sums that "Tổng quan" is made from. */
export const SUMS_SHEET = "_std_tinh";

/** Whether a sheet is one of ours: only those are ever rewritten. */
export function isOwnSheetName(name: string): boolean {
  return name === META_SHEET || name === STATE_SHEET || name === SUMS_SHEET || Object.values(words.sheets).some((own) => own === name);
}

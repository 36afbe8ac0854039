/** What stands around a selected cell (quanh ô đang chọn): its row, the head of its column, the top of its sheet. */
import type { CellPlace } from "#domain/host";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { rangeOf } from "#tasks/shown-sheets";
import type { TextAt } from "#tasks/engine/contract";

/** Rows in which our sheets have heads and the chosen office. */
const HEAD = 9;

/** `null`: an empty cell. */
export function textsAround({ sheets }: WorkbookSnapshot, { sheet, cell }: CellPlace): TextAt[] | null {
  const found = sheets.find(({ name }) => name === sheet);
  const at = rangeOf(cell);
  if (!found || !at || !found.cells.some((one) => one.row === at.top && one.column === at.left && one.value !== null)) return null;
  return found.cells.flatMap((one) => (one.value?.kind === "text" && (one.row === at.top || one.row < HEAD)
    ? [{ row: one.row, column: one.column, text: one.value.text.trim() }] : []));
}

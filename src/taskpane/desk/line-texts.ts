/** What the line of a selected cell says (dòng của ô đang chọn): its own texts, the head of its column, the top of its sheet. */
import type { CellPlace } from "#domain/host";
import type { WorkbookSnapshot } from "#domain/snapshot";

const HEAD = 9;

export function lineTexts({ sheets }: WorkbookSnapshot, { sheet, cell }: CellPlace): string[] | null {
  const found = sheets.find(({ name }) => name === sheet);
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
  if (!found || digits === "") return null;
  const row = Number(digits) - 1;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const texts = (keep: (at: { readonly row: number; readonly column: number }) => boolean): string[] =>
    found.cells.flatMap((one) => (keep(one) && one.value?.kind === "text" ? [one.value.text.trim()] : []));
  if (row < HEAD || !found.cells.some((one) => one.row === row && one.column === column && one.value !== null)) return null;
  return [...texts((one) => one.row === row), ...texts((one) => one.column === column && one.row < HEAD), ...texts((one) => one.row < HEAD && one.column > 13)];
}

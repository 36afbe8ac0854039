/** What the officer chose in a book (lựa chọn trong sổ): the node shown on the report sheet, and names of their own for our sheets. */
import type { WorkbookSnapshot } from "#domain/snapshot";
import { bookWords as words } from "#messages/book-vi";
import { codeOfUnitLabel } from "../form-layout";
import { tableMark } from "./table";

export interface KeptChoices {
  /** The node chosen on the report sheet. */
  readonly node: string | null;
  /** Our name of a sheet → the officer's, where it was renamed. */
  readonly names: ReadonlyMap<string, string>;
}

export function choicesIn({ sheets }: WorkbookSnapshot): KeptChoices {
  const names = new Map<string, string>();
  let node: string | null = null;
  for (const { name, cells } of sheets) {
    const marks = new Set(cells.filter(({ row }) => row < 5).map(({ value }) => (value?.kind === "text" ? value.text.trim() : "")));
    const found = Object.entries(words.sheets).find(([id]) => marks.has(tableMark(id)));
    if (!found || (found[1] !== name && sheets.some((other) => other.name === found[1]))) continue;
    if (found[1] !== name) names.set(found[1], name);
    if (found[0] !== "report") continue;
    const label = cells.find(({ row, column }) => row === 8 && column === 2)?.value;
    node = label?.kind === "text" ? codeOfUnitLabel(label.text) : null;
  }
  return { node, names };
}

/** Sheets of one workbook put into another (đưa trang vào sổ đang mở): same names are replaced in their place. */
import type { CellLook, SheetContent, WorkbookContent } from "#domain/sheet-content";

export function joinContents(standing: WorkbookContent, added: WorkbookContent): WorkbookContent {
  if (standing.sheets.length === 0) return added;
  const styles: CellLook[] = [...standing.styles];
  const places = new Map(styles.map((look, index) => [JSON.stringify(look), index]));
  const numbers = added.styles.map((look) => {
    const text = JSON.stringify(look);
    const known = places.get(text) ?? styles.push(look) - 1;
    places.set(text, known);
    return known;
  });
  const own = new Map(added.sheets.map((sheet): [string, SheetContent] => [sheet.name, { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, style: numbers[cell.style] ?? 0 })) }]));
  const replaced = standing.sheets.map((sheet) => own.get(sheet.name) ?? sheet);
  const names = new Set(standing.sheets.map(({ name }) => name));
  const fresh = [...own.values()].filter(({ name }) => !names.has(name));
  const ours = new Set(added.names.map(({ name, sheet }) => `${name}|${sheet ?? ""}`));
  return { sheets: [...replaced, ...fresh], styles, names: [...standing.names.filter(({ name, sheet }) => !ours.has(`${name}|${sheet ?? ""}`)), ...added.names] };
}

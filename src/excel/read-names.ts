/** Defined names (tên vùng) of the workbook and of its sheets. */
import type { DefinedName } from "#domain/snapshot";
import { has } from "./run-excel";

/** Excel's own names for print areas, titles and filters are no names of ours. */
const BUILT_IN = /^(?:_xlnm\.|_FilterDatabase$|Print_Area$|Print_Titles$|Criteria$|Extract$)/u;

/** Workbook names first; sheet names of `sheets` after, each with its sheet. */
export async function readNames(context: Excel.RequestContext, all: readonly Excel.Worksheet[], sheets: readonly Excel.Worksheet[] = all): Promise<DefinedName[]> {
  const own = context.workbook.names;
  own.load(has("1.4") ? "items/name,items/formula,items/scope" : "items/name,items/value");
  const scoped = has("1.4") ? sheets.map((sheet) => {
    sheet.names.load("items/name,items/formula,items/scope");
    return { sheet: sheet.name, names: sheet.names };
  }) : [];
  await context.sync();
  return [
    ...own.items.filter((item) => !has("1.4") || item.scope !== "Worksheet").map((item) => definedName(item)),
    ...scoped.flatMap(({ sheet, names }) => names.items.map((item) => definedName(item, sheet.normalize("NFC")))),
  ].filter(({ name }) => !BUILT_IN.test(name));
}

function definedName(item: Excel.NamedItem, sheet?: string): DefinedName {
  const name = item.name.slice(item.name.lastIndexOf("!") + 1).normalize("NFC");
  const stated = String(has("1.4") ? item.formula : item.value);
  return { name, refersTo: stated.replace(/^=/u, "").normalize("NFC"), ...(sheet === undefined ? {} : { sheet }) };
}

/** Defined names as wanted (tên vùng): each once, in its scope; taking in a file loses, doubles or narrows some. */
import type { DefinedName } from "#domain/snapshot";
import { has } from "../run-excel";
import type { NameUndo, Undo } from "./undo";

/** `ids`: our sheets by name. Names that are not ours are left alone. */
export async function putNames(context: Excel.RequestContext, wanted: readonly DefinedName[], ids: ReadonlyMap<string, string>, undo: Undo): Promise<void> {
  if (!has("1.4") || (wanted.length === 0 && undo.added.size === 0)) return;
  const { workbook } = context;
  workbook.names.load("items/name,items/formula,items/scope");
  const scoped = [...ids].map(([sheet, id]) => {
    const { names } = workbook.worksheets.getItem(id);
    names.load("items/name,items/formula,items/scope");
    return { sheet, id, names };
  });
  await context.sync();
  const standing = itemsByName(workbook.names.items.filter(({ scope }) => scope !== "Worksheet"));
  const globals = new Set(wanted.filter(({ sheet }) => sheet === undefined).map(({ name }) => keyOf(name)));
  for (const { sheet, id, names } of scoped) {
    const own = itemsByName(names.items);
    for (const { name, refersTo } of wanted.filter((one) => one.sheet === sheet)) {
      setName(own.get(keyOf(name)), { name, refersTo, sheetId: id }, names, undo.names);
    }
    if (!undo.added.has(id)) continue;
    const kept = new Set(wanted.filter((one) => one.sheet === sheet).map(({ name }) => keyOf(name)));
    for (const [key, item] of own) if (globals.has(key) && !kept.has(key)) item.delete();
  }
  for (const { name, refersTo } of wanted.filter(({ sheet }) => sheet === undefined)) {
    setName(standing.get(keyOf(name)), { name, refersTo }, workbook.names, undo.names);
  }
  await context.sync();
}

/** Excel does not tell names by case. */
function keyOf(name: string): string {
  return name.slice(name.lastIndexOf("!") + 1).normalize("NFC").toUpperCase();
}

function itemsByName(items: readonly Excel.NamedItem[]): Map<string, Excel.NamedItem> {
  return new Map(items.map((item) => [keyOf(item.name), item]));
}

function setName(item: Excel.NamedItem | undefined, { name, refersTo, sheetId }: { readonly name: string; readonly refersTo: string; readonly sheetId?: string }, names: Excel.NamedItemCollection, undo: NameUndo[]): void {
  if (refersTo.includes("#REF!")) return;
  const scope = sheetId === undefined ? {} : { sheetId };
  if (!item) {
    names.add(name, `=${refersTo}`);
    undo.push({ kind: "added", name, ...scope });
    return;
  }
  const stands = String(item.formula);
  if (comparable(stands) === comparable(refersTo)) return;
  replaceName(item, names, name, refersTo);
  undo.push({ kind: "changed", name, refersTo: stands.replace(/^=/u, ""), ...scope });
}

function replaceName(item: Excel.NamedItem, names: Excel.NamedItemCollection, name: string, refersTo: string): void {
  if (has("1.7")) item.formula = `=${refersTo}`;
  else {
    item.delete();
    names.add(name, `=${refersTo}`);
  }
}

/** Quotation marks around a sheet's name are a matter of taste. */
function comparable(formula: string): string {
  return formula.replace(/^=/u, "").replaceAll("'", "").normalize("NFC").toUpperCase();
}

/** The last change first. A name that is gone meanwhile is left. */
export async function undoNames(context: Excel.RequestContext, changes: readonly NameUndo[]): Promise<void> {
  const found = [...changes].reverse().map((change) => {
    const names = change.sheetId === undefined ? context.workbook.names : context.workbook.worksheets.getItem(change.sheetId).names;
    const item = names.getItemOrNullObject(change.name);
    item.load("name");
    return { change, names, item };
  });
  if (found.length === 0) return;
  await context.sync();
  for (const { change, names, item } of found) {
    if (item.isNullObject) continue;
    if (change.kind === "added") item.delete();
    else replaceName(item, names, change.name, change.refersTo);
  }
  await context.sync();
}

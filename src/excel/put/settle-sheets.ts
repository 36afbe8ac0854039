/** Puts new sheets in their place (xếp chỗ): order beside the ones they belong to, and who sees them. */
import type { SheetContent } from "#domain/sheet-content";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Sheets that stood before stay where and as the officer has them. */
export async function settleSheets(context: Excel.RequestContext, sheets: readonly SheetContent[], ids: ReadonlyMap<string, string>, added: ReadonlySet<string>): Promise<void> {
  if (added.size === 0) return;
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/visibility");
  await context.sync();
  const standing = worksheets.items.map(({ id }) => id);
  const order = finalOrder(standing, sheets.map(({ name }) => ids.get(name) ?? ""), added);
  const isVisible = new Map(worksheets.items.map(({ id, visibility }) => [id, visibility]));
  if (order.some((id, index) => id !== standing[index])) {
    order.forEach((id, position) => {
      if (added.has(id)) worksheets.getItem(id).position = position;
    });
  }
  for (const { name, state } of sheets) {
    const id = ids.get(name) ?? "";
    if (added.has(id) && isVisible.get(id) !== VISIBILITY[state]) worksheets.getItem(id).visibility = VISIBILITY[state];
  }
  await context.sync();
}

/** Each new sheet right after the one before it in our order; the first after all others. */
function finalOrder(standing: readonly string[], wanted: readonly string[], added: ReadonlySet<string>): string[] {
  const order = standing.filter((id) => !added.has(id));
  wanted.forEach((id, index) => {
    if (!added.has(id)) return;
    const before = wanted[index - 1];
    const after = wanted.slice(index + 1).find((next) => !added.has(next));
    const place = before !== undefined ? order.indexOf(before) + 1 : after === undefined ? order.length : order.indexOf(after);
    order.splice(place, 0, id);
  });
  return order;
}

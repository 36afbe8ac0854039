/** Font names (phông chữ) of the cells where they decide how a text is read: letters that old Vietnamese fonts redraw. */
import type { CellRange } from "#domain/snapshot";
import { askAll, type Question } from "./batches";
import type { Block, ReadCell } from "./read-cells";
import { addressOfRange, cellCount, halves } from "./ranges";

/** Accented Latin-1 letters and no letter that only Vietnamese in Unicode has. */
function isDoubtful({ value }: ReadCell): boolean {
  return typeof value === "string" && /[\u00A1-\u00FF]/u.test(value) && !/[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/u.test(value);
}

/** By sheet and `row:column`, for doubtful cells only. */
export async function readFonts(context: Excel.RequestContext, blocks: readonly Block[], cells: ReadonlyMap<string, readonly ReadCell[]>, signal?: AbortSignal): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  for (const { sheet } of blocks) {
    const doubtful = (cells.get(sheet) ?? []).filter(isDoubtful);
    if (doubtful.length === 0) continue;
    const box: CellRange = {
      top: Math.min(...doubtful.map(({ row }) => row)), bottom: Math.max(...doubtful.map(({ row }) => row)),
      left: Math.min(...doubtful.map(({ column }) => column)), right: Math.max(...doubtful.map(({ column }) => column)),
    };
    const wanted = new Set(doubtful.map(({ row, column }) => `${row}:${column}`));
    found.set(sheet, await fontsIn(context, { sheet, range: box }, doubtful, wanted, signal));
  }
  return found;
}

async function fontsIn(context: Excel.RequestContext, block: Block, doubtful: readonly ReadCell[], wanted: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<Map<string, string>> {
  const fonts = new Map<string, string>();
  let open: Block[] = [block];
  while (open.length > 0) {
    const answers = await askAll(context, open.map(font), signal);
    open = answers.flatMap(({ sheet, range, name }) => {
      const inside = doubtful.filter(({ row, column }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right);
      if (inside.length === 0) return [];
      if (name === null && cellCount(range) > 1) return halves(range).map((half) => ({ sheet, range: half }));
      for (const { row, column } of inside) if (name !== null && wanted.has(`${row}:${column}`)) fonts.set(`${row}:${column}`, name);
      return [];
    });
  }
  return fonts;
}

function font({ sheet, range }: Block): Question<Block & { readonly name: string | null }> {
  return {
    cells: 1,
    ask: (context) => {
      const proxy = context.workbook.worksheets.getItem(sheet).getRange(addressOfRange(range)).format.font;
      proxy.load("name");
      // Excel says null for a range of several fonts, whatever its types promise.
      return () => ({ sheet, range, name: proxy.name as string | null });
    },
    divide: () => [],
  };
}

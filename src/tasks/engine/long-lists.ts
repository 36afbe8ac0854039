/**
 * Long lists inside what is posted between pane and engine (danh sách dài): a million cells posted at once hold up the page for
 * more than a second, so they go in pieces, each a message of its own, and are put back in their places at the other end.
 */

/** Steps from the posted value to a list inside it. */
export type Path = readonly (string | number)[];

export interface TakenApart {
  /** The value with an empty list in place of each long one. */
  readonly rest: unknown;
  readonly lists: readonly { readonly path: Path; readonly items: readonly unknown[] }[];
}

/** Cells of a sheet: what a browser posts or receives in some ten milliseconds. */
export const ITEMS_AT_ONCE = 8_000;
/** Beyond that many entries a list is looked at as a whole only: sheets of a workbook are fewer, rows of a report no workbook. */
const LONGEST_LOOKED_INTO = 200;
/** An answer with a workbook with sheets with cells. */
const DEEPEST = 5;

export function takeApart(value: unknown): TakenApart {
  const lists: { path: Path; items: readonly unknown[] }[] = [];
  const rest = without(value, []);
  return { rest, lists };

  function without(part: unknown, path: Path): unknown {
    if (Array.isArray(part) && part.length > ITEMS_AT_ONCE) {
      lists.push({ path, items: part });
      return [];
    }
    if (path.length >= DEEPEST) return part;
    if (Array.isArray(part)) return part.length > LONGEST_LOOKED_INTO ? part : eachOf(part, (one, at) => without(one, [...path, at]));
    if (typeof part !== "object" || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
    const entries = Object.entries(part);
    const parts = eachOf(entries.map(([, one]) => one as unknown), (one, at) => without(one, [...path, entries[at]?.[0] ?? ""]));
    return parts.every((one, at) => one === entries[at]?.[1]) ? part : Object.fromEntries(entries.map(([key], at) => [key, parts[at]]));
  }
}

/** The same list where nothing of it changes. */
function eachOf(list: readonly unknown[], changed: (one: unknown, at: number) => unknown): readonly unknown[] {
  const made = list.map(changed);
  return made.every((one, at) => one === list[at]) ? list : made;
}

/** Lists that are coming in, by the call they belong to. */
export class Gathered {
  private readonly calls = new Map<number, Map<string, { readonly path: Path; readonly items: unknown[] }>>();

  add(id: number, path: Path, items: readonly unknown[]): void {
    const lists = this.calls.get(id) ?? new Map<string, { path: Path; items: unknown[] }>();
    this.calls.set(id, lists);
    const key = JSON.stringify(path);
    const list = lists.get(key) ?? { path, items: [] };
    lists.set(key, list);
    for (const item of items) list.items.push(item);
  }

  /** The call came to nothing. */
  forget(id: number): void {
    this.calls.delete(id);
  }

  /** The posted value, fresh from the channel, with its long lists in their places. */
  complete(id: number, value: unknown): unknown {
    const lists = this.calls.get(id);
    this.calls.delete(id);
    let whole = value;
    for (const { path, items } of lists?.values() ?? []) {
      const last = path.at(-1);
      if (last === undefined) whole = items;
      else (path.slice(0, -1).reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], whole) as Record<string | number, unknown>)[last] = items;
    }
    return whole;
  }
}

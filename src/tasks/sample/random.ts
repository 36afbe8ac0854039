/** Chance that is the same every time (ngẫu nhiên lặp lại được): sample data must not change from run to run. */

/** Draws for one matter; the same words give the same draws, whatever was drawn elsewhere. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  readonly part: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (likelihood: number) => boolean;
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

export function randomOf(...about: readonly (string | number)[]): Random {
  let state = seedOf(about.join("|"));
  const part = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number): number => least + Math.floor(part() * (most - least + 1));
  return {
    part, between,
    chance: (likelihood) => part() < likelihood,
    oneOf: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

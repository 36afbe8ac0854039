/**
 * Texts that a thousand forms of one plan say alike, in the same order (chữ lặp lại). What was made of a text is
 * kept; after one text the one that followed it last time is looked for first, without cutting it out.
 */

interface Kept {
  readonly written: string;
  readonly made: string;
  /** What followed it last time. */
  next: Kept | null;
}

const MOST_KEPT = 20_000;
/** Longer ones are rarely said twice. */
const LONGEST_KEPT = 600;

/** The text between two places, as `make` makes of it. */
export type TextMemory = (xml: string, start: number, end: number) => string;

export function textMemory(make: (written: string) => string): TextMemory {
  const kept = new Map<string, Kept>();
  let last: Kept = { written: "", made: "", next: null };
  return (xml, start, end) => {
    const guess = last.next;
    if (guess !== null && guess.written.length === end - start && standsAt(xml, guess.written, start)) {
      last = guess;
      return guess.made;
    }
    const written = xml.slice(start, end);
    if (end - start > LONGEST_KEPT) return make(detached(written));
    let found = kept.get(written);
    if (!found) {
      if (kept.size >= MOST_KEPT) kept.clear();
      const own = detached(written);
      found = { written: own, made: make(own), next: null };
      kept.set(own, found);
    }
    last.next = found;
    last = found;
    return found.made;
  };
}

/** Whether a text stands at a place: a piece is compared at once, `startsWith` letter by letter and many times slower. */
export function standsAt(xml: string, text: string, at: number): boolean {
  return xml.slice(at, at + text.length) === text;
}

/** A copy of its own: a part cut out of a sheet's XML would keep the whole sheet in memory. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}

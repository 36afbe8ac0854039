/** Forms of one plan say the same things a thousand times over (chữ lặp lại): what was made of a text is made once. */

const MOST_KEPT = 4000;
/** Longer texts are no labels, and are rarely said twice. */
const LONGEST_KEPT = 400;

/** A function of a text that remembers its answers, within bounds. */
export function remembering(make: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > LONGEST_KEPT) return made;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, made);
    return made;
  };
}

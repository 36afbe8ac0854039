/** Order by code point: for keys, paths and codes, the same on every machine. Names for people are sorted in `messages`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

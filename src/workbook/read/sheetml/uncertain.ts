/** What this reader does not know for certain it never guesses: the general reader gets the file instead. */
export class Uncertain extends Error {}

/** Stops the quick reading of a workbook. Caught in `read-values.ts`, seen nowhere else. */
export function uncertain(about: string): never {
  throw new Uncertain(about);
}

/** The value, where there is one; else nothing here is certain. */
export function certain<Value>(value: Value | null | undefined, about: string): Value {
  return value ?? uncertain(about);
}

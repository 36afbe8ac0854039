/**
 * What is left of a plan or roster once its misshapen entries are taken out (phần đọc được của tệp), so that what the
 * rest says of itself can be told in the same round, with its places in the file as it was given.
 */
export interface SoundPart {
  readonly json: unknown;
  /** From a place in what is left to the place in the file. */
  readonly placeOf: (path: string) => string;
}

const TAKEN_OUT = Symbol("taken out");

/**
 * Takes out, for each path, the entry of a list it lies in: the `nearest` one, or the one of the `outermost` list; what
 * lies in no list goes alone. `null`: the file is nested too deep for any of that.
 */
export function soundPart(json: object, paths: readonly string[], which: "nearest" | "outermost"): SoundPart | null {
  const left = copyOf(json);
  if (!left) return null;
  for (const path of paths) takeOut(left, path.split("."), which);
  const places = new Map<string, readonly number[]>();
  close(left, "", places);
  return { json: left, placeOf: (path) => originalPlace(path, places) };
}

/** `null` where it is nested deeper than anything of ours. */
function copyOf(json: object): Record<string, unknown> | null {
  try {
    return structuredClone(json) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function takeOut(root: Record<string, unknown>, steps: readonly string[], which: "nearest" | "outermost"): void {
  let holder: unknown = root;
  let list: { readonly entries: unknown[]; readonly at: number } | null = null;
  for (const step of steps) {
    if (typeof holder !== "object" || holder === null) break;
    if (Array.isArray(holder) && Number(step) < holder.length && (which === "nearest" || list === null)) list = { entries: holder as unknown[], at: Number(step) };
    const next: unknown = Object.getOwnPropertyDescriptor(holder, step)?.value;
    if (step === steps.at(-1) && list === null && Object.hasOwn(holder, step)) delete (holder as Record<string, unknown>)[step];
    holder = next;
  }
  if (list) list.entries[list.at] = TAKEN_OUT;
}

/** Lists without what was taken out, and for each the numbers its entries had. */
function close(value: unknown, path: string, places: Map<string, readonly number[]>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    const kept = value.flatMap((entry: unknown, index) => (entry === TAKEN_OUT ? [] : [{ entry, index }]));
    value.splice(0, value.length, ...kept.map(({ entry }) => entry));
    places.set(path, kept.map(({ index }) => index));
  }
  for (const [key, entry] of Object.entries(value)) close(entry, path === "" ? key : `${path}.${key}`, places);
}

function originalPlace(path: string, places: ReadonlyMap<string, readonly number[]>): string {
  const steps = path.split(".");
  return steps.map((step, at) => {
    const numbers = places.get(steps.slice(0, at).join("."));
    return String(numbers?.[Number(step)] ?? step);
  }).join(".");
}

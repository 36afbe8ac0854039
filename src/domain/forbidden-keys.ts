/** Keys that would reach into JavaScript's own objects; no honest plan or roster has them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export interface ForbiddenKey {
  readonly path: string;
  readonly key: string;
}

/** Every forbidden key of a file, with its path. Walks without recursion: a file nested a million deep is a fault like any other. */
export function forbiddenKeys(json: object): ForbiddenKey[] {
  const found: ForbiddenKey[] = [];
  const seen = new Set<object>();
  const left: { readonly path: string; readonly value: object }[] = [{ path: "", value: json }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (seen.has(next.value)) continue;
    seen.add(next.value);
    for (const key of Object.keys(next.value)) {
      const path = next.path ? `${next.path}.${key}` : key;
      const value: unknown = Object.getOwnPropertyDescriptor(next.value, key)?.value;
      if (FORBIDDEN_KEYS.has(key)) found.push({ path, key });
      else if (typeof value === "object" && value !== null) left.push({ path, value });
    }
  }
  return found;
}

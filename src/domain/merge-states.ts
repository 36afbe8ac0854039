/**
 * One book changed in two places (hợp nhất hai lần sửa): in the engine, and by typing in its sheets before the engine's
 * change was written there. Both are kept; where both changed the same thing, what was typed stands.
 */
import type { BookState } from "./report";

/** `base` is what both began from. */
export function mergeStates(base: BookState, ours: BookState, typed: BookState): BookState {
  return {
    ...merged(base, ours, typed),
    files: keyedLists(base.files, ours.files, typed.files, ({ path, sha256 }) => `${path}|${sha256}`),
    decisions: lists(base.decisions, ours.decisions, typed.decisions),
    corrections: lists(base.corrections, ours.corrections, typed.corrections),
    extensions: lists(base.extensions, ours.extensions, typed.extensions),
    entered: lists(base.entered, ours.entered, typed.entered),
    snapshots: lists(base.snapshots, ours.snapshots, typed.snapshots),
    notes: records(base.notes, ours.notes, typed.notes),
    documents: records(base.documents, ours.documents, typed.documents),
    ...(ours.steps || typed.steps ? { steps: records(base.steps ?? {}, ours.steps ?? {}, typed.steps ?? {}) } : {}),
    ...(ours.ownWords || typed.ownWords ? { ownWords: records(base.ownWords ?? {}, ours.ownWords ?? {}, typed.ownWords ?? {}) } : {}),
  };
}

/** Of fields that are one thing (plan, roster, answers) the one that was changed. */
function merged(base: BookState, ours: BookState, typed: BookState): BookState {
  const changed = Object.entries(typed).filter(([field, value]) => said(value) !== said(base[field as keyof BookState]));
  return { ...ours, ...Object.fromEntries(changed) };
}

function lists<Item>(base: readonly Item[], ours: readonly Item[], typed: readonly Item[]): readonly Item[] {
  const [before, after] = [new Set(base.map(said)), new Set(typed.map(said))];
  const kept = ours.filter((item) => !(before.has(said(item)) && !after.has(said(item))));
  const have = new Set(kept.map(said));
  return [...kept, ...typed.filter((item) => !before.has(said(item)) && !have.has(said(item)))];
}

function keyedLists<Item>(base: readonly Item[], ours: readonly Item[], typed: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const before = new Map(base.map((item) => [keyOf(item), said(item)]));
  const changed = typed.filter((item) => before.get(keyOf(item)) !== said(item));
  const gone = new Set(before.keys());
  for (const item of typed) gone.delete(keyOf(item));
  const all = new Map(ours.filter((item) => !gone.has(keyOf(item))).map((item) => [keyOf(item), item]));
  for (const item of changed) all.set(keyOf(item), item);
  return [...all.values()];
}

function records(base: Readonly<Record<string, string>>, ours: Readonly<Record<string, string>>, typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all = new Map(Object.entries(ours));
  for (const key of Object.keys(base)) if (!(key in typed)) all.delete(key);
  for (const [key, value] of Object.entries(typed)) if (base[key] !== value) all.set(key, value);
  return Object.fromEntries(all);
}

/** The same for the same content, in whatever order its fields were written. */
function said(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "object" && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : typeof part === "bigint" ? String(part) : part)) ?? "";
}

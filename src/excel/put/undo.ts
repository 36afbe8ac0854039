/** What a put did, kept so that it can be taken back (hoàn tác). */
import type { Face } from "./face";

export interface Rewritten {
  readonly id: string;
  readonly name: string;
  readonly from: Face;
  readonly to: Face;
}

export type NameUndo =
  | { readonly kind: "added"; readonly name: string; readonly sheetId?: string }
  | { readonly kind: "changed"; readonly name: string; readonly refersTo: string; readonly sheetId?: string };

/** Grows while the put runs: at every moment it says what has to be undone. */
export interface Undo {
  readonly added: Set<string>;
  readonly rewritten: Rewritten[];
  readonly names: NameUndo[];
  /** Sheets whose protection was lifted, with the options it had. */
  readonly unprotected: Map<string, Excel.WorksheetProtectionOptions>;
}

export function emptyUndo(): Undo {
  return { added: new Set(), rewritten: [], names: [], unprotected: new Map() };
}

export function isEmpty({ added, rewritten, names, unprotected }: Undo): boolean {
  return added.size === 0 && rewritten.length === 0 && names.length === 0 && unprotected.size === 0;
}

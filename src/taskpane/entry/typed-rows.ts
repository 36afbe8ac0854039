/** What the officer has typed so far (số đang nhập): text by indicator and cell, until it is recorded. */
import type { EntryRow, TypedRow } from "#tasks/engine/views/entry";

export type Typed = Readonly<Record<string, TypedRow>>;

export function withCell(typed: Typed, indicator: string, part: string, text: string): Typed {
  const before = typed[indicator];
  return { ...typed, [indicator]: { indicator, ...before, cells: { ...before?.cells, [part]: text } } };
}

export function withSubject(typed: Typed, indicator: string, notApplicable: boolean): Typed {
  return { ...typed, [indicator]: { indicator, cells: typed[indicator]?.cells ?? {}, notApplicable } };
}

/** Rows that say something, in the form's order: what was left empty is not recorded at all. */
export function saidRows(rows: readonly Pick<EntryRow, "indicator">[], typed: Typed): TypedRow[] {
  return rows.flatMap(({ indicator }) => {
    const row = typed[indicator];
    return row && (row.notApplicable === true || Object.values(row.cells).some((text) => text.trim() !== "")) ? [row] : [];
  });
}

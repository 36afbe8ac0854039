/**
 * Where a row's cells stand (tìm ô): by defined name as long as the code printed in that row agrees, else by
 * the visible code and the column. After a sort or a cut and paste the names are stale and the codes are right.
 */
import type { FormRow } from "#domain/form";
import type { DefinedPlaces, Place } from "./defined-places";
import type { FiguresSheet } from "./find-figures";
import type { ColumnRole } from "./form-headings";
import type { SoughtForm } from "./sought-form";

export interface Located {
  /** Several where the row stands several times. */
  readonly places: readonly Place[];
  /** Why there is none: its row is gone, its column is gone, or nobody can tell that it ever was on this form. */
  readonly lost?: "row" | "column" | "unknown";
}

/** Finds cells on the figures sheets of one unit. */
export function locator(sheets: readonly FiguresSheet[], defined: DefinedPlaces, { form: { rows }, nameOf, keyOf }: SoughtForm): (row: FormRow, role: ColumnRole) => Located {
  const named = (row: FormRow, role: ColumnRole, sheet: FiguresSheet): Place | null => {
    const name = nameOf(row, role);
    return name === null ? null : defined.find(name, sheet.grid.name);
  };
  const columns = new Map<FiguresSheet, Map<ColumnRole, number | null>>(sheets.map((sheet) => [sheet, new Map()]));
  const columnOf = (sheet: FiguresSheet, role: ColumnRole): number | null => {
    const known = columns.get(sheet)?.get(role);
    if (known !== undefined) return known;
    const column = commonest(rows.flatMap((row) => named(row, role, sheet)?.column ?? [])) ?? sheet.columns.get(role) ?? null;
    columns.get(sheet)?.set(role, column);
    return column;
  };

  return (row, role) => {
    const key = keyOf(row);
    const places: Place[] = [];
    let seen = false;
    for (const sheet of sheets) {
      const lines = sheet.rows.get(key) ?? [];
      const place = named(row, role, sheet);
      if (lines.length === 0) {
        // Nobody printed the code; the name holds unless another row's code stands beside it.
        if (place && !sheet.codeAt.has(place.row) && !isPrintedElsewhere(key, sheets)) places.push(place);
        continue;
      }
      seen = true;
      for (const line of lines) {
        if (place && place.row === line) {
          places.push(place);
          continue;
        }
        const column = columnOf(sheet, role);
        if (column !== null) places.push({ sheet: sheet.grid.name, row: line, column });
      }
    }
    if (places.length > 0) return { places };
    const name = nameOf(row, role);
    if (seen) return { places, lost: "column" };
    return { places, lost: name !== null && defined.has(name) ? "row" : "unknown" };
  };
}

function isPrintedElsewhere(key: string, sheets: readonly FiguresSheet[]): boolean {
  return sheets.some(({ rows }) => rows.has(key));
}

function commonest(columns: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? null;
}

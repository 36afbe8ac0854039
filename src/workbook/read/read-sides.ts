/** What stands beside the figures: cause, evidence, notes, dates, details of an answer. */
import type { Reading } from "#domain/submission";
import type { CellExpectation } from "./cell-findings";
import { plainReading, type CellOwner } from "./cell-reader";
import type { Place } from "./defined-places";
import { foldText } from "./fold-text";
import { sideName } from "../form-layout";
import type { FormReading } from "./form-reading";
import { textOf } from "./sheet-grid";

/** Columns beside the figures, and details of a yes/no. */
export function readSides(context: FormReading): Record<string, Reading> {
  const { found, reader, indicators } = context;
  const sides: Record<string, Reading> = {};
  const read = (key: string, place: Place, expects: CellExpectation, owner: CellOwner): void => {
    sides[key] = plainReading(reader.read(context.gridOf(place), place.row, place.column, expects, owner));
  };
  for (const { row, role, key, expects, owner } of found.sought.sideCells) {
    const [place] = context.locate(row, role).places;
    if (place) read(key, place, expects, owner);
  }
  for (const code of new Set(found.form.rows.map(({ indicator }) => indicator))) {
    for (const detail of indicators.get(code)?.details ?? []) {
      const place = detailPlace(context, code, detail);
      if (place) read(`${code}.${detail.id}`, place, { kind: detail.kind }, { indicator: code, name: detail.label, beside: true });
    }
  }
  return sides;
}

/** A detail of a yes/no stands where its name says, else right of its label on the indicator's rows. */
function detailPlace({ sheets, found, locate }: FormReading, code: string, detail: { readonly id: string; readonly label: string }): Place | null {
  const row = found.form.rows.find(({ indicator }) => indicator === code);
  if (!row) return null;
  const [main] = locate(row, "main").places;
  for (const { grid } of sheets.figures) {
    const place = found.places.find(sideName(code, detail.id), grid.name);
    if (place) return place;
    const lines = main ? [main.row, main.row + 1, main.row + 2, main.row + 3] : [];
    for (const line of lines) {
      const label = grid.row(line).find((cell) => foldText(textOf(cell).split(":")[0] ?? "") === foldText(detail.label));
      if (label && main) return { sheet: grid.name, row: line, column: label.column >= main.column ? label.column + 1 : main.column };
    }
  }
  return null;
}

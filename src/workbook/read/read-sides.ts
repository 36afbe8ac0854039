/** What stands beside the figures: cause, evidence, notes, dates, details of an answer. */
import type { Reading } from "#domain/submission";
import type { CellExpectation } from "./cell-findings";
import { plainReading, type CellOwner } from "./cell-reader";
import type { Place } from "./defined-places";
import { foldText } from "./fold-text";
import type { FormReading } from "./form-reading";
import { textOf } from "./sheet-grid";
import type { DetailCell } from "./sought-form";

/** Columns beside the figures, and details of a yes/no. */
export function readSides(context: FormReading): Record<string, Reading> {
  const { found, reader } = context;
  const sides: Record<string, Reading> = {};
  const read = (key: string, place: Place, expects: CellExpectation, owner: CellOwner): void => {
    sides[key] = plainReading(reader.read(context.gridOf(place), place.row, place.column, expects, owner));
  };
  for (const { row, role, key, expects, owner } of found.sought.sideCells) {
    const [place] = context.locate(row, role).places;
    if (place) read(key, place, expects, owner);
  }
  for (const detail of found.sought.detailCells) {
    const place = detailPlace(context, detail);
    if (place) read(detail.key, place, detail.expects, detail.owner);
  }
  return sides;
}

/** A detail of a yes/no stands where its name says, else right of its label on the indicator's rows. */
function detailPlace({ sheets, found, locate }: FormReading, { row, name, label }: DetailCell): Place | null {
  const [main] = locate(row, "main").places;
  for (const { grid } of sheets.figures) {
    const place = found.places.find(name, grid.name);
    if (place) return place;
    if (!main) continue;
    for (let line = main.row; line <= main.row + 3; line += 1) {
      const printed = grid.row(line).find((cell) => foldText(textOf(cell).split(":")[0] ?? "") === label);
      if (printed) return { sheet: grid.name, row: line, column: printed.column >= main.column ? printed.column + 1 : main.column };
    }
  }
  return null;
}

/** What reading one unit's form needs at every step; gathered once. */
import type { FormRow } from "#domain/form";
import type { Indicator } from "#domain/plan";
import type { CellOwner, CellReader } from "./cell-reader";
import type { Place } from "./defined-places";
import type { FiguresSheet } from "./find-figures";
import type { FoundForm, ReadRequest } from "./find-form";
import type { StatedUnit } from "./find-unit";
import type { ColumnRole } from "./form-headings";
import type { Identity } from "../form-layout";
import type { Located } from "./locate-cells";
import type { Grid } from "./sheet-grid";

/** The sheets that speak for one unit. */
export interface UnitSheets {
  readonly unit: StatedUnit;
  readonly identity: Identity;
  readonly figures: readonly FiguresSheet[];
  /** The unit's other sheets: facts and lists. */
  readonly grids: readonly Grid[];
}

export interface FormReading extends ReadRequest {
  readonly found: FoundForm;
  readonly sheets: UnitSheets;
  readonly reader: CellReader;
  readonly file: string;
  readonly gridOf: (place: Place) => Grid;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly locate: (row: FormRow, role: ColumnRole) => Located;
}

/** Whose cells a row holds, in a problem's words. */
export function ownerOf({ indicators }: FormReading, code: string): CellOwner {
  const indicator = indicators.get(code);
  return { indicator: code, name: indicator?.shortName ?? indicator?.name ?? code };
}

/** An annex as a sheet (phụ lục biểu): what stands on it, before it has rows and looks. */
import type { BarChart, ChartSeries } from "../chart/bar-chart";

/** Rows of the sheet, one-based, by the place of a line. */
export type RowOf = (line: number) => number;

/** A text, a number, or a formula over other lines with what it comes to now. */
export type AnnexValue = string | number | null | { readonly formula: (rowOf: RowOf) => string; readonly result: number | string };

export interface AnnexCell {
  readonly value: AnnexValue;
  readonly format?: string;
  readonly across?: "left" | "center" | "right";
  /** Some of its units have no figure yet. */
  readonly isPartial?: boolean;
  readonly colour?: string;
  /** Cells to its right that it takes up too. */
  readonly span?: number;
}

export interface AnnexLine {
  readonly cells: readonly (AnnexCell | AnnexValue)[];
  /** `part`: one caption over all columns; `total`: the sum of the others. */
  readonly kind?: "part" | "total";
  /** Begins a page. */
  readonly startsPage?: boolean;
}

export interface AnnexColumn {
  readonly width: number;
  readonly across?: "left" | "center" | "right";
  readonly format?: string;
  /** A bar in the cell, as long as its share. */
  readonly hasBar?: boolean;
}

/** A heading over one or more columns and rows. */
export interface AnnexHead {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A chart of some lines' columns (zero-based), on a page of its own behind the table. */
export interface AnnexChart {
  /** Its sheet, and its number in words. */
  readonly name: string;
  readonly heading: string;
  readonly title: string;
  readonly isStacked: boolean;
  readonly lines: readonly [first: number, last: number];
  readonly labels: number;
  readonly series: readonly (Pick<ChartSeries, "name" | "colour"> & { readonly column: number })[];
  readonly format: string;
  readonly axisFormat: string;
  readonly most?: BarChart["most"];
}

export interface AnnexSheet {
  /** Its number in words: `BIỂU SỐ 1`. */
  readonly title: string;
  readonly name: string;
  readonly subtitle: string;
  readonly columns: readonly AnnexColumn[];
  /** Rows of headings; a heading of several rows stands in the first of them. */
  readonly heads: readonly (readonly (AnnexHead | null)[])[];
  readonly lines: readonly AnnexLine[];
  /** Under the table: what signs and looks mean. */
  readonly notes: readonly string[];
  readonly chart?: AnnexChart;
}

export interface AnnexBook {
  readonly parent: string;
  readonly office: string;
  /** `(Kèm theo Báo cáo số …)`. */
  readonly attached: string;
  /** Draft or frozen, sample data. */
  readonly marks: readonly string[];
  readonly placeAndDate: string;
  readonly signer: string;
  readonly contents: { readonly name: string; readonly title: string; readonly columns: readonly [string, string, string] };
  readonly people: { readonly by: string; readonly byHint: string; readonly headHint: string };
  readonly sheets: readonly AnnexSheet[];
}

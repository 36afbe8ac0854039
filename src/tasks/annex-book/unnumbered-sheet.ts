import type { AnnexChart, AnnexSheet } from "#workbook/annex/annex-sheet";

/** An annex before it has its number, and its chart before it has its sheet. */
export interface UnnumberedSheet extends Omit<AnnexSheet, "title" | "name" | "chart"> {
  readonly chart?: Omit<AnnexChart, "name" | "heading">;
}

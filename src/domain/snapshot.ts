/**
 * A workbook as plain values: the hinge between the edges and the core. File readers and Office.js each
 * produce one, so recognising a form is written once, synchronous, and tested without Excel.
 */

/** What a cell holds, as its program stored it. Nothing is converted or guessed here. */
export type CellValue =
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  /** A date cell, as an ISO day (`2024-10-20`) or day and time (`2024-10-20T15:30:00`). */
  | { readonly kind: "date"; readonly iso: string }
  /** `#N/A`, `#DIV/0!`, … as shown. */
  | { readonly kind: "error"; readonly error: string };

export interface Cell {
  /** Zero-based. */
  readonly row: number;
  /** Zero-based. */
  readonly column: number;
  /** `null`: a formula that was saved without its result. */
  readonly value: CellValue | null;
  /** The formula's text without the leading `=`, where there is one. */
  readonly formula?: string;
  /** The number format code, where it is not General (`0.0%`). */
  readonly format?: string;
  /** Font name, where the reader knows it (old-font text is recognised by it). */
  readonly font?: string;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  /** Filled cells only, in row-then-column order; the top left cell speaks for a merged range. */
  readonly cells: readonly Cell[];
  readonly merges: readonly CellRange[];
}

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface DefinedName {
  readonly name: string;
  /** As stored, e.g. `'Kết quả'!$G$12`; `#REF!` where its cells were deleted. */
  readonly refersTo: string;
  /** Sheet name for a sheet-scoped name. */
  readonly sheet?: string;
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  /** True where formulas point into other files (the sign of pasting from another workbook). */
  readonly hasExternalLinks: boolean;
  readonly hasMacros: boolean;
  /** Embedded files and controls (OLE, ActiveX), where the reader knows. */
  readonly hasObjects?: boolean;
}

/** `A1`-style address of zero-based row and column. */
export function addressOf(row: number, column: number): string {
  return `${LETTERS[column] ?? lettersOf(column)}${row + 1}`;
}

function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** Of the columns that forms have. */
const LETTERS: readonly string[] = Array.from({ length: 100 }, (_, column) => lettersOf(column));

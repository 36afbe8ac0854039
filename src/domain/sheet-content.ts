/**
 * Sheets as they look (nội dung trang tính): what a generated form or book puts in front of the officer, as plain
 * values. The file writer's result, the sheets shown in the browser and what is written into live Excel are
 * all this one shape, so a sheet looks the same wherever it is opened.
 */
import type { CellRange, DefinedName } from "./snapshot";

/** `null`: blank. A day is its serial number under a date format, as a spreadsheet keeps it. */
export type Scalar = string | number | boolean | { readonly error: string } | null;

/** A stretch of one cell's text with a look of its own. */
export interface TextRun {
  readonly text: string;
  readonly font?: FontLook;
}

export interface ContentCell {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  /** The value shown: of a formula, its result. */
  readonly value: Scalar;
  /** Without the leading `=`. */
  readonly formula?: string;
  /** Place of the cell's look in `WorkbookContent.styles`. */
  readonly style: number;
  readonly runs?: readonly TextRun[];
}

export interface FontLook {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** `#RRGGBB`. */
  readonly colour?: string;
}

export interface Edge {
  readonly style: "thin" | "medium" | "thick" | "hair" | "dotted" | "dashed" | "double";
  readonly colour?: string;
}

export interface CellLook {
  readonly font: FontLook;
  /** `#RRGGBB`; absent: no fill. */
  readonly fill?: string;
  readonly edges: { readonly top?: Edge; readonly right?: Edge; readonly bottom?: Edge; readonly left?: Edge };
  /** Number format code; absent: General. */
  readonly format?: string;
  readonly across?: "left" | "center" | "right" | "justify";
  readonly down?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** False: may be typed in where the sheet is protected. */
  readonly locked?: boolean;
}

/** What may be typed in some cells, and what is said of the rest. Formulas without the leading `=`. */
export interface Validation {
  readonly ranges: readonly CellRange[];
  readonly kind: "list" | "whole" | "decimal" | "date" | "textLength" | "custom";
  readonly operator?: "between" | "notBetween" | "equal" | "notEqual" | "greaterThan" | "lessThan" | "greaterThanOrEqual" | "lessThanOrEqual";
  readonly formulas: readonly string[];
  readonly allowBlank: boolean;
  /** `stop` refuses; the others only warn. */
  readonly severity: "stop" | "warning" | "information";
  readonly error?: { readonly title: string; readonly text: string };
  readonly prompt?: { readonly title: string; readonly text: string };
}

/** A look that depends on a formula (of the top left cell of the first range). */
export interface ConditionalLook {
  readonly ranges: readonly CellRange[];
  readonly formula: string;
  readonly font?: FontLook;
  readonly fill?: string;
  readonly stopIfTrue?: boolean;
}

export interface SheetContent {
  readonly name: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly tabColour?: string;
  /** Every filled or styled cell, in row-then-column order. */
  readonly cells: readonly ContentCell[];
  readonly merges: readonly CellRange[];
  /** Widths in characters of the default font. */
  readonly columns: readonly { readonly column: number; readonly width?: number; readonly hidden?: boolean }[];
  /** Heights in points. */
  readonly rows: readonly { readonly row: number; readonly height?: number; readonly hidden?: boolean }[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly validations: readonly Validation[];
  readonly conditionals: readonly ConditionalLook[];
  /** Range with filter buttons. */
  readonly filter?: CellRange;
  readonly isProtected: boolean;
  readonly showGridlines: boolean;
  readonly page: {
    readonly landscape: boolean;
    readonly area?: CellRange;
    /** First and last row repeated on every page, zero-based. */
    readonly titleRows?: { readonly from: number; readonly to: number };
    readonly fitToWidth: boolean;
  };
}

export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  readonly names: readonly DefinedName[];
  readonly styles: readonly CellLook[];
}

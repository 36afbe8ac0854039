/**
 * The host port (nơi mở sổ): what live Excel and the browser's own workbook both offer to the tasks. A few coarse
 * operations, never cell by cell. Each call ends as a value or as a fault with a name; nothing throws.
 */
import type { Severity } from "./problem";
import type { WorkbookContent } from "./sheet-content";
import type { CellRange, WorkbookSnapshot } from "./snapshot";

/** Why the host could not do it. Sentences and remedies live in `messages`. */
export type HostFault =
  /** This Excel lacks the feature; `needs` names the requirement set. */
  | { readonly kind: "too-old"; readonly needs: string }
  /** The sheet, or with no sheet the workbook's structure, is protected. */
  | { readonly kind: "protected"; readonly sheet?: string }
  /** A cell is being edited, or a dialog is open: press Enter or Esc and try again. */
  | { readonly kind: "busy" }
  | { readonly kind: "read-only" }
  /** More than the host accepts in one piece, even after splitting. */
  | { readonly kind: "too-large"; readonly bytes: number }
  /** A sheet of this name exists and is not ours: nothing was overwritten. */
  | { readonly kind: "name-taken"; readonly sheet: string }
  | { readonly kind: "sheet-gone"; readonly sheet: string }
  | { readonly kind: "cancelled" }
  /** Anything else the host refused, in its own words. */
  | { readonly kind: "refused"; readonly detail: string };

export type HostOutcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: HostFault };

export interface HostAbilities {
  /** Native charts can be drawn. */
  readonly charts: boolean;
  /** Edits can be followed while typing. */
  readonly liveCheck: boolean;
  /** A file offered for download reaches the officer (Excel on the Mac drops it without a word). */
  readonly downloads: boolean;
  /** A second workbook can be opened beside this one. */
  readonly opensWorkbooks: boolean;
  /** Excel's own undo list is lost when we write. */
  readonly losesUndo: boolean;
}

export interface CellPlace {
  readonly sheet: string;
  /** `G14`; the first cell of a list of cells. */
  readonly cell: string;
}

/** A cell to draw attention to; never by colour alone: the text is shown with it. */
export interface CellMark extends CellPlace {
  readonly severity: Severity;
  readonly text: string;
}

/** Cells that changed under the officer's hands (typed, pasted, cleared). Our own writing is never reported. */
export interface SheetChange {
  readonly sheet: string;
  readonly range: CellRange;
}

/** A native chart beside the figures it shows; of the same name on the sheet: replaced. */
export interface ChartRequest {
  readonly sheet: string;
  readonly name: string;
  readonly title: string;
  readonly kind: "stackedBar" | "bar" | "column";
  readonly categories: CellRange;
  readonly series: readonly { readonly name: string; readonly values: CellRange; readonly colour?: string }[];
  /** Where it stands. */
  readonly at: CellRange;
}

export interface PutOptions {
  /** Names of sheets in the open workbook that are ours and may be rewritten. Any other sheet is left alone. */
  readonly owned: ReadonlySet<string>;
  /** The same content as an .xlsx package, for hosts that take in whole sheets at once. */
  readonly file?: Uint8Array;
  /** What the workbook is called where it has no name of its own yet. */
  readonly name?: string;
  /** Sheet to show afterwards. */
  readonly show?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, sheet: string) => void;
}

export interface PutResult {
  readonly added: readonly string[];
  readonly rewritten: readonly string[];
}

/** Ends a subscription. */
export type Stop = () => Promise<void>;

export interface WorkbookHost {
  readonly kind: "excel" | "browser";
  readonly abilities: HostAbilities;
  /** The open workbook's name as its title bar shows it, where known. */
  name(): Promise<string>;
  /** Every sheet with its values and formulas, hidden ones included, and the defined names. */
  read(options?: { readonly sheets?: ReadonlySet<string>; readonly signal?: AbortSignal }): Promise<HostOutcome<WorkbookSnapshot>>;
  /** The file the open workbook still is, to the last cell; `null` where it was changed since, and where the host cannot tell. */
  openedFile(): Uint8Array | null;
  /** The open workbook as a file. */
  file(): Promise<HostOutcome<Uint8Array>>;
  /**
   * Makes each sheet of `content` stand in the open workbook: absent ones are added, owned ones rewritten in place
   * (never deleted, so that the officer's formulas pointing to them keep working). On failure or cancel every
   * owned sheet is as before.
   */
  put(content: WorkbookContent, options: PutOptions): Promise<HostOutcome<PutResult>>;
  /** Undoes the last `put`; false where there is nothing to take back. */
  takeBack(): Promise<HostOutcome<boolean>>;
  canTakeBack(): boolean;
  /** Replaces all marks. */
  mark(marks: readonly CellMark[]): Promise<HostOutcome<void>>;
  select(place: CellPlace): Promise<HostOutcome<void>>;
  drawCharts(charts: readonly ChartRequest[]): Promise<HostOutcome<void>>;
  watchChanges(listener: (change: SheetChange) => void): Promise<HostOutcome<Stop>>;
  watchSelection(listener: (place: CellPlace) => void): Promise<HostOutcome<Stop>>;
  /** Opens a file as a workbook of its own, beside this one. */
  open(file: Uint8Array, name: string): Promise<HostOutcome<void>>;
  /** Told when another workbook comes to the front of this pane; in Excel each workbook has a pane of its own. */
  watchWorkbook(listener: () => void): Promise<HostOutcome<Stop>>;
}

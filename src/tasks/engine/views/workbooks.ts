/** Workbooks made and looked at (sổ và biểu): what was written, how an open form stands. */
import type { ChartRequest } from "#domain/host";
import type { Stage } from "#domain/plan";
import type { WorkbookContent } from "#domain/sheet-content";
import type { ProblemRow } from "./problems";

/** A workbook the engine wrote: as a file, and as sheets to put in the open workbook. */
export interface MadeWorkbook {
  readonly fileName: string;
  readonly file: Uint8Array;
  readonly content: WorkbookContent;
  /** Sheets that are ours in an open book. */
  readonly owned: readonly string[];
  /** Native charts beside its figures, where the host draws them. */
  readonly charts?: readonly ChartRequest[];
}

export interface FormCheck {
  readonly plan: string;
  readonly planTitle: string;
  readonly stage: Stage;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly deadline: string | null;
  readonly fileName: string | null;
  readonly canSubmit: boolean;
  readonly blanks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly checksum: string;
  readonly rows: readonly { readonly indicator: string; readonly name: string; readonly figure: string; readonly status: "ok" | "blank" | "error" | "warning" | "notApplicable"; readonly sheet: string | null; readonly cell: string | null }[];
  readonly problems: readonly ProblemRow[];
  /** What the office above will see: result against target, line by line. */
  readonly rehearsal: readonly string[];
}

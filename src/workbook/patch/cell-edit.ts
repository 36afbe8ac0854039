/** One typed value (ô vừa gõ). */
import type { Scalar } from "#domain/sheet-content";

export interface CellEdit {
  readonly sheet: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
  /** Without the leading `=`; `value` is then its result. */
  readonly formula?: string;
}


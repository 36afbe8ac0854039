import { memo, type CSSProperties } from "react";
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Severity } from "#domain/problem";
import type { CellLook, ContentCell } from "#domain/sheet-content";
import { shownText } from "#tasks/shown-sheets";
import { cellStyle } from "./cell-style";

const useStyles = makeStyles({
  cell: { position: "absolute", boxSizing: "border-box", display: "flex", overflow: "hidden", paddingInline: "3px", lineHeight: 1.2, cursor: "cell", userSelect: "none", borderRight: "1px solid #e1e1e1", borderBottom: "1px solid #e1e1e1" },
  bare: { borderRightColor: "transparent", borderBottomColor: "transparent" },
  flows: { overflow: "visible", zIndex: 1 },
  error: { boxShadow: "inset 0 0 0 2px #c50f1f", zIndex: 2 },
  warning: { boxShadow: "inset 0 0 0 2px #bc4b09", zIndex: 2 },
  info: { boxShadow: "inset 0 0 0 2px #0f6cbd", zIndex: 2 },
});

const SIGNS: Readonly<Record<Severity, string>> = { error: "✘ ", warning: "⚠ ", info: "ℹ " };

export interface SheetCellProps {
  readonly id: string;
  readonly cell: ContentCell | undefined;
  readonly look: CellLook;
  readonly row: number;
  readonly column: number;
  readonly place: Pick<CSSProperties, "left" | "top" | "width" | "height">;
  readonly hasGridlines: boolean;
  /** Words run on into blank neighbours. */
  readonly flows: boolean;
  readonly isSelected: boolean;
  readonly mark: { readonly severity: Severity; readonly text: string } | undefined;
}

/** One cell on the screen; the grid places it. */
export const SheetCell = memo(function SheetCell({ id, cell, look, row, column, place, hasGridlines, flows, isSelected, mark }: SheetCellProps) {
  const styles = useStyles();
  const value = cell?.value ?? null;
  const text = shownText(value, look.format);
  return (
    <div
      id={id} role="gridcell" aria-colindex={column + 1} aria-selected={isSelected} data-row={row} data-column={column} title={mark ? `${SIGNS[mark.severity]}${mark.text}` : undefined}
      className={mergeClasses(styles.cell, !hasGridlines && styles.bare, flows && styles.flows, mark && styles[mark.severity])}
      style={{ ...place, ...cellStyle(look, value), ...(flows ? { backgroundColor: look.fill ?? "transparent" } : {}) }}
    >
      {mark && <span aria-hidden>{SIGNS[mark.severity]}</span>}
      <span style={{ minWidth: 0, ...(look.across === "justify" ? { width: "100%" } : {}) }}>
        {cell?.runs ? cell.runs.map((run, index) => <span key={index} style={{ fontWeight: run.font?.bold ? 700 : undefined, fontStyle: run.font?.italic ? "italic" : undefined, color: run.font?.colour }}>{run.text}</span>) : text}
      </span>
    </div>
  );
});

/** A cell's look as style of the page (định dạng ô trên màn hình). */
import type { CSSProperties } from "react";
import type { CellLook, ContentCell } from "#domain/sheet-content";

const EDGE = { thin: "1px solid", medium: "2px solid", thick: "3px solid", hair: "1px dotted", dotted: "1px dotted", dashed: "1px dashed", double: "3px double" } as const;
const DOWN = { top: "flex-start", middle: "center", bottom: "flex-end" } as const;

/** Numbers stand right, answers and errors in the middle, words left, unless the look says otherwise. */
export function cellStyle(look: CellLook, value: ContentCell["value"]): CSSProperties {
  const { font, fill, edges, across, down, wrap, indent } = look;
  const natural = typeof value === "number" ? "right" : typeof value === "boolean" || (typeof value === "object" && value !== null) ? "center" : "left";
  const textAlign = across ?? natural;
  return {
    backgroundColor: fill ?? "#ffffff", color: font.colour ?? "#000000", fontFamily: `"${font.name ?? "Calibri"}", "Liberation Serif", serif`, fontSize: `${((font.size ?? 11) * 4) / 3}px`,
    fontWeight: font.bold ? 700 : 400, fontStyle: font.italic ? "italic" : "normal",
    textDecoration: [font.underline && "underline", font.strike && "line-through"].filter(Boolean).join(" ") || "none",
    alignItems: DOWN[down ?? "bottom"], textAlign, justifyContent: textAlign === "right" ? "flex-end" : textAlign === "center" ? "center" : "flex-start",
    whiteSpace: wrap ? "pre-wrap" : "pre", overflowWrap: wrap ? "anywhere" : "normal", paddingInlineStart: `${3 + (indent ?? 0) * 9}px`,
    ...Object.fromEntries((["top", "right", "bottom", "left"] as const).flatMap((side) => {
      const edge = edges[side];
      return edge ? [[`border${side[0]?.toUpperCase() ?? ""}${side.slice(1)}`, `${EDGE[edge.style]} ${edge.colour ?? "#000000"}`]] : [];
    })),
  };
}

/** How cells look as they stand (định dạng đang có), asked for by the rectangles that shall look alike. */
import type { CellLook, Edge } from "#domain/sheet-content";
import { readUniform, type Uniform } from "../read-uniform";
import type { Block } from "../read-cells";
import { addressOfRange } from "../ranges";
import { has } from "../run-excel";

const PLAIN: CellLook = { font: {}, edges: {} };

export function readLooks(context: Excel.RequestContext, blocks: readonly Block[], signal?: AbortSignal): Promise<Uniform<CellLook>[]> {
  return readUniform(context, blocks, ({ range }) => addressOfRange(range), askLook, PLAIN, signal);
}

function askLook(range: Excel.Range, { range: { top, left, bottom, right } }: Block): () => CellLook | null {
  const { format } = range;
  format.load("horizontalAlignment,verticalAlignment,wrapText" + (has("1.9") ? ",indentLevel" : ""));
  format.font.load("name,size,bold,italic,underline,color" + (has("1.9") ? ",strikethrough" : ""));
  format.fill.load("color");
  if (has("1.2")) format.protection.load("locked");
  format.borders.load("items/sideIndex,items/style,items/weight,items/color");
  return () => {
    const { font, fill, borders } = format;
    const told: readonly unknown[] = [
      format.horizontalAlignment, format.verticalAlignment, format.wrapText, font.name, font.size, font.bold, font.italic, font.underline, font.color, fill.color,
      ...(has("1.2") ? [format.protection.locked] : []), ...(has("1.9") ? [format.indentLevel, font.strikethrough] : []),
    ];
    const edges = edgesOf(borders.items, bottom > top, right > left);
    if (edges === null || told.includes(null)) return null;
    return {
      font: {
        name: font.name, size: font.size, ...(font.bold ? { bold: true } : {}), ...(font.italic ? { italic: true } : {}),
        ...(font.underline === "None" ? {} : { underline: true }), ...(has("1.9") && font.strikethrough ? { strike: true } : {}),
        ...(font.color === "#000000" || font.color === "" ? {} : { colour: font.color }),
      },
      edges, ...(fill.color === "" || fill.color.toUpperCase() === "#FFFFFF" ? {} : { fill: fill.color }),
      ...acrossOf(format.horizontalAlignment), ...downOf(format.verticalAlignment), ...(format.wrapText ? { wrap: true } : {}),
      ...(has("1.9") && format.indentLevel > 0 ? { indent: format.indentLevel } : {}),
      ...(has("1.2") && !format.protection.locked ? { locked: false } : {}),
    };
  };
}

/** The edges of each cell of the rectangle; `null`: its cells differ. */
function edgesOf(items: readonly Excel.RangeBorder[], tall: boolean, wide: boolean): CellLook["edges"] | null {
  const found = new Map<string, Edge | undefined | null>(items.map((item) => [item.sideIndex, edgeOf(item)]));
  const [top, bottom, left, right] = (["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const).map((side) => found.get(side));
  if (top === null || bottom === null || left === null || right === null) return null;
  if (tall && !(sameEdge(top, bottom) && sameEdge(top, found.get("InsideHorizontal")))) return null;
  if (wide && !(sameEdge(left, right) && sameEdge(left, found.get("InsideVertical")))) return null;
  return { ...(top ? { top } : {}), ...(right ? { right } : {}), ...(bottom ? { bottom } : {}), ...(left ? { left } : {}) };
}

function sameEdge(a: Edge | undefined, b: Edge | null | undefined): boolean {
  return b !== null && a?.style === b?.style && (a?.colour ?? "") === (b?.colour ?? "");
}

const STYLES: Readonly<Record<string, Edge["style"]>> = {
  Dash: "dashed", DashDot: "dashed", DashDotDot: "dashed", SlantDashDot: "dashed", Dot: "dotted", Double: "double",
};
const WEIGHTS: Readonly<Record<string, Edge["style"]>> = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" };

/** `null`: not the same all along. */
function edgeOf({ style, weight, color }: { readonly style: string | null; readonly weight: string | null; readonly color: string | null }): Edge | undefined | null {
  if (style === null) return null;
  if (style === "None") return undefined;
  if (weight === null || color === null) return null;
  const named = STYLES[style] ?? WEIGHTS[weight] ?? "thin";
  return color === "" || color === "#000000" ? { style: named } : { style: named, colour: color };
}

function acrossOf(alignment: string): Pick<CellLook, "across"> {
  const known: Readonly<Record<string, CellLook["across"]>> = { Left: "left", Center: "center", Right: "right", Justify: "justify", CenterAcrossSelection: "center", Distributed: "justify" };
  const across = known[alignment];
  return across === undefined ? {} : { across };
}

function downOf(alignment: string): Pick<CellLook, "down"> {
  return alignment === "Top" ? { down: "top" } : alignment === "Center" ? { down: "middle" } : {};
}

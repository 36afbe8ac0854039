/** Changed looks as operations (ghi định dạng): every rectangle of one look in one go. */
import type { CellLook, Edge } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import type { Operation } from "../batches";
import { has } from "../run-excel";
import { onAreas, type Areas } from "./areas";
import type { SheetChanges } from "./changes";

export function lookOperations(sheet: string, looks: SheetChanges["looks"]): Operation[] {
  return looks.flatMap(({ look, ranges }) => shapes(ranges).flatMap(({ ranges: alike, tall, wide }) => onAreas(sheet, alike, 4_000, (areas) => paint(areas, look, tall, wide))));
}

/** Inner edges exist only where a rectangle is taller or wider than one cell. */
function shapes(ranges: readonly CellRange[]): { ranges: CellRange[]; tall: boolean; wide: boolean }[] {
  return [[false, false], [false, true], [true, false], [true, true]].map(([tall = false, wide = false]) => ({
    tall, wide, ranges: ranges.filter(({ top, left, bottom, right }) => bottom > top === tall && right > left === wide),
  })).filter(({ ranges: alike }) => alike.length > 0);
}

function paint({ format }: Areas, look: CellLook, tall: boolean, wide: boolean): void {
  const { font, edges } = look;
  if (font.name !== undefined) format.font.name = font.name;
  if (font.size !== undefined) format.font.size = font.size;
  format.font.bold = font.bold === true;
  format.font.italic = font.italic === true;
  format.font.underline = font.underline === true ? "Single" : "None";
  format.font.color = font.colour ?? "#000000";
  if (has("1.9")) format.font.strikethrough = font.strike === true;
  if (look.fill === undefined) format.fill.clear();
  else format.fill.color = look.fill;
  format.horizontalAlignment = ACROSS[look.across ?? "general"];
  format.verticalAlignment = DOWN[look.down ?? "bottom"];
  format.wrapText = look.wrap === true;
  if (has("1.9")) format.indentLevel = look.indent ?? 0;
  if (has("1.2")) format.protection.locked = look.locked !== false;
  draw(format, "EdgeTop", edges.top);
  draw(format, "EdgeBottom", edges.bottom);
  draw(format, "EdgeLeft", edges.left);
  draw(format, "EdgeRight", edges.right);
  if (tall) draw(format, "InsideHorizontal", edges.top);
  if (wide) draw(format, "InsideVertical", edges.left);
}

const ACROSS = { general: "General", left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const DOWN = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

const LINES: Readonly<Record<Edge["style"], { readonly style: Excel.BorderLineStyle | "Continuous" | "Dot" | "Dash" | "Double"; readonly weight: "Hairline" | "Thin" | "Medium" | "Thick" }>> = {
  thin: { style: "Continuous", weight: "Thin" }, medium: { style: "Continuous", weight: "Medium" }, thick: { style: "Continuous", weight: "Thick" },
  hair: { style: "Continuous", weight: "Hairline" }, dotted: { style: "Dot", weight: "Thin" }, dashed: { style: "Dash", weight: "Thin" }, double: { style: "Double", weight: "Thick" },
};

type Side = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

function draw(format: Areas["format"], side: Side, edge: Edge | undefined): void {
  const border = format.borders.getItem(side);
  if (!edge) {
    border.style = "None";
    return;
  }
  const line = LINES[edge.style];
  border.style = line.style;
  border.weight = line.weight;
  border.color = edge.colour ?? "#000000";
}

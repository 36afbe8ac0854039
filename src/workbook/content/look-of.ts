/** A cell's look (định dạng ô) out of the library's terms, each look once. */
import type ExcelJS from "exceljs";
import type { CellLook, Edge, FontLook } from "#domain/sheet-content";

/** Theme colours of the standard Office theme, by their place. */
const THEME = ["#FFFFFF", "#000000", "#E7E6E6", "#44546A", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export function colourOf(colour: Partial<ExcelJS.Color> | undefined): string | undefined {
  if (!colour) return undefined;
  if (typeof colour.argb === "string" && /^[0-9A-F]{8}$/iu.test(colour.argb)) return `#${colour.argb.slice(2).toUpperCase()}`;
  return colour.theme === undefined ? undefined : THEME[colour.theme];
}

export function fontOf(font: Partial<ExcelJS.Font> | undefined): FontLook {
  if (!font) return {};
  const colour = colourOf(font.color);
  return {
    ...(font.name === undefined ? {} : { name: font.name }), ...(font.size === undefined ? {} : { size: font.size }),
    ...(font.bold ? { bold: true } : {}), ...(font.italic ? { italic: true } : {}), ...(font.strike ? { strike: true } : {}),
    ...(font.underline === true || (typeof font.underline === "string" && font.underline !== "none") ? { underline: true } : {}),
    ...(colour === undefined || colour === "#000000" ? {} : { colour }),
  };
}

export function fillOf(fill: ExcelJS.Fill | undefined): string | undefined {
  if (fill?.type !== "pattern" || fill.pattern === "none") return undefined;
  return colourOf(fill.fgColor) ?? colourOf(fill.bgColor);
}

const EDGES: Readonly<Record<string, Edge["style"]>> = {
  thin: "thin", medium: "medium", thick: "thick", hair: "hair", dotted: "dotted", dashed: "dashed", double: "double",
  dashDot: "dashed", dashDotDot: "dashed", mediumDashed: "dashed", mediumDashDot: "dashed", mediumDashDotDot: "dashed", slantDashDot: "dashed",
};

function edgeOf(border: Partial<ExcelJS.Border> | undefined): Edge | undefined {
  const style = border?.style === undefined ? undefined : EDGES[border.style];
  if (style === undefined) return undefined;
  const colour = colourOf(border?.color);
  return colour === undefined || colour === "#000000" ? { style } : { style, colour };
}

const ACROSS: Readonly<Record<string, CellLook["across"]>> = { left: "left", center: "center", right: "right", justify: "justify", centerContinuous: "center", distributed: "justify" };
const DOWN: Readonly<Record<string, CellLook["down"]>> = { top: "top", middle: "middle", bottom: "bottom" };

export function lookOf({ font, fill, border, alignment, numFmt, protection }: Partial<ExcelJS.Style>): CellLook {
  const colour = fillOf(fill);
  const [top, right, bottom, left] = [border?.top, border?.right, border?.bottom, border?.left].map(edgeOf);
  const across = ACROSS[alignment?.horizontal ?? ""];
  const down = DOWN[alignment?.vertical ?? ""];
  return {
    font: fontOf(font), ...(colour === undefined ? {} : { fill: colour }),
    edges: { ...(top ? { top } : {}), ...(right ? { right } : {}), ...(bottom ? { bottom } : {}), ...(left ? { left } : {}) },
    ...(numFmt === undefined || numFmt === "General" ? {} : { format: numFmt }),
    ...(across === undefined ? {} : { across }), ...(down === undefined ? {} : { down }),
    ...(alignment?.wrapText ? { wrap: true } : {}), ...(alignment?.indent ? { indent: alignment.indent } : {}),
    ...(protection?.locked === false ? { locked: false } : {}),
  };
}

/** Looks told apart by what they are; a look's number is its place in the list. */
export function lookBook(): { readonly looks: CellLook[]; readonly numberOf: (style: Partial<ExcelJS.Style>) => number } {
  const looks: CellLook[] = [{ font: {}, edges: {} }];
  const byObject = new WeakMap<object, number>();
  const byText = new Map<string, number>([[JSON.stringify(looks[0]), 0]]);
  const numberOf = (style: Partial<ExcelJS.Style>): number => {
    const known = byObject.get(style);
    if (known !== undefined) return known;
    const look = lookOf(style);
    const text = JSON.stringify(look);
    const number = byText.get(text) ?? looks.push(look) - 1;
    byText.set(text, number);
    byObject.set(style, number);
    return number;
  };
  return { looks, numberOf };
}

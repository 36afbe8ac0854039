/** How the form looks: Times New Roman, black on white like official paper; pale yellow is for filling in. */
import type ExcelJS from "exceljs";

export const FONT = "Times New Roman";

const solid = (argb: string): ExcelJS.Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });

export const FILL = {
  input: solid("FFFFF8D6"),
  linked: solid("FFE6F0FA"),
  head: solid("FFEDEDED"),
  group: solid("FFF6F6F6"),
  none: { type: "pattern", pattern: "lightUp", fgColor: { argb: "FFBFBFBF" }, bgColor: { argb: "FFFFFFFF" } } as ExcelJS.Fill,
} as const;

/** For conditional formatting, where a solid colour is a background colour. */
export const MARK = {
  wrong: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFBE0DD" } } as ExcelJS.Fill, font: { color: { argb: "FFB3261E" } } },
  warning: { font: { color: { argb: "FF8A5A00" } } },
  good: { font: { color: { argb: "FF1B6B3A" } } },
  /** On a return slip, until the cell is changed. */
  returned: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFF5B7B1" } } as ExcelJS.Fill, font: { color: { argb: "FF7B1A12" } } },
  questioned: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFCE4A8" } } as ExcelJS.Fill, font: { color: { argb: "FF6B4A00" } } },
  away: { fill: { type: "pattern", pattern: "lightUp", fgColor: { argb: "FFBFBFBF" }, bgColor: { argb: "FFFFFFFF" } } as ExcelJS.Fill, font: { color: { argb: "FFA6A6A6" } } },
} as const;

const line: Partial<ExcelJS.Border> = { style: "thin", color: { argb: "FF7F7F7F" } };
export const BOX: Partial<ExcelJS.Borders> = { top: line, left: line, bottom: line, right: line };

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly colour?: string;
  readonly fill?: ExcelJS.Fill;
  readonly box?: boolean;
  readonly across?: "left" | "center" | "right";
  readonly down?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly format?: string;
  readonly indent?: number;
}

export const GREY = "FF767676";

const styles = new Map<string, Partial<ExcelJS.Style>>();
const fills = new Map<ExcelJS.Fill, number>();

/** The style object of a look: one for all cells that look so, which nobody may change. */
export function styleOf(look: Look): Partial<ExcelJS.Style> {
  const { size, bold, italic, underline, colour, fill, box, across, down, wrap, format, indent } = look;
  if (fill && !fills.has(fill)) fills.set(fill, fills.size);
  const key = `${size}|${bold}|${italic}|${underline}|${colour}|${fill ? fills.get(fill) : ""}|${box}|${across}|${down}|${wrap}|${indent}|${format}`;
  const known = styles.get(key);
  if (known) return known;
  const style = Object.freeze(newStyle(look));
  styles.set(key, style);
  return style;
}

function newStyle({ size = 11, bold = false, italic = false, underline = false, colour = "FF000000", fill, box = false, across = "left", down = "middle", wrap = true, format, indent }: Look): Partial<ExcelJS.Style> {
  return {
    font: { name: FONT, size, family: 1, color: { argb: colour }, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) },
    alignment: { horizontal: across, vertical: down, wrapText: wrap, ...(indent ? { indent } : {}) },
    ...(fill ? { fill } : {}),
    ...(box ? { border: BOX } : {}),
    ...(format ? { numFmt: format } : {}),
  };
}

/**
 * How many lines a text takes in a column of this width (in characters of the default font), by filling
 * lines word by word as the spreadsheet does. Errs on the side of one line too many.
 */
export function linesOf(text: string, width: number, size = 11, bold = false): number {
  const room = Math.max(3, (width - 0.8) * (11 / size) * (bold ? 0.96 : 1.04));
  return text.split("\n").reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    for (const word of paragraph.split(" ")) {
      const length = breadth(word);
      if (used > 0 && used + 1 + length > room) {
        count += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + length;
      while (used > room) {
        count += 1;
        used -= room;
      }
    }
    return lines + count;
  }, 0);
}

const breadths = new Map<string, number>();
const MOST_WORDS = 5000;

/** Capitals are wider than small letters. */
function breadth(word: string): number {
  const known = breadths.get(word);
  if (known !== undefined) return known;
  if (breadths.size >= MOST_WORDS) breadths.clear();
  const measured = measure(word);
  breadths.set(word, measured);
  return measured;
}

function measure(word: string): number {
  let sum = 0;
  for (const letter of word.normalize("NFC")) sum += /[ilj.,;:'’“”()|!]/.test(letter) ? 0.6 : /[\p{Lu}mw%—]/u.test(letter) ? 1.4 : 1;
  return sum;
}

/** Row height for a number of lines. */
export function heightOf(lines: number, size = 11, least = 0): number {
  return Math.min(400, Math.max(least, Math.ceil(lines * size * 1.3 + 4)));
}

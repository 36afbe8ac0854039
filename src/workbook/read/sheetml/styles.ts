/** What a cell's style number says about its value (kiểu ô): the number format, and an old Vietnamese font. */
import { isLegacyFont } from "../old-fonts";
import { isDateFormat } from "../serial-days";
import { certain, uncertain } from "./uncertain";
import { elementNamed, elementsNamed, insideRoot, plainXml, unescaped } from "./xml";

export interface CellStyle {
  /** Number format code; absent for General. */
  readonly format?: string;
  readonly isDate: boolean;
  /** Only where its letters are no Unicode. */
  readonly oldFont?: string;
}

export const NO_STYLE: CellStyle = { isDate: false };

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30), as this program shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yy",
  15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
  37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
};

/** Amounts of money: in every language a number, shown as the machine likes. */
const MONEY: ReadonlySet<number> = new Set([5, 6, 7, 8, 41, 42, 43, 44]);

/** Styles by their number, as cells name them; `null` for a format that means something else in every language. */
export function readStyles(content: Uint8Array): readonly (CellStyle | null)[] {
  const xml = plainXml(content);
  const from = insideRoot(xml, "styleSheet");
  const codes = new Map<number, string>();
  for (const { attributes } of elementsNamed(elementNamed(xml, "numFmts", from)?.inner ?? "", "numFmt")) {
    const id = Number(attributes.get("numFmtId"));
    // A file that gives a well-known number a meaning of its own is for the general reader to understand.
    if (!Number.isInteger(id) || id in BUILT_IN || codes.has(id)) uncertain("number format");
    codes.set(id, unescaped(certain(attributes.get("formatCode"), "formatCode")));
  }
  const fonts = elementsNamed(elementNamed(xml, "fonts", from)?.inner ?? "", "font").map(({ inner }) => unescaped(elementNamed(inner, "name")?.attributes.get("val") ?? ""));
  const formats = elementNamed(xml, "cellXfs", from)?.inner ?? "";
  return elementsNamed(formats, "xf").map(({ attributes }) => styleOf(Number(attributes.get("numFmtId") ?? 0), fonts[Number(attributes.get("fontId") ?? 0)] ?? "", codes));
}

function styleOf(id: number, font: string, codes: ReadonlyMap<number, string>): CellStyle | null {
  const code = id === 0 ? "General" : codes.get(id) ?? BUILT_IN[id];
  if (code === undefined && !MONEY.has(id)) return null;
  const format = code === "General" ? undefined : code;
  return {
    ...(format === undefined ? {} : { format }),
    isDate: format !== undefined && isDateFormat(format),
    ...(isLegacyFont(font) ? { oldFont: font } : {}),
  };
}

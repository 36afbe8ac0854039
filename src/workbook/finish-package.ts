/**
 * The last step on a written workbook package: the same content always gives the same bytes, and what exceljs
 * writes against the schema is put right. Knows nothing of forms or books.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** Every entry carries this day, the earliest a zip can hold for any time zone. */
const ENTRY_DAY = new Date(1980, 0, 2);
/** Order of a font's children in the schema of SpreadsheetML. */
const FONT_CHILDREN = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

export interface FinishOptions {
  /** Font of the cells nobody styled, and of the column widths: replaces the first font of the style sheet. */
  readonly defaultFont?: { readonly name: string; readonly size: number };
}

/** Rewrites the package: entries sorted, fixed times, fonts in schema order. */
export function finishPackage(bytes: Uint8Array, options: FinishOptions = {}): Uint8Array {
  return finishParts(unzipSync(bytes), options);
}

export function finishParts(entries: Readonly<Record<string, Uint8Array>>, { defaultFont }: FinishOptions = {}): Uint8Array {
  const files: Zippable = {};
  for (const path of Object.keys(entries).sort()) {
    const content = entries[path];
    if (!content || path.endsWith("/")) continue;
    files[path] = [path === "xl/styles.xml" ? strToU8(orderFonts(withDefaultFont(strFromU8(content), defaultFont))) : content, { mtime: ENTRY_DAY, level: 6 }];
  }
  return zipSync(files);
}

function withDefaultFont(styles: string, font: FinishOptions["defaultFont"]): string {
  if (!font) return styles;
  return styles.replace(/(<fonts\b[^>]*>)<font>.*?<\/font>/s, `$1<font><sz val="${font.size}"/><color theme="1"/><name val="${font.name}"/><family val="1"/></font>`);
}

/** exceljs writes a font's parts in an order of its own, which the schema does not allow. */
function orderFonts(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
    const children = inner.match(/<(\w+)\b[^>]*?(?:\/>|>.*?<\/\1>)/gs) ?? [];
    const place = (child: string): number => FONT_CHILDREN.indexOf(/^<(\w+)/.exec(child)?.[1] ?? "");
    return `<font>${[...children].sort((a, b) => place(a) - place(b)).join("")}</font>`;
  });
}

/**
 * The last step on a written workbook package: the same content always gives the same bytes, and what exceljs
 * writes against the schema is put right. Knows nothing of forms or books.
 */
import { strFromU8, strToU8 } from "fflate";
import { packedPart, zipContainer } from "./zip-container";

/** Order of a font's children in the schema of SpreadsheetML. */
const FONT_CHILDREN = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

export interface FinishOptions {
  /** Font of the cells nobody styled, and of the column widths: replaces the first font of the style sheet. */
  readonly defaultFont?: { readonly name: string; readonly size: number };
}

export type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts in the order of their paths, the style sheet put right. */
export function finishedParts(entries: Parts, { defaultFont }: FinishOptions = {}): Parts {
  const paths = Object.keys(entries).filter((path) => !path.endsWith("/")).sort();
  return Object.fromEntries(paths.map((path): [string, Uint8Array] => {
    const content = entries[path] ?? new Uint8Array();
    return [path, path === "xl/styles.xml" ? strToU8(orderFonts(withDefaultFont(strFromU8(content), defaultFont))) : content];
  }));
}

/** The package out of its parts. */
export async function packed(parts: Parts): Promise<Uint8Array> {
  return zipContainer(await Promise.all(Object.entries(parts).map(([path, content]) => packedPart(path, content))));
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

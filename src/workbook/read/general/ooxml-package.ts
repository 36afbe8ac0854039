/**
 * The zip of an .xlsx made safe for the reader library: unpacked within limits and checked, the empty
 * shared string mended (the library drops it and shifts every later text by one), pictures left out; and
 * what the library does not tell: formulas saved without a result, and cells in an old Vietnamese font.
 */
import { zipSync } from "fflate";
import { isLegacyFont } from "../old-fonts";
import { unpack, type ZipEntry } from "../zip";
import { requireSoundXml, withoutLinks, xmlText } from "./tame-markup";
import { tamedRecords } from "./tame-records";

/** What the sheet's own XML says beside the values. */
export interface SheetExtras {
  /** Address → formula text (empty for a shared one) of cells whose formula has no result. */
  readonly uncached: ReadonlyMap<string, string>;
  /** Addresses of cells that say of what kind their value is and have none: the library makes a "no" of them. */
  readonly unfilled: ReadonlySet<string>;
  /** Address → name of the old font. */
  readonly fonts: ReadonlyMap<string, string>;
}

export interface OoxmlPackage {
  /** The package to hand to the library. */
  readonly bytes: Uint8Array;
  /** By sheet relation id (`rId3`). */
  readonly extras: (relation: string) => SheetExtras | null;
}

const LEFT_OUT = /^xl\/(media|embeddings|printerSettings|pivotCache|activeX|ctrlProps)\//i;

/** `null` when an entry that matters is damaged. */
export function openOoxml(bytes: Uint8Array, entries: readonly ZipEntry[]): OoxmlPackage | null {
  const files: Record<string, [Uint8Array, { level: 0 }]> = {};
  for (const entry of entries.filter(isNeeded)) {
    const content = unpack(bytes, entry);
    if (!content) return null;
    files[entry.path] = [tamedPart(entry.path, content), { level: 0 }];
  }
  const text = (path: string): string => xmlText(files[path]?.[0] ?? new Uint8Array());
  const relations = relationsOf(text("xl/_rels/workbook.xml.rels"));
  const fonts = oldFontStyles(text("xl/styles.xml"));
  return {
    bytes: zipSync(files),
    extras: (relation) => {
      const path = relations.get(relation);
      return path && files[path] ? extrasOf(text(path), fonts) : null;
    },
  };
}

/** What the library is given of a package. */
export function isNeeded({ path }: ZipEntry): boolean {
  return !path.endsWith("/") && !LEFT_OUT.test(path);
}

function tamedPart(path: string, content: Uint8Array): Uint8Array {
  if (/\.bin$/i.test(path)) return tamedRecords(path, content);
  if (!/\.(xml|rels)$/i.test(path)) return content;
  const text = xmlText(content);
  requireSoundXml(text);
  const tamed = /sharedStrings\.xml$/i.test(path) ? withFilledStrings(text) : /sheet[^/]*\.xml$|sheets\//i.test(path) ? withoutLinks(text) : text;
  return tamed === text ? content : new TextEncoder().encode(tamed);
}

function withFilledStrings(text: string): string {
  return text.replace(/<(\w+:)?si\s*(?:\/>|><\/(?:\w+:)?si>)/g, (_, prefix: string = "") => `<${prefix}si><${prefix}t></${prefix}t></${prefix}si>`);
}

function relationsOf(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]+)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]+)"/.exec(tag)?.[1];
    if (id && target) found.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return found;
}

/** Cell style number → old font name; empty where the workbook uses none, which is the rule. */
function oldFontStyles(xml: string): Map<number, string> {
  const styles = new Map<number, string>();
  const fontBlock = /<(?:\w+:)?fonts\b[\s\S]*?<\/(?:\w+:)?fonts>/.exec(xml)?.[0] ?? "";
  const fonts = [...fontBlock.matchAll(/<(?:\w+:)?font(?:\/>|\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?font>))/g)]
    .map(([font]) => /<(?:\w+:)?name\s+val="([^"]*)"/.exec(font)?.[1] ?? "");
  if (!fonts.some(isLegacyFont)) return styles;
  const formatBlock = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  [...formatBlock.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].forEach(([format], index) => {
    const font = fonts[Number(/\bfontId="(\d+)"/.exec(format)?.[1] ?? 0)] ?? "";
    if (isLegacyFont(font)) styles.set(index, font);
  });
  return styles;
}

const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function extrasOf(xml: string, styles: ReadonlyMap<number, string>): SheetExtras {
  const uncached = new Map<string, string>();
  const unfilled = new Set<string>();
  const fonts = new Map<string, string>();
  for (const [, attributes = "", body = ""] of xml.matchAll(CELL)) {
    const address = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
    if (!address) continue;
    const formula = /<(?:\w+:)?f\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/.exec(body);
    const hasValue = /<(?:\w+:)?(v|is)\b[^>]*>[\s\S]/.test(body.replace(/<(?:\w+:)?v\b[^>]*><\/(?:\w+:)?v>/, ""));
    if (formula && !hasValue && !/\bt="str"/.test(attributes)) uncached.set(address, unescapeXml(formula[1] ?? ""));
    if (!formula && !hasValue && /\bt="[be]"/.test(attributes)) unfilled.add(address);
    const font = styles.size > 0 ? styles.get(Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0)) : undefined;
    if (font) fonts.set(address, font);
  }
  return { uncached, unfilled, fonts };
}

function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

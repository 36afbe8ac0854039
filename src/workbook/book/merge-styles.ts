/** Brings our sheets' styles into the officer's style sheet: what is there already is used, the rest is appended. */

interface Section {
  readonly items: string[];
  /** Index of each of our items in the officer's list. */
  readonly map: number[];
}

export interface MergedStyles {
  readonly xml: string;
  readonly cells: readonly number[];
  readonly differential: readonly number[];
}

const block = (xml: string, tag: string): string => new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, "s").exec(xml)?.[1] ?? "";

function itemsOf(xml: string, tag: string, item: string): string[] {
  return block(xml, tag).match(new RegExp(`<${item}\\b(?:[^>]*/>|[^>]*>.*?</${item}>)`, "gs")) ?? [];
}

function merge(before: readonly string[], ours: readonly string[]): Section {
  const items = [...before];
  const known = new Map(items.map((xml, index) => [xml, index]));
  const map = ours.map((xml) => {
    const found = known.get(xml);
    if (found !== undefined) return found;
    known.set(xml, items.length);
    return items.push(xml) - 1;
  });
  return { items, map };
}

export function mergeStyles(old: string, fresh: string): MergedStyles {
  const section = (tag: string, item: string): Section => merge(itemsOf(old, tag, item), itemsOf(fresh, tag, item));
  const fonts = section("fonts", "font");
  const fills = section("fills", "fill");
  const borders = section("borders", "border");
  const dxfs = section("dxfs", "dxf");
  const formats = numberFormats(old, fresh);
  const index = (xml: string, name: string, map: readonly number[]): string =>
    xml.replace(new RegExp(`\\b${name}="(\\d+)"`), (_, number: string) => `${name}="${map[Number(number)] ?? 0}"`);
  const ours = itemsOf(fresh, "cellXfs", "xf").map((xml) => {
    const parts = index(index(index(xml, "fontId", fonts.map), "fillId", fills.map), "borderId", borders.map).replace(/\bxfId="\d+"/, 'xfId="0"');
    return parts.replace(/\bnumFmtId="(\d+)"/, (_, id: string) => `numFmtId="${formats.map.get(id) ?? id}"`);
  });
  const cells = merge(itemsOf(old, "cellXfs", "xf"), ours);
  let xml = old;
  const sections: [string, readonly string[]][] = [["fonts", fonts.items], ["fills", fills.items], ["borders", borders.items], ["cellXfs", cells.items], ["dxfs", dxfs.items], ["numFmts", formats.items]];
  for (const [tag, items] of sections) xml = withItems(xml, tag, items);
  return { xml, cells: cells.map, differential: dxfs.map };
}

function numberFormats(old: string, fresh: string): { items: string[]; map: ReadonlyMap<string, string> } {
  const read = (xml: string): [string, string][] => itemsOf(xml, "numFmts", "numFmt").map((item) => [/numFmtId="(\d+)"/.exec(item)?.[1] ?? "", /formatCode="([^"]*)"/.exec(item)?.[1] ?? ""]);
  const before = read(old);
  const items = itemsOf(old, "numFmts", "numFmt");
  let next = Math.max(163, ...before.map(([id]) => Number(id)));
  const map = new Map(read(fresh).map(([id, code]): [string, string] => {
    const same = before.find(([, known]) => known === code);
    if (same) return [id, same[0]];
    next += 1;
    items.push(`<numFmt numFmtId="${next}" formatCode="${code}"/>`);
    return [id, String(next)];
  }));
  return { items, map };
}

/** Order of the style sheet's sections in the schema, for one that was not there. */
const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

function withItems(xml: string, tag: string, items: readonly string[]): string {
  if (items.length === 0) return xml;
  const content = `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
  const existing = new RegExp(`<${tag}\\b(?:[^>]*/>|[^>]*>.*?</${tag}>)`, "s");
  if (existing.test(xml)) return xml.replace(existing, () => content);
  const later = ORDER.slice(ORDER.indexOf(tag) + 1).find((name) => new RegExp(`<${name}\\b`).test(xml));
  return later ? xml.replace(new RegExp(`<${later}\\b`), () => `${content}<${later}`) : xml.replace("</styleSheet>", () => `${content}</styleSheet>`);
}

/** One of our sheets with its style numbers as the officer's style sheet counts them. */
export function restyle(sheet: string, { cells, differential }: Pick<MergedStyles, "cells" | "differential">): string {
  return sheet
    .replace(/(<(?:c|row)\b[^>]*?\bs=")(\d+)(")/g, (_, before: string, style: string, after: string) => `${before}${cells[Number(style)] ?? 0}${after}`)
    .replace(/(<col\b[^>]*?\bstyle=")(\d+)(")/g, (_, before: string, style: string, after: string) => `${before}${cells[Number(style)] ?? 0}${after}`)
    .replace(/(\bdxfId=")(\d+)(")/g, (_, before: string, style: string, after: string) => `${before}${differential[Number(style)] ?? 0}${after}`);
}

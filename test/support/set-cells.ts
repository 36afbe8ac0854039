import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sheetList } from "#workbook/book/package-parts";

/**
 * Types values into cells of a workbook the way a program would store them, touching nothing else: text as an
 * inline string, numbers as numbers, `null` empties the cell. A cell's style stays.
 */
export function setCells(bytes: Uint8Array, sheet: string, values: Readonly<Record<string, string | number | null>>): Uint8Array {
  const entries = unzipSync(bytes);
  const part = sheetList(strFromU8(entries["xl/workbook.xml"] ?? new Uint8Array()), strFromU8(entries["xl/_rels/workbook.xml.rels"] ?? new Uint8Array())).find(({ name }) => name === sheet);
  if (!part) throw new Error(`no sheet ${sheet}`);
  let xml = strFromU8(entries[part.path] ?? new Uint8Array());
  for (const [address, value] of Object.entries(values)) {
    const pattern = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, "s");
    if (!pattern.test(xml)) throw new Error(`no cell ${sheet}!${address}`);
    xml = xml.replace(pattern, (_, attributes: string) => {
      const style = /\ss="\d+"/.exec(attributes)?.[0] ?? "";
      if (value === null) return `<c r="${address}"${style}/>`;
      return typeof value === "number" ? `<c r="${address}"${style}><v>${value}</v></c>`
        : `<c r="${address}"${style} t="inlineStr"><is><t>${value.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</t></is></c>`;
    });
  }
  return zipSync({ ...entries, [part.path]: strToU8(xml) });
}

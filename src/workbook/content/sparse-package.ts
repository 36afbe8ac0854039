/**
 * A workbook without its cells (khung sổ): enough for the library to tell how everything looks. A province's book has a million
 * cells in a few dozen looks; the library would make an object of each.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sheetList } from "../book/package-parts";
import { sparseSheet, type StyledCells } from "./styled-cells";

export interface SparsePackage {
  readonly bytes: Uint8Array;
  /** By name, of those sheets whose cells were left out. */
  readonly sheets: ReadonlyMap<string, StyledCells>;
}

/** Sheets smaller than this stay as they are. */
const WORTH_IT = 200_000;
const STRINGS = "xl/sharedStrings.xml";

export function sparsePackage(bytes: Uint8Array, worthIt = WORTH_IT): SparsePackage {
  const whole: SparsePackage = { bytes, sheets: new Map() };
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return whole;
  }
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const all = sheetList(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  const large = all.filter(({ path }) => (parts[path]?.length ?? 0) >= worthIt);
  if (large.length === 0 || new Set(all.map(({ path }) => path)).size < all.length) return whole;
  const strings = sparseStrings(text(STRINGS));
  if (!strings) return whole;
  const sheets = new Map<string, StyledCells>();
  for (const { name, path } of large) {
    const sparse = sparseSheet(text(path), strings.runs);
    if (!sparse) continue;
    parts[path] = strToU8(sparse.xml);
    sheets.set(name, sparse.cells);
  }
  if (sheets.size === 0) return whole;
  if (parts[STRINGS]) parts[STRINGS] = strToU8(strings.xml);
  return { bytes: zipSync(parts, { level: 0 }), sheets };
}

const ITEM = /<si>([\s\S]*?)<\/si>|<si\/>/gu;

/** Only texts whose letters differ are left: what cells say is known without the library. `null` where there is more than items. */
function sparseStrings(xml: string): { readonly xml: string; readonly runs: ReadonlySet<number> } | null {
  if (xml.includes("<!")) return null;
  const runs = new Set<number>();
  let count = 0;
  const sparse = xml.replace(ITEM, (item: string) => {
    count += 1;
    if (!item.includes("<r>")) return "<si><t/></si>";
    runs.add(count - 1);
    return item;
  });
  return { xml: sparse, runs };
}

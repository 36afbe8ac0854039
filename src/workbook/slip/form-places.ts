/** Where the named cells of a form stand (vị trí ô trên biểu), read from the package the form was written into. */
import { strFromU8 } from "fflate";
import { rangeOf } from "../content/range-text";
import type { Parts } from "../finish-package";
import { sheetList } from "../book/package-parts";

/** Zero-based. */
export interface FormPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface FormPlaces {
  readonly named: ReadonlyMap<string, FormPlace>;
  /** Sheet → path of its part. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Forms of one kind share the part that says where their names point. */
const known = new WeakMap<Uint8Array, FormPlaces>();

export function placesOf(parts: Parts): FormPlaces {
  const workbook = parts["xl/workbook.xml"] ?? new Uint8Array();
  const before = known.get(workbook);
  if (before) return before;
  const xml = strFromU8(workbook).replaceAll("&apos;", "'");
  const named = new Map<string, FormPlace>();
  for (const [, name = "", sheet = "", cell = ""] of xml.matchAll(/<definedName\b[^>]*\bname="(STD_[^"]+)"[^>]*>'((?:[^'<]|'')+)'!(\$?[A-Z]+\$?\d+)</gu)) {
    const range = rangeOf(cell);
    if (range) named.set(name, { sheet: sheet.replaceAll("''", "'"), row: range.top, column: range.left });
  }
  const sheets = sheetList(xml, strFromU8(parts["xl/_rels/workbook.xml.rels"] ?? new Uint8Array()));
  const places = { named, paths: new Map(sheets.map(({ name, path }) => [name, path])) };
  known.set(workbook, places);
  return places;
}

/**
 * An .xlsx as plain values, read by this program itself (bộ đọc riêng): only what a submission needs, and only where
 * every byte is understood. `null` sends the file to the general reader; the two never disagree on a figure.
 */
import type { SheetSnapshot, WorkbookSnapshot } from "#domain/snapshot";
import type { ZipEntry } from "../zip";
import { packageParts, WORKBOOK, type PackageParts } from "./package-parts";
import type { SheetContext } from "./cell-body";
import { readSheet } from "./sheet";
import { readStrings } from "./strings";
import { readStyles } from "./styles";
import { certain, Uncertain, uncertain } from "./uncertain";
import { readWorkbookPart, type WorkbookPart } from "./workbook-part";
import { rawXml } from "./xml";

export type Values = Pick<WorkbookSnapshot, "sheets" | "names">;

/** Sheets and names as the general reader gives them; `null` where anything is unusual. */
export function readValues(bytes: Uint8Array, entries: readonly ZipEntry[]): Values | null {
  try {
    return valuesOf(packageParts(bytes, entries));
  } catch (error) {
    if (error instanceof Uncertain) return null;
    throw error;
  }
}

function valuesOf(parts: PackageParts): Values {
  if (!/\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml$/.test(parts.typeOf(WORKBOOK))) uncertain("type of the workbook");
  const workbook = parts.remembered(WORKBOOK, readWorkbookPart);
  const stylesAt = partOfType(parts, "styles");
  const stringsAt = partOfType(parts, "sharedStrings");
  const context: SheetContext = {
    strings: stringsAt === null ? [] : readStrings(parts.content(stringsAt)),
    styles: stylesAt === null ? [] : ordinary(parts.remembered(stylesAt, readStyles)),
    date1904: workbook.date1904,
  };
  return { sheets: workbook.sheets.map((sheet) => sheetOf(sheet, parts, context)), names: workbook.names };
}

/** Cells that name no style have the first one, which everywhere shows values as they are. */
function ordinary(styles: SheetContext["styles"]): SheetContext["styles"] {
  const [first] = styles;
  return first && (first.format !== undefined || first.oldFont !== undefined) ? uncertain("first style") : styles;
}

function partOfType({ relations, typeOf }: PackageParts, type: "styles" | "sharedStrings"): string | null {
  const [found, ...others] = relations.filter((relation) => relation.type === type);
  if (!found) return null;
  return others.length === 0 && typeOf(found.target).endsWith(`.${type}+xml`) ? found.target : uncertain(type);
}

function sheetOf({ name, state, relation }: WorkbookPart["sheets"][number], parts: PackageParts, context: SheetContext): SheetSnapshot {
  const { type, target } = certain(parts.relations.find(({ id }) => id === relation), "relation of a sheet");
  if (type !== "worksheet" || !parts.typeOf(target).endsWith(".worksheet+xml")) uncertain("kind of sheet");
  return { name, state, ...readSheet(rawXml(parts.content(target)), target, context) };
}

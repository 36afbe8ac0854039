/**
 * The parts of an .xlsx by what they are (các phần của tệp): found by relations, and taken only where the list of
 * content types says the same, so that no part is read as what it is not.
 */
import { unpack, type ZipEntry } from "../zip";
import { partMemory } from "./part-memory";
import { certain, uncertain } from "./uncertain";
import { attribute, elementsNamed, insideRoot, plainXml } from "./xml";

export interface Relation {
  readonly id: string;
  /** The end of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** Path in the package. */
  readonly target: string;
}

export interface PackageParts {
  readonly relations: readonly Relation[];
  /** Content type by path. */
  readonly typeOf: (path: string) => string;
  readonly content: (path: string) => Uint8Array;
  /** What a part means, made once for all files in which it is the same to the byte. */
  readonly remembered: <Made>(path: string, make: (content: Uint8Array) => Made) => Made;
}

export const WORKBOOK = "xl/workbook.xml";

const RELATIONSHIPS = ["http://schemas.openxmlformats.org/package/2006/relationships"];
const TYPES = ["http://schemas.openxmlformats.org/package/2006/content-types"];

/** The package of a workbook; stops where it is arranged in a way that is not the usual one. */
export function packageParts(bytes: Uint8Array, entries: readonly ZipEntry[]): PackageParts {
  const byPath = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (byPath.has(entry.path)) uncertain("one path twice");
    byPath.set(entry.path, entry);
  }
  const entryOf = (path: string): ZipEntry => certain(byPath.get(path), path);
  const content = (path: string): Uint8Array => certain(unpack(bytes, entryOf(path)), path);
  const remembered: PackageParts["remembered"] = (path, make) => partMemory(path, bytes, entryOf(path), make);

  const types = remembered("[Content_Types].xml", contentTypes);
  const [main] = remembered("_rels/.rels", (part) => relationsOf(part, "")).filter(({ type }) => type === "officeDocument");
  if (main?.target !== WORKBOOK) uncertain("main part");
  return {
    content, remembered,
    relations: remembered("xl/_rels/workbook.xml.rels", (part) => relationsOf(part, "xl/")),
    typeOf: (path) => types.parts.get(`/${path}`) ?? types.endings.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase()) ?? "",
  };
}

function contentTypes(content: Uint8Array) {
  const xml = plainXml(content);
  const from = insideRoot(xml, "Types", TYPES);
  const typed = (name: string, key: string) => elementsNamed(xml, name, from).map((element): [string, string] => [attribute(element, key), attribute(element, "ContentType")]);
  return {
    parts: new Map(typed("Override", "PartName")),
    endings: new Map(typed("Default", "Extension").map(([ending, type]): [string, string] => [ending.toLowerCase(), type])),
  };
}

function relationsOf(content: Uint8Array, folder: string): Relation[] {
  const xml = plainXml(content);
  return elementsNamed(xml, "Relationship", insideRoot(xml, "Relationships", RELATIONSHIPS)).map((element) => {
    const target = attribute(element, "Target");
    const type = attribute(element, "Type");
    return { id: attribute(element, "Id"), type: type.slice(type.lastIndexOf("/") + 1), target: target.startsWith("/") ? target.slice(1) : folder + target };
  });
}

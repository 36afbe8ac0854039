/**
 * Brings an officer's workbook up to date (cập nhật sổ): only our sheets' parts are replaced. Sheets, charts and
 * pivots of the officer's own stay byte for byte; so does what they drew on our sheets.
 */
import type { FormTemplate } from "#domain/form";
import type { Report } from "#domain/report";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { packed, type Parts } from "../finish-package";
import { choicesIn, type KeptChoices } from "./kept-choices";
import { isOwnSheetName } from "./own-sheets";
import { readMended, soundParts } from "./mend-book";
import { mergeStyles, restyle } from "./merge-styles";
import { attribute, contentTypes, relationships, sheetList, type SheetPart } from "./package-parts";
import { bookParts } from "./write-book";

type Entries = Record<string, Uint8Array>;

/** `choices`: what the officer chose in the book, where it has been read before. */
export async function updateBook(existing: Uint8Array, report: Report, template: FormTemplate, choices?: KeptChoices): Promise<Uint8Array> {
  const kept = choices ?? keptChoices(existing);
  const fresh = await bookParts(report, template, kept.node === null ? {} : { node: kept.node });
  return packed(isUntouched(existing, fresh) ? fresh : graft(soundParts(existing), fresh, kept.names));
}

/** Our sheets are known by their mark, so that one the officer renamed is not written a second time. */
function keptChoices(existing: Uint8Array): KeptChoices {
  const { read } = readMended(existing, "");
  return read.ok ? choicesIn(read.snapshot) : { node: null, names: new Map() };
}

const textOf = (entries: Parts, path: string): string => strFromU8(entries[path] ?? new Uint8Array());

const LISTS: ReadonlySet<string> = new Set(["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]);

/** Nothing of the officer's in the package: the same sheets in the same order and state, nothing drawn, no names. */
function isUntouched(existing: Uint8Array, fresh: Parts): boolean {
  const paths = new Set<string>();
  const lists = unzipSync(existing, { filter: ({ name }) => { paths.add(name); return LISTS.has(name); } });
  const [before, now] = [sheetsOf(lists), sheetsOf(fresh)];
  return before.length === now.length
    && before.every(({ name, state, path }, index) => name === now[index]?.name && state === now[index]?.state && !paths.has(relsOf(path)))
    && foreignNames(textOf(lists, "xl/workbook.xml"), before).length === 0;
}

const sheetsOf = (entries: Parts): SheetPart[] => sheetList(textOf(entries, "xl/workbook.xml"), textOf(entries, "xl/_rels/workbook.xml.rels"));

/** Our formulas speak of our sheets as the officer calls them. */
function renamed(xml: string, names: ReadonlyMap<string, string>): string {
  const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return [...names].reduce((text, [own, now]) => {
    const quoted = escaped(now.replaceAll("'", "''"));
    return text.replaceAll(`'${own}'!`, () => `'${quoted}'!`).replaceAll(`&apos;${own}&apos;!`, () => `&apos;${quoted}&apos;!`);
  }, xml);
}

const relsOf = (path: string): string => path.replace(/([^/]+)$/, "_rels/$1.rels");

function graft(old: Parts, fresh: Parts, names: KeptChoices["names"]): Parts {
  const entries: Entries = { ...old };
  const oldSheets = sheetsOf(old);
  const newSheets = sheetsOf(fresh).map((sheet) => ({ ...sheet, name: names.get(sheet.name) ?? sheet.name }));
  const styles = mergeStyles(textOf(old, "xl/styles.xml"), textOf(fresh, "xl/styles.xml"));
  const strings = sharedStrings(textOf(fresh, "xl/sharedStrings.xml"));
  entries["xl/styles.xml"] = strToU8(styles.xml);
  const added: SheetPart[] = [];
  for (const sheet of newSheets) {
    const place = oldSheets.find(({ name }) => name === sheet.name) ?? addedSheet(sheet, entries, added);
    const drawn = entries[relsOf(place.path)] === undefined ? "" : drawingsIn(textOf(old, place.path));
    entries[place.path] = strToU8(withDrawings(inlineStrings(renamed(restyle(textOf(fresh, sheet.path), styles), names), strings), drawn));
  }
  entries["xl/workbook.xml"] = strToU8(workbookXml(textOf(old, "xl/workbook.xml"), renamed(textOf(fresh, "xl/workbook.xml"), names), oldSheets, newSheets, added));
  entries["xl/_rels/workbook.xml.rels"] = strToU8(relationships(textOf(old, "xl/_rels/workbook.xml.rels"), added));
  entries["[Content_Types].xml"] = strToU8(contentTypes(textOf(old, "[Content_Types].xml"), added));
  delete entries["xl/calcChain.xml"];
  return Object.fromEntries(Object.entries(entries).filter(([path]) => !path.endsWith("/")));
}

function addedSheet(sheet: SheetPart, entries: Entries, added: SheetPart[]): SheetPart {
  let number = 1;
  while (entries[`xl/worksheets/sheet${number}.xml`] !== undefined) number += 1;
  const place: SheetPart = { ...sheet, path: `xl/worksheets/sheet${number}.xml`, relationship: `rIdStd${number}` };
  entries[place.path] = new Uint8Array();
  added.push(place);
  return place;
}

/** The texts of a shared string table, as the inner XML of an inline string. */
function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map((match) => match[1] ?? "<t/>");
}

/** Our sheets bring their texts along, so the officer's table of strings stays as it is. */
function inlineStrings(sheet: string, strings: readonly string[]): string {
  return sheet.replace(/<c ([^>]*?) ?t="s"([^>]*)><v>(\d+)<\/v><\/c>/g, (_, before: string, after: string, index: string) =>
    `<c ${before}${after} t="inlineStr"><is>${strings[Number(index)] ?? "<t/>"}</is></c>`);
}

/** What the officer drew on our sheet (charts, pictures, notes), kept with its relationships. */
function drawingsIn(sheet: string): string {
  return (sheet.match(/<(?:\w+:)?(?:drawing|legacyDrawing)\b[^>]*\/>/g) ?? []).join("");
}

function withDrawings(sheet: string, drawings: string): string {
  if (drawings === "") return sheet;
  const root = sheet.includes("xmlns:r=") ? sheet : sheet.replace("<worksheet ", '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ');
  return root.replace(/(<tableParts\b.*|<extLst\b.*)?<\/worksheet>\s*$/s, (tail) => drawings + tail);
}

interface NameXml {
  readonly xml: string;
  readonly sheet: string | null;
}

function namesOf(workbook: string, sheets: readonly SheetPart[]): NameXml[] {
  return (workbook.match(/<definedName\b[^>]*>.*?<\/definedName>/gs) ?? []).map((xml) => {
    const local = attribute(xml, "localSheetId");
    return { xml, sheet: local === null ? null : sheets[Number(local)]?.name ?? null };
  });
}

function foreignNames(workbook: string, sheets: readonly SheetPart[], isOwn = isOwnSheetName): NameXml[] {
  return namesOf(workbook, sheets).filter(({ xml, sheet }) => !/name="STD_/.test(xml) && (sheet === null || !isOwn(sheet)));
}

function workbookXml(old: string, fresh: string, oldSheets: readonly SheetPart[], newSheets: readonly SheetPart[], added: readonly SheetPart[]): string {
  const sheets = [...oldSheets, ...added];
  const ids = oldSheets.map(({ id }) => id);
  let next = Math.max(0, ...ids);
  const entries = added.map(({ name, state, relationship }) => {
    next += 1;
    return `<sheet name="${name.replace(/&(?!\w+;)/g, "&amp;")}" sheetId="${next}"${state === "visible" ? "" : ` state="${state}"`} r:id="${relationship}"/>`;
  }).join("");
  const rooted = old.includes("xmlns:r=") ? old : old.replace("<workbook ", '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ');
  const own = namesOf(fresh, newSheets).map(({ xml, sheet }) => {
    const index = sheets.findIndex(({ name }) => name === sheet);
    return sheet === null ? xml : xml.replace(/localSheetId="\d+"/, `localSheetId="${index}"`);
  });
  const ours = new Set(newSheets.map(({ name }) => name));
  const names = [...foreignNames(old, oldSheets, (sheet) => ours.has(sheet)).map(({ xml }) => xml), ...own];
  const block = names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
  return rooted
    .replace(/<\/sheets>/, `${entries}</sheets>`)
    .replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, "")
    .replace(/<calcPr\b[^>]*\/>/, "")
    .replace(/<\/sheets>((?:<functionGroups\b.*?<\/functionGroups>|<externalReferences>.*?<\/externalReferences>)*)/s, `</sheets>$1${block}<calcPr calcId="171027" fullCalcOnLoad="1"/>`);
}

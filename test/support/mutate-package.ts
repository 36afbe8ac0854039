/**
 * Workbooks damaged and disguised on purpose: one change at a time in what the parts say, so that most results are
 * still workbooks, only not as any program would write them. The same seed gives the same changes.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { randomOf, type Random } from "#tasks/sample/random";

type Change = (text: string, random: Random) => string;

/** Replaces one of the places where the pattern stands. */
const atOne = (pattern: RegExp, by: (found: string, random: Random) => string): Change => (text, random) => {
  const places = [...text.matchAll(pattern)];
  const place = places[random.between(0, Math.max(0, places.length - 1))];
  if (!place) return text;
  return text.slice(0, place.index) + by(place[0], random) + text.slice(place.index + place[0].length);
};

const CELL = /<c [^>]*>(?:(?!<\/?c[ >]).)*?<\/c>|<c [^>]*\/>/gs;
const VALUE = /(?<=<v>)[^<]*(?=<\/v>)/g;
const TEXT = /(?<=<t(?: [^>]*)?>)[^<]*(?=<\/t>)/g;

const SHEET: readonly Change[] = [
  atOne(CELL, (cell) => cell + cell),
  atOne(CELL, (cell) => cell.replace(/ r="[A-Z]+\d+"/, "")),
  atOne(CELL, (cell) => cell.replace(/ r="([A-Z]+)(\d+)"/, (_whole, column: string, row: string) => ` r="${column}${Number(row) + 1}"`)),
  atOne(CELL, (cell) => cell.replace(/ r="([A-Z]+)/, ' r="$1Z')),
  atOne(CELL, (cell) => cell.replace(/ t="\w+"/, "")),
  atOne(CELL, (cell, random) => cell.replace(/<c ([^>]*?)(?: t="\w+")?(\/?)>/, `<c $1 t="${random.oneOf(["s", "str", "b", "e", "n", "d", "inlineStr", "x"])}"$2>`)),
  atOne(CELL, (cell, random) => cell.replace(/ s="\d+"/, ` s="${random.oneOf(["0", "3", "9", "31", "9999", "x", "-1"])}"`)),
  atOne(CELL, (cell) => cell.replaceAll("<", "<x:").replaceAll("<x:/", "</x:")),
  atOne(CELL, (cell) => `<!-- ${cell} -->`),
  atOne(CELL, (cell) => cell.replace("<c ", "<c  ").replace(/"/g, "'")),
  atOne(CELL, (cell) => cell.replace(/<v>[^<]*<\/v>/, "")),
  atOne(CELL, (cell) => cell.replace(/<v>/, " \n<v>").replace("</v>", "</v>\r\n")),
  atOne(CELL, (cell) => cell.replace("</c>", "<extLst><ext/></extLst></c>")),
  atOne(CELL, (cell) => cell.replace(/(<c [^>]*) t="\w+"([^>]*>).*<\/c>/, '$1 t="inlineStr"$2<is><r><rPr><b/></rPr><t>9</t></r><r><t>5</t></r><rPh sb="0" eb="1"><t>7</t></rPh></is></c>')),
  atOne(CELL, (cell) => cell.replace(/(<c [^>]*?)\/?>.*/s, "$1><f t=\"shared\" ref=\"A1:Z99\" si=\"0\">B2+$C3*D$4+'A B1'!E5&amp;\"F6\"</f><v>4</v></c>")),
  atOne(CELL, (cell) => cell.replace(/(<c [^>]*?)\/?>.*/s, '$1><f t="shared" si="0"/><v>5</v></c>')),
  atOne(CELL, (cell) => cell.replace(/(<c [^>]*?)\/?>.*/s, '$1><f t="array" ref="A1:B2">SUM(A1:A9*2)</f><v>5</v></c>')),
  atOne(VALUE, (_value, random) => random.oneOf(["", " 7 ", "+7", "1e3", "1E400", "0x1F", "1,5", "1.5.2", "NaN", "-0", "7 ", "Infinity", "00012", ".5", "5.", "1_000", "99999999999999999999"])),
  atOne(VALUE, (value) => `<![CDATA[${value}]]>`),
  atOne(VALUE, (value) => `&#${value.charCodeAt(0) || 48};${value.slice(1)}`),
  atOne(VALUE, (value, random) => `${value}${random.between(0, 9)}`),
  atOne(/<row /g, () => '<row hidden="1" '),
  atOne(/<row r="(\d+)"/g, () => '<row r="7"'),
  atOne(/<row r="\d+"/g, () => "<row"),
  atOne(/<row [^>]*>/g, (row) => row.replace(/ /g, "\t")),
  atOne(/<\/row>/g, () => ""),
  atOne(/<sheetData>/g, () => "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><sheetData>"),
  atOne(/<sheetData>/g, () => "<!-- <sheetData> --><sheetData>"),
  atOne(/<mergeCell ref="/g, () => '<mergeCell ref="C9:A1"/><mergeCell ref="'),
  atOne(/<worksheet/g, () => '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'),
];

const STRINGS: readonly Change[] = [
  atOne(/<si>/g, () => "<si/><si>"), atOne(/<si>/g, () => "<si></si><si>"), atOne(/<si>/g, () => '<si><phoneticPr fontId="1"/></si><si>'),
  atOne(/<si><t[^>]*>[^<]*<\/t><\/si>/g, (item) => item.replace(/<si><t[^>]*>([^<]*)<\/t><\/si>/, "<si><r><rPr><b/></rPr><t>$1</t></r><r><t xml:space=\"preserve\"> x</t></r></si>")),
  atOne(/<si><t[^>]*>[^<]*<\/t><\/si>/g, (item) => item.replace("</t></si>", '</t><rPh sb="0" eb="1"><t>no</t></rPh></si>')),
  atOne(/<si><t[^>]*>[^<]*<\/t><\/si>/g, () => ""),
  atOne(TEXT, (text) => `${text}_x000D_&#10;&lt;`), atOne(TEXT, (text) => `  ${text}  `), atOne(TEXT, (text) => `${text}&unknown;`),
  atOne(TEXT, (text) => text.normalize("NFD")), atOne(TEXT, (text) => `<![CDATA[${text}]]>`), atOne(TEXT, (text) => `${text}<!-- c -->`), atOne(TEXT, () => ""),
  atOne(TEXT, (text) => `${text}\r\n2`),
];

const STYLES: readonly Change[] = [
  atOne(/<xf [^>]*numFmtId="\d+"/g, (xf, random) => xf.replace(/numFmtId="\d+"/, `numFmtId="${random.oneOf(["0", "9", "10", "14", "22", "27", "43", "49", "164", "165", "400"])}"`)),
  atOne(/<numFmts[^>]*>/g, (block) => `${block}<numFmt numFmtId="400" formatCode="dd/mm/yyyy"/>`),
  atOne(/<numFmts[^>]*>/g, (block) => `${block}<numFmt numFmtId="14" formatCode="0.0%"/>`),
  atOne(/<cellXfs[^>]*>/g, (block) => `${block}<xf numFmtId="10" fontId="0"/>`),
  atOne(/<name val="[^"]*"\/>/g, () => '<name val=".VnTime"/>'),
];

const BOOK: readonly Change[] = [
  atOne(/<sheet [^>]*>/g, (sheet) => sheet.replace(/ state="\w+"/, "")),
  atOne(/<sheet [^>]*>/g, (sheet, random) => sheet.replace("<sheet ", `<sheet state="${random.oneOf(["hidden", "veryHidden", "visible", "odd"])}" `)),
  atOne(/<sheet [^>]*name="/g, (sheet) => `${sheet}&amp;A`), atOne(/r:id="rId\d+"/g, () => 'r:id="rId3"'),
  atOne(/<workbookPr[^>]*\/>/g, () => '<workbookPr date1904="1"/>'),
  atOne(/<definedName [^>]*>/g, (name) => name.replace(">", ' localSheetId="2">')),
  atOne(/<definedName [^>]*>[^<]*/g, (name) => name.replace(/>.*/, ">#REF!")),
  atOne(/Target="[^"]*"/g, () => 'Target="worksheets/sheet2.xml"'), atOne(/<Relationship [^>]*\/>/g, () => ""),
  atOne(/ContentType="[^"]*"/g, () => 'ContentType="application/xml"'), atOne(/<Override [^>]*\/>/g, () => ""),
];

/** What may be changed in which part. */
const PARTS: readonly [RegExp, readonly Change[]][] = [
  [/worksheets\/[^/]+\.xml$/, SHEET], [/worksheets\/[^/]+\.xml$/, SHEET], [/worksheets\/[^/]+\.xml$/, SHEET],
  [/sharedStrings\.xml$/, STRINGS], [/styles\.xml$/, STYLES], [/workbook\.xml(\.rels)?$|\[Content_Types\]\.xml$/, BOOK],
];

export interface Mutant {
  readonly bytes: Uint8Array;
  /** What was done, for the message of a test that fails. */
  readonly story: string;
}

/** One mutant of a workbook, with one to three changes. */
export function mutantOf(parts: Unzipped, ...seed: readonly (string | number)[]): Mutant {
  const random = randomOf("mutant", ...seed);
  const changed: Unzipped = { ...parts };
  const story: string[] = [];
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const [pattern, changes] = random.oneOf(PARTS as [(typeof PARTS)[number], ...typeof PARTS]);
    const paths = Object.keys(changed).filter((path) => pattern.test(path));
    const path = paths[random.between(0, paths.length - 1)];
    if (path === undefined) continue;
    const number = random.between(0, changes.length - 1);
    const before = strFromU8(changed[path] ?? new Uint8Array());
    changed[path] = strToU8(changes[number]?.(before, random) ?? before);
    story.push(`${path} #${number}`);
  }
  return { bytes: zipSync(changed, { level: 0 }), story: story.join(", ") };
}

export function partsOf(bytes: Uint8Array): Unzipped {
  return unzipSync(bytes);
}

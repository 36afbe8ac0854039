/** Rows that files have alike are taken over, never what another file said in them; bytes taken for text by Node are read as decoded ones. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { readOoxmlGenerally } from "#workbook/read/general/read-general";
import { useTextPlatform } from "#workbook/read/sheetml/raw-text";
import { readValues, type Values } from "#workbook/read/sheetml/read-values";
import { zipEntries } from "#workbook/read/zip";
import { useNodeZip } from "../../src/cli/node-zip";
import * as odd from "../fixtures/odd-files";
import { mutantOf, partsOf } from "../support/mutate-package";

jest.setTimeout(120_000);

const own = (bytes: Uint8Array): Values | null => readValues(bytes, zipEntries(bytes) ?? []);
const general = (bytes: Uint8Array): WorkbookSnapshot | null => {
  const read = readOoxmlGenerally(bytes, zipEntries(bytes) ?? [], { file: "a.xlsx" });
  return "sheets" in read ? read : null;
};
const cellsOf = (values: Values | WorkbookSnapshot | null): unknown => values?.sheets.map(({ name, cells }) => [name, cells.filter(({ value }) => value !== null)]);

let parts: Record<string, Uint8Array>;
beforeAll(async () => { parts = unzipSync(await odd.goodForm()); });
afterEach(() => useTextPlatform(null));

/** The form with one of its parts written otherwise. */
function changed(path: string, change: (xml: string) => string): Uint8Array {
  const before = strFromU8(parts[path]!);
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

/** Read after another file of the same rows: as the general reader reads it, and as if nothing had come before. */
function readAfter(before: Uint8Array, bytes: Uint8Array): void {
  expect(own(before)).not.toBeNull();
  const read = own(bytes);
  expect(read).not.toBeNull();
  expect(cellsOf(read)).toEqual(cellsOf(general(bytes)));
  expect(own(before)).toEqual(own(before));
}

const good = (): Uint8Array => zipSync(parts);

test("texts are those of the file, in whatever order it keeps them", () => {
  const turned = changed("xl/sharedStrings.xml", (xml) => {
    const items = xml.match(/<si>.*?<\/si>/gsu)!;
    return xml.replace(/<si>.*<\/si>/su, () => [...items.slice(1), items[0]].join(""));
  });
  readAfter(good(), turned);
  expect(cellsOf(own(turned))).not.toEqual(cellsOf(own(good())));
});

test("a text that is blank now makes no cell, and one that was blank makes one", () => {
  const emptied = changed("xl/sharedStrings.xml", (xml) => xml.replaceAll(/<si><t[^>]*>[^<]{4,}<\/t><\/si>/gu, "<si><t></t></si>"));
  readAfter(good(), emptied);
  readAfter(emptied, good());
});

test("looks are those of the file: a day in one, a number in another", () => {
  const dated = changed("xl/styles.xml", (xml) => xml.replaceAll(/(<xf [^>]*?)numFmtId="\d+"/gu, (whole, start: string, at: number) => (at < xml.indexOf("<cellXfs") + 400 ? whole : `${start}numFmtId="14"`)));
  readAfter(good(), dated);
  readAfter(dated, good());
});

test("a shared formula is told by another row, and read with it", () => {
  const shared = (first: string): Uint8Array => changed("xl/worksheets/sheet1.xml", (xml) => xml.replace("</sheetData>",
    `<row r="900"><c r="A900"><f t="shared" ref="A900:A901" si="7">${first}</f><v>1</v></c></row><row r="901"><c r="A901"><f t="shared" si="7"/><v>2</v></c></row></sheetData>`));
  const formulas = (bytes: Uint8Array): unknown => own(bytes)?.sheets[0]?.cells.filter(({ row }) => row >= 899).map(({ formula }) => formula);
  expect(formulas(shared("B1+1"))).toEqual(["B1+1", "B2+1"]);
  expect(formulas(shared("C1+1"))).toEqual(["C1+1", "C2+1"]);
});

test("a row that stands elsewhere is another row", () => {
  const last = /<row r="(\d+)"[^>]*>(?:(?!<row).)*<\/row><\/sheetData>/su;
  const moved = changed("xl/worksheets/sheet2.xml", (xml) => xml.replace(last, (row, number: string) => row.replaceAll(new RegExp(`(r="[A-Z]*)${number}"`, "gu"), `$1${Number(number) + 5}"`)));
  readAfter(good(), moved);
});

describe("bytes taken for text", () => {
  const withNode = <Result>(run: () => Result): Result => {
    useNodeZip();
    try {
      return run();
    } finally {
      useTextPlatform(null);
    }
  };

  test("mean the same, letters of several bytes among them", () => {
    const strange = "Trường “Ấp Bắc” – à\u00a0ế 𝒳 Ờ ỹ e\u0302\u0301 №";
    const bytes = changed("xl/sharedStrings.xml", (xml) => xml.replace(/<t([^>]*)>[^<]{4,}<\/t>/u, () => `<t xml:space="preserve">${strange}</t>`));
    expect(withNode(() => own(bytes))).toEqual(own(bytes));
    expect(JSON.stringify(withNode(() => own(bytes)))).toContain(strange.normalize("NFC"));
  });

  test("a mark of byte order is none of the text; broken bytes are left to the general reader", () => {
    const mark = (path: string): Uint8Array => zipSync({ ...parts, [path]: new Uint8Array([0xef, 0xbb, 0xbf, ...parts[path]!]) });
    for (const path of ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]) expect(withNode(() => own(mark(path)))).toEqual(own(good()));
    const sheet = parts["xl/sharedStrings.xml"]!;
    const at = sheet.findIndex((byte) => byte > 0xc3);
    const broken = zipSync({ ...parts, "xl/sharedStrings.xml": sheet.map((byte, index) => (index === at ? 0xff : byte)) });
    expect([own(broken), withNode(() => own(broken))]).toEqual([null, null]);
  });

  test("of files damaged in many ways the same is read, or none", async () => {
    const packages = partsOf(await odd.goodForm());
    for (let seed = 1; seed <= 250; seed += 1) {
      const { bytes, story: about } = mutantOf(packages, "node", seed);
      const plain = own(bytes);
      expect({ about, read: withNode(() => own(bytes)) }).toEqual({ about, read: plain });
    }
  });
});

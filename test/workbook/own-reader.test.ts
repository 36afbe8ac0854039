/** Our own reader of .xlsx against the general ones: it gives the same values or none at all. */
import { strFromU8, strToU8, zipSync } from "fflate";
import type { Cell, WorkbookSnapshot } from "#domain/snapshot";
import { readOoxmlGenerally } from "#workbook/read/general/read-general";
import { readValues, type Values } from "#workbook/read/sheetml/read-values";
import { zipEntries } from "#workbook/read/zip";
import * as odd from "../fixtures/odd-files";
import { convert, testWithLibreOffice } from "../support/libreoffice";
import { mutantOf, partsOf } from "../support/mutate-package";

jest.setTimeout(300_000);

const own = (bytes: Uint8Array): Values | null => readValues(bytes, zipEntries(bytes) ?? []);

/** `null` where the general reader refuses the file. */
function general(bytes: Uint8Array): WorkbookSnapshot | null {
  const read = readOoxmlGenerally(bytes, zipEntries(bytes) ?? [], { file: "a.xlsx" });
  return "sheets" in read ? read : null;
}

/** What both have to agree on. Of a formula without a result the general reader keeps neither looks nor the shared text. */
function said(values: Values | null): unknown {
  return values && {
    names: values.names,
    sheets: values.sheets.map(({ name, state, cells, merges }) => ({ name, state, merges, cells: cells.map((cell): Partial<Cell> => (cell.value === null ? { row: cell.row, column: cell.column, value: null } : cell)) })),
  };
}

/** Whether our own reader took the file; that it agrees is expected. */
function agrees(bytes: Uint8Array, about: string): boolean {
  const mine = own(bytes);
  if (!mine) return false;
  expect({ about, read: said(mine) }).toEqual({ about, read: said(general(bytes)) });
  return true;
}

const packages = Object.entries(odd).filter(([, make]) => typeof make === "function" && make.length === 0) as [string, () => Uint8Array | Promise<Uint8Array>][];

test("every odd file of the tests is read alike or left to the general reader", async () => {
  const taken: string[] = [];
  for (const [name, make] of packages) {
    const bytes = await make();
    if (zipEntries(bytes)?.some(({ path }) => path === "xl/workbook.xml") && agrees(bytes, name)) taken.push(name);
  }
  expect(taken.length).toBeGreaterThan(45);
  expect(taken).toEqual(expect.arrayContaining(["goodForm", "externalLink", "macros", "emptySharedString", "oldFont", "formulaWithoutResult", "mergedInput"]));
});

testWithLibreOffice("what LibreOffice saves is read by our own reader too", async () => {
  const [saved = new Uint8Array()] = convert([await odd.goodForm()], "xlsx");
  expect(agrees(saved, "LibreOffice")).toBe(true);
});

describe("mutants", () => {
  const share = Number(process.env["MUTANTS"] ?? 400);
  const seed = process.env["MUTANT_SEED"] ?? "1";

  test(`${share} mutants of seed ${seed} are read alike or left to the general reader`, async () => {
    const parts = partsOf(await odd.goodForm());
    let taken = 0;
    for (let number = 0; number < share; number += 1) {
      const { bytes, story } = mutantOf(parts, seed, number);
      if (agrees(bytes, `mutant ${number}: ${story}`)) taken += 1;
    }
    // Some of each: a reader that takes nothing would agree with everything.
    expect(taken).toBeGreaterThan(share / 10);
    expect(taken).toBeLessThan(share);
  });
});

describe("cells as programs write them", () => {
  /** A workbook of one sheet, its rows and other parts given. */
  function workbook(rows: string, { strings = "", styles = "", sheet = "" }: { strings?: string; styles?: string; sheet?: string } = {}): Uint8Array {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
    const files: Record<string, string> = {
      "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
      "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
      "xl/workbook.xml": `<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/sharedStrings.xml": `<sst ${main}>${strings}</sst>`,
      "xl/styles.xml": `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><name val="Arial"/></font></fonts><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="164" fontId="0"/>${styles}</cellXfs></styleSheet>`,
      "xl/worksheets/sheet1.xml": sheet === "" ? `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>` : sheet,
    };
    return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(head + xml)])));
  }

  const cellsOf = (bytes: Uint8Array): readonly Cell[] | undefined => own(bytes)?.sheets[0]?.cells;

  test.each<[string, string, Parameters<typeof workbook>[1], readonly Partial<Cell>[]]>([
    ["a number, a percentage, a day", '<row r="2"><c r="A2"><v>7</v></c><c r="B2" s="1"><v>0.955</v></c><c r="AA2" s="2"><v>45555</v></c></row>', {}, [
      { row: 1, column: 0, value: { kind: "number", number: 7 } },
      { row: 1, column: 1, value: { kind: "number", number: 0.955 }, format: "0.00%" },
      { row: 1, column: 26, value: { kind: "date", iso: "2024-09-20" }, format: "dd/mm/yyyy" },
    ]],
    ["empty cells and rows", '<row r="1" spans="1:9"/><row r="3"><c r="A3" s="1"/><c r="B3" s="1"></c><c r="C3"><v></v></c><c r="D3"><v/></c><c r="E3" t="b"/><c r="F3" t="e"><v></v></c></row>', {}, []],
    ["texts: plain, blank, in runs, with reading aids", '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>', {
      strings: '<si><t>a &amp; b &lt;1&gt;</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve">x </t></r><r><t>y</t></r></si><si><t>đọc</t><rPh sb="0" eb="1"><t>không</t></rPh><phoneticPr fontId="1"/></si>',
    }, [
      { row: 0, column: 0, value: { kind: "text", text: "a & b <1>" } },
      { row: 0, column: 2, value: { kind: "text", text: "x y" } },
      { row: 0, column: 3, value: { kind: "text", text: "đọc" } },
    ]],
    ["a formula's results, none of them lost", '<row r="1"><c r="A1"><f>1-1</f><v>0</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="b"><f>1=2</f><v>0</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>B2</f></c></row>', {}, [
      { row: 0, column: 0, value: { kind: "number", number: 0 }, formula: "1-1" },
      { row: 0, column: 1, value: { kind: "text", text: "" }, formula: '""' },
      { row: 0, column: 2, value: { kind: "boolean", boolean: false }, formula: "1=2" },
      { row: 0, column: 3, value: { kind: "error", error: "#DIV/0!" }, formula: "1/0" },
      { row: 0, column: 4, value: null, formula: "B2" },
    ]],
    ["one formula for several cells", '<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A1+SUM(A$1:$A1)&amp;"A1"&amp;\'S A1\'!A1</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>', {}, [
      { row: 0, column: 1, value: { kind: "number", number: 1 }, formula: "A1*$A1+SUM(A$1:$A1)&\"A1\"&'S A1'!A1" },
      { row: 0, column: 2, value: { kind: "number", number: 2 }, formula: "B1*$A1+SUM(B$1:$A1)&\"A1\"&'S A1'!B1" },
      { row: 1, column: 1, value: { kind: "number", number: 3 }, formula: "A2*$A2+SUM(A$1:$A2)&\"A1\"&'S A1'!A2" },
    ]],
  ])("%s", (_about, rows, parts, cells) => {
    expect(cellsOf(workbook(rows, parts))).toEqual(cells);
  });

  test.each<[string, string, Parameters<typeof workbook>[1]]>([
    ["a cell without its address", '<row r="1"><c><v>1</v></c></row>', {}],
    ["a row without its number", '<row><c r="A1"><v>1</v></c></row>', {}],
    ["two cells in one place", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', {}],
    ["a cell in another row", '<row r="1"><c r="A2"><v>1</v></c></row>', {}],
    ["rows out of order", '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>', {}],
    ["a number with letters", '<row r="1"><c r="A1"><v>12abc</v></c></row>', {}],
    ["a number in words of another language", '<row r="1"><c r="A1"><v>1,5</v></c></row>', {}],
    ["a number too large", '<row r="1"><c r="A1"><v>1E400</v></c></row>', {}],
    ["a text that is not in the list", '<row r="1"><c r="A1" t="s"><v>5</v></c></row>', {}],
    ["a style that is not in the list", '<row r="1"><c r="A1" s="77"><v>5</v></c></row>', {}],
    ["a format of Chinese Excel", '<row r="1"><c r="A1" s="3"><v>45000</v></c></row>', { styles: '<xf numFmtId="31" fontId="0"/>' }],
    ["a value in CDATA", '<row r="1"><c r="A1" t="str"><v><![CDATA[x]]></v></c></row>', {}],
    ["a cell in a comment", '<row r="1"><!-- <c r="A1"><v>1</v></c> --></row>', {}],
    ["an ISO day", '<row r="1"><c r="A1" t="d"><v>2024-09-20</v></c></row>', {}],
    ["an entity of its own", '<row r="1"><c r="A1" t="str"><v>&tien;</v></c></row>', {}],
    ["prefixed elements", "", { sheet: '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>' }],
    ["prefixed cells", "", { sheet: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><x:row r="1"/></sheetData></worksheet>' }],
    ["another root", "", { sheet: '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' }],
  ])("%s is left to the general reader", (_about, rows, parts) => {
    expect(own(workbook(rows, parts))).toBeNull();
  });

  test("a part in another encoding is left to the general reader", () => {
    const bytes = workbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    const parts = partsOf(bytes);
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(own(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(sheet.replace("UTF-8", "windows-1258")) }))).toBeNull();
    expect(own(zipSync({ ...parts, "xl/worksheets/sheet1.xml": Uint8Array.from([...strToU8(sheet), 0xc3]) }))).toBeNull();
  });
});

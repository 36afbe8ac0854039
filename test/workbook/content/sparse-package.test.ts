/** How a workbook looks, with its cells kept from the library and without that: the same to the last cell. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { SheetContent, WorkbookContent } from "#domain/sheet-content";
import { contentOf } from "#workbook/content/read-content";
import { sparsePackage } from "#workbook/content/sparse-package";
import * as odd from "../../fixtures/odd-files";
import { anEngine } from "../../support/engine";
import { convert, testWithLibreOffice } from "../../support/libreoffice";
import { mutantOf, partsOf } from "../../support/mutate-package";

jest.setTimeout(300_000);

/** How many sheets there are, and how many were taken apart; that both ways give the same is expected. */
async function alike(bytes: Uint8Array, about: string): Promise<{ readonly sheets: number; readonly taken: number }> {
  const [sparse, whole] = [await contentOf(bytes, 0), await contentOf(bytes, Number.POSITIVE_INFINITY)];
  const counts = { sheets: whole.sheets.length, taken: sparsePackage(bytes, 0).sheets.size };
  // The library stumbled over a cell: what stands there is shown without looks. Without the cells it finds its way.
  if (whole.sheets.every(({ columns }) => columns.length === 0) && sparse.sheets.some(({ columns }) => columns.length > 0)) {
    expect(valuesOf(sparse)).toEqual(valuesOf(whole));
    return counts;
  }
  expect({ about, ...firstDifference(sparse, whole) }).toEqual({ about });
  expect(sparse).toEqual(whole);
  return counts;
}

test("books, forms and plan sheets, every sheet of them", async () => {
  const engine = anEngine();
  const { files, receipts } = await engine.startSample("2025-11-05");
  await engine.takeIn(files, { table: receipts });
  for (const [name, answer] of [["common form", await engine.commonForm("summary")], ["book", await engine.book()], ["plan sheet", await engine.planSheet("nam-dinh-2024-2025")]] as const) {
    if (!answer.ok) throw new Error(name);
    const { sheets, taken } = await alike(answer.value.file, name);
    expect([name, taken]).toEqual([name, sheets]);
  }
});

test("every odd file of the tests", async () => {
  const packages = Object.entries(odd).filter(([, make]) => typeof make === "function" && make.length === 0) as [string, () => Uint8Array | Promise<Uint8Array>][];
  let taken = 0;
  for (const [name, make] of packages) taken += (await alike(await make(), name)).taken > 0 ? 1 : 0;
  expect(taken).toBeGreaterThan(40);
});

testWithLibreOffice("what LibreOffice saves", async () => {
  const [saved = new Uint8Array()] = convert([await odd.goodForm()], "xlsx");
  await alike(saved, "LibreOffice");
});

test("workbooks damaged at random", async () => {
  const parts = partsOf(await odd.goodForm());
  for (let number = 0; number < Number(process.env["MUTANTS"] ?? 60); number += 1) {
    const { bytes, story } = mutantOf(parts, `sparse ${number}`);
    await alike(bytes, `mutant ${number}: ${story}`);
  }
});

test.each<[string, (sheet: string) => string]>([
  ["letters that differ", (sheet) => sheet],
  ["a row with a look of its own", (sheet) => sheet.replace(/<row r="9"/u, '<row r="9" s="3" customFormat="1"')],
  ["a column with a look of its own", (sheet) => sheet.replace(/<col min="2"/u, '<col style="3" min="2"')],
  ["a hidden row", (sheet) => sheet.replace(/<row r="9"/u, '<row r="9" hidden="1"')],
  ["a comment among the cells", (sheet) => sheet.replace("<sheetData>", "<sheetData><!-- x -->")],
  ["no cells at all", (sheet) => sheet.replace(/<sheetData>.*<\/sheetData>/su, "<sheetData></sheetData>")],
])("%s", async (about, change) => {
  const parts = unzipSync(await odd.goodForm());
  const path = "xl/worksheets/sheet3.xml";
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = change(before);
  if (about !== "letters that differ") expect(after).not.toBe(before);
  await alike(zipSync({ ...parts, [path]: strToU8(after) }), about);
});

function valuesOf({ sheets }: WorkbookContent): unknown {
  return sheets.map(({ name, cells, merges }) => ({ name, merges, cells: cells.filter(({ value, formula }) => value !== null || formula !== undefined).map(({ row, column, value, formula }) => [row, column, value, formula]) }));
}

/** Named instead of printed: a million cells say nothing. */
function firstDifference(a: WorkbookContent, b: WorkbookContent): object {
  if (a.sheets.length !== b.sheets.length) return { sheets: [a.sheets.length, b.sheets.length] };
  for (const [index, sheet] of a.sheets.entries()) {
    const other = b.sheets[index] as typeof sheet;
    for (const part of Object.keys({ ...other, ...sheet }) as (keyof SheetContent)[]) {
      const [mine, its] = [sheet[part], other[part]].map((one) => (Array.isArray(one) ? (one as unknown[]) : [one]));
      const at = (mine ?? []).findIndex((one, place) => JSON.stringify(one) !== JSON.stringify(its?.[place]));
      if (at >= 0 || mine?.length !== its?.length) return { sheet: sheet.name, part, at, mine: mine?.[at], its: its?.[at], lengths: [mine?.length, its?.length] };
    }
  }
  const style = a.styles.findIndex((one, place) => JSON.stringify(one) !== JSON.stringify(b.styles[place]));
  return style >= 0 || a.styles.length !== b.styles.length ? { styles: [a.styles.length, b.styles.length], style, mine: a.styles[style], its: b.styles[style] } : {};
}

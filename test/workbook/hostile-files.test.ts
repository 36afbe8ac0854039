/** What strangers' files may do: stay within the limits, or be refused for one named reason, quickly either way. */
import type { Problem } from "#domain/problem";
import { expandArchive } from "#workbook/read/read-archive";
import { readFile } from "#workbook/read/read-file";
import { MAX_GENERAL } from "#workbook/read/limits";
import { tamedRecords } from "#workbook/read/general/tame-records";
import * as hostile from "../fixtures/hostile-files";
import * as odd from "../fixtures/odd-files";
import { figuresOf, GOOD_FIGURES, request } from "../fixtures/school-form";

jest.setTimeout(60_000);

type Make = () => Promise<Uint8Array>;
const refused = async (make: Make, name: string): Promise<Problem | undefined> => {
  const reading = readFile(await make(), name, request);
  return reading.kind === "unreadable" ? reading.problems[0] : undefined;
};

describe("refused, with its reason", () => {
  test.each<[string, Make, string, object]>([
    ["a document type in a sheet", hostile.entitiesInSheet, "a.xlsx", { what: "documentType" }],
    ["entities that unfold in the texts", hostile.entitiesInStrings, "a.xlsx", { what: "documentType" }],
    ["entities in an .ods", hostile.entitiesInOds, "a.ods", { what: "documentType" }],
    ["entities in a workbook of one XML", hostile.entitiesInXml, "a.xml", { what: "documentType" }],
    ["parts that overlap", hostile.overlapping, "a.xlsx", { what: "overlap" }],
    ["two parts of one name", hostile.partTwice, "a.xlsx", { what: "partTwice" }],
  ])("%s", async (_case, make, name, facts) => {
    expect(await refused(make, name)).toMatchObject({ code: "file-unsafe", at: { file: name }, facts });
  });

  test.each<[string, Make, string, object]>([
    ["more entries than any workbook has", hostile.countlessEntries, "a.xlsx", { what: "entries" }],
    ["a filled row that repeats a million times", hostile.filledRowRepeated, "a.ods", { what: "repeats" }],
    ["a filled cell that repeats over all columns", hostile.filledCellRepeated, "a.ods", { what: "repeats" }],
    ["a column that spans a thousand million", hostile.columnSpan, "a.xml", { what: "repeats" }],
    ["a row far below the last", hostile.rowFarAway, "a.xml", { what: "rows" }],
    ["a row below the last, in an .xlsx", hostile.beyondLastRow, "a.xlsx", { what: "rows" }],
    ["a text longer than a cell holds", hostile.longText, "a.xlsx", { what: "text", limit: 32_767 }],
    ["a formula longer than a cell holds", hostile.longFormula, "a.xlsx", { what: "formula" }],
    ["the same through the general reader", hostile.longFormulaOtherwise, "a.xlsx", { what: "formula", limit: 8_192 }],
  ])("%s", async (_case, make, name, facts) => {
    expect(await refused(make, name)).toMatchObject({ code: "file-beyond-limit", at: { file: name }, facts });
  });

  test("the place of a text that is too long is told", async () => {
    expect((await refused(hostile.longText, "a.xlsx"))?.at).toMatchObject({ sheet: expect.any(String) as string, cell: expect.stringMatching(/^[A-Z]+\d+$/) as string });
  });

  test("more than the general reader is given", async () => {
    expect(await refused(hostile.hugeForGeneral, "a.xlsx")).toMatchObject({ code: "file-too-large", facts: { limit: MAX_GENERAL } });
  });

  test("an archive of more files than are opened", () => {
    expect(expandArchive(hostile.countlessFiles(), "a.zip")).toMatchObject({ entries: [], problems: [{ code: "file-beyond-limit", facts: { what: "entries" } }] });
  });
});

describe("harmless, and read as if it were not there", () => {
  test.each<[string, Make, string]>([
    ["a link over a whole sheet", hostile.wholeSheetLink, "a.xlsx"],
    ["a sheet that says it is seventeen thousand million cells large", hostile.wholeSheetDimension, "a.xlsx"],
    ["a number in the very last cell", hostile.lastCell, "a.xlsx"],
    ["the same through the general reader", hostile.lastCellOtherwise, "a.xlsx"],
    ["empty rows to the end of an .ods", hostile.emptyRowRepeated, "a.ods"],
  ])("%s", async (_case, make, name) => {
    const reading = readFile(await make(), name, request);
    expect(reading.kind === "submissions" ? reading.submissions.map(figuresOf) : reading.problems).toEqual([GOOD_FIGURES]);
  });

  test("an embedded object is not opened and is told", async () => {
    const reading = readFile(await hostile.embedded(), "a.xlsx", request);
    expect(reading.kind).toBe("submissions");
    expect(reading.problems.map(({ code }) => code)).toContain("has-objects");
  });
});

describe("records of an .xlsb", () => {
  const wide = (text: string, letters = text.length): number[] => [...new Uint8Array(Uint32Array.of(letters).buffer), ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])];
  const record = (number: number, content: readonly number[]): number[] => [...(number < 0x80 ? [number] : [(number & 0x7f) | 0x80, number >> 7]), content.length, ...content];
  const kept = (path: string, ...records: readonly number[][]): number[] => [...tamedRecords(path, Uint8Array.from(records.flat()))];
  const cell = (text: string, letters?: number): number[] => record(6, [...new Array<number>(8).fill(0), ...wide(text, letters)]);

  test("values stay, links and whatever else goes", () => {
    expect(kept("xl/worksheets/sheet1.bin", cell("ab"), record(0x1ee, [1, 2, 3]), cell("c"))).toEqual([...cell("ab"), ...cell("c")]);
    expect(kept("xl/comments1.bin", cell("ab"))).toEqual([]);
  });

  test("a text said to be longer than its record goes", () => {
    expect(kept("xl/worksheets/sheet1.bin", cell("ab", 0xffffffff), cell("ab", 3), cell("c"))).toEqual(cell("c"));
    expect(kept("xl/workbook.bin", record(0x9c, [...new Array<number>(8).fill(0), ...wide("r1"), ...wide("S", 99)]))).toEqual([]);
  });

  test("a record cut short ends the part", () => {
    expect(kept("xl/worksheets/sheet1.bin", cell("c"), [6, 90, 1, 2])).toEqual(cell("c"));
  });

  test("a real one is read as before", async () => {
    const reading = readFile(await odd.xlsb(), "a.xlsb", request);
    expect(reading.kind === "submissions" && reading.submissions.map(figuresOf)).toEqual([GOOD_FIGURES]);
  });
});

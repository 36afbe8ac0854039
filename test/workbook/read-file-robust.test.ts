import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { readFile } from "#workbook/read/read-file";
import * as odd from "../fixtures/odd-files";
import { figuresOf, GOOD_FIGURES, request } from "../fixtures/school-form";

/** Every file ends as a reading, and no reading goes without a reason. */
function expectHonest(reading: ReturnType<typeof readFile>): void {
  expect(["submissions", "notThisForm", "unreadable"]).toContain(reading.kind);
  if (reading.kind !== "submissions") expect(reading.problems.length).toBeGreaterThan(0);
}

describe("readFile on any bytes", () => {
  test("never throws on noise", () => {
    const heads = ["", "PK\x03\x04", "%PDF", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"].map((head) => strToU8(head));
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const biff = Uint8Array.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
    fc.assert(fc.property(fc.constantFrom(...heads, ole, biff), fc.uint8Array({ maxLength: 2000 }), (head, tail) => {
      expectHonest(readFile(Uint8Array.from([...head, ...tail]), "a.xls", request));
    }), { numRuns: 150, seed: 7 });
  });

  test.each([{ name: "a.xlsx", make: odd.goodForm }, { name: "a.xls", make: odd.xls }, { name: "a.ods", make: odd.ods }])("never throws on a damaged $name", async ({ name, make }) => {
    const good = await make();
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }), fc.option(fc.nat(good.length)), (changes, cut) => {
      const bytes = good.slice(0, cut ?? good.length);
      for (const [at, mask] of changes) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ mask;
      expectHonest(readFile(bytes, name, request));
    }), { numRuns: 60, seed: 11 });
  });

  test("a package whose entries are whole but whose XML is not, is read or refused, never made up", async () => {
    const files = unzipSync(await odd.goodForm());
    const paths = Object.keys(files).filter((path) => path.endsWith(".xml"));
    const known = new Set<string>([...Object.values(GOOD_FIGURES), ""]);
    fc.assert(fc.property(fc.constantFrom(...paths), fc.double({ min: 0, max: 1, noNaN: true }), (path, share) => {
      const content = files[path] ?? new Uint8Array();
      const reading = readFile(zipSync({ ...files, [path]: content.subarray(0, Math.floor(content.length * share)) }, { level: 0 }), "a.xlsx", request);
      expectHonest(reading);
      if (reading.kind === "submissions") for (const one of reading.submissions) for (const text of Object.values(figuresOf(one))) expect(known.has(text) || text.startsWith("?") || path.includes("sharedStrings")).toBe(true);
    }), { numRuns: 40, seed: 13 });
  });

  test("the same bytes give the same reading", async () => {
    const bytes = await odd.goodForm();
    expect(readFile(bytes, "a.xlsx", request)).toEqual(readFile(bytes.slice(), "a.xlsx", request));
  });
});

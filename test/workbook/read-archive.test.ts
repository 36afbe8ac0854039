import { strToU8, zipSync } from "fflate";
import { expandArchive, looksLikeArchive } from "#workbook/read/read-archive";
import { readFile } from "#workbook/read/read-file";
import * as odd from "../fixtures/odd-files";
import { request } from "../fixtures/school-form";

describe("expandArchive", () => {
  test("opens an archive and the archives in it, once", async () => {
    const { entries, problems } = expandArchive(await odd.zipOfForms(), "nộp.zip");
    expect(entries.map(({ path }) => path)).toEqual(["nộp.zip › Trường Hoa Sen/biểu.xlsx", "nộp.zip › trong.zip › Ngoài.xlsx", "nộp.zip › ảnh.png"]);
    expect(problems.map(({ code, at }) => [code, at.file])).toEqual([["archive-too-deep", "nộp.zip › trong.zip › sau.zip"]]);
  });

  test("what comes out is what went in", async () => {
    const [first] = expandArchive(await odd.zipOfForms(), "nộp.zip").entries;
    expect(first && readFile(first.bytes, first.path, request).kind).toBe("submissions");
  });

  test("reads names in the code page of a Vietnamese Windows", async () => {
    const { entries } = expandArchive(await odd.zipWithOldNames(), "a.zip");
    expect(entries.map(({ path }) => path)).toEqual(["a.zip › Trường__ng A/bieu.xlsx".replace("Trường__ng", "Trườ__ng"), "a.zip › b.xlsx"]);
  });

  test("keeps both of two files of one name", () => {
    const bytes = zipSync({ "a.txt": strToU8("1"), "b.txt": strToU8("2") });
    for (let at = 0; at + 5 < bytes.length; at += 1) if (new TextDecoder().decode(bytes.subarray(at, at + 5)) === "b.txt") bytes[at] = 0x61;
    expect(expandArchive(bytes, "z.zip").entries.map(({ path }) => path)).toEqual(["z.zip › a.txt", "z.zip › a.txt (2)"]);
  });

  test("names a member with a password and a damaged one, and gives the others", () => {
    const bytes = zipSync({ "a.txt": [strToU8("một hai ba"), { level: 0 }], "b.txt": [strToU8("bốn năm"), { level: 0 }], "c.txt": strToU8("sáu") });
    const view = new DataView(bytes.buffer);
    const headers = [...bytes.keys()].filter((at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50);
    bytes[(headers[0] ?? 0) + 8] = 1;
    const at = [...bytes.keys()].find((index) => new TextDecoder().decode(bytes.subarray(index, index + 5)) === "b.txt") ?? 0;
    bytes[at + 6] = (bytes[at + 6] ?? 0) ^ 1;
    const { entries, problems } = expandArchive(bytes, "z.zip");
    expect(entries.map(({ path }) => path)).toEqual(["z.zip › c.txt"]);
    expect(problems.map(({ code, at: place }) => [code, place.file])).toEqual([["file-encrypted", "z.zip › a.txt"], ["file-corrupt", "z.zip › b.txt"]]);
  });

  test("an archive cut short is named", async () => {
    const { entries, problems } = expandArchive((await odd.zipOfForms()).subarray(0, 20_000), "z.zip");
    expect([entries.length, ...problems.map(({ code }) => code)]).toEqual([0, "archive-unreadable"]);
  });

  test("an archive that unpacks without end is refused", async () => {
    const { problems } = expandArchive(await odd.bomb(), "z.zip");
    expect(problems.map(({ code }) => code)).toEqual(["file-too-large"]);
  });
});

describe("looksLikeArchive", () => {
  test.each<{ name: string; make: () => Uint8Array | Promise<Uint8Array>; is: boolean }>([
    { name: "a.zip", make: odd.zipOfForms, is: true },
    { name: "a.xlsx", make: odd.goodForm, is: false },
    { name: "a.ods", make: odd.ods, is: false },
    { name: "a.docx", make: odd.docx, is: false },
    { name: "a.rar", make: odd.rar, is: false },
    { name: "a.pdf", make: odd.pdf, is: false },
  ])("$name: $is", async ({ name, make, is }) => {
    expect(looksLikeArchive(await make(), name)).toBe(is);
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Cell, CellValue } from "#domain/snapshot";
import { exact, toText } from "#domain/exact";
import type { CellKind, CellReading } from "#workbook/read/cell-findings";
import { readValue } from "#workbook/read/read-value";
import { cellRows, type CellRow } from "./cell-values.table";
import { textOfValue } from "../fixtures/school-form";

const answers = { yes: "Đạt", no: "Chưa đạt", notApplicable: "Không có đối tượng" };

function cellOf({ stored, says, format }: CellRow): Pick<Cell, "value" | "format" | "formula"> | null {
  if (stored === "none") return null;
  if (stored === "no result") return { value: null, formula: String(says) };
  const values: Readonly<Record<Exclude<CellRow["stored"], "none" | "no result">, CellValue>> = {
    text: { kind: "text", text: String(says) }, number: { kind: "number", number: Number(says) }, boolean: { kind: "boolean", boolean: says === true },
    date: { kind: "date", iso: String(says) }, error: { kind: "error", error: String(says) },
  };
  return { value: values[stored], ...(format ? { format } : {}) };
}

const readRow = (row: CellRow): CellReading => readValue(cellOf(row), { kind: row.kind, answers, ...(row.kind === "choice" ? { choices: ["Nam", "Nữ"] } : {}) });

describe("readValue", () => {
  test.each(cellRows.map((row) => ({ title: `${row.kind}: ${row.stored} ${JSON.stringify(row.says)}${row.format ? ` as ${row.format}` : ""}`, row })))("$title", ({ row }) => {
    const { value, problem } = readRow(row);
    expect(textOfValue(value)).toBe(row.reads);
    expect(problem?.code).toBe(row.code);
    if (row.says2 !== undefined) expect(problem && ("readings" in problem ? problem.readings : "read" in problem ? problem.read : "")).toBe(row.says2);
  });

  test("a pair brings its base along", () => {
    const { base } = readValue({ value: { kind: "text", text: "38/40" } }, { kind: "numerator" });
    expect(base && toText(base)).toBe("40");
  });

  test("a very long text is kept and named", () => {
    const { value, problem } = readValue({ value: { kind: "text", text: "dài ".repeat(2000) } }, { kind: "text" });
    expect([value?.kind, problem?.code]).toEqual(["text", "cell-too-long"]);
  });

  const kinds: readonly CellKind[] = ["count", "numerator", "denominator", "percent", "yesNo", "text", "date", "number", "choice"];
  const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
    fc.double().map((number): CellValue => ({ kind: "number", number: Number.isFinite(number) ? number : 0 })),
    fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,%/ -–oOxđạtchưkông()²") })).map((text): CellValue => ({ kind: "text", text })),
    fc.boolean().map((boolean): CellValue => ({ kind: "boolean", boolean })),
    fc.constantFrom<CellValue>({ kind: "date", iso: "2024-09-05T10:00:00" }, { kind: "error", error: "#N/A" }),
  );

  test("nothing filled goes without a value or a problem, and a count is always whole, from zero to the limit", () => {
    fc.assert(fc.property(fc.constantFrom(...kinds), anyValue, fc.constantFrom(undefined, "0%", "0.0\"%\"", "#,##0"), (kind, value, format) => {
      const { value: read, problem } = readValue({ value, ...(format ? { format } : {}) }, { kind, answers });
      const isBlank = value.kind === "text" && value.text.replace(/[\s\u200B-\u200F\u2060\uFEFF\u0000-\u001F']/gu, "") === "";
      if (!isBlank) expect(read !== null || problem !== undefined).toBe(true);
      if (read?.kind === "number" && ["count", "numerator", "denominator"].includes(kind)) {
        expect(read.number.n % read.number.d).toBe(0n);
        expect(read.number.n >= 0n && read.number.n <= 1_000_000_000n * read.number.d).toBe(true);
      }
      if (read?.kind === "number" && kind === "percent") expect(read.number.n >= 0n && read.number.n <= 100n * read.number.d).toBe(true);
    }), { numRuns: 2000, seed: 20241020 });
  });

  test("every whole number is read back however it is written", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (whole) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, " ");
      for (const cell of [{ value: { kind: "number", number: whole } }, { value: { kind: "text", text: String(whole) } }, { value: { kind: "text", text: grouped } }] as const) {
        expect(readValue(cell, { kind: "count" })).toEqual({ value: { kind: "number", number: exact(whole) } });
      }
    }));
  });

  test("docs/cell-values.md says what the table says", () => {
    const path = join(__dirname, "../../docs/cell-values.md");
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(path, documentation());
    expect(readFileSync(path, "utf8")).toBe(documentation());
  });
});

const KINDS: Readonly<Record<CellKind, string>> = {
  count: "Số lượng · count", numerator: "Số đạt · numerator", denominator: "Tổng số · base", percent: "Tỷ lệ % · percentage", yesNo: "Có/không · yes or no",
  text: "Định tính · words", date: "Ngày · date", number: "Số kèm theo, ở danh sách · number beside a figure or in a list", choice: "Chọn trong danh sách · choice",
};
const STORED: Readonly<Record<CellRow["stored"], string>> = {
  text: "chữ · text", number: "số · number", boolean: "TRUE/FALSE", date: "ngày · date", error: "lỗi · error", "no result": "công thức chưa có kết quả · formula without result", none: "không có ô · no cell",
};

function documentation(): string {
  const shown = (text: string): string => (text === "" ? "" : `\`${text.replace(/\u00A0/g, "␣").replace(/\u200B/g, "").replace(/\|/g, "\\|")}\``);
  const value = (row: CellRow): string => {
    if (row.reads === "") return row.code ? "—" : "trống · blank";
    if (row.reads === "n/a") return "Không có đối tượng · not applicable";
    if (row.reads === "yes" || row.reads === "no") return row.reads === "yes" ? "Đạt · yes" : "Chưa đạt · no";
    return row.reads.startsWith("share ") ? `tỷ lệ, chưa có tổng số · bare share ${shown(row.reads.slice(6))}` : shown(row.reads);
  };
  const order = Object.keys(KINDS) as CellKind[];
  const sections = order.map((kind) => {
    const rows = cellRows.filter((row) => row.kind === kind).map((row) =>
      `| ${STORED[row.stored]} | ${shown(String(row.says).normalize("NFC") === row.says ? String(row.says) : `${String(row.says).normalize("NFC")} (NFD)`)} | ${shown(row.format ?? "")} | ${value(row)} | ${shown(row.code ?? "")}${row.says2 ? ` ${row.says2.replace(/\|/g, "\\|")}` : ""} |`);
    return [`## ${KINDS[kind]}`, "", "| Cách lưu · stored as | Nội dung · content | Định dạng · format | Đọc là · read as | Vấn đề · problem |", "| --- | --- | --- | --- | --- |", ...rows, ""].join("\n");
  });
  return [
    "# Cách đọc một ô · How a cell is read", "",
    "Bảng quyết định: ô hỏi gì × ô lưu kiểu gì × nội dung × định dạng → giá trị hoặc vấn đề. Hai cách hiểu mà không có gì phân định là một vấn đề, không phải số liệu; ô trống không bao giờ là 0.", "",
    "The decision table: what the cell asks × how it is stored × what it says × how it is shown → a value or a problem. Two readings that nothing settles are a problem and no figure; a blank is never zero.",
    "`␣` is a no-break space. This file is made from `test/workbook/cell-values.table.ts` (`UPDATE_DOCS=1 npx jest test/workbook/cell-values`) and compared with it by the test.", "",
    ...sections,
  ].join("\n");
}

/** What a book keeps comes back as it was, exact numbers and all; a province's forms share their layout. */
import { exact, type Exact } from "#domain/exact";
import type { BookState, KeptFile } from "#domain/report";
import { problem } from "#domain/problem";
import type { Reading, Submission } from "#domain/submission";
import { layoutTable } from "#workbook/book/kept/layouts";
import { filesFromText, filesToText, keptLean, stateFromCells, stateToCells } from "#workbook/book/state-text";
import { aBook } from "../../support/builders";
import { sampleCases, sampleState } from "../../support/sample-reports";

jest.setTimeout(240_000);

const reading = (raw: string, value: Reading["value"], sheet = "Kết quả!", cell = "G12"): Reading => ({ sheet, cell, raw, value });
const third: Exact = exact(1n, 3n);

function fileOf(parts: Readonly<Record<string, Reading>>): KeptFile {
  const submission: Submission = {
    plan: "thu", planVersion: "1", stage: "summary", scope: "own", formVersion: "1", unit: { code: "012", name: null, sheet: "Thông tin", cell: "C10" },
    parts: parts as Submission["parts"], sides: { "A.cause": reading("mưa", { kind: "text", text: "mưa" }) }, headcounts: {}, info: { headName: reading("", null, "Thông tin", "C12") },
    lists: { danhHieu: [{ code: "DTT-03", cells: { name: reading("Nguyễn\n  Văn A", { kind: "text", text: "Nguyễn\nVăn A" }), year: reading("2024", { kind: "number", number: exact(2024n) }) } }] },
    printedChecksum: "123-4567", problems: [problem("hidden-sheet-lost", { file: "a.xlsx" }, {})],
  };
  return { path: "a.xlsx", sha256: "00", receivedOn: "2025-05-05", reading: { kind: "submissions", submissions: [submission], problems: [] } };
}

const with_ = (files: readonly KeptFile[]): BookState => ({ ...aBook(), files });

test("every kind of value", () => {
  const state = with_([fileOf({
    "A.value": reading("12", { kind: "number", number: exact(12n) }), "B.value": reading("012", { kind: "number", number: exact(12n) }), "C.value": reading("12", null), "D.value": reading("1,5", { kind: "number", number: exact(3n, 2n) }),
    "E.value": reading("", null), "F.value": reading("", { kind: "number", number: third }, "Trang !lạ!", ""), "G.value": reading("33%", { kind: "bareShare", share: third }), "H.value": reading("x", { kind: "yesNo", yes: true }), "I.value": reading("", { kind: "yesNo", yes: false }),
    "J.value": reading("-", { kind: "notApplicable" }), "K.value": reading("20/10", { kind: "date", iso: "2025-10-20" }), "L.value": reading("a", { kind: "text", text: "a" }), "M.value": reading("a", { kind: "text", text: "#12" }), "N.value": reading("99999999999999999", { kind: "number", number: exact(99999999999999999n) }),
    "O.value": reading("~_x000D_ e\u0301 \uFFFE", { kind: "text", text: "\u0007" }), "P.value": reading("-5", null), "Q.value": reading("0", { kind: "number", number: exact(0n) }),
  })]);
  expect(stateFromCells(stateToCells(state))).toEqual({ state, lost: [] });
});

test("a sample district, whatever its files were; forms made alike share one layout", async () => {
  const [, , , , , district] = sampleCases;
  const state = await sampleState(district!);
  const cells = stateToCells(state);
  expect(stateFromCells(cells)).toEqual({ state, lost: [] });
  expect(cells.every((cell) => cell.length < 32_767 && !/^[=+\-@]/.test(cell))).toBe(true);
  const next = cells.findIndex((cell, index) => index > 0 && !cell.startsWith("~"));
  const { layouts } = JSON.parse(cells.slice(0, next).map((cell) => cell.replace(/^~/, "")).join("")) as { layouts: unknown[] };
  expect(layouts.length).toBeLessThan(state.files.length);
});

test("files kept lean say the same, each time they are asked", async () => {
  const state = await sampleState(sampleCases.at(-1)!);
  const table = layoutTable();
  const text = filesToText(state.files, table);
  const lean = filesFromText(text, table.layouts, true);
  expect(lean).toEqual(state.files);
  expect(lean).toEqual(filesFromText(text, table.layouts));
  expect(keptLean()(state.files)).toEqual(state.files);
  const copies = (files: typeof state.files) => files.map(({ reading }) => (reading.kind === "submissions" ? reading.submissions.map((submission) => ({ ...submission })) : reading));
  expect(copies(lean)).toEqual(copies(state.files));
});

test("a book written before files had records of their own is still read", () => {
  const state = with_([fileOf({ "F.value": reading("1/3", { kind: "number", number: third }) })]);
  const before = JSON.stringify(state, (_key, value: unknown) => (typeof value === "object" && value !== null && "n" in value && typeof value.n === "bigint" ? { $exact: "1/3" } : typeof value === "bigint" ? String(value) : value));
  expect(stateFromCells([before.slice(0, 500), before.slice(500)])?.state.files[0]?.path).toBe(state.files[0]?.path);
});

test.each<[string, (cells: string[]) => string[]]>([
  ["nothing is left", () => []], ["another text", () => ["xin chào"]], ["a later version", (cells) => cells.map((cell) => cell.replace('"format":2', '"format":3'))],
])("%s: no state rather than half of one", (_case, damage) => {
  expect(stateFromCells(damage(stateToCells(with_([fileOf({ "A.value": reading("12", { kind: "number", number: exact(12n) }) })]))))).toBeNull();
});

test.each<[string, (cells: string[]) => string[], lost: string | null]>([
  ["is gone", (cells) => cells.slice(0, -1), null],
  ["is cut behind its name", (cells) => [...cells.slice(0, -1), (cells.at(-1) ?? "").slice(0, -20)], "hai.xlsx"],
  ["is cut within its name", (cells) => [...cells.slice(0, -1), (cells.at(-1) ?? "").slice(0, 12)], null],
  ["has a name that is none", (cells) => [...cells.slice(0, -1), '{"path":"a\\qb"'], null],
  ["is another text", (cells) => [...cells.slice(0, -1), "xin chào"], null],
])("a record that %s costs its file and no other", (_case, damage, lost) => {
  const state = with_([{ ...fileOf({}), path: "một.xlsx" }, { ...fileOf({}), path: "hai.xlsx" }]);
  expect(stateFromCells(damage(stateToCells(state)))).toEqual({ state: { ...state, files: state.files.slice(0, 1) }, lost: [lost] });
});

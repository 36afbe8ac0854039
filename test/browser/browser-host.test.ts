import { addressOf } from "#domain/snapshot";
import type { WorkbookContent } from "#domain/sheet-content";
import { browserHost } from "#browser/browser-host";
import { cellsOfText, textOfCells } from "#browser/tab-separated";
import { typedValue } from "#browser/typed-value";
import { workbookStore, type WorkbookStore } from "#browser/workbook-store";
import { snapshotOf } from "#workbook/content/plain-content";
import { contentOf } from "#workbook/content/read-content";
import { writeContent } from "#workbook/content/write-content";
import { readSnapshot } from "#workbook/read/read-snapshot";
import fc from "fast-check";
import { makeForm, planOf, unitOfKind } from "../support/form-samples";
import { validateOoxml } from "../support/validate-ooxml";

const plan = planOf("ben-tre-2024-2025");
let form: Uint8Array;
let content: WorkbookContent;
beforeAll(async () => {
  form = await makeForm(plan, "summary", { unit: unitOfKind(plan, "mam-non") });
  content = await contentOf(form);
});

async function opened() {
  const store = workbookStore("Trang 1", addressOf);
  const host = browserHost({ store, contentOf, fileOf: writeContent });
  await host.open(form, "bieu.xlsx");
  return { store, host };
}
const shown = (store: WorkbookStore, sheet: string, row: number, column: number) => store.get().content.sheets.find(({ name }) => name === sheet)?.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
/** The first cell with a rule of the kind, where a number is typed. */
const inputCell = (): { sheet: string; row: number; column: number } => {
  const sheet = content.sheets.find(({ name }) => name === "Chỉ tiêu")!;
  const { top, left } = sheet.validations.find(({ kind }) => kind !== "list")!.ranges[0]!;
  return { sheet: sheet.name, row: top, column: left };
};

test("marks put on cells by the live check leave the way back open", async () => {
  const { store, host } = await opened();
  const { sheet, row, column } = inputCell();
  const before = shown(store, sheet, row, column);
  store.type({ sheet, row, column }, [["41"]]);
  expect(shown(store, sheet, row, column)).toBe(41);
  await host.mark([{ sheet, cell: addressOf(row, column), severity: "error", text: "Số đạt lớn hơn tổng số" }]);
  store.undo();
  expect(shown(store, sheet, row, column)).toEqual(before);
});

describe("what the open workbook is", () => {
  test("the file it was opened from, until a cell is typed in, and again once that is taken back", async () => {
    const { store, host } = await opened();
    const { sheet, row, column } = inputCell();
    expect(host.openedFile()).toBe(form);
    store.type({ sheet, row, column }, [["41"]]);
    expect(host.openedFile()).toBeNull();
    store.undo();
    expect(host.openedFile()).toBe(form);
  });

  test("read a few sheets at a time it reads as at once; of some sheets only those", async () => {
    const { store, host } = await opened();
    const [first] = store.get().content.sheets;
    const many = { ...first!, cells: Array.from({ length: 21_000 }, (_, at) => ({ row: Math.floor(at / 10), column: at % 10, value: at, style: 0 })) };
    const large: WorkbookContent = { ...store.get().content, sheets: ["A", "B", "C"].map((name) => ({ ...many, name })) };
    store.replace({ content: large });
    const read = await host.read();
    expect(read).toEqual({ ok: true, value: snapshotOf(large) });
    const some = await host.read({ sheets: new Set(["B"]) });
    expect(some.ok && some.value.sheets.map(({ name, cells }) => [name, cells.length])).toEqual([["B", 21_000]]);
  });
});

describe("what is typed", () => {
  test.each<[string, string | undefined, unknown]>([
    ["95,5", undefined, { value: 95.5 }], ["1.250", undefined, { value: 1250 }], ["95.5", undefined, { value: 95.5 }], ["95,5%", undefined, { value: 0.955, format: "0.00%" }], ["31/10/2025", undefined, { value: 45961, format: "dd/mm/yyyy" }],
    ["31/02/2025", undefined, { value: "31/02/2025" }], ["'012", undefined, { value: "012" }], ["012", "@", { value: "012" }], ["=A1+1", undefined, { value: null, formula: "A1+1" }], ["", undefined, { value: null }], ["Đạt", undefined, { value: "Đạt" }],
  ])("%p under %p is %p", (text, format, typed) => {
    expect(typedValue(text, format)).toEqual(typed);
  });

  test("the clipboard's rows come back as they were", () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string().filter((text) => !/[\r]/u.test(text) && !text.startsWith('"')), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }).filter((rows) => rows.at(-1)!.some((cell) => cell !== "")), (rows) => {
      expect(cellsOfText(textOfCells(rows))).toEqual(rows);
    }));
  });
});

describe("a form open in the browser", () => {
  test("calculates its own check line as numbers are typed, and undoes them", async () => {
    const { store } = await opened();
    const at = inputCell();
    const before = shown(store, "Chỉ tiêu", 1, 0);
    expect(store.type(at, [["12"]])).toBeNull();
    expect(shown(store, at.sheet, at.row, at.column)).toBe(12);
    expect(shown(store, "Chỉ tiêu", 1, 0)).not.toBe(before);
    store.undo();
    expect(shown(store, "Chỉ tiêu", 1, 0)).toBe(before);
    store.redo();
    expect(shown(store, at.sheet, at.row, at.column)).toBe(12);
  });

  test("refuses one typed value that the form's own rule refuses, with the rule's words; pasting lets it in as Excel does", async () => {
    const { store } = await opened();
    const at = inputCell();
    const refusal = store.type(at, [["-5"]]);
    expect(refusal).toMatchObject({ kind: "rule", rule: { error: { text: expect.any(String) } } });
    expect(store.type(at, [["-5"], ["7"]])).toBeNull();
  });

  test("the saved file holds what was typed, keeps everything else and is valid", async () => {
    const { store, host } = await opened();
    const at = inputCell();
    store.type(at, [["38"]]);
    const saved = await host.file();
    const read = readSnapshot(saved.ok ? saved.value : new Uint8Array(), "");
    expect(read.ok && read.snapshot.sheets.find(({ name }) => name === at.sheet)?.cells.find(({ row, column }) => row === at.row && column === at.column)?.value).toEqual({ kind: "number", number: 38 });
    expect(validateOoxml(saved.ok ? saved.value : new Uint8Array())).toEqual([]);
  });

  test("changes and selections are told; what we put in is not", async () => {
    const { store, host } = await opened();
    const seen: unknown[] = [];
    const stop = await host.watchChanges((change) => seen.push(change));
    await host.watchSelection((place) => seen.push(place));
    store.type(inputCell(), [["3"]]);
    await host.select({ sheet: "Thông tin", cell: "C10" });
    await host.put(content, { owned: new Set(content.sheets.map(({ name }) => name)) });
    expect(seen).toEqual([expect.objectContaining({ sheet: "Chỉ tiêu" }), { sheet: "Thông tin", cell: "C10" }]);
    if (stop.ok) await stop.value();
    store.type(inputCell(), [["4"]]);
    expect(seen).toHaveLength(2);
  });
});

describe("putting sheets in", () => {
  test("a sheet of the officer's of the same name is never overwritten", async () => {
    const { store, host } = await opened();
    const before = store.get().content;
    expect(await host.put(content, { owned: new Set() })).toEqual({ ok: false, fault: { kind: "name-taken", sheet: content.sheets[0]!.name } });
    expect(store.get().content).toBe(before);
  });

  test("owned sheets are rewritten in their place, others stay; one step takes it back", async () => {
    const { store, host } = await opened();
    const renamed: WorkbookContent = { ...content, sheets: content.sheets.slice(0, 1).map((sheet) => ({ ...sheet, cells: sheet.cells.slice(0, 3) })) };
    const before = store.get().content;
    expect(await host.put(renamed, { owned: new Set([content.sheets[0]!.name]) })).toMatchObject({ ok: true, value: { added: [], rewritten: [content.sheets[0]!.name] } });
    expect(store.get().content.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect(store.get().content.sheets[0]!.cells).toHaveLength(3);
    expect(host.canTakeBack()).toBe(true);
    await host.takeBack();
    expect(store.get().content).toBe(before);
    expect(host.canTakeBack()).toBe(false);
  });

  test("sheets beside the officer's own are saved with them", async () => {
    const store = workbookStore("Của tôi", addressOf);
    const host = browserHost({ store, contentOf, fileOf: writeContent });
    store.type({ sheet: "Của tôi", row: 0, column: 0 }, [["Ghi chú"], ["=1+1"]]);
    await host.put(content, { owned: new Set(), file: form });
    const saved = await host.file();
    const bytes = saved.ok ? saved.value : new Uint8Array();
    expect(validateOoxml(bytes)).toEqual([]);
    const read = readSnapshot(bytes, "");
    expect(read.ok && read.snapshot.sheets.map(({ name }) => name)).toEqual(["Của tôi", ...content.sheets.map(({ name }) => name)]);
    expect(read.ok && read.snapshot.sheets[0]!.cells).toMatchObject([{ value: { text: "Ghi chú" } }, { formula: "1+1", value: { number: 2 } }]);
    expect(read.ok && read.snapshot.names.length).toBe(content.names.length);
  });
});

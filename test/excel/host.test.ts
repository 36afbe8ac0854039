import type { HostAbilities, SheetChange } from "#domain/host";
import { startOffice } from "#excel/start-office";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { liveExcel } from "../emulator/live-excel";
import { ownedSmall, smallContent } from "./support/samples";

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

describe("watchChanges", () => {
  test("reports typing and pasting with sheet and range, until stopped", async () => {
    const { excel, host } = await liveExcel({ content: smallContent() });
    const heard: SheetChange[] = [];
    const stop = await host.watchChanges((change) => heard.push(change));
    excel.type("Số liệu", "B2", 7);
    excel.type("Chi tiết", "B2", [[1, 2], [3, null]]);
    await settle();
    expect(heard).toEqual([{ sheet: "Số liệu", range: { top: 1, left: 1, bottom: 1, right: 1 } }, { sheet: "Chi tiết", range: { top: 1, left: 1, bottom: 2, right: 2 } }]);
    if (stop.ok) await stop.value();
    excel.type("Số liệu", "B2", 8);
    await settle();
    expect(heard).toHaveLength(2);
  });

  test.each([
    { case: "Excel says who wrote", api: "1.17", ignores: false, late: false }, { case: "events cannot be switched off", api: "1.17", ignores: true, late: false },
    { case: "Excel does not say who wrote and events come at once", api: "1.9", ignores: true, late: false },
    { case: "Excel does not say who wrote and events come late", api: "1.9", ignores: true, late: true },
  ])("never reports our own writing, when $case", async ({ api, ignores, late }) => {
    const { excel, host } = await liveExcel({ content: smallContent(), api });
    const heard: SheetChange[] = [];
    await host.watchChanges((change) => heard.push(change));
    excel.faults.ignoresEnableEvents = ignores;
    excel.faults.lateEvents = late;
    expect(await host.put({ ...smallContent(41), sheets: smallContent(41).sheets.map((sheet, index) => (index === 0 ? { ...sheet, cells: [...sheet.cells, { row: 9, column: 4, value: "thêm", style: 0 }] } : sheet)) }, { owned: ownedSmall })).toMatchObject({ ok: true });
    excel.releaseEvents();
    await settle();
    expect(excel.valueAt("Số liệu", "E10")).toBe("thêm");
    expect(heard).toEqual([]);
    excel.type("Số liệu", "B3", 5);
    excel.releaseEvents();
    await settle();
    expect(heard).toEqual([{ sheet: "Số liệu", range: { top: 2, left: 1, bottom: 2, right: 1 } }]);
  });
});

test("watchSelection tells where the cursor stands, until stopped", async () => {
  const { excel, host } = await liveExcel({ content: smallContent() });
  const places: unknown[] = [];
  const stop = await host.watchSelection((place) => places.push(place));
  excel.select("Số liệu", "C3:D9");
  await settle();
  if (stop.ok) await stop.value();
  excel.select("Chi tiết", "A1");
  await settle();
  expect(places).toEqual([{ sheet: "Số liệu", cell: "C3" }]);
});

describe("mark", () => {
  const marks = [
    { sheet: "Số liệu", cell: "B2", severity: "error", text: "Sai" }, { sheet: "Số liệu", cell: "B3", severity: "error", text: "Sai" },
    { sheet: "Số liệu", cell: "A2", severity: "warning", text: "Xem" },
  ] as const;

  test.each(["1.17", "1.8"])("with ExcelApi %s marks are rules of their own: fills stay, the next marks replace them", async (api) => {
    const { excel, host } = await liveExcel({ content: smallContent(), api });
    const before = excel.everything();
    expect(await host.mark(marks)).toEqual({ ok: true, value: undefined });
    const marked = excel.sheet("Số liệu").conditionals.filter(({ formula }) => formula.includes("so-thi-dua:mark"));
    expect(marked.flatMap(({ ranges }) => ranges)).toHaveLength(3);
    expect(marked.every(({ font, fill }) => font.bold === true && fill !== null)).toBe(true);
    expect(excel.writes.every(({ property }) => property === "ConditionalFormat")).toBe(true);
    await host.mark([marks[0]]);
    expect(excel.sheet("Số liệu").conditionals).toHaveLength(3);
    // A host of a later opening knows the marks again.
    const { excelHost } = await import("#excel/excel-host");
    await excelHost().mark([]);
    expect(excel.everything()).toEqual(before);
  });

  test("marks survive a rewriting of the sheet and its own rules stay in order", async () => {
    const { excel, host } = await liveExcel({ content: smallContent() });
    await host.mark(marks);
    const content = smallContent(5);
    const [first, ...others] = content.sheets;
    await host.put({ ...content, sheets: [{ ...first!, conditionals: [...first!.conditionals].reverse() }, ...others] }, { owned: ownedSmall });
    const formulas = excel.sheet("Số liệu").conditionals.map(({ formula }) => formula);
    expect(formulas.filter((formula) => !formula.includes("mark"))).toEqual(["=B2=0", "=$B2<0"]);
    expect(formulas.filter((formula) => formula.includes("mark"))).toHaveLength(2);
  });

  test("a protected sheet is marked and protected again; a password keeps us out, by name", async () => {
    const { excel, host } = await liveExcel({ content: smallContent() });
    excel.sheet("Số liệu").protection = { options: { allowSort: true }, password: null };
    expect(await host.mark(marks)).toMatchObject({ ok: true });
    expect(excel.sheet("Số liệu").protection).toEqual({ options: { allowSort: true }, password: null });
    excel.sheet("Số liệu").protection = { options: {}, password: "x" };
    expect(await host.mark([])).toEqual({ ok: false, fault: { kind: "protected", sheet: "Số liệu" } });
  });

  test("an Excel without conditional formats shows none and still goes to the cell", async () => {
    const { excel, host } = await liveExcel({ content: smallContent(), api: "1.5" });
    expect(await host.mark(marks)).toMatchObject({ ok: true });
    expect(excel.writes).toEqual([]);
    expect(await host.select({ sheet: "Số liệu", cell: "B3" })).toMatchObject({ ok: true });
    expect(excel.workbook.selected).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
  });
});

test("select shows a hidden sheet, not a very hidden one", async () => {
  const { excel, host } = await liveExcel({ content: smallContent() });
  excel.sheet("Chi tiết").visibility = "Hidden";
  expect(await host.select({ sheet: "Chi tiết", cell: "A1" })).toMatchObject({ ok: true });
  expect([excel.workbook.active, excel.sheet("Chi tiết").visibility]).toEqual([excel.sheet("Chi tiết").id, "Visible"]);
  expect(await host.select({ sheet: "_std", cell: "A1" })).toEqual({ ok: false, fault: { kind: "sheet-gone", sheet: "_std" } });
  expect(await host.select({ sheet: "Mất", cell: "A1" })).toEqual({ ok: false, fault: { kind: "sheet-gone", sheet: "Mất" } });
});

describe("drawCharts", () => {
  const chart = {
    sheet: "Số liệu", name: "Tình hình nộp", title: "Đã nộp", kind: "stackedBar", categories: { top: 1, left: 0, bottom: 2, right: 0 }, at: { top: 5, left: 0, bottom: 20, right: 4 },
    series: [{ name: "Đúng hạn", values: { top: 1, left: 1, bottom: 2, right: 1 }, colour: "#1B6B3A" }, { name: "Muộn", values: { top: 1, left: 2, bottom: 2, right: 2 } }],
  } as const;

  test("draws beside the figures, and replaces the one of the same name", async () => {
    const { excel, host } = await liveExcel({ content: smallContent() });
    expect(await host.drawCharts([chart])).toMatchObject({ ok: true });
    expect(await host.drawCharts([{ ...chart, title: "Đã nộp, hôm nay" }])).toMatchObject({ ok: true });
    expect(excel.sheet("Số liệu").charts).toMatchObject([{
      name: "Tình hình nộp", title: "Đã nộp, hôm nay", type: "BarStacked", at: "A6:E21", legend: { visible: true, position: "Bottom" },
      series: [{ name: "Đúng hạn", values: "B2:B3", categories: "A2:A3", colour: "#1B6B3A" }, { name: "Muộn", values: "C2:C3", categories: "A2:A3", colour: "" }],
    }]);
  });

  test("says which sheet is gone, and what an old Excel lacks", async () => {
    const { host } = await liveExcel({ content: smallContent() });
    expect(await host.drawCharts([{ ...chart, sheet: "Mất" }])).toEqual({ ok: false, fault: { kind: "sheet-gone", sheet: "Mất" } });
    const old = await liveExcel({ content: smallContent(), api: "1.6" });
    expect(await old.host.drawCharts([chart])).toEqual({ ok: false, fault: { kind: "too-old", needs: "ExcelApi 1.7" } });
    expect(await old.host.watchChanges(() => undefined)).toEqual({ ok: false, fault: { kind: "too-old", needs: "ExcelApi 1.9" } });
  });
});

test("file gives the open workbook, in slices, and closes it each time", async () => {
  for (const platform of ["PC", "iOS"] as const) {
    const content = smallContent();
    const many = { ...content, sheets: [{ ...content.sheets[0]!, cells: Array.from({ length: 9_000 }, (_, row) => ({ row, column: 0, value: `Dòng ${row} ${Math.sin(row)}`, style: 0 })), merges: [] }] };
    const { excel, host } = await liveExcel({ content: many, platform });
    for (let time = 0; time < 3; time += 1) {
      const file = await host.file();
      const read = file.ok ? readSnapshot(file.value, "") : null;
      expect(read?.ok && read.snapshot.sheets[0]!.cells.length).toBe(9_000);
    }
    expect(excel.openFiles()).toBe(0);
  }
});

test("open hands the file over as a workbook of its own; name is the title bar's", async () => {
  const { excel, host } = await liveExcel({ name: "Sổ tổng hợp 2025.xlsx" });
  expect(await host.open(new Uint8Array([80, 75, 3, 4]), "mới.xlsx")).toEqual({ ok: true, value: undefined });
  expect(excel.workbook.opened).toEqual([new Uint8Array([80, 75, 3, 4])]);
  expect(await host.name()).toBe("Sổ tổng hợp 2025.xlsx");
  const old = await liveExcel({ name: "Sổ cũ.xlsx", api: "1.6" });
  expect(await old.host.name()).toBe("Sổ cũ.xlsx");
  expect(await old.host.open(new Uint8Array(), "")).toEqual({ ok: false, fault: { kind: "too-old", needs: "ExcelApi 1.8" } });
});

test.each<{ platform: "PC" | "Mac" | "OfficeOnline" | "iOS"; api: string; abilities: HostAbilities }>([
  { platform: "PC", api: "1.17", abilities: { charts: true, liveCheck: true, downloads: true, opensWorkbooks: true, losesUndo: true } },
  { platform: "Mac", api: "1.17", abilities: { charts: true, liveCheck: true, downloads: false, opensWorkbooks: true, losesUndo: true } },
  { platform: "OfficeOnline", api: "1.17", abilities: { charts: true, liveCheck: true, downloads: true, opensWorkbooks: true, losesUndo: true } },
  { platform: "iOS", api: "1.17", abilities: { charts: true, liveCheck: true, downloads: false, opensWorkbooks: false, losesUndo: true } },
  { platform: "PC", api: "1.7", abilities: { charts: true, liveCheck: false, downloads: true, opensWorkbooks: false, losesUndo: true } },
])("abilities on $platform with ExcelApi $api", async ({ platform, api, abilities }) => {
  expect((await liveExcel({ platform, api })).host.abilities).toEqual(abilities);
});

describe("startOffice", () => {
  test("finds Excel with its language and platform", async () => {
    await liveExcel({ locale: "vi-VN", platform: "Mac" });
    expect(await startOffice()).toEqual({ host: "excel", locale: "vi-VN", platform: "Mac" });
  });

  test("without the library, or in a plain browser, there is no host", async () => {
    const known: unknown = Reflect.get(globalThis, "Office");
    Reflect.deleteProperty(globalThis, "Office");
    expect(await startOffice()).toEqual({ host: "none" });
    Object.assign(globalThis, { Office: { onReady: async () => ({ host: null, platform: null }), HostType: { Excel: "Excel" } } });
    expect(await startOffice()).toEqual({ host: "none" });
    Object.assign(globalThis, { Office: known });
  });
});

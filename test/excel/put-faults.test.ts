import type { HostFault } from "#domain/host";
import { liveExcel, type LiveExcel } from "../emulator/live-excel";
import { normal, ownedSmall, smallContent } from "./support/samples";

/** Ours and one sheet of the officer's, pointing to ours. */
async function workbookWithOurs(options: Parameters<typeof liveExcel>[0] = {}): Promise<LiveExcel> {
  const live = await liveExcel({ content: smallContent(), calculate: () => 24, ...options });
  live.excel.addSheet("Của tôi");
  live.excel.type("Của tôi", "A1", [["='Số liệu'!B2", 5]]);
  return live;
}

/** Everything differs: every kind of change has to be undone. */
function changedContent(): ReturnType<typeof smallContent> {
  const content = smallContent(40);
  const [first, second, third] = content.sheets;
  const cells = [...first!.cells.map((cell) => ({ ...cell, style: (cell.style + 1) % 4 })), { row: 6, column: 0, value: "Thêm", style: 1 }];
  const merges = [{ top: 5, left: 0, bottom: 6, right: 1 }];
  return {
    ...content, names: [{ name: "STD_so", refersTo: "'Số liệu'!$B$3" }, { name: "STD_moi", refersTo: "'Số liệu'!$A$1" }],
    sheets: [
      { ...first!, cells, merges, conditionals: first!.conditionals.slice(1), validations: first!.validations.slice(0, 1), frozen: { rows: 3, columns: 0 }, columns: [{ column: 0, width: 50 }], rows: [{ row: 0, height: 60 }], tabColour: "#B3261E", showGridlines: true },
      { ...second!, cells: [{ row: 0, column: 0, value: false, style: 0 }, { row: 1, column: 1, value: "mới", style: 1 }] }, third!,
      { ...third!, name: "Trang mới", state: "visible" },
    ],
  };
}

describe("put, refused", () => {
  const refusals: { case: string; options?: Parameters<typeof liveExcel>[0]; set: (live: LiveExcel) => void; fault: HostFault }[] = [
    { case: "a sheet of the officer's has the name", set: ({ excel }) => { excel.addSheet("trang MỚI"); }, fault: { kind: "name-taken", sheet: "trang MỚI" } },
    { case: "a cell is being edited", set: ({ excel }) => { excel.faults.cellEditing = true; }, fault: { kind: "busy" } },
    { case: "the workbook is open for reading only", options: { readOnly: true }, set: () => undefined, fault: { kind: "read-only" } },
    { case: "the structure is protected", set: ({ excel }) => { excel.workbook.isStructureProtected = true; }, fault: { kind: "protected" } },
    { case: "our sheet has a password", set: ({ excel }) => { excel.sheet("Số liệu").protection = { options: {}, password: "1" }; }, fault: { kind: "protected", sheet: "Số liệu" } },
    { case: "even one cell is more than Excel takes", options: { limit: 1_000 }, set: () => undefined, fault: { kind: "too-large", bytes: 0 } },
  ];
  test.each(refusals)("when $case: named, and the workbook is as before", async ({ options, set, fault }) => {
    const live = await workbookWithOurs(options);
    set(live);
    const before = live.excel.everything();
    expect(await live.host.put(changedContent(), { owned: ownedSmall })).toEqual({ ok: false, fault });
    live.excel.faults.cellEditing = false;
    expect(normal(live.excel.everything())).toEqual(normal(before));
    expect(live.host.canTakeBack()).toBe(false);
  });

  test.each([1, 2, 3, 5, 8, 13, 21, 34, 55, 70])("when Excel gives up at write %i: everything is brought back", async (after) => {
    const { excel, host } = await workbookWithOurs();
    const before = excel.everything();
    excel.faults.refuseWrites = { after, code: "GeneralException", times: 1 };
    const outcome = await host.put(changedContent(), { owned: ownedSmall });
    expect(outcome).toEqual({ ok: false, fault: { kind: "refused", detail: "GeneralException: The emulated Excel refuses." } });
    expect(normal(excel.everything())).toEqual(normal(before));
  });

  test("when a cell is being edited half-way: as before once the cell is left", async () => {
    const { excel, host } = await workbookWithOurs();
    const before = excel.everything();
    excel.faults.refuseWrites = { after: 30, code: "InvalidOperationInCellEditMode", times: 3 };
    expect(await host.put(changedContent(), { owned: ownedSmall })).toEqual({ ok: false, fault: { kind: "busy" } });
    expect(normal(excel.everything())).toEqual(normal(before));
  });

  test("when it cannot be brought back either, it can still be taken back later", async () => {
    const { excel, host } = await workbookWithOurs();
    const before = excel.everything();
    excel.faults.refuseWrites = { after: 40, code: "GeneralException" };
    expect((await host.put(changedContent(), { owned: ownedSmall })).ok).toBe(false);
    expect(host.canTakeBack()).toBe(true);
    expect((await host.takeBack()).ok).toBe(false);
    excel.faults.refuseWrites = null;
    expect(await host.takeBack()).toEqual({ ok: true, value: true });
    expect(normal(excel.everything())).toEqual(normal(before));
  });

  test.each([1, 2, 3])("when cancelled after sheet %i: as before", async (after) => {
    const { excel, host } = await workbookWithOurs();
    const before = excel.everything();
    const cancel = new AbortController();
    const outcome = await host.put(changedContent(), { owned: ownedSmall, signal: cancel.signal, onProgress: (done) => { if (done === after) cancel.abort(); } });
    expect(outcome).toEqual({ ok: false, fault: { kind: "cancelled" } });
    expect(normal(excel.everything())).toEqual(normal(before));
  });

  test("when cancelled before it begins: nothing is asked for", async () => {
    const { excel, host } = await workbookWithOurs();
    await host.put(smallContent(), { owned: ownedSmall, signal: AbortSignal.abort() });
    expect(excel.writes).toEqual([]);
  });

  test("what differs in the small content differs in every way", async () => {
    const { excel, host } = await workbookWithOurs();
    expect(await host.put(changedContent(), { owned: ownedSmall })).toMatchObject({ ok: true, value: { added: ["Trang mới"], rewritten: ["Số liệu", "Chi tiết"] } });
    expect(new Set(excel.writes.map(({ property }) => property))).toEqual(new Set(["Add", "Formulas", "NumberFormat", "Format", "Borders", "Merge", "DataValidation", "ConditionalFormat", "TabColor", "ShowGridlines"]));
    expect(excel.workbook.names).toEqual([{ name: "STD_so", formula: "='Số liệu'!$B$3", visible: true }, { name: "STD_moi", formula: "='Số liệu'!$A$1", visible: true }]);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(["Số liệu", "Chi tiết", "_std", "Trang mới", "Của tôi"]);
  });
});

describe("put in Excel on the web, which takes 5 MB at once", () => {
  const long = "ă".repeat(30_000);
  const heavy = { ...smallContent(), sheets: smallContent().sheets.map((sheet, index) => (index > 0 ? sheet : { ...sheet, merges: [], cells: Array.from({ length: 400 }, (_, row) => ({ row, column: 0, value: `${long}${row}`, style: 0 })) })) };

  test("more than that goes in several requests, each small enough, and is read back in several", async () => {
    const { excel, host } = await liveExcel({ platform: "OfficeOnline" });
    excel.addSheet("Của tôi");
    expect(await host.put(heavy, { owned: new Set() })).toMatchObject({ ok: true });
    expect(Math.max(...excel.requests.map(({ bytes }) => bytes))).toBeLessThan(5 * 1024 * 1024);
    const read = await host.read();
    expect(read.ok && read.value.sheets.find(({ name }) => name === "Số liệu")?.cells.map(({ value }) => value)).toEqual(heavy.sheets[0]!.cells.map(({ value }) => ({ kind: "text", text: value })));
  });

  test("a limit below what we reckon with halves the requests until they pass", async () => {
    const { excel, host } = await liveExcel({ limit: 100_000 });
    excel.addSheet("Của tôi");
    const many = { ...heavy, sheets: [{ ...heavy.sheets[0]!, cells: Array.from({ length: 3_000 }, (_, row) => ({ row, column: 0, value: `Trường số ${row}`, style: 1 })) }] };
    expect(await host.put(many, { owned: new Set() })).toMatchObject({ ok: true });
    expect(excel.valueAt("Số liệu", "A2999")).toBe("Trường số 2998");
  });
});

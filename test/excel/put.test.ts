import { changesBetween, isNothing } from "#excel/put/changes";
import { snapshotOf } from "#workbook/content/plain-content";
import { contentOfSheet } from "../emulator/load-content";
import { liveExcel } from "../emulator/live-excel";
import { normal, only, ownedBy, ownedSmall, plain, sampleBook, sampleForm, smallContent, type Sample } from "./support/samples";

const samples = new Map<string, Sample>();
beforeAll(async () => {
  samples.set("form", await sampleForm());
  samples.set("book", await sampleBook());
});

const sampleNamed = (name: string): Sample => {
  const sample = samples.get(name);
  if (!sample) throw new Error(name);
  return sample;
};

describe("put into a workbook that has none of our sheets", () => {
  test.each([
    { name: "form", by: "the file" }, { name: "form", by: "the API" }, { name: "book", by: "the file" }, { name: "book", by: "the API" },
  ])("a $name by $by reads back as the file reads, every cell and name", async ({ name, by }) => {
    const sample = sampleNamed(name);
    const { excel, host } = await liveExcel({ calculate: sample.calculate });
    excel.addSheet("Của tôi");
    const put = await host.put(sample.content, { owned: new Set(), ...(by === "the file" ? { file: sample.bytes } : {}) });
    expect(put).toEqual({ ok: true, value: { added: sample.content.sheets.map((sheet) => sheet.name), rewritten: [] } });
    const read = await host.read();
    expect(read.ok && plain(only(read.value, sample))).toEqual(plain(sample.snapshot));
    expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Của tôi", ...sample.content.sheets.map((sheet) => sheet.name)]);
  });

  test.each(["form", "book"])("a %s by the API looks as the file looks, down to edges, widths, rules and page", async (name) => {
    const sample = sampleNamed(name);
    const { excel, host } = await liveExcel({ calculate: sample.calculate });
    excel.addSheet("Của tôi");
    await host.put(sample.content, { owned: new Set() });
    for (const sheet of sample.content.sheets) {
      const changes = changesBetween(contentOfWidths(excel.sheet(sheet.name)), { sheet, styles: sample.content.styles });
      expect({ sheet: sheet.name, changes: isNothing(changes) ? null : changes }).toEqual({ sheet: sheet.name, changes: null });
    }
  });

  test("a content by the API stands with all it states", async () => {
    const { excel, host } = await liveExcel({ calculate: () => 24 });
    excel.addSheet("Của tôi");
    const content = smallContent();
    const shown: string[] = [];
    expect(await host.put(content, { owned: new Set(), show: "Chi tiết", onProgress: (done, total, sheet) => shown.push(`${done}/${total} ${sheet}`) })).toMatchObject({ ok: true });
    expect(shown).toEqual(["1/3 Số liệu", "2/3 Chi tiết", "3/3 _std"]);
    const read = await host.read();
    expect(read.ok && plain({ ...read.value, sheets: read.value.sheets.slice(1) })).toEqual(plain(snapshotOf(content)));
    expect(excel.workbook.active).toBe(excel.sheet("Chi tiết").id);
    expect(contentOfSheet(excel.sheet("Số liệu")).sheet).toMatchObject({
      frozen: { rows: 1, columns: 1 }, filter: content.sheets[0]!.filter, page: content.sheets[0]!.page, tabColour: "#1B6B3A", showGridlines: false,
      conditionals: content.sheets[0]!.conditionals, merges: content.sheets[0]!.merges, rows: [{ row: 0, height: 30 }],
    });
    expect(excel.sheet("Số liệu").hiddenColumns).toEqual(new Set([2]));
    expect(contentOfSheet(excel.sheet("Số liệu")).sheet.validations).toEqual([
      { ...content.sheets[0]!.validations[1], ranges: [{ top: 1, left: 0, bottom: 1, right: 0 }, { top: 2, left: 0, bottom: 2, right: 0 }] },
      { ...content.sheets[0]!.validations[0], ranges: [{ top: 1, left: 1, bottom: 1, right: 1 }, { top: 2, left: 1, bottom: 2, right: 1 }] },
    ].sort((a, b) => a!.ranges[0]!.left - b!.ranges[0]!.left));
    expect(excel.sheet("Chi tiết").protection).not.toBeNull();
  });
});

describe("put over our own sheets", () => {
  test("the same content writes nothing", async () => {
    const sample = sampleNamed("book");
    const { excel, host } = await liveExcel({ calculate: sample.calculate, content: sample.content });
    expect(await host.put(sample.content, { owned: ownedBy(sample) })).toEqual({ ok: true, value: { added: [], rewritten: [] } });
    expect(excel.writes).toEqual([]);
    expect(host.canTakeBack()).toBe(false);
  });

  test("a changed figure writes that one cell, in a request the size of it", async () => {
    const sample = sampleNamed("book");
    const { excel, host } = await liveExcel({ calculate: sample.calculate, content: sample.content });
    const data = sample.content.sheets.find(({ name }) => name === "Số liệu")!;
    const figure = data.cells.findIndex(({ value, formula }) => typeof value === "number" && formula === undefined);
    const at = data.cells[figure]!;
    const content = { ...sample.content, sheets: sample.content.sheets.map((sheet) => (sheet === data ? { ...data, cells: data.cells.map((cell, index) => (index === figure ? { ...cell, value: 987 } : cell)) } : sheet)) };
    await host.put(sample.content, { owned: ownedBy(sample) });
    const reading = excel.requests.length;
    expect(await host.put(content, { owned: ownedBy(sample) })).toEqual({ ok: true, value: { added: [], rewritten: ["Số liệu"] } });
    expect(excel.writes.map(({ sheet, property }) => [sheet, property])).toEqual([["Số liệu", "Formulas"]]);
    expect(excel.sheet("Số liệu").rows.get(at.row)?.get(at.column)?.value).toBe(987);
    expect(excel.requests.length - 2 * reading).toBeLessThanOrEqual(2);
  });

  test("the officer's sheets stay as they are and their formulas keep pointing to ours", async () => {
    const { excel, host } = await liveExcel({ content: smallContent(), calculate: () => 24 });
    excel.addSheet("Của tôi");
    excel.type("Của tôi", "A1", [["='Số liệu'!B2", "ghi chú", 0.5]]);
    const before = JSON.stringify(contentOfSheet(excel.sheet("Của tôi")));
    const ids = excel.workbook.sheets.map(({ id }) => id);
    expect(await host.put(smallContent(40), { owned: ownedSmall })).toMatchObject({ ok: true, value: { rewritten: ["Số liệu"] } });
    expect(excel.valueAt("Số liệu", "B2")).toBe(40);
    expect(JSON.stringify(contentOfSheet(excel.sheet("Của tôi")))).toBe(before);
    expect(excel.formulaAt("Của tôi", "A1")).toBe("'Số liệu'!B2");
    expect(excel.workbook.sheets.map(({ id }) => id)).toEqual(ids);
  });

  test("cells that the new content no longer has are cleared, with their look and rules", async () => {
    const content = smallContent();
    const { excel, host } = await liveExcel({ content, calculate: () => 24 });
    const [first, ...others] = content.sheets;
    const shorter = { ...content, sheets: [{ ...first!, cells: first!.cells.filter(({ row }) => row < 2), merges: [], validations: [], conditionals: [] }, ...others] };
    expect(await host.put(shorter, { owned: ownedSmall })).toMatchObject({ ok: true });
    const { sheet } = contentOfSheet(excel.sheet("Số liệu"));
    expect(sheet.cells.filter(({ value }) => value !== null).map(({ row }) => row)).toEqual([0, 0, 0, 1, 1, 1]);
    expect([sheet.merges, sheet.validations, sheet.conditionals]).toEqual([[], [], []]);
    expect(excel.sheet("Số liệu").rows.get(3)?.get(0)?.look).toMatchObject({ fill: "", bold: false });
  });

  test("a new sheet of ours takes its place beside the one before it", async () => {
    const content = smallContent();
    const { excel, host } = await liveExcel({ content: { ...content, sheets: [content.sheets[0]!, content.sheets[2]!] } });
    excel.addSheet("Của tôi");
    expect(await host.put(content, { owned: ownedSmall })).toMatchObject({ ok: true, value: { added: ["Chi tiết"] } });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(["Số liệu", "Chi tiết", "_std", "Của tôi"]);
  });

  test("a sheet the officer protected without a password is written and protected again, with the same rights", async () => {
    const { excel, host } = await liveExcel({ content: smallContent(), calculate: () => 24 });
    excel.sheet("Số liệu").protection = { options: { allowSort: true }, password: null };
    expect(await host.put(smallContent(99), { owned: ownedSmall })).toMatchObject({ ok: true });
    expect(excel.valueAt("Số liệu", "B2")).toBe(99);
    expect(excel.sheet("Số liệu").protection).toEqual({ options: { allowSort: true }, password: null });
  });

  test("a formula under the text format stays a formula, a number a number", async () => {
    const content = smallContent();
    const [first, ...others] = content.sheets;
    const cells = first!.cells.map((cell) => (cell.row === 1 && cell.column === 0 ? { row: 1, column: 0, value: 7, formula: "3+4", style: 3 } : cell.row === 2 && cell.column === 0 ? { row: 2, column: 0, value: 5, style: 3 } : cell));
    const { excel, host } = await liveExcel({ content, calculate: () => 7 });
    expect(await host.put({ ...content, sheets: [{ ...first!, cells }, ...others] }, { owned: ownedSmall })).toMatchObject({ ok: true });
    expect(excel.sheet("Số liệu").rows.get(1)?.get(0)).toMatchObject({ formula: "3+4", format: "@" });
    expect(excel.sheet("Số liệu").rows.get(2)?.get(0)).toMatchObject({ value: 5, format: "@" });
  });
});

describe("takeBack", () => {
  test("brings back what a rewriting changed and keeps what the officer typed elsewhere since", async () => {
    const { excel, host } = await liveExcel({ content: smallContent(), calculate: () => 24 });
    const content = smallContent(40);
    const [first, ...others] = content.sheets;
    const restyled = { ...content, sheets: [{ ...first!, merges: [], conditionals: [], validations: [], frozen: { rows: 2, columns: 0 }, cells: first!.cells.map((cell) => ({ ...cell, style: 1 })), columns: [{ column: 0, width: 40 }] }, ...others] };
    const before = excel.everything();
    expect(await host.put(restyled, { owned: ownedSmall })).toMatchObject({ ok: true });
    expect(excel.everything()).not.toEqual(before);
    expect(host.canTakeBack()).toBe(true);
    expect(await host.takeBack()).toEqual({ ok: true, value: true });
    expect(normal(excel.everything())).toEqual(normal(before));
    expect(host.canTakeBack()).toBe(false);
    expect(await host.takeBack()).toEqual({ ok: true, value: false });
    await host.put(smallContent(41), { owned: ownedSmall });
    excel.type("Số liệu", "H9", "thêm");
    await host.takeBack();
    expect([excel.valueAt("Số liệu", "B2"), excel.valueAt("Số liệu", "H9")]).toEqual([12, "thêm"]);
  });

  test("removes added sheets, very hidden ones too, and their names", async () => {
    const { excel, host } = await liveExcel({});
    excel.addSheet("Của tôi");
    const before = excel.everything();
    await host.put(smallContent(), { owned: new Set() });
    expect(excel.workbook.sheets).toHaveLength(4);
    expect(await host.takeBack()).toEqual({ ok: true, value: true });
    expect(excel.everything()).toEqual(before);
  });
});

/** Widths of the emulated sheet are points, as Excel's API has them. */
function contentOfWidths(sheet: Parameters<typeof contentOfSheet>[0]): ReturnType<typeof contentOfSheet> {
  const { sheet: content, styles } = contentOfSheet(sheet);
  return { styles, sheet: { ...content, columns: content.columns.map(({ width, ...column }) => ({ ...column, ...(width === undefined ? {} : { width: width / 0.75 / 7 }) })) } };
}

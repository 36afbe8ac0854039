import type { WorkbookSnapshot } from "#domain/snapshot";
import { contentOf } from "#workbook/content/read-content";
import { contentOfSnapshot, snapshotOf } from "#workbook/content/plain-content";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { anEngine } from "../../support/engine";

const opened = (bytes: Uint8Array): WorkbookSnapshot => {
  const read = readSnapshot(bytes, "");
  if (!read.ok) throw new Error("cannot be read");
  return read.snapshot;
};

/** Fonts are stated only where the reader needs them. */
const plain = ({ sheets, names }: WorkbookSnapshot) => ({
  names,
  sheets: sheets.map((sheet) => ({
    name: sheet.name, state: sheet.state, merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
    cells: sheet.cells.map(({ font: _font, ...cell }) => cell).filter(({ value, formula }) => formula !== undefined || !(value?.kind === "text" && value.text === "")),
  })),
});

describe("contentOf", () => {
  const made: { name: string; bytes: Uint8Array }[] = [];
  beforeAll(async () => {
    const engine = anEngine();
    const { files, receipts } = await engine.startSample("2025-11-05");
    await engine.takeIn(files, { table: receipts });
    for (const [name, answer] of [["common form", await engine.commonForm("summary")], ["unit form", await engine.unitForm("017", "summary")], ["book", await engine.book()], ["plan sheet", await engine.planSheet("nam-dinh-2024-2025")]] as const) {
      if (answer.ok) made.push({ name, bytes: answer.value.file });
    }
  });

  test.each(["common form", "unit form", "book", "plan sheet"])("shows in a %s exactly what the reader reads", async (name) => {
    const { bytes } = made.find((one) => one.name === name)!;
    expect(plain(snapshotOf(await contentOf(bytes)))).toEqual(plain(opened(bytes)));
  });

  test("keeps what makes a form a form: looks, merges, widths, drop-downs, marks, names", async () => {
    const { sheets, styles, names } = await contentOf(made.find(({ name }) => name === "unit form")!.bytes);
    const figures = sheets.find(({ name }) => name === "Chỉ tiêu")!;
    expect(figures.merges.length).toBeGreaterThan(5);
    expect(figures.columns.some(({ width }) => (width ?? 0) > 20)).toBe(true);
    expect(figures.validations.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["list"]));
    expect(figures.conditionals.length).toBeGreaterThan(0);
    expect(figures.page.titleRows).toBeDefined();
    expect(styles.some(({ fill }) => fill !== undefined)).toBe(true);
    expect(names.length).toBeGreaterThan(10);
    expect(sheets.some(({ state }) => state === "veryHidden")).toBe(true);
  });

  test("a file without readable looks still shows its values", () => {
    const { bytes } = made.find(({ name }) => name === "unit form")!;
    const snapshot = opened(bytes);
    expect(plain(snapshotOf(contentOfSnapshot(snapshot)))).toEqual(plain(snapshot));
  });

  test("bytes that are no workbook show no sheets", async () => {
    expect((await contentOf(new Uint8Array([1, 2, 3]))).sheets).toEqual([]);
  });
});

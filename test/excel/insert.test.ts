import { changesBetween, isNothing } from "#excel/put/changes";
import { contentOfSheet } from "../emulator/load-content";
import type { Faults } from "../emulator/emulated-excel";
import { liveExcel, type LiveExcel } from "../emulator/live-excel";
import { only, plain, sampleForm, type Sample } from "./support/samples";

let form: Sample;
beforeAll(async () => {
  form = await sampleForm();
});

async function blank(options: Parameters<typeof liveExcel>[0] = {}): Promise<LiveExcel> {
  const live = await liveExcel({ calculate: form.calculate, ...options });
  live.excel.addSheet("Của tôi");
  return live;
}

const readsAsTheFile = async ({ host }: LiveExcel): Promise<void> => {
  const read = await host.read();
  expect(read.ok && plain(only(read.value, form))).toEqual(plain(form.snapshot));
};

describe("taking in the sheets of a file", () => {
  test.each<{ case: string; faults: Partial<Faults> }>([
    { case: "its names are lost", faults: { names: "lost" } },
    { case: "its names come once more on every sheet", faults: { names: "doubled" } },
    { case: "its sheets are given other names", faults: { insert: "renames" } },
    { case: "a sheet is refused", faults: { insert: "refuses" } },
    { case: "Excel gives up after the first sheet", faults: { insert: "half" } },
    { case: "rules, merges, panes and hiding are lost", faults: { losesRules: true } },
  ])("when $case: in the end every cell and name stands as in the file", async ({ faults }) => {
    const live = await blank();
    Object.assign(live.excel.faults, faults);
    expect(await live.host.put(form.content, { owned: new Set(), file: form.bytes })).toMatchObject({ ok: true });
    await readsAsTheFile(live);
    expect(live.excel.workbook.sheets.map(({ name }) => name)).toEqual(["Của tôi", ...form.content.sheets.map(({ name }) => name)]);
    for (const sheet of form.content.sheets) {
      expect(isNothing(changesBetween(contentOfSheet(live.excel.sheet(sheet.name)), { sheet, styles: form.content.styles }, { looks: false }))).toBe(true);
    }
  });

  test("takes one call for all sheets, and nothing is written after it where nothing was lost", async () => {
    const live = await blank();
    await live.host.put(form.content, { owned: new Set(), file: form.bytes });
    expect(live.excel.writes).toEqual([]);
  });

  test.each<{ case: string; options: Parameters<typeof liveExcel>[0] }>([
    { case: "Excel is older than 1.13", options: { api: "1.12" } },
    { case: "it is the tablet", options: { platform: "iOS" } },
    { case: "the file is more than the web takes", options: { platform: "OfficeOnline" } },
  ])("when $case: the API writes them", async ({ case: name, options }) => {
    const live = await blank(options);
    const file = name.includes("web") ? Uint8Array.from({ length: 4_000_000 }) : form.bytes;
    expect(await live.host.put(form.content, { owned: new Set(), file })).toMatchObject({ ok: true });
    expect(live.excel.writes.filter(({ property }) => property === "Add")).toHaveLength(form.content.sheets.length);
    if (name.includes("older")) return; // merged cells cannot be asked for there
    await readsAsTheFile(live);
  });

  test("when only some sheets are new: they are written, because taken in alone they would point into the file", async () => {
    const live = await blank();
    const [first, ...others] = form.content.sheets;
    live.excel.load({ ...form.content, sheets: [first!] });
    expect(await live.host.put(form.content, { owned: new Set([first!.name]), file: form.bytes })).toMatchObject({ ok: true, value: { added: others.map(({ name }) => name) } });
    await readsAsTheFile(live);
  });
});

describe("older Excel", () => {
  test.each(["1.7", "1.8", "1.9", "1.11"])("with ExcelApi %s has every value, formula and name in its place", async (api) => {
    const live = await blank({ api });
    expect(await live.host.put(form.content, { owned: new Set(), file: form.bytes })).toMatchObject({ ok: true });
    const read = await live.host.read();
    const withoutMerges = (snapshot: Parameters<typeof plain>[0]): unknown => plain({ ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, merges: [] })) });
    expect(read.ok && withoutMerges(only(read.value, form))).toEqual(withoutMerges(form.snapshot));
    live.excel.writes.length = 0;
    expect(await live.host.put(form.content, { owned: new Set(form.content.sheets.map(({ name }) => name)) })).toMatchObject({ ok: true });
    expect(live.excel.writes.filter(({ property }) => ["Formulas", "Format", "Borders", "NumberFormat"].includes(property))).toEqual([]);
  });
});

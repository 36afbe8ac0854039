import { MessageChannel } from "node:worker_threads";
import type { CallOptions, Engine, OfferedFile } from "#tasks/engine/contract";
import { callThrough, serve, type Channel } from "#tasks/engine/channel";
import type { DecisionCase } from "#tasks/engine/views/receiving";
import type { SourcesView } from "#tasks/engine/views/report";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { snapshotOf } from "#workbook/content/plain-content";
import { contentOf } from "#workbook/content/read-content";
import type { BookState } from "#domain/report";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { anEngine } from "../../support/engine";
import { sampleCases, sampleReport, sampleState, template } from "../../support/sample-reports";

const TODAY = "2025-11-05";

async function sample(): Promise<{ engine: Engine; files: readonly OfferedFile[]; receipts: string }> {
  const engine = anEngine();
  const { files, receipts } = await engine.startSample(TODAY);
  return { engine, files, receipts };
}

const caseOf = <Kind extends DecisionCase["kind"]>(cases: readonly DecisionCase[], kind: Kind): Extract<DecisionCase, { kind: Kind }> =>
  cases.find((one): one is Extract<DecisionCase, { kind: Kind }> => one.kind === kind)!;

describe("taking in the sample district", () => {
  let engine: Engine;
  beforeAll(async () => {
    const begun = await sample();
    engine = begun.engine;
    await engine.takeIn(begun.files, { table: begun.receipts });
  });

  test("every file given stands in the receipt, and the groups add up to them", async () => {
    const { lastIntake } = await engine.overview();
    const rows = await engine.receipt();
    const { groups, files } = lastIntake!;
    expect(Object.values(groups).reduce((sum, count) => sum + count, 0)).toBe(files);
    expect(rows.filter(({ isNew }) => isNew)).toHaveLength(files);
  });

  test("the six counts add up to the units expected", async () => {
    const { counts } = await engine.overview();
    const { expected, ...states } = counts;
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(expected);
  });

  test("every figure of the report names its sources, which add up to it", async () => {
    const { node, rows } = await engine.report();
    for (const { indicator, reported } of rows) {
      const sources = await engine.sources(node.code, indicator);
      expect(sources).toMatchObject({ addsUp: true });
      expect(sources!.sources.length + sources!.missing.length).toBeGreaterThanOrEqual(reported);
    }
  });

  test("a selected line of a sheet leads to its figure", async () => {
    const at = (cell: string, sheet: string): Promise<SourcesView | null> => engine.sourcesAt(sheet, cell, around);
    const around = [
      { row: 8, column: 15, text: "PGD" }, { row: 8, column: 60, text: "001" }, { row: 5, column: 4, text: "BT11" },
      { row: 11, column: 0, text: "6" }, { row: 11, column: 1, text: "BT06" }, { row: 11, column: 60, text: "001" },
      { row: 12, column: 0, text: "017" }, { row: 12, column: 1, text: "BT10" },
    ];
    expect(await at("F12", "Báo cáo")).toMatchObject({ node: "PGD", indicator: "BT06" });
    expect(await at("F13", "Số liệu")).toMatchObject({ node: "017", indicator: "BT10" });
    expect(await at("E13", "Tổng quan")).toMatchObject({ node: "017", indicator: "BT11" });
    expect(await at("F9", "Báo cáo")).toBeNull();
    expect(await at("F9", "Của tôi")).toBeNull();
  });

  test("problems are paged, counted and found by words without marks", async () => {
    const all = await engine.problems({ offset: 0, limit: 5 });
    expect(all.rows).toHaveLength(5);
    expect(all.counts.error + all.counts.warning + all.counts.info).toBe(all.total);
    const groups = (await engine.problems({ offset: 0, limit: 1000, groupBy: "unit" })).rows.flatMap(({ group }) => (group ? [group] : []));
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    const found = await engine.problems({ offset: 0, limit: 100, text: "chuyen file sang excel" });
    expect(found.rows.every(({ sentence }) => /Excel/u.test(sentence))).toBe(true);
  });

  test("a reminder names exactly the units that are missing", async () => {
    const { missingNames, returnedNames } = await engine.overview();
    const text = await engine.reminder({ all: true }, undefined, "2025-11-05T16:10");
    for (const name of [...missingNames, ...returnedNames]) expect(text).toContain(name);
    expect(text).toMatch(/^Kính gửi các thầy cô: đến 16 giờ ngày 05\/11\/2025/u);
  });

  test("a book written and opened again says the same", async () => {
    const before = await engine.overview();
    const made = await engine.book();
    const read = readSnapshot(made.ok ? made.value.file : new Uint8Array(), "so.xlsx");
    const opened = await anEngine().openBook(read.ok ? read.snapshot : (undefined as never), null, TODAY);
    expect(opened).toMatchObject({ ok: true, value: { counts: before.counts, verdicts: before.verdicts, asOf: before.asOf, problems: before.problems } });
    // Recognised first it need not be sent again; what was opened is not opened twice.
    const other = anEngine();
    expect(await other.openBook(null, null, TODAY)).toMatchObject({ ok: false });
    await other.recognise(read.ok ? read.snapshot : (undefined as never));
    expect(await other.openBook(null, null, TODAY)).toEqual(opened);
    expect(await other.openBook(null, null, TODAY)).toMatchObject({ ok: false });
  });
});

test("an office has a report in Word; a school has none", async () => {
  const engine = anEngine();
  const begun = await engine.startSample(TODAY, {});
  await engine.takeIn(begun.files.slice(0, 6), null);
  const nodes = await engine.nodes();
  const made = await engine.wordReport(nodes.find(({ role }) => role === "scope")!.code);
  expect(made).toMatchObject({ ok: true, value: { fileName: expect.stringMatching(/^Báo cáo tổng kết - .*\.docx$/u) } });
  expect(await engine.wordReport(nodes.find(({ role }) => role === "unit")!.code)).toMatchObject({ ok: false });
  expect(await engine.annexBook(nodes.find(({ role }) => role === "scope")!.code)).toMatchObject({ ok: true, value: { fileName: expect.stringMatching(/^Phụ lục biểu - .*\.xlsx$/u) } });
  expect(await engine.annexBook(nodes.find(({ role }) => role === "unit")!.code)).toMatchObject({ ok: false });
});

describe("a book opened again", () => {
  test("shows the office or unit that was chosen on its report, whatever changes; both of two changes are kept", async () => {
    const { engine, files, receipts } = await sample();
    await engine.takeIn(files.slice(0, 3), { table: receipts });
    const made = await engine.book();
    if (!made.ok) throw new Error("no book");
    await engine.bookStands();
    const standing = snapshotOf(made.value.content);
    const chosen = "017 — Trường Mầm non Mẫu";
    const type = (sheet: string, row: number, column: number, text: string) => ({ sheet, row, column, text });
    const typed = [type("Báo cáo", 8, 2, chosen), type("Ghi chú", 8, 2, "Gọi lại")].reduce((workbook, { sheet, row, column, text }) => ({
      ...workbook,
      sheets: workbook.sheets.map((one) => (one.name !== sheet ? one : {
        ...one, cells: [...one.cells.filter((cell) => cell.row !== row || cell.column !== column), { row, column, value: { kind: "text" as const, text } }].sort((a, b) => a.row - b.row || a.column - b.column),
      })),
    }), standing);
    // More came in, and could not be written before the officer typed.
    await engine.takeIn(files.slice(3, 6), { table: receipts });
    await engine.openBook(typed, null, TODAY, true);
    expect(await engine.overview()).toMatchObject({ files: 6 });
    const again = await engine.book();
    const report = again.ok ? again.value.content.sheets.find(({ name }) => name === "Báo cáo") : undefined;
    expect(report?.cells.find(({ row, column }) => row === 8 && column === 2)?.value).toMatch(/^017 — /u);
    const notes = again.ok ? again.value.content.sheets.find(({ name }) => name === "Ghi chú") : undefined;
    expect(notes?.cells.some(({ value }) => value === "Gọi lại")).toBe(true);
  });
});

describe("deciding", () => {
  let engine: Engine;
  beforeEach(async () => {
    const begun = await sample();
    engine = begun.engine;
    await engine.takeIn(begun.files, { table: begun.receipts });
  });

  test("a chosen content counts, and undoing puts the case back", async () => {
    const before = await engine.decisions();
    const { unit, candidates } = caseOf(before, "differ");
    await engine.decide({ action: "choose", unit, content: candidates[0]!.content, reason: "Bản có chữ ký", on: TODAY });
    expect((await engine.decisions()).some(({ id }) => id === `differ|${unit}`)).toBe(false);
    expect(await engine.undo()).toBe(true);
    expect(await engine.decisions()).toEqual(before);
  });

  test("a decision without a reason is refused", async () => {
    const { unit, candidates } = caseOf(await engine.decisions(), "differ");
    expect(await engine.decide({ action: "choose", unit, content: candidates[0]!.content, reason: " ", on: TODAY })).toMatchObject({ ok: false });
  });

  test("a form without a unit is proposed the school its file is named for", async () => {
    const nameless = (await engine.decisions()).find((one) => one.kind === "unit" && one.stated.code === null);
    expect(nameless).toMatchObject({ kind: "unit", proposals: [{ name: expect.stringContaining("Hoa Hồng") }] });
  });

  test("a report typed in from paper counts for a unit that sent nothing", async () => {
    const { missingNames } = await engine.overview();
    const { units } = await engine.coverage();
    const { unit } = units.find(({ name }) => name === missingNames[0])!;
    const sheet = await engine.entrySheet(unit);
    const ratio = sheet.rows.find(({ measure }) => measure === "ratio")!;
    const entry = { unit, document: "Công văn 12", date: "01/11/2025", by: "", receivedOn: "01/11/2025" };
    expect((await engine.enter({ ...entry, rows: [{ indicator: ratio.indicator, cells: { numerator: "12", denominator: "10" } }] })).faults).toHaveLength(1);
    expect(await engine.enter({ ...entry, rows: [{ indicator: ratio.indicator, cells: { numerator: "9", denominator: "10" } }] })).toEqual({ faults: [] });
    expect((await engine.unit(unit)).figures.find(({ indicator }) => indicator === ratio.indicator)).toMatchObject({ figure: "9/10 = 90 %", origin: "entered" });
    expect((await engine.overview()).missingNames).not.toContain(missingNames[0]);
    // The rest of the same document, another day: what was typed before stays, a row typed again counts as typed last.
    const count = sheet.rows.find(({ measure }) => measure === "count") ?? sheet.rows.find(({ measure, indicator }) => measure === "ratio" && indicator !== ratio.indicator)!;
    const cells = Object.fromEntries(count.cells.map(({ part }, at) => [part, String(5 + at)]));
    expect(await engine.enter({ ...entry, rows: [{ indicator: count.indicator, cells }] })).toEqual({ faults: [] });
    const origins = async () => (await engine.unit(unit)).figures.filter(({ origin }) => origin === "entered").map(({ indicator, figure }) => [indicator, figure]);
    expect(await origins()).toEqual(expect.arrayContaining([[ratio.indicator, "9/10 = 90 %"], [count.indicator, expect.any(String)]]));
    await engine.enter({ ...entry, rows: [{ indicator: ratio.indicator, cells: { numerator: "8", denominator: "10" } }] });
    expect(await origins()).toEqual(expect.arrayContaining([[ratio.indicator, "8/10 = 80 %"], [count.indicator, expect.any(String)]]));
    expect(await origins()).toHaveLength(2);
  });

  test("a correction is told beside what the unit reported, and dropped again", async () => {
    const { rows, node } = await engine.report();
    const counted = rows.find(({ measure, reported }) => measure === "ratio" && reported > 0)!;
    const { unit } = (await engine.sources(node.code, counted.indicator))!.sources[0]!;
    const figure = async () => (await engine.unit(unit)).figures.find(({ indicator }) => indicator === counted.indicator)!;
    const own = await figure();
    expect(own).toMatchObject({ origin: "file", reported: null });
    await engine.correct(unit, { indicator: counted.indicator, cells: { numerator: "1", denominator: "3" } }, "Đối chiếu lại");
    expect(await figure()).toMatchObject({ origin: "corrected", figure: "1/3 = 33,33 %", reported: own.figure, reason: "Đối chiếu lại" });
    expect(await engine.dropCorrection(unit, counted.indicator)).toMatchObject({ ok: true });
    expect(await figure()).toEqual(own);
  });

  test("a later word on a unit's extension takes the place of the earlier one; the deadline's own day takes it back", async () => {
    const { milestone, units } = await engine.coverage();
    const { unit, due } = units.find(({ state }) => state === "missing")!;
    const extendedTo = async () => (await engine.unit(unit)).line.extendedTo;
    const extend = (until: string, document?: string) => engine.extend({ unit, milestone, until, ...(document === undefined ? {} : { document }) });
    await extend("31/12/2025");
    expect(await extendedTo()).toBe("2025-12-31");
    await extend("15/11/2025", "Công văn số 5");
    expect(await extendedTo()).toBe("2025-11-15");
    await extend(due!);
    expect(await extendedTo()).toBeNull();
    expect((await extend("mai")).ok).toBe(false);
  });

  test("frozen figures stay named; a correction afterwards shows as a change", async () => {
    const { rows, node } = await engine.report();
    const counted = rows.find(({ measure, reported }) => measure === "ratio" && reported > 0)!;
    await engine.freeze({ name: "Lần 1", by: "" });
    expect((await engine.overview()).standing).toMatchObject({ state: "frozen", snapshot: "Lần 1" });
    const { sources } = (await engine.sources(node.code, counted.indicator))!;
    await engine.correct(sources[0]!.unit, { indicator: counted.indicator, cells: { numerator: "1", denominator: "2" } }, "Đối chiếu lại");
    expect((await engine.overview()).standing).toMatchObject({ state: "changed", changes: expect.arrayContaining([expect.objectContaining({ indicator: counted.indicator })]) });
  });

  test("a stated day of arrival turns an unknown date into a known one", async () => {
    const before = await engine.overview();
    expect(before.datesUnknown).toBeGreaterThan(0);
    await engine.setArrival({ onTime: true });
    expect(await engine.overview()).toMatchObject({ datesUnknown: 0 });
    expect(await engine.setArrival({ all: "31/02/2025" })).toMatchObject({ ok: false });
  });

  test("a pasted list names files by any end of their path, or by the unit; a name that many share is asked about", async () => {
    const named = await sample();
    const folder = named.files.map((file) => ({ ...file, path: `Bài nộp/Đợt 2/${file.path}` }));
    await named.engine.takeIn(folder, null);
    const undated = (await named.engine.arrivals()).files;
    const [first, second] = undated.filter(({ unitName }) => unitName !== null);
    const ends = undated.map(({ path }) => `${path.split("/").slice(2).join("\\")}\t28/10/2025`);
    const refusal = await named.engine.setArrival({ table: `${ends.join("\n")}\nTrường không có\t28/10/2025` });
    expect(refusal).toEqual({ ok: false, faults: ["Không có file nào ứng với “Trường không có”."] });
    expect((await named.engine.arrivals()).files).toHaveLength(undated.length);
    await named.engine.setArrival({ table: `Đơn vị\tNgày nhận\n${first!.unitName}\t28/10/2025\nD:\\Tải về\\${second!.path.replaceAll("/", "\\")}\t28/10/2025` });
    const left = (await named.engine.arrivals()).files.map(({ path }) => path);
    expect(left).not.toContain(first!.path);
    expect(left).not.toContain(second!.path);
    // As whoever received them would list them: an archive is one line.
    const received = new Set(ends.map((line) => line.replace(/ › [^\t]*/u, "")));
    expect(received.size).toBeLessThan(ends.length);
    expect(await named.engine.setArrival({ table: [...received].join("\n") })).toMatchObject({ ok: true, value: { datesUnknown: 0 } });
  });
});

describe("cancelling an intake", () => {
  test("keeps what was read, says so, and a second run reads the rest", async () => {
    const { engine, files } = await sample();
    const controller = new AbortController();
    const cut = await engine.takeIn(files, null, { signal: controller.signal, onProgress: ({ done }) => { if (done === 5) controller.abort(); } });
    expect(cut).toMatchObject({ files: 5, wasCancelled: true });
    await engine.takeIn(files, null);
    const whole = await sample();
    await whole.engine.takeIn(whole.files, null);
    expect((await engine.receipt()).map(({ path, state }) => [path, state])).toEqual((await whole.engine.receipt()).map(({ path, state }) => [path, state]));
  });
});

describe("a roster from pasted names", () => {
  test("gets codes, kinds and parents; what is doubtful is said", async () => {
    const { lines, faults } = await anEngine().proposeRoster({ text: "Phòng GDĐT huyện A\nTrường MN Hoa Mai\nTrường TH&THCS An Bình\nNhà văn hóa" }, "Sở GDĐT (mẫu)");
    expect(lines.map(({ kind, parent, doubt }) => [kind, parent, doubt !== null])).toEqual([
      ["phong", "CQ", false], ["mam-non", lines[0]!.code, false], ["th-thcs", lines[0]!.code, false], ["", lines[0]!.code, true],
    ]);
    expect(faults).toHaveLength(1);
  });

  test("starts a book whose common form and units' forms can be made", async () => {
    const engine = anEngine();
    const { lines } = await engine.proposeRoster({ text: "Trường MN Hoa Mai\nTrường THCS An Bình" }, "Phòng GDĐT (mẫu)");
    expect(await engine.startBook({ plan: "ben-tre-2024-2025", stage: "summary", roster: lines, office: "Phòng GDĐT (mẫu)", answers: {}, today: TODAY })).toMatchObject({ ok: true });
    expect(await engine.commonForm("summary")).toMatchObject({ ok: true });
    expect(await engine.unitForms("summary")).toMatchObject({ ok: true, value: { count: expect.any(Number) } });
  });
});

describe("what goes back to units", () => {
  test("a slip for each returned report, and one for a unit alone; none where nothing was returned", async () => {
    const { engine, files } = await sample();
    expect(await engine.slips()).toMatchObject({ ok: false });
    await engine.takeIn(files, null);
    const { returnedUnits } = await engine.overview();
    const all = await engine.slips();
    expect(returnedUnits).toBeGreaterThan(0);
    expect(all).toMatchObject({ ok: true, value: { count: returnedUnits } });
    const [returned] = (await engine.decisions()).filter(({ kind }) => kind === "returned");
    const unit = returned?.kind === "returned" ? returned.unit : "";
    expect(await engine.slip(unit)).toMatchObject({ ok: true, value: { message: expect.stringContaining("Kính gửi ") } });
    expect(await engine.slip("017x")).toMatchObject({ ok: false });
    expect((await engine.reminders(undefined, TODAY)).count).toBeGreaterThan(0);
  });
});

describe("books and reports that go to others", () => {
  test("the book for the office above, the book divided, the award list; words of a report taken back", async () => {
    const { engine, files } = await sample();
    await engine.takeIn(files, null);
    expect(await engine.exportUp()).toMatchObject({ fileName: expect.stringContaining("nộp cấp trên"), isFrozen: false });
    expect(await engine.handover()).toMatchObject({ ok: true, value: { count: expect.any(Number) } });
    expect((await engine.awardList()).count).toBeGreaterThan(0);
    const { node } = await engine.report();
    const word = await engine.wordReport(node.code);
    expect(await engine.takeWords({ path: "bao-cao.docx", body: word.ok ? word.value.file : new Uint8Array() })).toEqual({ ok: true, value: { taken: 0, edits: [] } });
    expect(await engine.takeWords({ path: "la.docx", body: new Uint8Array([1]) })).toMatchObject({ ok: false });
  });

  test("the registration's book and last year's are told apart, taken over and kept; any other is refused", async () => {
    const { engine, files } = await sample();
    await engine.takeIn(files, null);
    const registration = await sampleState({ ...sampleCases[1]!, roster: sampleCases.at(-1)!.roster }, 2);
    const book = async (state: BookState, asOf: string): Promise<OfferedFile> => ({ path: "truoc.xlsx", body: await writeBook(sampleReport(state, asOf), template) });
    const called = async () => new Set((await engine.coverage()).units.filter(({ contact }) => contact !== "").map(({ unit }) => unit));
    const before = await called();
    expect(await engine.takeFormer(await book(registration, "2024-05-06"))).toMatchObject({ ok: true, value: { label: "đăng ký" } });
    // Whom to call where nothing has come in yet: as the registration's forms said.
    const after = await called();
    expect([...after].filter((unit) => !before.has(unit)).length).toBeGreaterThan(0);
    const { value: made } = await engine.book() as { value: { file: Uint8Array } };
    const kept = readBook(made.file);
    expect(kept.ok && kept.state.earlier?.map(({ stage }) => stage)).toEqual(["registration"]);
    // The unit with the most shares among its registered figures.
    const shares = kept.ok ? Object.entries(kept.state.earlier?.[0]?.figures ?? {}).filter(([key, said]) => !key.startsWith("+") && said.startsWith("ratio")).map(([key]) => key.split("|")[0] ?? "") : [];
    const listed = kept.ok ? kept.state.roster.units.map(({ code }) => code as string) : [];
    const most = listed.sort((a, b) => shares.filter((one) => one === b).length - shares.filter((one) => one === a).length)[0] ?? "";
    const levels = async (unit: string): Promise<number> => {
      const form = await engine.unitForm(unit, "summary");
      const read = readSnapshot(form.ok ? form.value.file : new Uint8Array(), "");
      const cells = read.ok ? read.snapshot.sheets.find(({ name }) => name === "Chỉ tiêu")?.cells ?? [] : [];
      return cells.filter(({ value }) => value?.kind === "text" && /^\d+(,\d+)? %$/u.test(value.text)).length;
    };
    expect(await levels(most)).toBeGreaterThan(1);
    expect(await engine.takeFormer({ path: "truoc.xlsx", body: made.file })).toMatchObject({ ok: true, value: { label: expect.stringContaining("2024"), told: [expect.stringContaining("không trước ngày")] } });
    const other = await book({ ...registration, plan: { ...registration.plan, id: "khac" } }, "2024-05-06");
    expect(await engine.takeFormer(other)).toMatchObject({ ok: false });
    expect(await engine.takeFormer({ path: "la.xlsx", body: new Uint8Array([1]) })).toMatchObject({ ok: false });
  });
});

describe("a school's open form", () => {
  test("says whether it can be submitted, row by row", async () => {
    const { engine } = await sample();
    const made = await engine.unitForm("017", "summary");
    const read = readSnapshot(made.ok ? made.value.file : new Uint8Array(), "bieu.xlsx");
    const workbook = read.ok ? read.snapshot : (undefined as never);
    expect(await engine.recognise(workbook)).toMatchObject({ kind: "form", plan: "ben-tre-2024-2025", stage: "summary" });
    const checked = await engine.checkForm(workbook, "bieu.xlsx", TODAY);
    expect(checked).toMatchObject({ ok: true, value: { unit: "017", canSubmit: false } });
  });

  test("with one thing wrong, every other row is shown as it is: in a return slip too", async () => {
    const { engine, files } = await sample();
    await engine.takeIn(files, null);
    const [returned] = (await engine.decisions()).flatMap((one) => (one.kind === "returned" && one.problems.some(({ cell }) => cell !== null && cell !== "") ? [one.unit] : []));
    const made = await engine.slip(returned ?? "");
    const read = readSnapshot(made.ok ? made.value.file : new Uint8Array(), "phieu.xlsx");
    const checked = await engine.checkForm(read.ok ? read.snapshot : (undefined as never), "phieu.xlsx", TODAY);
    const rows = checked.ok ? checked.value.rows : [];
    expect(checked).toMatchObject({ ok: true, value: { unit: returned, canSubmit: false } });
    expect(rows.filter(({ status }) => status === "ok" || status === "warning" || status === "notApplicable").length).toBeGreaterThan(rows.length / 2);
    expect(rows.filter(({ status, figure }) => status === "ok" && figure === "")).toEqual([]);
  });
});

test("a unit that only another milestone asks is told by that one, and extended there", async () => {
  const state = await sampleState(sampleCases[0]!, 20);
  const [now, other] = ["tong-ket", "truong-tong-ket"];
  const engine = anEngine(contentOf);
  await engine.recogniseFile(await writeBook(sampleReport({ ...state, plan: { ...state.plan, milestones: state.plan.milestones.map((one) => (one.id === other ? { ...one, due: "2025-10-20", rule: "by" as const } : one)) } }, "2025-11-05"), template));
  await engine.openBook(null, null, "2025-11-05");
  const [first, second] = [await engine.coverage(now), await engine.coverage(other)];
  expect((await engine.coverage()).milestone).toBe(now);
  const { unit } = second.units.find(({ unit: code, state: standing }) => standing === "missing" && first.units.every((one) => one.unit !== code))!;
  expect(await engine.unit(unit)).toMatchObject({ milestone: other, line: { state: "missing", due: "2025-10-20" } });
  await engine.extend({ unit, milestone: (await engine.unit(unit)).milestone, until: "2025-12-01" });
  expect((await engine.unit(unit)).line).toMatchObject({ state: "notDue", extendedTo: "2025-12-01" });
  expect((await engine.unit(first.units[0]!.unit)).milestone).toBe(now);
});

describe("a file as it is shown", () => {
  test("is told for what it is without being read again, the one shown last; any other is read", async () => {
    const book = await writeBook(sampleReport(await sampleState(sampleCases[0]!, 20), TODAY), template);
    let read = 0;
    const engine = anEngine((file) => { read += 1; return contentOf(file); });
    await engine.shown(book);
    expect(await engine.recogniseFile(new Uint8Array(book))).toMatchObject({ kind: "book", stage: "summary" });
    expect(read).toBe(1);
    expect(await engine.openBook(null, null, TODAY)).toMatchObject({ ok: true });
    expect(await engine.recogniseFile(book)).toMatchObject({ kind: "book" });
    expect(read).toBe(2);
  });
});

describe("through a channel", () => {
  test("the engine answers as it does beside the caller, with progress, cancel and failures", async () => {
    const { port1, port2 } = new MessageChannel();
    serve(anEngine(), port1 as unknown as Channel);
    const engine = callThrough(port2 as unknown as Channel);
    await expect(engine.overview()).rejects.toThrow("Chưa mở sổ nào");
    const { files } = await engine.startSample(TODAY, {});
    const seen: number[] = [];
    const controller = new AbortController();
    const summary = await engine.takeIn(files, null, {
      signal: controller.signal,
      onProgress: ({ phase, done }) => {
        if (phase === "reading") seen.push(done);
        controller.abort();
      },
    });
    expect(summary.wasCancelled).toBe(true);
    // The first step is told at once, others as often as anybody can see.
    expect(seen[0]).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(summary.files).toBeLessThan(files.length);
    port1.close();
    port2.close();
  });

  test("a long list is handed over in pieces, in order, before what is asked after it; a cancel finds it", async () => {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    const echo = { ...anEngine(), takeIn: (...given: unknown[]) => { heard.push(given); return Promise.resolve({ aborted: (given.at(-1) as CallOptions).signal!.aborted }); }, overview: () => { heard.push("overview"); return Promise.resolve(null); } };
    serve(echo as unknown as Engine, port1 as unknown as Channel);
    const largest: number[] = [];
    const engine = callThrough({
      postMessage: (message: { readonly items?: readonly unknown[]; readonly given?: readonly unknown[] }) => { largest.push(message.items?.length ?? 0, ...(message.given ?? []).map((one) => (Array.isArray(one) ? one.length : 0))); port2.postMessage(message); },
      addEventListener: (type: string, listener: never) => port2.addEventListener(type, listener),
    } as unknown as Channel);
    port2.start();
    const files = Array.from({ length: 1234 }, (_, index) => ({ path: `${index}.xlsx`, body: new Uint8Array([index % 256]) }));
    const controller = new AbortController();
    controller.abort();
    const taken = engine.takeIn(files, null, { signal: controller.signal, onProgress: () => undefined });
    await Promise.all([taken, engine.overview()]);
    expect(heard[1]).toBe("overview");
    expect((heard[0] as unknown[])[0]).toEqual(files);
    expect(Math.max(...largest)).toBeLessThanOrEqual(20);
    port1.close();
    port2.close();
  });
});

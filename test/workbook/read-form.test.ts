import type { Submission } from "#domain/submission";
import { readFile } from "#workbook/read/read-file";
import type { TypedValue } from "#workbook/form/fill-form";
import { fillForm } from "#workbook/form/fill-form";
import { aPlan, anIndicator } from "../support/builders";
import { blankForm, codesOf, columnOf, edited, filledForm, FIGURES, figuresOf, request, rowOf, sheetOf, textOfValue } from "../fixtures/school-form";

async function read(bytes: Uint8Array | Promise<Uint8Array>, asked: typeof request = request): Promise<Submission> {
  const reading = readFile(await bytes, "a.xlsx", asked);
  const [submission] = reading.kind === "submissions" ? reading.submissions : [];
  if (!submission) throw new Error(codesOf(reading).join());
  return submission;
}

const listed = (submission: Submission, id: string): (readonly [string, Record<string, string>])[] =>
  (submission.lists[id] ?? []).map(({ code, cells }) => [code, Object.fromEntries(Object.entries(cells).filter(([, { value }]) => value !== null).map(([key, { value }]) => [key, textOfValue(value)]))] as const);

describe("readForm", () => {
  test("a registration asks percentages, a base and dates beside them", async () => {
    const plan = aPlan({ registrationColumns: [{ id: "start", label: "Thời điểm bắt đầu", kind: "date", required: true }] });
    const values: Record<string, TypedValue> = { STD_TD02_percent: 95.5, STD_TD02_denominator: 40, STD_TD04_endPercent: 2.5, STD_s_TD01_start: "5/9/2024", STD_s_TD02_start: "tháng 9/2024" };
    const submission = await read(filledForm(values, { stage: "registration", of: plan }), { ...request, plan, stage: "registration" });
    expect(figuresOf(submission)).toMatchObject({ "TD01.value": "5", "TD02.percent": "95.5", "TD02.denominator": "40", "TD04.startNumerator": "3", "TD04.endPercent": "2.5" });
    expect(["TD01.start", "TD02.start"].map((key) => textOfValue(submission.sides[key]?.value ?? null))).toEqual(["2024-09-05", "tháng 9/2024"]);
    expect(submission.problems.map(({ code, at }) => [code, at.indicator])).toEqual([["cell-not-a-date", "TD02"]]);
  });

  test("the linked base is the head count itself, even where the formula has no result", async () => {
    const bytes = await fillForm(await blankForm(), { values: new Map<string, TypedValue>([["STD_h_hoc_sinh", 41], ["STD_TD02_numerator", 38]]) });
    const submission = await read(bytes);
    expect(figuresOf(submission)["TD02.denominator"]).toBe("41");
    expect(submission.parts["TD02.denominator"]).toMatchObject({ sheet: FIGURES, raw: "41" });
    expect(submission.problems).toEqual([]);
  });

  test("a base typed over the link counts as typed", async () => {
    const bytes = await edited(await filledForm(), (workbook) => {
      const sheet = sheetOf(workbook, FIGURES);
      sheet.getCell(rowOf(sheet, "TD02"), columnOf(sheet, "Tổng số")).value = 39;
    });
    expect(figuresOf(await read(bytes))["TD02.denominator"]).toBe("39");
  });

  test("facts, head counts and words beside the figures are read", async () => {
    const submission = await read(filledForm({ STD_i_preparedOn: new Date(Date.UTC(2025, 4, 20)), STD_i_teachers: "12 GV" }));
    expect(textOfValue(submission.headcounts["hoc-sinh"]?.value ?? null)).toBe("40");
    expect(["preparedBy", "preparedOn", "teachers"].map((id) => textOfValue(submission.info[id]?.value ?? null))).toEqual(["Trần Thị Lan", "2025-05-20", "12"]);
    expect(textOfValue(submission.sides["TD03.note"]?.value ?? null)).toBe("đợt 2");
    expect(submission.unit).toEqual({ code: "A1", name: "Trường Mầm non Hoa Sen", sheet: "Thông tin", cell: expect.stringMatching(/^C\d+$/) as string });
  });

  test("details of an answer are read by name", async () => {
    const plan = aPlan({ indicators: [anIndicator("TD01", "count"), anIndicator("TD03", "yesNo", { details: [{ id: "level", label: "Mức độ", kind: "text" }, { id: "until", label: "Đến ngày", kind: "date" }] })] });
    const submission = await read(filledForm({ STD_s_TD03_level: "Mức 2", STD_s_TD03_until: "31/12/2026" }, { of: { ...plan, version: "1", id: "chi-tiet" } }), { ...request, plan: { ...plan, id: "chi-tiet" } });
    expect(["TD03.level", "TD03.until"].map((key) => textOfValue(submission.sides[key]?.value ?? null))).toEqual(["Mức 2", "2026-12-31"]);
  });

  test("list rows keep their printed codes; blank rows are left out", async () => {
    const bytes = await fillForm(await blankForm(), { values: new Map(), rows: [
      { list: "STD_l_roleModels", row: 0, cells: ["Tập thể", "Tổ 1"] },
      { list: "STD_l_roleModels", row: 2, cells: ["cá nhân", "Bà Lan"] },
    ] });
    expect(listed(await read(bytes), "roleModels")).toEqual([["DH-01", { kind: "Tập thể", name: "Tổ 1" }], ["DH-03", { kind: "Cá nhân", name: "Bà Lan" }]]);
  });

  test("list rows without codes count by their place, until the list ends", async () => {
    const bytes = await edited(await filledForm(), (workbook) => {
      workbook.definedNames.model = [];
      const sheet = sheetOf(workbook, "Điển hình tiên tiến");
      const first = rowOf(sheet, "DH-01", 1);
      for (let row = first; row < first + 15; row += 1) sheet.getCell(row, 1).value = null;
      sheet.getCell(first + 1, 2).value = "Cá nhân";
      sheet.getCell(first + 1, 3).value = "Ông Minh";
      sheet.getCell(first + 14, 3).value = "chữ ký";
    });
    expect(listed(await read(bytes), "roleModels")).toEqual([["1", { kind: "Tập thể", name: "Tổ chuyên môn 1" }], ["2", { kind: "Cá nhân", name: "Ông Minh" }]]);
  });

  test("a list row inserted among the others counts without a code", async () => {
    const bytes = await edited(await filledForm(), (workbook) => {
      const sheet = sheetOf(workbook, "Điển hình tiên tiến");
      const first = rowOf(sheet, "DH-01", 1);
      sheet.getCell(first + 1, 1).value = null;
      sheet.getCell(first + 1, 3).value = "Ông Minh";
    });
    expect(listed(await read(bytes), "roleModels").map(([code, { name }]) => [code, name])).toEqual([["DH-01", "Tổ chuyên môn 1"], ["2", "Ông Minh"]]);
  });

  test("what is wrong beside the figures is a warning at most", async () => {
    const { problems } = await read(filledForm({ STD_i_teachers: "nhiều" }));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["cell-not-a-number", "warning"]]);
  });

  test("an unreadable head count is an error: figures rest on it", async () => {
    const { problems } = await read(filledForm({ STD_h_hoc_sinh: "khoảng trên 40" }));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["cell-not-a-number", undefined]]);
  });

  test("the printed checksum is read where its formula has a result", async () => {
    const printed = (await read(blankForm())).printedChecksum;
    expect(printed).toMatch(/^\d{3}-\d{4}$/);
    expect((await read(filledForm())).printedChecksum).toBeNull();
  });

  test("a problem says where: file, sheet, cell, indicator", async () => {
    const { problems } = await read(filledForm({ STD_TD01_value: "nhiều" }));
    expect(problems[0]).toMatchObject({ code: "cell-not-a-number", at: { file: "a.xlsx", sheet: FIGURES, cell: "G9", indicator: "TD01" }, facts: { indicator: "TD01", name: "Chỉ tiêu TD01", found: "nhiều" } });
  });
});

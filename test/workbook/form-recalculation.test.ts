import { checksumOf } from "#domain/checksum";
import { exactOfNumber } from "#domain/exact";
import type { PartKey, Reading, ReadValue } from "#domain/submission";
import { CHECKSUM_NAME, headcountName, infoName, partName, sideName, UNIT_CODE_NAME, UNIT_NAME_NAME, UNIT_PICK_NAME, unitLabel } from "#workbook/form-layout";
import type ExcelJS from "exceljs";
import { everyForm, makeForm, named, open, planOf, rosterFor, shown, template, unitOfKind } from "../support/form-samples";
import { recalculate, testWithLibreOffice } from "../support/libreoffice";

const SELF_CHECK = "A2";
const benTre = planOf("ben-tre-2024-2025");

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Sheet, cell and shown value of every formula. */
function formulaResults(workbook: ExcelJS.Workbook): Map<string, string | number | boolean> {
  const results = new Map<string, string | number | boolean>();
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => {
    if (cell.formula && cell.master === cell) results.set(`${sheet.name}!${cell.address}`, shown(cell));
  })));
  return results;
}

/** Types values into a form by defined name and lets LibreOffice calculate. */
async function filled(form: Uint8Array, values: Readonly<Record<string, string | number | Date>>): Promise<ExcelJS.Workbook> {
  const workbook = await open(form);
  for (const [name, value] of Object.entries(values)) named(workbook, name).value = value;
  const [bytes = new Uint8Array()] = recalculate([await bytesOf(workbook)]);
  return open(bytes);
}

/** The sentence of Kiểm tra in the row of a named cell. */
function sentence(workbook: ExcelJS.Workbook, name: string): string | number | boolean {
  const cell = named(workbook, name);
  const heading = cell.worksheet.getRow(7);
  let column = 0;
  heading.eachCell((head, at) => { if (shown(head) === "Kiểm tra") column = at; });
  return shown(cell.worksheet.getCell(Number(cell.row), column));
}

const selfCheck = (workbook: ExcelJS.Workbook, sheet = "Chỉ tiêu"): string => String(shown(workbook.getWorksheet(sheet)?.getCell(SELF_CHECK) as ExcelJS.Cell));

describe("a fresh form", () => {
  testWithLibreOffice("shows what recalculation shows, in every formula of every plan and stage", async () => {
    const kinds = (planId: string): string[] => [...new Set(rosterFor(planOf(planId)).units.filter(({ openedOn }) => openedOn === undefined).map(({ kind }) => kind))];
    const forms: Uint8Array[] = [];
    for (const { plan, stage } of everyForm) {
      forms.push(await makeForm(plan, stage, { common: true }));
      for (const kind of kinds(plan.id).slice(0, 2)) forms.push(await makeForm(plan, stage, { unit: unitOfKind(plan, kind) }));
    }
    forms.push(await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "phong"), scope: "total" }));
    const recalculated = recalculate(forms);
    let compared = 0;
    for (const [index, form] of forms.entries()) {
      const before = formulaResults(await open(form));
      const after = formulaResults(await open(recalculated[index] as Uint8Array));
      for (const [cell, value] of before) expect({ cell, value: after.get(cell) }).toEqual({ cell, value });
      compared += before.size;
    }
    expect(compared).toBeGreaterThan(2_000);
  }, 240_000);
});

describe("the self-check while a school fills its form", () => {
  const required = {
    [headcountName("can-bo-cong-chuc")]: 3, [headcountName("dang-vien-cbccvc")]: 40, [headcountName("giao-vien-mam-non")]: 30,
    [headcountName("nhom-lop-mam-non")]: 12, [headcountName("tre-mam-non")]: 300,
    [infoName("preparedBy")]: "Nguyễn Thị Mẫu", [infoName("preparedOn")]: new Date(Date.UTC(2025, 9, 5)),
    [partName("BT01", "numerator")]: "Không có đối tượng",
    [partName("BT02", "numerator")]: 0, [partName("BT02", "denominator")]: 0,
    [partName("BT03a", "numerator")]: 40, [partName("BT03b", "numerator")]: 10, [partName("BT03b", "denominator")]: 10,
    [partName("BT04", "numerator")]: 29, [partName("BT06", "numerator")]: 12,
    [partName("BT07", "startNumerator")]: 12, [partName("BT07", "endNumerator")]: 9, [partName("BT07", "endDenominator")]: 300,
    [partName("BT08", "startNumerator")]: 0, [partName("BT08", "endNumerator")]: 0, [partName("BT08", "endDenominator")]: 300,
    [partName("BT09", "startNumerator")]: 5, [partName("BT09", "endNumerator")]: 5, [partName("BT09", "endDenominator")]: 300,
    ...Object.fromEntries(["BT10", "BT11", "BT12a", "BT12", "BT17", "BT18a", "BT18b", "BT19", "BT20", "BT21", "BT22"].map((code) => [partName(code, "answer"), "Đạt"])),
    [partName("BT13", "answer")]: "Chưa đạt", [partName("BT28", "text")]: "Đã tổ chức 4 phong trào.",
  };

  testWithLibreOffice("goes from blank cells over errors to complete", async () => {
    const form = await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") });
    const done = await filled(form, required);
    expect(selfCheck(done)).toMatch(/^ĐỦ SỐ LIỆU · CÓ THỂ NỘP/);
    expect(selfCheck(done, "Hướng dẫn")).toBe(selfCheck(done));
    expect(sentence(done, partName("BT02", "numerator"))).toBe("✔ 0/0: không có đối tượng");
    expect(sentence(done, partName("BT01", "numerator"))).toBe("✔ Không có đối tượng");

    const { [partName("BT06", "numerator")]: _blank, ...without } = required;
    const broken = await filled(form, { ...without, [partName("BT04", "numerator")]: 31, [partName("BT13", "answer")]: "Đạt", [partName("BT12", "answer")]: "Chưa đạt", [partName("BT03b", "numerator")]: 2.5 });
    expect(selfCheck(broken)).toBe("Còn 1 ô chưa điền · 3 lỗi · CHƯA NỘP ĐƯỢC");
    expect(sentence(broken, partName("BT04", "numerator"))).toBe("✘ Số đạt lớn hơn Tổng số, vượt 1. Kiểm tra hai số");
    expect(sentence(broken, partName("BT03b", "numerator"))).toBe("✘ Số đạt phải là số nguyên");
    expect(sentence(broken, partName("BT06", "numerator"))).toBe("✘ Chưa điền Số đạt. Không có thì ghi 0");
    expect(sentence(broken, partName("BT13", "answer"))).toContain("✘ Cơ sở đạt kiểm định từ cấp độ 2");
  }, 120_000);

  testWithLibreOffice("judges exactly at the edge of a target", async () => {
    const form = await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") });
    const beside = (workbook: ExcelJS.Workbook, name: string, column: number): unknown => {
      const cell = named(workbook, name);
      return shown(cell.worksheet.getCell(Number(cell.row), column));
    };
    const verdict = (workbook: ExcelJS.Workbook, name: string): unknown => beside(workbook, name, 10);
    const percentage = (workbook: ExcelJS.Workbook, name: string): unknown => beside(workbook, name, 9);
    const edge = await filled(form, { ...required, [headcountName("nhom-lop-mam-non")]: 1000, [partName("BT06", "numerator")]: 995 });
    expect(verdict(edge, partName("BT06", "numerator"))).toBe("Đạt");
    const under = await filled(form, { ...required, [headcountName("nhom-lop-mam-non")]: 100_000, [partName("BT06", "numerator")]: 99_499, [sideName("BT06", "cause")]: "thiếu phòng học" });
    expect(verdict(under, partName("BT06", "numerator"))).toBe("Chưa đạt");
    expect(percentage(under, partName("BT06", "numerator"))).toBe(0.99499); // 99,50 % would stand on the wrong side
    expect(percentage(under, partName("BT04", "numerator"))).toBe(0.9667);
    expect(verdict(under, partName("BT07", "endNumerator"))).toBe("Đạt");
    expect(verdict(under, partName("BT08", "endNumerator"))).toBe("Đã ở mức thấp nhất");
  }, 120_000);

  testWithLibreOffice("prints the Mã số liệu that the domain computes", async () => {
    const form = await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") });
    const read = (value: ReadValue): Reading => ({ sheet: "", cell: "", raw: "x", value });
    const number = (value: number): Reading => read({ kind: "number", number: exactOfNumber(value) ?? { n: 0n, d: 1n } });
    const values: Readonly<Record<string, number | string>> = { [partName("BT02", "numerator")]: 0, [partName("BT02", "denominator")]: 1234567, [partName("BT04", "numerator")]: 28, [headcountName("giao-vien-mam-non")]: 30, [partName("BT01", "numerator")]: "Không có đối tượng", [partName("BT10", "answer")]: "Đạt", [partName("BT11", "answer")]: "Chưa đạt", [partName("BT03b", "numerator")]: 2.55 };
    const parts: Partial<Record<PartKey, Reading>> = {
      "BT02.numerator": number(0), "BT02.denominator": number(1234567), "BT04.numerator": number(28), "BT04.denominator": number(30),
      "BT01.numerator": read({ kind: "notApplicable" }), "BT10.answer": read({ kind: "yesNo", yes: true }), "BT11.answer": read({ kind: "yesNo", yes: false }), "BT03b.numerator": number(2.55),
    };
    const workbook = await filled(form, values);
    expect(shown(named(workbook, CHECKSUM_NAME))).toBe(checksumOf(benTre, "summary", "own", parts));
  }, 120_000);
});

describe("the common form", () => {
  testWithLibreOffice("asks only the picked unit's rows and counts no others", async () => {
    const form = await makeForm(benTre, "summary", { common: true });
    expect(selfCheck(await open(form))).toBe("CHƯA CHỌN ĐƠN VỊ · CHƯA NỘP ĐƯỢC");
    const code = unitOfKind(benTre, "thpt");
    const unit = rosterFor(benTre).units.find((one) => one.code === code);
    const picked = await filled(form, { [UNIT_PICK_NAME]: unitLabel(code, unit?.name ?? "") });
    expect(shown(named(picked, UNIT_CODE_NAME))).toBe(code);
    expect(shown(named(picked, UNIT_NAME_NAME))).toBe(unit?.name);
    expect(sentence(picked, partName("BT06", "numerator"))).toBe("không áp dụng");
    expect(sentence(picked, partName("BT16", "answer"))).toBe("✘ Chưa điền: chọn Đạt hoặc Chưa đạt");
    const personal = await open(await makeForm(benTre, "summary", { unit: code }));
    const blanks = (text: string): string => /Còn (\d+) ô/.exec(text)?.[1] ?? "";
    const known = Object.keys(unit?.headcounts ?? {}).length;
    expect(Number(blanks(selfCheck(picked)))).toBeGreaterThanOrEqual(Number(blanks(selfCheck(personal))));
    expect(Number(blanks(selfCheck(picked)))).toBeLessThanOrEqual(Number(blanks(selfCheck(personal))) + known);
  }, 120_000);

  testWithLibreOffice("gives the same Mã số liệu as a personal form with the same figures", async () => {
    const code = unitOfKind(benTre, "thpt");
    const name = rosterFor(benTre).units.find((one) => one.code === code)?.name ?? "";
    const figures = { [partName("BT16", "answer")]: template.answers.yes, [partName("BT02", "numerator")]: 7, [partName("BT02", "denominator")]: 9, [headcountName("can-bo-cong-chuc")]: 4, [headcountName("dang-vien-cbccvc")]: 60 };
    const common = await filled(await makeForm(benTre, "summary", { common: true }), { ...figures, [UNIT_PICK_NAME]: unitLabel(code, name) });
    const personal = await filled(await makeForm(benTre, "summary", { unit: code }), figures);
    expect(shown(named(common, CHECKSUM_NAME))).toBe(shown(named(personal, CHECKSUM_NAME)));
  }, 120_000);
});

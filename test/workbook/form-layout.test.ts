import type ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import type { Figure } from "#domain/figure";
import { formFor } from "#domain/form";
import { profilesOf, viewOf } from "#domain/form-plan";
import { treeAt } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { CHECKSUM_NAME, identityLine, infoName, listName, META_SHEET, parseIdentityLine, partName, sideName, UNIT_CODE_NAME, UNIT_NAME_NAME } from "#workbook/form-layout";
import { commonFormFileName, formFileName, writeForm } from "#workbook/form/write-form";
import { everyForm, makeForm, named, open, planOf, rosterFor, shown, template, TREE_DATE, unitOfKind } from "../support/form-samples";
import { validateOoxml } from "../support/validate-ooxml";

const benTre = planOf("ben-tre-2024-2025");
const namDinh = planOf("nam-dinh-2024-2025");
const visible = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet[] => workbook.worksheets.filter(({ state }) => state === "visible");
const names = (workbook: ExcelJS.Workbook): Set<string> => new Set(workbook.definedNames.model.map(({ name }) => name));
const textOf = (sheet: ExcelJS.Worksheet | undefined): string => {
  const texts: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => { if (cell.master === cell) texts.push(String(shown(cell))); }));
  return texts.join("\n");
};

describe("writeForm", () => {
  test.each(everyForm.map(({ plan, stage }) => ({ plan, stage, title: `${plan.id}, ${stage}` })))("gives a valid package with every input cell named: $title", async ({ plan, stage }) => {
    const tree = treeAt(rosterFor(plan), TREE_DATE);
    const common = await makeForm(plan, stage, { common: true });
    const unit = profilesOf(plan, stage, tree)[0]?.units[0] as UnitCode;
    const personal = await makeForm(plan, stage, { unit });
    for (const bytes of [common, personal]) expect(validateOoxml(bytes)).toEqual([]);

    const asked = (codes: ReadonlySet<string>): string[] => formFor(plan, stage).rows.filter(({ indicator }) => codes.has(indicator))
      .flatMap(({ indicator, main, base }) => [partName(indicator, main), ...(base ? [partName(indicator, base)] : [])]);
    const all = new Set(profilesOf(plan, stage, tree).flatMap(({ view }) => view.indicators.map(({ code }) => code)));
    const own = new Set(viewOf(plan, stage, unit, tree, "own").indicators.map(({ code }) => code));
    const always = [UNIT_CODE_NAME, UNIT_NAME_NAME, CHECKSUM_NAME, infoName("preparedBy")];
    expect([...names(await open(common))]).toEqual(expect.arrayContaining([...always, ...asked(all)]));
    expect([...names(await open(personal))]).toEqual(expect.arrayContaining([...always, ...asked(own)]));
    expect([...names(await open(personal))].filter((name) => asked(all).includes(name)).sort()).toEqual(asked(own).sort());
  }, 120_000);

  test("gives the same bytes for the same request", async () => {
    const [first, second] = [await makeForm(benTre, "summary", { common: true }), await makeForm(benTre, "summary", { common: true })];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  test("prints the identity line on every visible sheet and keeps it on the very hidden one", async () => {
    const unit = unitOfKind(benTre, "thpt");
    const workbook = await open(await makeForm(benTre, "registration", { unit }));
    const line = identityLine({ formVersion: "1", plan: benTre.id, planVersion: benTre.version, stage: "registration", scope: "own", unit });
    for (const sheet of visible(workbook)) expect(parseIdentityLine(textOf(sheet))).toEqual(parseIdentityLine(line));
    const meta = workbook.getWorksheet(META_SHEET);
    expect(meta?.state).toBe("veryHidden");
    expect(textOf(meta)).toContain(`unit\n${unit}`);
  });

  test("begins with Enable Editing and says the last valid day with its weekday and the plan's words", async () => {
    const guide = textOf((await open(await makeForm(namDinh, "registration", { unit: unitOfKind(namDinh, "thpt") }))).worksheets[0]);
    expect(guide).toContain("Bấm Enable Editing (Bật chỉnh sửa)");
    expect(guide).toContain("thứ Bảy 19/10/2024");
    expect(guide).toContain("trước ngày 20/10/2024");
    expect(guide).toContain("-DKTD NH 2024-2025.xlsx");
    expect(guide.indexOf("Bấm Enable Editing")).toBe(0);
    expect(guide.split("\n")[1]).toContain("CHƯA NỘP ĐƯỢC");
  });

  test("gives no deadline to a school the plan does not address", async () => {
    const guide = textOf((await open(await makeForm(benTre, "registration", { unit: unitOfKind(benTre, "mam-non") }))).worksheets[0]);
    expect(guide).toContain("Kế hoạch không quy định hạn nộp cho đơn vị");
    expect(guide).not.toContain("30/04/2024");
  });

  test("asks a tăng/giảm in two rows, and the details of a yes/no below it", async () => {
    const workbook = await open(await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") }));
    const codes = textOf(workbook.getWorksheet("Chỉ tiêu")).split("\n");
    expect(codes).toEqual(expect.arrayContaining(["BT07.DN", "BT07.CN"]));
    expect([...names(workbook)]).toEqual(expect.arrayContaining([partName("BT07", "startDenominator"), partName("BT07", "endNumerator"), sideName("BT10", "so-quyet-dinh"), sideName("BT06", "cause")]));
  });

  test("takes a base from its head count and lets it be typed over", async () => {
    const workbook = await open(await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") }));
    expect(named(workbook, partName("BT06", "denominator")).formula).toContain("'Thông tin'!");
    expect(named(workbook, partName("BT02", "denominator")).formula).toBeUndefined();
  });

  test("gives every input cell of a figure a validation with a Vietnamese message", async () => {
    const workbook = await open(await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") }));
    for (const { indicator, main, base } of formFor(benTre, "summary").rows.filter(({ indicator: code }) => names(workbook).has(partName(code, "numerator")) || names(workbook).has(partName(code, "answer")))) {
      for (const part of [main, ...(base ? [base] : [])]) {
        expect(named(workbook, partName(indicator, part)).dataValidation).toMatchObject({ showInputMessage: true, prompt: expect.stringMatching(/\p{L}/u) as string });
      }
    }
    expect(named(workbook, partName("BT10", "answer")).dataValidation.formulae).toEqual(['"Đạt,Chưa đạt"']);
    expect(named(workbook, partName("BT02", "denominator")).dataValidation).toMatchObject({ type: "whole", operator: "greaterThanOrEqual" });
  });

  test("lets a choice of not applicable stand beside numbers where the plan allows it", async () => {
    const workbook = await open(await makeForm(benTre, "summary", { unit: unitOfKind(benTre, "mam-non") }));
    expect(named(workbook, partName("BT02", "numerator")).dataValidation).toMatchObject({ type: "list", formulae: ['"Không có đối tượng"'] });
    expect(named(workbook, partName("BT02", "numerator")).dataValidation.showErrorMessage).not.toBe(true);
    expect(named(workbook, partName("BT06", "numerator")).dataValidation.type).toBe("whole");
  });

  test("gives every free row a printed code below the named heading", async () => {
    const workbook = await open(await makeForm(benTre, "registration", { unit: unitOfKind(benTre, "thpt") }));
    const head = named(workbook, listName("titlesCollective"));
    expect(head.worksheet.getCell(Number(head.row) + 1, Number(head.col)).value).toBe("DTT-01");
    expect(head.worksheet.getCell(Number(head.row) + 12, Number(head.col)).value).toBe("DTT-12");
  });

  test("uses only functions that Excel 2007 has", async () => {
    const known = new Set(["ABS", "AND", "COUNTA", "DAY", "IF", "IFERROR", "INDEX", "INT", "ISERROR", "ISNUMBER", "LEFT", "MATCH", "MONTH", "NOT", "OR", "ROUND", "SUM", "SUMPRODUCT", "TEXT", "TRIM", "UPPER", "YEAR"]);
    const used = new Set<string>();
    for (const { plan, stage } of everyForm) {
      const workbook = await open(await makeForm(plan, stage, { common: true }));
      workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(({ formula }) => {
        if (!formula) return;
        expect(formula.length).toBeLessThan(8_000);
        for (const [, name = ""] of formula.replace(/"[^"]*"/g, '""').matchAll(/([A-Z]+)\(/g)) used.add(name);
      })));
    }
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    expect(used.size).toBeGreaterThan(12);
  }, 60_000);

  test("repeats headings on every page, fits A4 in width, and protects nothing", async () => {
    const workbook = await open(await makeForm(benTre, "summary", { common: true }));
    const figures = workbook.getWorksheet("Chỉ tiêu");
    expect(figures?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0, printTitlesRow: "7:7" });
    const package_ = unzipSync(await makeForm(benTre, "summary", { common: true }));
    const parts = Object.entries(package_).filter(([path]) => path.endsWith(".xml")).map(([, content]) => strFromU8(content)).join("");
    expect(parts).not.toContain("Protection");
    expect(parts).toMatch(/_xlnm\.Print_Area" localSheetId="2">(&apos;|')Chỉ tiêu(&apos;|')!\$A\$3:\$[A-Z]+\$\d+</);
  });

  test("prints the registered level beside the result", async () => {
    const unit = unitOfKind(benTre, "mam-non");
    const share = (n: bigint, d: bigint): Figure => ({ state: "reported", measure: "ratio", numerator: { n, d: 1n }, denominator: { n: d, d: 1n } });
    const figures = new Map<string, Figure>([["BT01", share(412n, 415n)], ["BT06", share(199n, 200n)], ["BT10", { state: "reported", measure: "yesNo", yes: true }], ["BT02", { state: "notReported" }]]);
    const bytes = await writeForm({ plan: benTre, stage: "summary", template, roster: rosterFor(benTre), treeDate: TREE_DATE, kind: { unit }, previous: { figures, info: {} } });
    const workbook = await open(bytes);
    const printed = (code: string) => named(workbook, sideName(code, "registered")).value;
    expect(["BT01", "BT06", "BT10", "BT02"].map(printed)).toEqual(["99,28 %", "99,5 %", template.answers.yes, null]);
  });
});

describe("formFileName", () => {
  test.each([
    { case: "the plan rules the name", plan: namDinh, stage: "registration", unit: "Trường THPT Mẫu", name: "Trường THPT Mẫu-DKTD NH 2024-2025.xlsx" },
    { case: "no rule of the plan", plan: benTre, stage: "summary", unit: "Trường THPT Mẫu", name: "Trường THPT Mẫu - Tổng kết - Đồng Khởi mới 2024-2025.xlsx" },
    { case: "letters Windows forbids", plan: benTre, stage: "midterm", unit: 'Trường "A/B": 1?', name: "Trường -A-B-- 1- - Sơ kết - Đồng Khởi mới 2024-2025.xlsx" },
  ] as const)("when $case", ({ plan, stage, unit, name }) => {
    expect(formFileName(plan, stage, { name: unit })).toBe(name);
  });

  test("names the common form after stage and plan", () => {
    expect(commonFormFileName(benTre, "registration")).toBe("Biểu chung - Đăng ký - Đồng Khởi mới 2024-2025.xlsx");
  });
});

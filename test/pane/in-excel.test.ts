import { contentOf } from "#workbook/content/read-content";
import { makeForm, planOf, unitOfKind } from "../support/form-samples";
import type { OpenPane, PaneOptions } from "./support/editions";
import { button, decide, enterForMissing, freeze, LONG, prepare, tab, takeIn } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

const suite = paneSuite({ withSample: true });
const open = async (excel: PaneOptions["excel"]): Promise<OpenPane & { excel: NonNullable<OpenPane["excel"]> }> => {
  const pane = await suite.open("excel", excel === undefined ? {} : { excel });
  if (!pane.excel) throw new Error("No Excel behind the pane.");
  return { ...pane, excel: pane.excel };
};

testWithChromium("from a plan to a frozen report, in the open workbook", async () => {
  const { page, excel } = await open({ name: "Sổ mới.xlsx" });
  await prepare(page, suite.sample());
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Báo cáo", "Tổng quan", "Tình hình nộp"]));
  await page.keyboard.press("Escape");
  await tab(page, "Hôm nay").waitFor({ timeout: LONG });

  // The officer's own sheet, pointing to ours, lives through everything below.
  excel.addSheet("Của tôi");
  excel.type("Của tôi", "A1", "='Báo cáo'!G14");
  await takeIn(page, suite.sample());
  const balance = await tab(page, "Nhận file").click().then(() => page.getByText(/^\d+ file = /u).innerText());
  const [all, ...parts] = (balance.match(/\d+/gu) ?? []).map(Number);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  await decide(page);
  await enterForMissing(page);

  excel.select("Báo cáo", "G14");
  await page.getByRole("heading", { name: "Nguồn số liệu" }).waitFor({ timeout: LONG });
  await page.getByText(/Cộng \d+ nguồn bên dưới đúng bằng số này/u).waitFor();
  await page.keyboard.press("Escape");
  await freeze(page);
  expect(excel.sheet("Theo cấp trên").charts.map(({ title, series }) => [title, series.length])).toEqual([["TÌNH HÌNH NỘP THEO CẤP TRÊN", 6]]);
  expect(excel.formulaAt("Của tôi", "A1")).toBe("'Báo cáo'!G14");
  expect(excel.valueAt("Chốt số liệu", "A8")).toBe("Lần 1");
});

testWithChromium("a school's form open in Excel is checked while it is typed in, and after pasting", async () => {
  const plan = planOf("ben-tre-2024-2025");
  const content = await contentOf(await makeForm(plan, "summary", { unit: unitOfKind(plan, "mam-non") }));
  const { page, excel } = await open({ name: "Báo cáo tổng kết.xlsx", content });
  await page.getByText("CHƯA NỘP ĐƯỢC").first().waitFor({ timeout: LONG });
  excel.type("Chỉ tiêu", "G10", [[41, 38]]);
  excel.type("Chỉ tiêu", "G10", [[38, 41]]);
  excel.type("Chỉ tiêu", "G10", [[41, 38]]);
  const tooMany = page.getByRole("listitem").filter({ hasText: "Số đạt lớn hơn tổng số" });
  await tooMany.waitFor({ timeout: LONG });
  await tooMany.getByRole("button", { name: /Đến ô/u }).click();
  await page.waitForTimeout(500);
  expect(excel.workbook.selected).toMatchObject({ top: 9 });
  excel.type("Chỉ tiêu", "G10", [[38, 41]]);
  await tooMany.waitFor({ state: "detached", timeout: LONG });
});

testWithChromium("what could not be written is held and written again, with what was typed meanwhile", async () => {
  const { page, excel } = await open({ name: "Sổ mới.xlsx" });
  await prepare(page, suite.sample());
  await page.keyboard.press("Escape");
  await tab(page, "Nhận file").click();
  const before = excel.everything();
  excel.faults.cellEditing = true;
  await page.getByTestId("folder").setInputFiles(suite.sample().folder);
  await page.getByText(/Đang có ô gõ dở/u).waitFor({ timeout: LONG });
  expect(excel.everything()).toEqual(before);
  await page.getByRole("radio", { name: "Đều đúng hạn" }).waitFor();
  await button(page, "Để sau").click();
  excel.faults.cellEditing = false;
  // The cell that was being edited: a line of the notes.
  excel.type("Ghi chú", "C9", "Gọi lại thứ Hai");
  await page.waitForTimeout(1500);
  await button(page, "Ghi lại vào sổ").click();
  await page.getByText("Đã cập nhật các trang của sổ.").waitFor({ timeout: LONG });
  expect(await button(page, "Ghi lại vào sổ").count()).toBe(0);
  await page.getByText(/^\d+ file = /u).waitFor();
  expect(excel.valueAt("Ghi chú", "C9")).toBe("Gọi lại thứ Hai");
  expect(excel.sheet("Sổ tiếp nhận").rows.size).toBeGreaterThan(suite.sample().count);
  await tab(page, "Kết quả").click();
  await page.getByPlaceholder("Tìm mã, tên đơn vị").fill("Mẫu Sơn Ca");
  await page.getByRole("button", { name: /Trường Mầm non Mẫu Sơn Ca/u }).first().click();
  await page.getByRole("textbox", { name: "Ghi chú của cán bộ về đơn vị này" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Ghi chú của cán bộ về đơn vị này" }).inputValue()).toBe("Gọi lại thứ Hai");

  // Typed, and not to be read at the moment: nothing is written over it.
  await button(page, /Quay lại/u).click();
  await tab(page, "Nhận file").click();
  excel.type("Ghi chú", "C10", "Ghi thêm");
  await page.waitForTimeout(250);
  excel.faults.cellEditing = true;
  await page.getByTestId("folder").setInputFiles(suite.sample().folder);
  await page.getByText(/Đang có ô gõ dở/u).waitFor({ timeout: LONG });
  await page.waitForTimeout(1500);
  excel.faults.cellEditing = false;
  // On a slow machine the news of what was typed comes only after the files were read: then both are joined.
  if (await button(page, "Ghi lại vào sổ").count() > 0) await button(page, "Ghi lại vào sổ").click();
  else await page.getByTestId("folder").setInputFiles(suite.sample().folder);
  await page.getByText("Đã cập nhật các trang của sổ.").waitFor({ timeout: LONG });
  expect(excel.valueAt("Ghi chú", "C10")).toBe("Ghi thêm");
});

testWithChromium("an Excel that tells of no changes says so, and checks again when asked", async () => {
  const plan = planOf("ben-tre-2024-2025");
  const content = await contentOf(await makeForm(plan, "summary", { unit: unitOfKind(plan, "mam-non") }));
  const { page, excel } = await open({ name: "Báo cáo tổng kết.xlsx", content, api: "1.7" });
  await page.getByText(/làm được việc này với vài giới hạn/u).waitFor({ timeout: LONG });
  await page.getByText("CHƯA NỘP ĐƯỢC").first().waitFor({ timeout: LONG });
  excel.type("Chỉ tiêu", "G10", [[41, 38]]);
  await button(page, "Kiểm tra lại").click();
  await page.getByRole("listitem").filter({ hasText: "Số đạt lớn hơn tổng số" }).waitFor({ timeout: LONG });
});

testWithChromium("a command of the ribbon opens its screen", async () => {
  const { page } = await suite.open("excel", { view: "prepare" });
  await page.getByLabel("Kế hoạch", { exact: true }).waitFor({ timeout: LONG });
});

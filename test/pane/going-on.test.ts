import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Report } from "#domain/report";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";
import { button, ended, LONG, tab } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

const suite = paneSuite();
const report = (async () => sampleReport({ ...(await sampleState({ ...sampleCases[0]!, roster: sampleCases.at(-1)!.roster }, 2)), answers: { number: "123/KH-SGDĐT (mẫu)", "choice.bt13": "t-of-all" } }, "2025-11-05"))();

/** The book, as its officer opens it again. */
async function opened(of?: Report): Promise<Page> {
  const file = Buffer.from(await writeBook(of ?? await report, template));
  const { page } = await suite.open("site");
  await page.getByTestId("files").setInputFiles({ name: "so.xlsx", mimeType: "application/octet-stream", buffer: file });
  await tab(page, "Hôm nay").waitFor({ timeout: LONG });
  return page;
}

testWithChromium("what a book's officer answered stands there when it is opened again, and stays when more is answered", async () => {
  const page = await opened();
  await button(page, "Chuẩn bị kế hoạch, danh mục, biểu mẫu").click();
  const number = page.getByLabel(/Số, ký hiệu của kế hoạch/u);
  await number.waitFor({ timeout: LONG });
  expect(await number.inputValue()).toBe("123/KH-SGDĐT (mẫu)");
  await page.getByLabel(/Kế hoạch ban hành ngày nào/u).fill("15/10/2024");
  await button(page, "Lưu câu trả lời vào sổ đang mở").click();
  await ended(page);
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: LONG }), button(page, "Lưu file").click()]);
  const saved = readBook(new Uint8Array(readFileSync(await download.path())));
  expect(saved.ok && saved.state.answers).toEqual({ number: "123/KH-SGDĐT (mẫu)", "choice.bt13": "t-of-all", issuedOn: "2024-10-15" });

  // Taken away again, and another plan looked at meanwhile.
  await number.fill("");
  const plan = page.getByLabel("Kế hoạch", { exact: true });
  await plan.selectOption("nam-dinh-2024-2025");
  await page.getByText("Trung tâm GDNN-GDTX có phải giới thiệu").first().waitFor();
  expect(await number.inputValue()).toBe("");
  await plan.selectOption("ben-tre-2024-2025");
  await page.getByText("“Trên 75%” đạt kiểm định").first().waitFor();
  expect(await number.inputValue()).toBe("123/KH-SGDĐT (mẫu)");
});

testWithChromium("a figure is corrected and the correction dropped; an extension is recorded and another takes its place", async () => {
  const page = await opened();
  const { contributions, plan, coverage } = await report;
  const units = new Map(coverage.flatMap((one) => one.units).filter(({ state }) => state === "onTime").map(({ unit, name }) => [unit, name]));
  const ratio = contributions.find(({ unit, figure, origin }) => units.has(unit) && origin === "file" && figure.state === "reported" && figure.measure === "ratio")!;
  const name = plan.indicators.find(({ code }) => code === ratio.indicator)!.name;
  await tab(page, "Kết quả").click();
  await page.getByPlaceholder("Tìm mã, tên đơn vị").fill(ratio.unit);
  await button(page, new RegExp(units.get(ratio.unit)!.replace(/[()]/gu, "."), "u")).first().click();
  const correct = button(page, `Điều chỉnh ${name}`);
  await correct.click();
  const inputs = page.locator("form").filter({ hasText: "Lý do điều chỉnh" }).getByRole("textbox");
  await inputs.nth(0).fill("1");
  await inputs.nth(1).fill("3");
  await page.getByLabel(/Lý do điều chỉnh/u).fill("Trường báo lại");
  await button(page, "Ghi điều chỉnh").click();
  await page.getByText("1/3 = 33,33 %").first().waitFor({ timeout: LONG });
  await page.getByText(/^Đơn vị báo: /u).waitFor();
  await correct.click();
  await button(page, "Bỏ điều chỉnh, dùng số đơn vị báo").click();
  await page.getByText(/^Đơn vị báo: /u).waitFor({ state: "detached", timeout: LONG });

  await button(page, "Gia hạn").click();
  for (const day of ["31/12/2025", "15/12/2025"]) {
    await page.getByLabel(/^Gia hạn đến/u).fill(day);
    await button(page, "Ghi gia hạn").click();
    await page.getByText(new RegExp(`^Đang gia hạn đến thứ \\p{L}+ ${day}\\.`, "u")).waitFor({ timeout: LONG });
  }
  const shots = process.env["PANE_SHOTS"];
  if (shots !== undefined) await page.screenshot({ path: join(shots, "unit.png") });
});

testWithChromium("a school that the milestone does not ask is found all the same, and its page opened", async () => {
  const province = sampleReport(await sampleState(sampleCases[0]!, 20), "2025-11-05");
  const asked = new Set(province.coverage.find(({ milestone }) => milestone === "tong-ket")!.units.map(({ unit }) => unit));
  const school = province.state.roster.units.find(({ code, kind, closedOn }) => kind === "mam-non" && closedOn === undefined && !asked.has(code))!;
  const page = await opened(province);
  await tab(page, "Kết quả").click();
  await page.getByPlaceholder("Tìm mã, tên đơn vị").fill(school.code);
  await page.getByRole("region", { name: /^Đơn vị khác trong danh mục/u }).getByRole("button", { name: new RegExp(school.code, "u") }).click();
  await page.getByRole("heading", { name: school.name }).waitFor({ timeout: LONG });
  const shots = process.env["PANE_SHOTS"];
  if (shots !== undefined) await page.screenshot({ path: join(shots, "other.png") });
});

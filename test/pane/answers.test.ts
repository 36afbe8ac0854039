import { readFileSync } from "node:fs";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";
import { button, ended, LONG, tab } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

const suite = paneSuite();

testWithChromium("what a book's officer answered stands there when it is opened again, and stays when more is answered", async () => {
  const state = { ...(await sampleState(sampleCases[0]!, 40)), answers: { number: "123/KH-SGDĐT (mẫu)", "choice.bt13": "t-of-all" } };
  const file = Buffer.from(await writeBook(sampleReport(state, "2025-11-05"), template));
  const { page } = await suite.open("site");
  await page.getByTestId("files").setInputFiles({ name: "so.xlsx", mimeType: "application/octet-stream", buffer: file });
  await tab(page, "Hôm nay").waitFor({ timeout: LONG });
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

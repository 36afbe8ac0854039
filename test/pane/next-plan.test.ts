import { readFileSync } from "node:fs";
import { join } from "node:path";
import { editCells } from "../support/edit-cells";
import { button, LONG } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

const suite = paneSuite();

testWithChromium("next year's plan: made from this year's, looked at, mended in Excel, added again; all before any book is open", async () => {
  const { page } = await suite.open("site", { width: 400 });
  await button(page, "Chuẩn bị kế hoạch mới").click();
  const plan = page.getByLabel("Kế hoạch", { exact: true });
  await plan.selectOption("ben-tre-2024-2025");
  await page.getByText("Nhân bản cho năm sau").click();
  await button(page, "Nhân bản").click();

  const review = page.getByRole("region", { name: /^Cần xem lại \(\d+\)/u });
  await review.waitFor({ timeout: LONG });
  expect(await plan.inputValue()).toBe("ben-tre-2026-2027");
  await review.getByText(/^Thời hạn đã dời \(3\)/u).click();
  await review.getByText("Chủ nhật 31/10/2027 (rơi vào ngày nghỉ)").waitFor();
  const shots = process.env["PANE_SHOTS"];
  if (shots !== undefined) await review.screenshot({ path: join(shots, "next-plan.png") });

  const [download] = await Promise.all([page.waitForEvent("download", { timeout: LONG }), button(page, "Lưu bảng kế hoạch (Excel) để sửa").click()]);
  const mended = await editCells(new Uint8Array(readFileSync(await download.path())), "Kế hoạch", (text, cell) => (text === "Đồng Khởi mới 2026-2027" ? cell("Đồng Khởi mới 2026-2027 (đã sửa)") : undefined));
  await page.locator('input[type="file"][accept=".xlsx,.json"]').setInputFiles({ name: "ke-hoach.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(mended) });
  await plan.getByRole("option", { name: /đã sửa/u }).waitFor({ state: "attached", timeout: LONG });
  expect(await plan.inputValue()).toBe("ben-tre-2026-2027");
  await review.waitFor({ state: "detached" });

  // Made once more, nothing of it is lost: the officer is told that it is there.
  await plan.selectOption("ben-tre-2024-2025");
  await button(page, "Nhân bản").click();
  await page.getByText(/Đã có kế hoạch “Đồng Khởi mới 2026-2027 \(đã sửa\)”/u).waitFor({ timeout: LONG });
});

/** Draws the pictures of the guide from the built pane: `npm run screens`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { buildOnce } from "../support/built-site";
import { launchChromium } from "../support/chromium";
import { openPane } from "./support/editions";
import { button, cellAt, ended, sheetTab, tab } from "./support/job";

const folder = join(__dirname, "..", "..", "docs", "img");
const shot = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });

async function main(): Promise<void> {
  buildOnce();
  const browser = await launchChromium();
  const { page, close } = await openPane(browser, "site", { width: 1280, height: 800 });
  await page.getByRole("button", { name: "Xem thử với một huyện mẫu", disabled: false }).waitFor();
  await shot(page, "bat-dau");
  await button(page, "Xem thử với một huyện mẫu").click();
  await ended(page);
  await button(page, "Đóng").last().click();
  await shot(page, "hom-nay");
  await tab(page, "Nhận file").click();
  await page.getByRole("tab", { name: /^Vấn đề \(/u }).click();
  await shot(page, "nhan-file");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, /^Phiếu trả lại cho \d+ đơn vị/u).click()]);
  const slips = Object.entries(unzipSync(new Uint8Array(readFileSync(await download.path())))).filter(([path]) => path.endsWith(".xlsx"));
  const [path, slip] = slips.sort(([, a], [, b]) => b.length - a.length)[0] ?? ["", new Uint8Array()];
  await button(page, "Đóng").last().click();
  await tab(page, "Hôm nay").click();
  await button(page, "Quyết định").click();
  await page.getByRole("article").first().waitFor();
  await shot(page, "quyet-dinh");
  await button(page, /Quay lại/u).click();
  await tab(page, "Kết quả").click();
  await shot(page, "ket-qua");
  await tab(page, "Báo cáo").click();
  await sheetTab(page, "Báo cáo").click();
  await shot(page, "bao-cao-ngan");
  await cellAt(page, 14, 6).click();
  await page.getByRole("heading", { name: "Nguồn số liệu" }).waitFor();
  await shot(page, "nguon-so-lieu");
  await button(page, /Quay lại/u).click();
  await button(page, "Chuẩn bị kế hoạch, danh mục, biểu mẫu").click();
  await page.getByLabel("Kế hoạch", { exact: true }).waitFor();
  await shot(page, "chuan-bi");
  await close();
  // As the school sees it.
  const school = await openPane(browser, "site", { width: 1280, height: 800 });
  await school.page.getByTestId("files").setInputFiles({ name: path.split("/").at(-1) ?? path, mimeType: "application/octet-stream", buffer: Buffer.from(slip) });
  await sheetTab(school.page, "Cần sửa").click();
  await shot(school.page, "phieu-tra-lai");
  await school.close();
  await browser.close();
}

void main();

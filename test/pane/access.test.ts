/** Everybody can use the pane: contrast, names, order, narrow windows, enlarged text; in every screen, light and dark. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { button, ended, LONG, tab } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
}

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const suite = paneSuite();

const back = async (page: Page): Promise<void> => button(page, /Quay lại/u).click();

/** Every screen of the pane over the sample book, each left as it was entered. */
const screens: readonly { readonly name: string; readonly enter: (page: Page) => Promise<void>; readonly leave?: (page: Page) => Promise<void> }[] = [
  { name: "hôm nay", enter: (page) => tab(page, "Hôm nay").click() },
  { name: "nhận file", enter: (page) => tab(page, "Nhận file").click() },
  { name: "vấn đề", enter: async (page) => { await page.getByRole("tab", { name: /^Vấn đề \(/u }).click(); } },
  { name: "kết quả", enter: (page) => tab(page, "Kết quả").click() },
  { name: "báo cáo", enter: (page) => tab(page, "Báo cáo").click() },
  { name: "quyết định", enter: async (page) => { await tab(page, "Hôm nay").click(); await button(page, "Quyết định").click(); await page.getByRole("article").first().waitFor(); }, leave: back },
  { name: "ngày nhận", enter: (page) => button(page, "Ghi ngày nhận").first().click(), leave: back },
  {
    name: "đơn vị", leave: back,
    enter: async (page) => {
      await tab(page, "Kết quả").click();
      await page.locator("button", { hasText: "Chưa nộp" }).filter({ hasText: "Trường" }).first().click();
      await button(page, "Nhập thay đơn vị").waitFor();
      for (const part of [/^File đã gửi/u, /^Hồ sơ kèm/u, /^Gia hạn/u, /^Ghi chú/u]) await button(page, part).first().click();
    },
  },
  { name: "nhập thay", enter: async (page) => { await page.locator("button", { hasText: "Chưa nộp" }).filter({ hasText: "Trường" }).first().click(); await button(page, "Nhập thay đơn vị").click(); await page.getByRole("textbox", { name: /, / }).first().waitFor(); }, leave: async (page) => { await back(page); if (await button(page, /Quay lại/u).count() > 0) await back(page); } },
  { name: "nguồn số liệu", enter: async (page) => { await tab(page, "Báo cáo").click(); await button(page, /^Số này từ đâu/u).first().click(); await page.getByRole("heading", { name: "Nguồn số liệu" }).waitFor({ timeout: LONG }); }, leave: back },
  { name: "chuẩn bị: kế hoạch", enter: async (page) => { await button(page, "Chuẩn bị kế hoạch, danh mục, biểu mẫu").click(); await page.getByLabel("Kế hoạch", { exact: true }).waitFor(); } },
  { name: "chuẩn bị: đơn vị", enter: (page) => button(page, "Tiếp").click() },
  { name: "chuẩn bị: phát biểu", enter: (page) => button(page, "Tiếp").click(), leave: back },
  { name: "cài đặt", enter: (page) => button(page, "Cài đặt").click(), leave: back },
];

async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  // Until the workbook is read the buttons wait; then their colours change over.
  await button(page, "Xem thử với một huyện mẫu").click({ trial: true });
  await page.waitForTimeout(400);
  await look("bắt đầu");
  await button(page, "Xem thử với một huyện mẫu").click();
  await ended(page);
  for (const { name, enter, leave } of screens) {
    await enter(page);
    await page.waitForTimeout(400);
    await look(name);
    await leave?.(page);
  }
}

testWithChromium.each(["light", "dark"] as const)("no screen has a barrier that can be measured: %s", async (colorScheme) => {
  const { page } = await suite.open("site");
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const found: unknown[] = [];
  // Left out: the component library's own focus stops, which are taken away as soon as they are reached.
  await walk(page, async (screen) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(async () => (globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResult> } }).axe.run({ exclude: [["[data-tabster-dummy]"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }));
    for (const { id, nodes } of violations) found.push({ screen, id, at: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`) });
  });
  expect(found).toEqual([]);
});

testWithChromium.each([["a window of 320 px", 320, 640], ["text at 200 %", 680, 450]])("nothing runs off the side: %s", async (_case, width, height) => {
  const { page } = await suite.open("site", { width, height });
  const wide: unknown[] = [];
  await walk(page, async (screen) => {
    const over = await page.evaluate(() => {
      const main = document.querySelector("main");
      return [document.documentElement.scrollWidth - innerWidth, main ? main.scrollWidth - main.clientWidth : 0];
    });
    if (over.some((pixels) => pixels > 0)) wide.push({ screen, over });
  });
  expect(wide).toEqual([]);
});

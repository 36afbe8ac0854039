/** The job without a mouse: Tab, arrows, Enter, Escape; each control is found by the name a screen reader says. */
import type { Browser, Page } from "playwright-core";
import { buildOnce } from "../support/built-site";
import { launchChromium } from "../support/chromium";
import { openPane, type OpenPane } from "./support/editions";
import { ended, LONG } from "./support/job";
import { testWithChromium } from "./support/test-with-chromium";

let browser: Browser;
let pane: OpenPane;

beforeAll(async () => {
  buildOnce();
  browser = await launchChromium();
}, 300_000);
afterEach(async () => {
  const { complaints, close } = pane;
  await close();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const element = document.activeElement as HTMLElement | null;
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map(({ innerText }) => innerText) : [];
  return [element?.getAttribute("aria-label") ?? "", ...labels, element?.innerText ?? ""].find((text) => text !== "") ?? "";
});

/** Tab (or Shift+Tab) until the control of that name has the focus. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (name.test(here.trim())) return;
    passed.push(here.slice(0, 40));
  }
  throw new Error(`${String(name)} was not reached by ${key}; passed: ${passed.join(" | ")}`);
}

testWithChromium("sample, decision, freezing, without a mouse", async () => {
  pane = await openPane(browser, "site");
  const { page } = pane;
  await tabTo(page, /^Xem thử với một huyện mẫu/u);
  await page.keyboard.press("Enter");
  await ended(page);

  await tabTo(page, /^Quyết định$/u);
  await page.keyboard.press("Enter");
  await page.getByRole("article").first().waitFor({ timeout: LONG });
  const before = await page.getByRole("article").count();
  const card = page.getByRole("article").filter({ has: page.getByRole("button", { name: "Dùng bản 2" }) }).first();
  await tabTo(page, /^Dùng bản 2$/u);
  // The reason is asked for first; the card says so.
  await page.keyboard.press("Enter");
  await card.getByText(/Lý do/u).first().waitFor();
  await tabTo(page, /^Lý do/u);
  await page.keyboard.type("Trường xác nhận qua điện thoại");
  await tabTo(page, /^Dùng bản 2$/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction((count) => document.querySelectorAll("article").length < count, before, { timeout: LONG });
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: /đơn vị chưa nộp/u }).waitFor({ timeout: LONG });

  await tabTo(page, /^Hôm nay$/u);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByRole("button", { name: "Chốt số liệu", exact: true }).waitFor({ timeout: LONG });
  await tabTo(page, /^Chốt số liệu$/u);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, /^Tên lần chốt/u).catch(async () => tabTo(page, /^Tên lần chốt/u, "Shift+Tab"));
  await page.keyboard.type("Lần 1");
  await tabTo(page, /^Người chốt/u);
  await page.keyboard.type("Cán bộ tổng hợp");
  await tabTo(page, /^Chốt số liệu$/u);
  await page.keyboard.press("Enter");
  await page.getByText(/Đã chốt “Lần 1”/u).waitFor({ timeout: LONG });
});

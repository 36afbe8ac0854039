/** The job without a mouse: Tab, arrows, Enter, Escape; each control is found by the name a screen reader says. */
import type { FileChooser, Page } from "playwright-core";
import { ended, LONG } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

const suite = paneSuite({ withSample: true });

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
  throw new Error(`${String(name)} was not reached by ${key}; passed: ${passed.slice(-70).map((one) => one.slice(0, 12)).join(" | ")}`);
}

/** The button does nothing while the other workbook is still being read: whoever has the focus there presses again. */
async function chooserFrom(page: Page, button: string): Promise<FileChooser> {
  const opened = page.waitForEvent("filechooser", { timeout: LONG });
  let isOpen = false;
  const settled = opened.finally(() => { isOpen = true; });
  while (!isOpen) {
    await page.getByRole("button", { name: button, exact: true, disabled: false }).waitFor({ timeout: LONG });
    expect(await focused(page)).toBe(button);
    await page.keyboard.press("Enter");
    await Promise.race([settled, page.waitForTimeout(2000)]);
  }
  return opened;
}

testWithChromium("sample, decision, freezing, without a mouse", async () => {
  const { page } = await suite.open("site");
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

testWithChromium("plan, roster, form with an error, files, without a mouse", async () => {
  const sample = suite.sample();
  const { page } = await suite.open("site");
  const press = async (name: RegExp, key = "Enter"): Promise<void> => {
    await tabTo(page, name);
    await page.keyboard.press(key);
  };
  const type = async (name: RegExp, text: string): Promise<void> => {
    await tabTo(page, name);
    await page.keyboard.insertText(text);
  };
  await press(/^Chuẩn bị kế hoạch mới/u);
  await page.getByLabel(/Số, ký hiệu của kế hoạch/u).waitFor({ timeout: LONG });
  await type(/^Số, ký hiệu của kế hoạch/u, "123/KH-SGDĐT");
  await type(/^Kế hoạch ban hành ngày nào/u, "15/10/2024");
  await press(/^Tiếp$/u);
  await type(/^Cơ quan tổng hợp/u, "Phòng GDĐT huyện Mẫu (dữ liệu mẫu)");
  await type(/^Dán danh sách đơn vị/u, sample.names);
  await press(/^Đề xuất mã và loại hình$/u);
  await page.getByText("Danh mục dùng được").waitFor({ timeout: LONG });
  // Past a long table there is a shorter way: the steps themselves.
  await tabTo(page, /^2\. Danh mục đơn vị/u, "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await press(/^Tạo sổ tổng hợp$/u);
  await page.getByText("Đã tạo sổ. Giờ phát biểu").waitFor({ timeout: LONG });

  await press(/^Mở biểu chung trong bảng tính$/u);
  await page.getByText("CHƯA NỘP ĐƯỢC").first().waitFor({ timeout: LONG });
  await press(/^Đến ô: Thông tin C10/u);
  await tabTo(page, /^Mở danh sách chọn$/u);
  await page.keyboard.press("ArrowDown");
  await page.getByText("Biểu chưa điền").waitFor({ timeout: LONG });
  await press(/^Chỉ tiêu$/u);
  await tabTo(page, /^Trang tính Chỉ tiêu$/u, "Shift+Tab");
  const address = page.getByRole("status", { name: "Ô đang chọn" });
  for (const [key, isThere] of [["ArrowDown", /^[A-Z]+10$/u], ["ArrowRight", /^G10$/u]] as const) {
    for (let step = 0; step < 20 && !isThere.test(await address.innerText()); step += 1) await page.keyboard.press(key);
  }
  await page.keyboard.type("41");
  await page.keyboard.press("Tab");
  await page.keyboard.type("38");
  await page.keyboard.press("Enter");
  const tooMany = page.getByRole("listitem").filter({ hasText: "Số đạt lớn hơn tổng số" });
  await tooMany.waitFor({ timeout: LONG });
  await press(/^Đến ô: Chỉ tiêu G10/u);
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
  expect(await address.innerText()).toBe("G10");
  await page.keyboard.press("Delete");
  await tooMany.waitFor({ state: "detached", timeout: LONG });

  await tabTo(page, /^Các file đang mở/u);
  await page.keyboard.press("ArrowUp");
  await page.getByRole("tab", { name: "Nhận file", exact: true }).waitFor({ timeout: LONG });
  await tabTo(page, /^Hôm nay$/u);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Chọn thư mục$/u);
  await (await chooserFrom(page, "Chọn thư mục")).setFiles(sample.folder);
  await ended(page);
  await page.getByRole("heading", { name: "Các file này nhận khi nào?" }).waitFor({ timeout: LONG });
  await press(/^Ghi ngày nhận$/u);
  await page.getByRole("heading", { name: "Các file này nhận khi nào?" }).waitFor({ state: "detached", timeout: LONG });
  await page.getByText(/^\d+ file = /u).waitFor();
});

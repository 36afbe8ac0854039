/** The officer's whole job, step by step, by mouse; every step ends with what the officer would see. */
import type { Locator, Page } from "playwright-core";
import type { SampleFolder } from "./sample-folder";

/** How long anything may take before the job counts as stuck. */
export const LONG = Number(process.env["PANE_PATIENCE"] ?? "90000");

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
export const tab = (page: Page, name: string): Locator => page.getByRole("tablist", { name: "Các phần việc" }).getByRole("tab", { name, exact: true });
export const cellAt = (page: Page, row: number, column: number): Locator => page.locator(`[role="gridcell"][data-row="${row}"][data-column="${column}"]`).first();
export const sheetTab = (page: Page, name: string): Locator => page.getByRole("tablist", { name: "Các trang" }).getByRole("tab", { name, exact: true });
const back = (page: Page): Locator => button(page, /Quay lại/u);

/** Waits until nothing is going on and says how it ended. */
export async function ended(page: Page, timeout = LONG): Promise<string> {
  await page.getByRole("button", { name: "Hủy", exact: true }).waitFor({ state: "detached", timeout });
  const notice = page.locator(".fui-MessageBar[role=status], .fui-MessageBar[role=alert]").first();
  await notice.waitFor({ timeout: LONG });
  return notice.innerText();
}

/** Puts off the question when the files came, where it is asked; it may come a moment after the intake has ended. */
export async function putOff(page: Page): Promise<void> {
  const later = button(page, "Để sau");
  await later.waitFor({ timeout: 10_000 }).then(() => later.click(), () => undefined);
}

/** The plan with its open points, the roster from pasted names, the book. */
export async function prepare(page: Page, { names }: SampleFolder): Promise<void> {
  await button(page, "Chuẩn bị kế hoạch mới").click();
  await page.getByLabel("Kế hoạch", { exact: true }).selectOption("ben-tre-2024-2025");
  await page.getByLabel(/Số, ký hiệu của kế hoạch/u).fill("123/KH-SGDĐT");
  await page.getByLabel(/Kế hoạch ban hành ngày nào/u).fill("15/10/2024");
  await button(page, "Tiếp").click();
  await page.getByLabel(/Cơ quan tổng hợp/u).fill("Phòng GDĐT huyện Mẫu (dữ liệu mẫu)");
  await page.getByLabel("Dán danh sách đơn vị").fill(names);
  await button(page, "Đề xuất mã và loại hình").click();
  await page.getByText("Danh mục dùng được").waitFor({ timeout: LONG });
  await button(page, "Tiếp").click();
  await button(page, "Tạo sổ tổng hợp").click();
  await page.getByText("Đã tạo sổ. Giờ phát biểu").waitFor({ timeout: LONG });
}

/** The folder of files; answers when they arrived from the list of whoever received them. */
export async function takeIn(page: Page, { folder, receipts }: SampleFolder): Promise<void> {
  await page.getByTestId("folder").setInputFiles(folder);
  await page.getByRole("heading", { name: "Các file này nhận khi nào?" }).waitFor({ timeout: LONG });
  await page.getByRole("radio", { name: "Dán ngày nhận" }).click();
  await page.getByRole("textbox", { name: "Dán ngày nhận" }).fill(receipts);
  await button(page, "Ghi ngày nhận").click();
  await page.getByRole("heading", { name: "Các file này nhận khi nào?" }).waitFor({ state: "detached", timeout: LONG });
}

/** The first two differing versions: takes the second, with a reason. Returns how many cases are left. */
export async function decide(page: Page): Promise<number> {
  await tab(page, "Hôm nay").click();
  await button(page, "Quyết định").click();
  const cards = page.getByRole("article");
  await cards.first().waitFor();
  const before = await cards.count();
  const card = cards.filter({ has: page.getByRole("button", { name: "Dùng bản 2" }) }).first();
  await card.getByLabel(/Lý do/u).fill("Nhà trường xác nhận qua điện thoại");
  await card.getByRole("button", { name: "Dùng bản 2" }).click();
  await page.waitForFunction((count) => document.querySelectorAll("article").length < count, before, { timeout: LONG });
  const left = await cards.count();
  await back(page).click();
  return left;
}

/** A unit that sent nothing, typed in from a scan. Returns its name. */
export async function enterForMissing(page: Page): Promise<string> {
  await tab(page, "Kết quả").click();
  await button(page, /^Chưa nộp \d/u).click();
  const first = page.locator("button", { hasText: "Chưa nộp" }).filter({ hasText: "Trường" }).first();
  const name = (await first.innerText()).split("\n")[0] ?? "";
  await first.click();
  await button(page, "Nhập thay đơn vị").click();
  await page.getByLabel(/Văn bản hoặc cách nhận/u).fill("Báo cáo số 12/BC, bản scan");
  await page.getByLabel(/Ngày của văn bản/u).fill("28/10/2025");
  await page.getByLabel(/Người nhập/u).fill("Cán bộ tổng hợp");
  await page.getByLabel(/Ngày nhận/u).fill("29/10/2025");
  const boxes = page.getByRole("textbox", { name: /^Tỷ lệ hồ sơ tiếp nhận.*, / });
  await boxes.nth(0).fill("40");
  await boxes.nth(1).fill("41");
  await button(page, /^Ghi vào sổ/u).click();
  await page.getByText(/có ghi là nhập thay đơn vị/u).first().waitFor({ timeout: LONG });
  await page.getByText("40/41 = 97,56 %", { exact: true }).waitFor();
  await back(page).click();
  return name;
}

/** Freezes the figures from the report. */
export async function freeze(page: Page): Promise<void> {
  await tab(page, "Báo cáo").click();
  await button(page, "Chốt số liệu").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Tên lần chốt/u).fill("Lần 1");
  await dialog.getByLabel(/Người chốt/u).fill("Cán bộ tổng hợp");
  await dialog.getByRole("button", { name: "Chốt số liệu" }).click();
  await page.getByText(/Đã chốt “Lần 1”/u).waitFor({ timeout: LONG });
}

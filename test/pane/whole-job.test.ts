import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { validateOoxml } from "../support/validate-ooxml";
import type { Edition } from "./support/editions";
import { button, cellAt, decide, ended, enterForMissing, freeze, LONG, prepare, putOff, sheetTab, tab, takeIn } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

const suite = paneSuite({ withSample: true });
const open = async (edition: Edition): Promise<Page> => (await suite.open(edition)).page;

const downloaded = async (page: Page, click: () => Promise<void>): Promise<Uint8Array> => {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: LONG }), click()]);
  return new Uint8Array(readFileSync(await download.path()));
};

testWithChromium.each<Edition>(["site", "file"])("from a plan to a frozen report, by mouse: the %s", async (edition) => {
  const page = await open(edition);
  await prepare(page, suite.sample());

  // The common form, shown beside the book: filled in with errors, by typing and by pasting.
  await button(page, "Mở biểu chung trong bảng tính").click();
  await page.getByText("CHƯA NỘP ĐƯỢC").first().waitFor({ timeout: LONG });
  await button(page, /^Đến ô: Thông tin C10/u).click();
  await page.getByRole("combobox", { name: "Mở danh sách chọn" }).selectOption({ label: "001 — Trường Mầm non Mẫu Sơn Ca" });
  await page.getByText("Biểu chưa điền").waitFor({ timeout: LONG });
  await sheetTab(page, "Chỉ tiêu").click();
  await cellAt(page, 9, 6).click();
  await page.keyboard.type("41");
  await page.keyboard.press("Tab");
  await page.keyboard.type("38");
  await page.keyboard.press("Enter");
  const tooMany = page.getByRole("listitem").filter({ hasText: "Số đạt lớn hơn tổng số" });
  await tooMany.waitFor({ timeout: LONG });
  await sheetTab(page, "Hướng dẫn").click();
  await tooMany.getByRole("button", { name: /Đến ô/u }).click();
  expect(await page.getByRole("status", { name: "Ô đang chọn" }).innerText()).toBe("G10");
  await page.keyboard.type("38");
  await page.keyboard.press("Enter");
  await tooMany.waitFor({ state: "detached", timeout: LONG });

  if (edition === "site") {
    // Pasted, as from another workbook; then taken back.
    await page.evaluate(() => navigator.clipboard.writeText("52\t50"));
    await cellAt(page, 10, 6).click();
    await page.keyboard.press("Control+V");
    await tooMany.waitFor({ timeout: LONG });
    await page.keyboard.press("Control+Z");
    await tooMany.waitFor({ state: "detached", timeout: LONG });
  }

  // Back to the book; the schools' files, stopped half-way and taken in again.
  await page.getByRole("combobox", { name: "Các file đang mở" }).selectOption({ index: 0 });
  await tab(page, "Hôm nay").waitFor({ timeout: LONG });
  await takeIn(page, suite.sample());
  await tab(page, "Nhận file").click();
  const balance = await page.getByText(/^\d+ file = /u).innerText();
  const [all, ...parts] = (balance.match(/\d+/gu) ?? []).map(Number);
  expect(all).toBeGreaterThanOrEqual(suite.sample().count);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  await tab(page, "Hôm nay").click();
  await page.getByRole("heading", { name: /đơn vị chưa nộp/u }).waitFor();

  await decide(page);
  const entered = await enterForMissing(page);
  await tab(page, "Kết quả").click();
  await page.getByRole("searchbox").or(page.getByPlaceholder("Tìm mã, tên đơn vị")).first().fill(entered);

  // What goes back to the schools: a slip for each returned report, a reminder for each that is missing.
  const reminders = readSnapshot(await downloaded(page, () => button(page, "Bảng tin nhắc từng đơn vị").click()), "nhac.xlsx");
  expect(reminders.ok && reminders.snapshot.sheets[0]?.cells.some(({ value }) => value?.kind === "text" && value.text.startsWith("Kính gửi Trường"))).toBe(true);
  await tab(page, "Nhận file").click();
  const slips = unzipSync(await downloaded(page, () => button(page, /^Phiếu trả lại cho \d+ đơn vị/u).click()));
  await page.getByText(/Đã lập \d+ phiếu trả lại/u).waitFor({ timeout: LONG });
  const [slip = ""] = Object.keys(slips).filter((path) => path.endsWith(".xlsx"));
  const opened = readSnapshot(slips[slip] ?? new Uint8Array(), slip);
  expect(opened.ok && opened.snapshot.sheets[0]?.name).toBe("Cần sửa");
  expect(strFromU8(slips[slip.replace(/xlsx$/u, "txt")] ?? new Uint8Array())).toContain("Kính gửi Trường");

  // The report, and a figure down to a school's cell.
  await sheetTab(page, "Báo cáo").click();
  await cellAt(page, 13, 6).click();
  await page.getByRole("heading", { name: "Nguồn số liệu" }).waitFor({ timeout: LONG });
  await page.getByText(/^Tại: Phòng GDĐT huyện Mẫu/u).waitFor();
  await page.getByText(/Cộng \d+ nguồn bên dưới đúng bằng số này/u).waitFor();
  await page.keyboard.press("Escape");

  if (edition === "site") {
    await tab(page, "Hôm nay").click();
    await button(page, "Chép tin nhắc cho nhóm").click();
    await button(page, "✔ Đã chép").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Kính gửi .*chưa nhận .*“Đồng Khởi mới/su);
  }
  await freeze(page);
  const book = await downloaded(page, () => button(page, "Lưu sổ tổng hợp").click());
  const read = readSnapshot(book, "so.xlsx");
  expect(read.ok && read.snapshot.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Báo cáo", "Tổng quan", "Tình hình nộp", "Số liệu", "Chốt số liệu"]));
  const report = unzipSync(await downloaded(page, () => button(page, "Báo cáo Word").click()));
  expect(strFromU8(report["word/document.xml"]!)).toContain("Đồng Khởi mới");
  if (edition === "site") await sendOn(page, report);
});

/** What leaves the office beside its report: the report's own words taken back, the award list, the book for the office above, the book divided. */
async function sendOn(page: Page, report: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const written = strFromU8(report["word/document.xml"]!).replace(/\[Cơ quan nêu[^<]*/u, "Phòng đã ban hành 5 văn bản (mẫu).");
  const edited = zipSync({ ...report, "word/document.xml": strToU8(written) });
  await page.getByTestId("one-file").first().setInputFiles({ name: "bao-cao.docx", mimeType: "application/octet-stream", buffer: Buffer.from(edited) });
  await page.getByText("Đã lấy 1 phần lời của cơ quan vào sổ").waitFor({ timeout: LONG });
  await sheetTab(page, "Lời báo cáo").click();
  await page.getByText("Phòng đã ban hành 5 văn bản (mẫu).").first().waitFor({ timeout: LONG });
  const again = unzipSync(await downloaded(page, () => button(page, "Báo cáo Word").click()));
  expect(strFromU8(again["word/document.xml"]!)).toContain("Phòng đã ban hành 5 văn bản (mẫu).");

  const awards = readSnapshot(await downloaded(page, () => button(page, "Danh sách khen thưởng").click()), "kt.xlsx");
  expect(awards.ok && awards.snapshot.sheets[0]?.name).toBe("file nhận");
  const annexes = await downloaded(page, () => button(page, "Phụ lục Excel").click());
  expect(Object.keys(unzipSync(annexes)).filter((path) => path.startsWith("xl/charts/")).length).toBeGreaterThan(0);
  expect(validateOoxml(annexes)).toEqual([]);
  await page.getByText("Sổ trước, nộp cấp trên, bàn giao").click();
  const up = readSnapshot(await downloaded(page, () => button(page, "Sổ nộp cấp trên").click()), "nop.xlsx");
  expect(up.ok && up.snapshot.sheets.some(({ name }) => name === "Số liệu")).toBe(true);
  const parts = unzipSync(await downloaded(page, () => button(page, "Chia sổ bàn giao").click()));
  expect(Object.keys(parts).length).toBeGreaterThan(0);
  await page.getByTestId("one-file").last().setInputFiles({ name: "nam-truoc.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await downloaded(page, () => button(page, "Lưu sổ tổng hợp").click())) });
  await page.getByText(/^Đã lấy số /u).waitFor({ timeout: LONG });
}

testWithChromium("stopped half-way, what was read is kept; taken in again, it is as if never stopped", async () => {
  const page = await open("site");
  await prepare(page, suite.sample());
  await page.keyboard.press("Escape");
  const balance = async (): Promise<string> => {
    await putOff(page);
    await tab(page, "Nhận file").click();
    return page.getByText(/^\d+ file = /u).innerText();
  };
  await tab(page, "Nhận file").click();
  await page.getByTestId("folder").setInputFiles(suite.sample().folder);
  await button(page, "Hủy").click();
  expect(await ended(page)).toMatch(/Đã dừng theo yêu cầu/u);
  const cut = Number(/^\d+/u.exec(await balance())?.[0]);
  expect(cut).toBeLessThan(suite.sample().count);
  await page.getByTestId("folder").setInputFiles(suite.sample().folder);
  expect(await ended(page)).toMatch(/Đã cập nhật/u);
  const again = await balance();

  const whole = await open("site");
  await prepare(whole, suite.sample());
  await whole.keyboard.press("Escape");
  await tab(whole, "Nhận file").click();
  await whole.getByTestId("folder").setInputFiles(suite.sample().folder);
  await ended(whole);
  await button(whole, "Để sau").click();
  await tab(whole, "Nhận file").click();
  expect(await whole.getByText(/^\d+ file = /u).innerText()).toBe(again);
});

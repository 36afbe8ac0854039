/** Two thousand files and ten thousand problems: nothing is left out, and the lists stay short in the page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentOf } from "#workbook/content/read-content";
import { patchCells } from "#workbook/patch/patch-cells";
import { makeForm, planOf, unitOfKind } from "../support/form-samples";
import { ended, LONG, prepare, putOff, tab } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

jest.setTimeout(600_000);

const suite = paneSuite({ withSample: true });
const base = mkdtempSync(join(tmpdir(), "std-nhieu-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const FILES = 2_000;
const FORMS = 300;

/** Forms whose every number is a word, each a little different, among files that are no workbooks at all. */
async function hardFolder(): Promise<string> {
  const folder = join(base, "Cả tỉnh");
  mkdirSync(folder);
  const plan = planOf("ben-tre-2024-2025");
  const form = await makeForm(plan, "summary", { unit: unitOfKind(plan, "mam-non") });
  const { sheets } = await contentOf(form);
  const typed = sheets.flatMap(({ name, validations }) => validations.flatMap(({ ranges }) => ranges).flatMap(({ top, bottom, left }) => Array.from({ length: Math.min(40, bottom - top + 1) }, (_, row) => ({ sheet: name, row: top + row, column: left }))));
  for (let index = 0; index < FORMS; index += 1) {
    const bytes = patchCells(form, typed.map((place, at) => ({ ...place, value: `không rõ ${index}.${at}` })));
    if (!bytes) throw new Error("The form could not be typed in.");
    writeFileSync(join(folder, `Trường ${String(index).padStart(4, "0")}.xlsx`), bytes);
  }
  for (let index = FORMS; index < FILES; index += 1) writeFileSync(join(folder, `Không phải bảng tính ${index}.xlsx`), `Đây là chữ, không phải bảng tính: ${index}`);
  return folder;
}

testWithChromium("2,000 files and 10,000 problems can be looked through", async () => {
  const { page } = await suite.open("site");
  await prepare(page, suite.sample());
  await page.keyboard.press("Escape");
  await tab(page, "Nhận file").click();
  await page.getByTestId("folder").setInputFiles(await hardFolder());
  await ended(page, 400_000);
  await putOff(page);
  await tab(page, "Nhận file").click();
  await page.getByText(/^2\.000 file = /u).waitFor({ timeout: LONG });
  const shown = (): Promise<number> => page.evaluate(() => document.querySelectorAll("main li").length);
  expect(await shown()).toBeLessThan(80);
  await page.getByPlaceholder("Tìm theo file, đơn vị, nội dung").fill("Trường 0299");
  await page.getByText("Trường 0299.xlsx").first().waitFor();
  await page.getByRole("tab", { name: /^Vấn đề \(/u }).click();
  const count = Number((await page.getByRole("tab", { name: /^Vấn đề \(/u }).innerText()).replace(/\D/gu, ""));
  expect(count).toBeGreaterThan(10_000);
  expect(await shown()).toBeLessThan(80);
  const box = page.getByRole("group", { name: "Vấn đề", exact: true }).last();
  for (let step = 0; step < 20; step += 1) await box.evaluate((element) => { element.scrollTop = element.scrollHeight; });
  await page.waitForTimeout(300);
  expect(await shown()).toBeLessThan(80);
});

/** More files than are read by the engine alone: readers of its own help, in each of the three shapes. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { button, ended, LONG, prepare, putOff, tab } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

jest.setTimeout(600_000);

const FILES = 160;
const suite = paneSuite({ withSample: true });
const base = mkdtempSync(join(tmpdir(), "std-doc-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The sample's forms, each under several names. */
function manyFiles(): string {
  const folder = join(base, "Nhiều file");
  mkdirSync(folder, { recursive: true });
  const { folder: sample } = suite.sample();
  const forms = readdirSync(sample, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".xlsx") && !path.includes("~$"));
  for (let index = 0; index < FILES; index += 1) copyFileSync(join(sample, forms[index % forms.length] ?? ""), join(folder, `Bài nộp ${index}.xlsx`));
  return folder;
}

testWithChromium.each(["site", "file", "excel"] as const)("%s", async (edition) => {
  const { page } = await suite.open(edition);
  const targets = await page.context().browser()?.newBrowserCDPSession();
  const workers = async (): Promise<number> => (await targets?.send("Target.getTargets"))?.targetInfos.filter(({ type }) => type === "worker").length ?? 0;
  await prepare(page, suite.sample());
  await page.keyboard.press("Escape");
  await tab(page, "Nhận file").click();
  const before = await workers();
  await page.getByTestId("folder").setInputFiles(manyFiles());
  let most = 0;
  for (const begun = Date.now(); Date.now() - begun < LONG && most < before + 2 && await button(page, "Hủy").count() > 0;) most = Math.max(most, await workers());
  await ended(page);
  expect(most).toBeGreaterThanOrEqual(before + 2);
  await page.waitForFunction(() => true);
  expect(await workers()).toBe(before);
  await putOff(page);
  await tab(page, "Nhận file").click();
  await page.getByText(new RegExp(`^${FILES} file = `, "u")).waitFor({ timeout: LONG });
  await page.getByPlaceholder("Tìm theo file, đơn vị, nội dung").fill(`Bài nộp ${FILES - 1}.xlsx`);
  await page.getByText(`Bài nộp ${FILES - 1}.xlsx`).first().waitFor();
});

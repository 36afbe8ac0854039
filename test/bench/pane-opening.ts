/** A book of many units opened in the browser edition: the wait until its figures stand, and what it costs the pane's own thread. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aggregate } from "#domain/aggregate";
import { bookBytes } from "#tasks/book-file";
import { takeIn } from "#tasks/intake";
import { openPane } from "../pane/support/editions";
import { tab } from "../pane/support/job";
import { buildOnce } from "../support/built-site";
import { launchChromium } from "../support/chromium";
import { template } from "../support/sample-reports";
import { corpusOf } from "./corpus";
import { measured, type Measured } from "./measure";
import { EMPTY_BOOK, PATIENCE, watchTasks } from "./pane";

export async function paneOpeningBench(runs: number, units: number): Promise<Measured[]> {
  buildOnce();
  const folder = mkdtempSync(join(tmpdir(), "std-bench-"));
  const path = join(folder, "so.xlsx");
  writeFileSync(path, await bookOfMany(units));
  const browser = await launchChromium();
  try {
    const [times, longest, sums]: number[][] = [[], [], []];
    for (let run = 0; run < runs; run += 1) {
      const { page, close } = await openPane(browser, "site", { onNewPage: watchTasks });
      await page.evaluate(() => { window.longTasks = []; });
      const begun = Date.now();
      await page.getByTestId("files").setInputFiles(path);
      await tab(page, "Nhận file").waitFor({ timeout: PATIENCE });
      await page.getByRole("button", { name: "Chọn thư mục", exact: true, disabled: false }).waitFor({ timeout: PATIENCE });
      times?.push(Date.now() - begun);
      const tasks = await page.evaluate(() => window.longTasks ?? []);
      longest?.push(Math.max(0, ...tasks));
      sums?.push(tasks.reduce((sum, task) => sum + task, 0));
      await close();
    }
    return [
      measured(`a book of ${units} units: until its figures stand`, "ms", times ?? []),
      measured("the longest task of the pane's own thread", "ms", longest ?? []), measured("its tasks over 50 ms together", "ms", sums ?? []),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bookOfMany(units: number): Promise<Uint8Array> {
  const { plan, stage, roster, treeDate, file } = await corpusOf(units);
  const chosen = Array.from({ length: units }, (_, index) => ({ path: `T${index}.xlsx`, bytes: () => Promise.resolve(file(index).bytes) }));
  const files = await takeIn(chosen, { plan, stage, template, otherPlans: [], receivedOn: treeDate, receipts: new Map(), known: [] });
  return bookBytes(aggregate({ ...EMPTY_BOOK, plan, roster, stage, files }, { asOf: treeDate, treeDate }), null, template);
}

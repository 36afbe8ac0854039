/** The built pane in Chromium: sizes, time from opening to usable, what one click on the sample costs the pane's own thread. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { aggregate } from "#domain/aggregate";
import { bookBytes } from "#tasks/book-file";
import { openPane, type Edition } from "../pane/support/editions";
import { button, ended, tab } from "../pane/support/job";
import { buildOnce, dist } from "../support/built-site";
import { launchChromium } from "../support/chromium";
import { template } from "../support/sample-reports";
import { corpusOf } from "./corpus";
import { measured, type Measured } from "./measure";

declare global {
  interface Window { longTasks?: number[]; chosenAt?: number }
}

export async function paneBench(runs: number): Promise<Measured[]> {
  buildOnce();
  const browser = await launchChromium();
  try {
    const lines = [...sizes()];
    for (const edition of ["site", "file"] as const) {
      const openings: number[] = [];
      const samples: number[] = [];
      const longest: number[] = [];
      const counts: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const one = await openAndTry(browser, edition);
        openings.push(one.usable);
        samples.push(one.sample);
        longest.push(Math.max(0, ...one.longTasks));
        counts.push(one.longTasks.length);
      }
      lines.push(
        measured(`${edition}: opening to usable`, "ms", openings), measured(`${edition}: one click to the sample's book`, "ms", samples),
        measured(`${edition}: tasks over 50 ms meanwhile`, "count", counts), measured(`${edition}: the longest of them`, "ms", longest),
      );
    }
    return lines;
  } finally {
    await browser.close();
  }
}

/** Scripts and pages as they are sent, compressed and not. */
function sizes(): Measured[] {
  return readdirSync(dist).filter((name) => /\.(?:js|html)$/u.test(name)).sort().flatMap((name) => {
    const bytes = readFileSync(join(dist, name));
    const shown = name.replace(/\.[0-9a-f]{8}\./u, ".");
    return [measured(`${shown}`, "kB", [bytes.length / 1000]), measured(`${shown}, compressed`, "kB", [gzipSync(bytes).length / 1000])];
  });
}

async function openAndTry(browser: Browser, edition: Edition): Promise<{ readonly usable: number; readonly sample: number; readonly longTasks: readonly number[] }> {
  const { page, close } = await openPane(browser, edition, { onNewPage: watchTasks });
  const usable = await page.evaluate(() => performance.now());
  await page.evaluate(() => { window.longTasks = []; });
  const begun = Date.now();
  await button(page, "Xem thử với một huyện mẫu").click();
  await ended(page);
  const sample = Date.now() - begun;
  const longTasks = await page.evaluate(() => window.longTasks ?? []);
  await close();
  return { usable, sample, longTasks };
}

/** A thousand schools' files dropped on an empty book of theirs: the wait, and what the pane's own thread does meanwhile. */
export async function paneIntakeBench(runs: number, files: number): Promise<Measured[]> {
  buildOnce();
  const corpus = await corpusOf(files);
  const folder = mkdtempSync(join(tmpdir(), "std-bench-"));
  const browser = await launchChromium();
  try {
    const place = join(folder, "Bài nộp");
    mkdirSync(place);
    for (let index = 0; index < files; index += 1) writeFileSync(join(place, `T${index}.xlsx`), corpus.file(index).bytes);
    const empty = aggregate({ ...EMPTY_BOOK, plan: corpus.plan, roster: corpus.roster, stage: corpus.stage }, { asOf: corpus.treeDate, treeDate: corpus.treeDate });
    writeFileSync(join(folder, "so.xlsx"), await bookBytes(empty, null, template));
    const [times, reading, longest, counts, longestOfAll]: number[][] = [[], [], [], [], []];
    for (let run = 0; run < runs; run += 1) {
      const { page, close } = await openPane(browser, "site", { onNewPage: watchTasks });
      await page.getByTestId("files").setInputFiles(join(folder, "so.xlsx"));
      await tab(page, "Nhận file").waitFor({ timeout: PATIENCE });
      await page.waitForTimeout(1000);
      await tab(page, "Nhận file").click();
      // The tab itself is drawn; what follows is the files' doing.
      await page.waitForTimeout(1000);
      await page.evaluate(() => { window.longTasks = []; });
      const begun = Date.now();
      await page.getByTestId("folder").setInputFiles(place);
      let [read, tasks]: [number, readonly number[]] = [0, []];
      for (let isBusy = true; isBusy && Date.now() - begun < PATIENCE;) {
        if (await page.getByText("Đang đọc file").count() > 0) {
          read = Date.now() - begun;
          tasks = await page.evaluate(() => window.longTasks ?? []);
        }
        isBusy = await button(page, "Hủy").count() > 0 || Date.now() - begun < 1000;
        await page.waitForTimeout(20);
      }
      reading?.push(read);
      longest?.push(Math.max(0, ...tasks));
      counts?.push(tasks.length);
      await ended(page, PATIENCE);
      times?.push(Date.now() - begun);
      longestOfAll?.push(Math.max(0, ...(await page.evaluate(() => window.longTasks ?? []))));
      await close();
    }
    return [
      measured(`${files} files: until all are read`, "ms", reading ?? []), measured(`${files} files: until the book is written into the sheets`, "ms", times ?? []),
      measured("tasks over 50 ms while reading", "count", counts ?? []), measured("the longest of them", "ms", longest ?? []),
      measured("the longest task until the book stands", "ms", longestOfAll ?? []),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const PATIENCE = 300_000;
export const EMPTY_BOOK = { answers: {}, files: [], decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} };

/** Tasks over 50 ms. Of the one in which the browser itself makes a list of a thousand chosen files, what comes after it has told the page. */
export const watchTasks = (page: Page): Promise<unknown> => page.addInitScript(() => {
  window.longTasks = [];
  window.chosenAt = 0;
  addEventListener("change", () => { window.chosenAt = performance.now(); }, true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const chosenAt = window.chosenAt ?? 0;
      const own = startTime < chosenAt ? startTime + duration - chosenAt : duration;
      if (own > 50) window.longTasks?.push(own);
    }
  }).observe({ type: "longtask" });
});

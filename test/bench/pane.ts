/** The built pane in Chromium: sizes, time from opening to usable, what one click on the sample costs the pane's own thread. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { openPane, type Edition } from "../pane/support/editions";
import { button, ended } from "../pane/support/job";
import { buildOnce, dist } from "../support/built-site";
import { launchChromium } from "../support/chromium";
import { measured, type Measured } from "./measure";

declare global {
  interface Window { longTasks?: number[] }
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

const watchTasks = (page: Page): Promise<unknown> => page.addInitScript(() => {
  window.longTasks = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longTasks?.push(duration); }).observe({ type: "longtask" });
});

/** One browser for a file of tests: every pane a test opened is closed after it, and none may have complained. */
import type { Browser } from "playwright-core";
import { buildOnce } from "../../support/built-site";
import { launchChromium } from "../../support/chromium";
import { openPane, type Edition, type OpenPane, type PaneOptions } from "./editions";
import { sampleFolder, type SampleFolder } from "./sample-folder";

export interface PaneSuite {
  readonly open: (edition: Edition, options?: PaneOptions) => Promise<OpenPane>;
  /** Files of the sample district; only where they were asked for. */
  readonly sample: () => SampleFolder;
}

export function paneSuite({ withSample = false, mayComplain = false }: { readonly withSample?: boolean; readonly mayComplain?: boolean } = {}): PaneSuite {
  let browser: Browser;
  let sample: SampleFolder | null = null;
  let opened: OpenPane[] = [];
  beforeAll(async () => {
    buildOnce();
    browser = await launchChromium();
    if (withSample) sample = await sampleFolder();
  }, 300_000);
  afterEach(async () => {
    const panes = opened;
    opened = [];
    for (const { close } of panes) await close();
    if (!mayComplain) expect(panes.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    sample?.remove();
    await browser.close();
  });
  return {
    open: async (edition, options = {}) => {
      const pane = await openPane(browser, edition, options);
      opened.push(pane);
      return pane;
    },
    sample: () => {
      if (!sample) throw new Error("The sample's files were not asked for.");
      return sample;
    },
  };
}

/** The three ways in: the static site, the file opened by double click, and Excel (emulated). */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { emulatedExcel, type EmulatedExcel, type EmulatedExcelOptions } from "../../emulator/emulated-excel";
import { installNativeHost } from "../../emulator/native-host";
import { dist, serveDist } from "../../support/built-site";
import { LONG } from "./job";

export type Edition = "site" | "file" | "excel";

export interface OpenPane {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for after the page itself, but for Microsoft's library. */
  readonly requests: string[];
  /** What the page complained of: errors, refusals of its own policy. */
  readonly complaints: string[];
  /** Only in Excel. */
  readonly excel: EmulatedExcel | null;
  readonly close: () => Promise<void>;
}

export interface PaneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly excel?: EmulatedExcelOptions;
  /** As a command of the ribbon asks for it. */
  readonly view?: string;
  /** Before the page is asked for. */
  readonly onNewPage?: (page: Page) => Promise<unknown>;
}

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const library = join(__dirname, "..", "..", "..", "node_modules", "@microsoft", "office-js", "dist");

export async function openPane(browser: Browser, edition: Edition, { width = edition === "excel" ? 400 : 1360, height = 900, excel: options = {}, view, onNewPage }: PaneOptions = {}): Promise<OpenPane> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", permissions: edition === "file" ? [] : ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  await onNewPage?.(page);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => { if (!/^(?:blob|data):/u.test(request.url())) requests.push(request.url()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  const { address, clean } = await placeOf(edition);
  const excel = edition === "excel" ? await putExcelBehind(page, options) : null;
  await page.goto(view === undefined ? address : `${address}?view=${view}`);
  await page.getByRole("heading", { name: "Sổ Thi Đua", level: 1 }).waitFor();
  // To look at where a test stood when it ended: PANE_SHOTS=folder.
  const shots = process.env["PANE_SHOTS"];
  const close = async (): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${edition}.png`) });
    await context.close();
    await clean();
  };
  return { page, context, requests, complaints, excel, close };
}

async function placeOf(edition: Edition): Promise<{ readonly address: string; readonly clean: () => Promise<void> }> {
  if (edition === "file") {
    const folder = mkdtempSync(join(tmpdir(), "std-pane-"));
    const inside = join(folder, "Sổ thi đua năm học 2024–2025");
    mkdirSync(inside);
    copyFileSync(join(dist, "So-Thi-Dua.html"), join(inside, "So-Thi-Dua.html"));
    return { address: pathToFileURL(join(inside, "So-Thi-Dua.html")).href, clean: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const { origin, close } = await serveDist();
  return { address: edition === "site" ? `${origin}/` : `${origin}/taskpane.html`, clean: close };
}

/** Microsoft's library comes from the dependency, unmodified; what it finds behind `window.external` is ours. */
async function putExcelBehind(page: Page, options: EmulatedExcelOptions): Promise<EmulatedExcel> {
  const excel = emulatedExcel(options);
  await page.route(`${OFFICE}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "");
    const file = name.includes("office_strings") ? name : basename(name);
    await route.fulfill({ contentType: "text/javascript", body: readFileSync(join(library, file), "utf8") }).catch(() => route.abort());
  });
  await page.exposeFunction("__excelCall", async (id: number, parameters: readonly unknown[]) => excel.call(id, parameters));
  await page.addInitScript(`
    const __name = (value) => value;
    const install = ${installNativeHost.toString()};
    window.__deliver = install(window, ${JSON.stringify(excel.facts)}, (id, parameters) => window.__excelCall(id, parameters));
  `);
  excel.connect((messages) => { void page.evaluate((sent) => { (globalThis as unknown as { __deliver: (messages: unknown) => void }).__deliver(sent); }, messages as unknown[]); });
  return excel;
}

/** Nothing leaves the machine (promise 9): no request but for the page itself, and the page's own policy refuses any. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import type { Edition } from "./support/editions";
import { button, ended, LONG, tab } from "./support/job";
import { paneSuite } from "./support/suite";
import { testWithChromium } from "./support/test-with-chromium";

// A page that is refused what it tries complains of it.
const suite = paneSuite({ mayComplain: true });

const runSample = async (page: Page): Promise<void> => {
  await button(page, "Xem thử với một huyện mẫu").click();
  await ended(page);
  await tab(page, "Báo cáo").click();
  await page.getByText(/^Tại:|BT01|Tỷ lệ cán bộ/u).first().waitFor({ timeout: LONG });
};

/** What a page that was tampered with would try. */
const attempts = (page: Page, stranger: string) => page.evaluate(async (address) => {
  const outcome = async (attempt: () => unknown): Promise<string> => {
    try {
      await attempt();
      return "done";
    } catch (error) {
      return error instanceof Error ? error.name : "refused";
    }
  };
  const loads = (make: (done: () => void, refused: () => void) => void): Promise<void> => new Promise((done, refused) => make(done, () => refused(new Error("refused"))));
  return {
    fetch: await outcome(() => fetch(`${address}/?so-lieu=1`)),
    image: await outcome(() => loads((done, refused) => { const image = new Image(); image.onload = done; image.onerror = refused; image.src = `${address}/so-lieu.png`; })),
    script: await outcome(() => loads((done, refused) => { const script = document.createElement("script"); script.onload = done; script.onerror = refused; script.src = `${address}/so-lieu.js`; document.head.append(script); })),
    eval: await outcome(() => (0, eval)("1 + 1")),
    made: await outcome(() => (Reflect.construct(Function, ["return 1"]) as () => unknown)()),
    markup: await outcome(() => { document.createElement("div").innerHTML = "<b>x</b>"; }),
    worker: await outcome(() => new Worker(URL.createObjectURL(new Blob(["1"])))),
    inline: await outcome(() => { const script = document.createElement("script"); script.textContent = "window.__ran = 1"; document.head.append(script); if (!("__ran" in window)) throw new Error("refused"); }),
  };
}, stranger);

/** A server that counts who comes: on this machine, as no test talks to any other. */
async function counter(): Promise<{ readonly address: string; readonly visits: string[]; readonly close: () => void }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits, close: () => { server.closeAllConnections(); server.close(); } };
}

testWithChromium.each<Edition>(["site", "file", "excel"])("the %s asks for nothing but itself, also while working", async (edition) => {
  const { page, requests, complaints } = await suite.open(edition);
  await runSample(page);
  const own = new URL(page.url());
  const foreign = requests.filter((address) => {
    const { origin, href } = new URL(address);
    if (edition === "file") return href !== own.href;
    return origin !== own.origin && !(edition === "excel" && origin === "https://appsforoffice.microsoft.com");
  });
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  const stranger = await counter();
  expect(await attempts(page, stranger.address)).toEqual({ fetch: "TypeError", image: "Error", script: edition === "excel" ? "Error" : "TypeError", eval: "EvalError", made: "EvalError", inline: edition === "excel" ? "Error" : "TypeError", markup: edition === "excel" ? "done" : "TypeError", worker: edition === "excel" ? "done" : "TypeError" });
  expect(stranger.visits).toEqual([]);
  stranger.close();
});

testWithChromium("the site goes on without a network once it was opened", async () => {
  const { page, context } = await suite.open("site");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.getByRole("heading", { name: "Sổ Thi Đua", level: 1 }).waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "Sổ Thi Đua", level: 1 }).waitFor();
  await runSample(page);
});

testWithChromium("what is kept in the browser is the choice of language and colours alone", async () => {
  const { page } = await suite.open("site");
  await runSample(page);
  await button(page, "Cài đặt").click();
  const kept = await page.evaluate(async () => ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage), databases: (await indexedDB.databases()).map(({ name }) => name), cookie: document.cookie }));
  expect(kept.local.filter((key) => key !== "so-thi-dua.settings")).toEqual([]);
  expect({ ...kept, local: [] }).toEqual({ local: [], session: [], databases: [], cookie: "" });
});

// Steps of our own on the built pages: the one-file edition, the policies' fingerprints, the list for offline use.
const { createHash } = require("node:crypto");
const webpack = require("webpack");
const { oldBrowserNotice } = require("./page-policies.cjs");

const STAGE = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
const fingerprint = (script) => `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;
/** A closing tag inside a script would end it. */
const safe = (script) => script.replace(/<\/(script)/giu, "<\\/$1").replace(/<!--/gu, "<\\!--");
const inlineScripts = (html) => [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*type="text\/plain")[^>]*>([\s\S]*?)<\/script>/gu)].map(([, script]) => script);

/** Puts the fingerprints of a page's own inline scripts into its policy. */
function withFingerprints(html) {
  const hashes = inlineScripts(html).map(fingerprint).join(" ");
  return html.replace(oldBrowserNotice, hashes).replace(" __SCRIPT_HASHES__", "");
}

/** The pane and the worker inside the page; nothing else is left of them. */
class InlinePage {
  constructor(filename) {
    this.filename = filename;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("InlinePage", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "InlinePage", stage: STAGE }, (assets) => {
        const source = (name) => assets[name].source().toString();
        const inlined = `<script type="text/plain" id="engine-worker">${safe(source("one-file.worker.js"))}</script><script>${safe(source("one-file.pane.js"))}</script>`;
        const page = source(this.filename);
        const end = page.lastIndexOf("</body>");
        const html = end < 0 ? page + inlined : page.slice(0, end) + inlined + page.slice(end);
        compilation.updateAsset(this.filename, new webpack.sources.RawSource(withFingerprints(html)));
        for (const name of Object.keys(assets)) if (name !== this.filename) compilation.deleteAsset(name);
      });
    });
  }
}

/** Policies of the site's pages, and the offline worker with the list of what it keeps. */
class OfflineList {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("OfflineList", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "OfflineList", stage: STAGE }, (assets) => {
        for (const name of Object.keys(assets).filter((asset) => asset.endsWith(".html"))) {
          compilation.updateAsset(name, new webpack.sources.RawSource(withFingerprints(assets[name].source().toString())));
        }
        const kept = Object.keys(assets).filter((name) => !name.endsWith(".map") && !["manifest.xml", "taskpane.html", "offline.js"].includes(name)).sort();
        const version = createHash("sha256").update(kept.map((name) => `${name}:${createHash("sha256").update(assets[name].source()).digest("hex")}`).join("\n")).digest("hex").slice(0, 16);
        compilation.emitAsset("offline.js", new webpack.sources.RawSource(offlineWorker(version, kept)));
      });
    });
  }
}

/** Keeps the site's own files, named by their content: a new version is fetched whole, then takes the old one's place. */
function offlineWorker(version, kept) {
  return `const VERSION = ${JSON.stringify(`so-thi-dua-${version}`)};
const KEPT = ${JSON.stringify(["./", ...kept.map((name) => `./${name}`)])};
self.addEventListener("install", (event) => event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(KEPT)).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => name.startsWith("so-thi-dua-") && name !== VERSION).map((name) => caches.delete(name))))
  .then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(caches.open(VERSION).then((cache) => cache.match(event.request, { ignoreSearch: true })).then((found) => found ?? fetch(event.request)));
});
`;
}

const optimize = { oneChunk: () => new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }) };

module.exports = { InlinePage, OfflineList, optimize };

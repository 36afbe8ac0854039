/** Starts the pane: inside Excel over the open workbook, in any browser with a workbook of its own. */
import { createRoot } from "react-dom/client";
import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";

import { browserHost } from "#browser/browser-host";
import { excelHost } from "#excel/excel-host";
import { startOffice } from "#excel/start-office";
import { addressOf, workbookStore, type WorkbookHost, type WorkbookStore } from "#tasks/shown-sheets";
import { sheetsWords } from "#messages/pane/sheets";
import type { Engine } from "#tasks/engine/contract";
import { App } from "./App";
import { viewOf } from "./desk/use-desk";
import { BrowserEdition } from "./edition/BrowserEdition";
import { startEngine } from "./engine-client";
import { ErrorBoundary } from "./ErrorBoundary";
import { LanguageProvider } from "./language";
import { ownScript } from "./own-script";
import { useSettings } from "./settings/use-settings";

interface Place {
  readonly engine: Engine;
  readonly host: WorkbookHost;
  /** The workbook shown beside the pane; none inside Excel. */
  readonly store: WorkbookStore | null;
}

function inBrowser(engine: Engine): Place {
  const store = workbookStore(sheetsWords.vi.firstSheet, addressOf);
  return { engine, store, host: browserHost({ store, contentOf: (file) => engine.shown(file), fileOf: (content) => engine.written(content) }) };
}

/** Inside Excel over the open workbook; else, and where Office.js cannot be had, in the browser. */
async function placeFor(engine: Engine): Promise<Place> {
  if (typeof Office === "undefined") return inBrowser(engine);
  const started = await startOffice();
  return started.host === "excel" ? { engine, store: null, host: excelHost() } : inBrowser(engine);
}

function Root({ engine, host, store }: Place) {
  const { settings, change, isDark } = useSettings();
  const view = viewOf(new URLSearchParams(location.search).get("view"));
  const app = <App engine={engine} host={host} today={today()} {...(view ? { view } : {})} settings={settings} onSettings={change} />;
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <LanguageProvider language={settings.language}>
        <ErrorBoundary>{store ? <BrowserEdition store={store} host={host}>{app}</BrowserEdition> : app}</ErrorBoundary>
      </LanguageProvider>
    </FluentProvider>
  );
}

/** The officer's own day. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

async function start(): Promise<void> {
  const place = document.getElementById("pane");
  if (!place) throw new Error("page.html has no #pane");
  createRoot(place).render(<Root {...(await placeFor(startEngine()))} />);
  // Works without a network once opened; the file edition has nothing to keep, and Excel's page needs Office.js anyway.
  if (typeof Office === "undefined" && location.protocol.startsWith("http") && "serviceWorker" in navigator) navigator.serviceWorker.register(ownScript("offline.js")).catch(() => undefined);
}

void start();

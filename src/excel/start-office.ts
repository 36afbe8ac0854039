/** Finds out where the pane runs (khởi động): in Excel, or in a browser of its own. */

export type Started =
  | { readonly host: "excel"; readonly locale: string; readonly platform: string }
  | { readonly host: "none" };

/** How long a library that never answers is waited for. */
const PATIENCE = 10_000;

/**
 * Without network the library is missing: then there is no Excel to talk to. Office.js takes away
 * `history.pushState` and `replaceState`, which come back here.
 */
export async function startOffice(): Promise<Started> {
  if (typeof Office === "undefined") return { host: "none" };
  const info = await within(PATIENCE, Office.onReady());
  restoreHistory();
  // The library's types promise a host; in a plain browser it is null.
  const host = info?.host as Office.HostType | null | undefined;
  if (host !== Office.HostType.Excel) return { host: "none" };
  return { host: "excel", locale: Office.context.displayLanguage, platform: String(Office.context.platform) };
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givenUp = new Promise<null>((giveUp) => { timer = setTimeout(() => giveUp(null), milliseconds); });
  const first = await Promise.race([promise, givenUp]);
  clearTimeout(timer);
  return first;
}

function restoreHistory(): void {
  if (typeof history === "undefined" || typeof History === "undefined") return;
  for (const name of ["pushState", "replaceState"] as const) {
    // The library hides the method behind an own property of null.
    if (typeof history[name] !== "function") Reflect.deleteProperty(history, name);
    if (typeof history[name] !== "function") Object.defineProperty(history, name, { value: () => undefined, configurable: true, writable: true });
  }
}

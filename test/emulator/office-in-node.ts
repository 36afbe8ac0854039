/**
 * Microsoft's own unmodified office.js in a small stand-in of a browser window (way without a browser). The library
 * loads its host file itself and finds the emulated Excel behind `window.external`.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import vm from "node:vm";
import { installNativeHost, type NativeCall, type NativeFacts, type RichMessage } from "./native-host";

const DIST = join(__dirname, "..", "..", "node_modules", "@microsoft", "office-js", "dist");
const scripts = new Map<string, vm.Script>();

function scriptOf(path: string): vm.Script {
  const known = scripts.get(path);
  if (known) return known;
  const script = new vm.Script(readFileSync(join(DIST, path), "utf8"), { filename: path });
  scripts.set(path, script);
  return script;
}

export interface OfficeInNode {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly window: Record<string, unknown>;
  readonly deliver: (messages: readonly RichMessage[]) => void;
}

interface FakeScript {
  src?: string;
  onload?: () => void;
  onerror?: () => void;
  readonly setAttribute: () => void;
}

/** Boots the library; resolves once `Office.onReady` has. */
export async function officeInNode(facts: NativeFacts, call: NativeCall): Promise<OfficeInNode> {
  const window: Record<string, unknown> = {};
  const head = { appendChild: (script: FakeScript) => load(script), insertBefore: (script: FakeScript) => load(script), firstChild: null };
  const own = { src: "http://localhost/office.js", getAttribute: () => null };
  const document = {
    head, body: head, documentElement: head, readyState: "complete", cookie: "",
    getElementsByTagName: (tag: string) => (tag.toLowerCase() === "script" ? [own] : [head]),
    getElementById: () => null, addEventListener: () => undefined,
    createElement: (): FakeScript => ({ setAttribute: () => undefined }),
  };
  Object.assign(window, {
    window, self: window, top: window, parent: window, document, name: "",
    navigator: { userAgent: "node", language: facts.locale },
    location: { href: "http://localhost/pane.html", protocol: "http:", host: "localhost", hostname: "localhost", search: "", hash: "", pathname: "/pane.html" },
    addEventListener: () => undefined, removeEventListener: () => undefined, postMessage: () => undefined, history: {},
    console: { log: () => undefined, warn: () => undefined, error: () => undefined },
    setTimeout, clearTimeout, setInterval, clearInterval, performance, Promise, JSON, TextDecoder, TextEncoder, URL,
  });
  vm.createContext(window);
  function load(script: FakeScript): void {
    const path = (script.src ?? "").replace("http://localhost/", "");
    setImmediate(() => {
      try {
        scriptOf(path.includes("office_strings") ? path : basename(path)).runInContext(window);
      } catch {
        script.onerror?.();
        return;
      }
      script.onload?.();
    });
  }
  const deliver = installNativeHost(window, facts, call);
  scriptOf("office.js").runInContext(window);
  const office = window.Office as typeof Office;
  await office.onReady();
  // The library's context cannot be changed; what the application sees of it can.
  const seen = Object.create(office, { context: { value: Object.create(office.context, { platform: { value: facts.platform } }) } }) as typeof Office;
  return { Office: seen, Excel: window.Excel as typeof Excel, OfficeExtension: window.OfficeExtension as typeof OfficeExtension, window, deliver };
}

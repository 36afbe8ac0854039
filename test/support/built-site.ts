/** The built pane (`dist/`): made anew where the sources are younger, and served from this machine alone. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const root = join(__dirname, "..", "..");
export const dist = join(root, "dist");

const youngest = (folder: string): number => Math.max(0, ...readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));

/** `npm test` builds before it tests; a single test builds for itself. */
export function buildOnce(): void {
  const made = join(dist, "So-Thi-Dua.html");
  const sources = Math.max(youngest(join(root, "src")), youngest(join(root, "templates")), statSync(join(root, "webpack.config.js")).mtimeMs);
  if (existsSync(made) && statSync(made).mtimeMs > sources) return;
  execFileSync(process.execPath, [join(root, "node_modules", "webpack", "bin", "webpack.js"), "--mode", "production"], { cwd: root, stdio: "ignore" });
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".png": "image/png", ".xml": "text/xml", ".map": "application/json" };

export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function serveDist(): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/^[/\\]+/u, "");
    const file = join(dist, path === "" ? "index.html" : path);
    if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => new Promise((closed) => { server.closeAllConnections(); server.close(() => closed()); }) };
}

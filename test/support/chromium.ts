/** A real Chromium for the built pane, wherever one is installed. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const place = process.env["CHROMIUM"] ?? PLACES.find(existsSync);
export const hasChromium = place !== undefined;

export function launchChromium(): Promise<Browser> {
  if (place === undefined) throw new Error("No browser is installed.");
  // As root, in a container, Chromium's own sandbox cannot be set up.
  return chromium.launch({ executablePath: place, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

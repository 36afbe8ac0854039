/** `npm run bench [-- --json FILE] [--runs N]`: ratios and times of this machine, in one run. */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { hasChromium } from "../support/chromium";
import { tableOf } from "./measure";
import { paneBench } from "./pane";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "string" }, runs: { type: "string", default: "5" } } });
  const runs = Math.max(1, Number(values.runs) || 1);
  const sections = { ...(hasChromium ? { "The pane, built, in Chromium": await paneBench(runs) } : {}) };
  process.stdout.write(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"})\n\n`);
  for (const [title, lines] of Object.entries(sections)) process.stdout.write(`${tableOf(title, lines)}\n\n`);
  if (!hasChromium) process.stdout.write("No Chromium is installed: the pane was not measured.\n");
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(sections, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

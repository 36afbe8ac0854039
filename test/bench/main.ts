/**
 * `npm run bench [-- --json FILE] [--runs N] [--only reading,workers,whole,forms,slips,growth,pane,intake,opening]`: ratios and times of this machine, in
 * one run. `--small` proves in a minute that everything can be measured.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { hasChromium } from "../support/chromium";
import { formsBench } from "./forms";
import { growthBench } from "./growth";
import { tableOf, type Measured } from "./measure";
import { paneBench, paneIntakeBench } from "./pane";
import { paneOpeningBench } from "./pane-opening";
import { readingBench } from "./reading";
import { slipsBench } from "./slips";
import { wholeJobBench } from "./whole-job";
import { workersBench } from "./workers";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "string" }, runs: { type: "string", default: "5" }, only: { type: "string" }, small: { type: "boolean", default: false } } });
  const { small } = values;
  const runs = Math.max(1, Number(values.runs) || 1);
  const few = Math.min(runs, 3);
  const parts: Readonly<Record<string, readonly [string, () => Promise<Measured[]> | Measured[]]>> = {
    reading: ["Reading one submission", () => readingBench(runs, small ? 8 : 70)],
    workers: ["Reading side by side", () => workersBench(few, small ? 40 : 600)],
    whole: [`The whole job, ${small ? 40 : 1000} units`, () => wholeJobBench(few, small ? 40 : 1000)],
    forms: ["A form for every unit", () => formsBench(few, small ? 40 : 1000)],
    slips: ["A return slip for every unit", () => slipsBench(few, small ? 20 : 600)],
    growth: ["Growth", () => growthBench(few, small ? [40] : [100, 1000, 10_000, 50_000])],
    ...(hasChromium ? {
      pane: ["The pane, built, in Chromium", () => paneBench(runs)],
      intake: ["The pane while files are taken in", () => paneIntakeBench(few, small ? 80 : 1000)],
      opening: ["A book opened in the pane", () => paneOpeningBench(few, small ? 80 : 1000)],
    } : {}),
  };
  process.stdout.write(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}); medians, and how far the runs lie apart\n\n`);
  const measuredParts: Record<string, Measured[]> = {};
  for (const [id, [title, bench]] of Object.entries(parts)) {
    if (values.only !== undefined && !values.only.split(",").includes(id)) continue;
    measuredParts[title] = await bench();
    process.stdout.write(`${tableOf(title, measuredParts[title])}\n\n`);
  }
  if (!hasChromium) process.stdout.write("No Chromium is installed: the pane was not measured.\n");
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measuredParts, null, 2)}\n`);
}

main().then(() => process.exit(), (error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

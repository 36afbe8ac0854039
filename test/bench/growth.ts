/** Growth (quy mô): a hundred submissions to fifty thousand, each size in a process of its own so that its memory can be told. */
import { execFileSync } from "node:child_process";
import { programBeside } from "../../src/cli/program-beside";
import { measured, type Measured } from "./measure";
import type { Growth } from "./growth-job";

export function growthBench(runs: number, sizes: readonly number[]): Measured[] {
  const results = sizes.map((units) => Array.from({ length: units > 1000 ? 1 : runs }, () => oneSize(units)));
  const perUnit = (all: readonly Growth[]): number[] => all.map(({ figures, units }) => figures / units);
  const thousand = results.find(([first]) => first?.units === 1000);
  return results.flatMap((all) => {
    const units = all[0]?.units ?? 0;
    const differing = all.flatMap((one) => one.differing);
    if (differing.length > 0) throw new Error(`${units} units: the sums of ${differing.join(", ")} are not what the files say`);
    return [
      measured(`${units} units: files to figures, a unit`, "ms", perUnit(all)),
      measured(`${units} units: making the files, not counted above, a unit`, "ms", all.map((one) => one.making / units)),
      measured(`${units} units: all of it, JSON written`, "ms", all.map(({ json }) => json)),
      measured(`${units} units: peak memory`, "MB", all.map(({ peak }) => peak)),
      ...(thousand && units > 1000 ? [measured(`${units} units: a unit ÷ a unit of 1000 (at most 1.2)`, "ratio", [(perUnit(all)[0] ?? 0) / (measured("", "ms", perUnit(thousand)).value)])] : []),
    ];
  });
}

/** What lives fits well within; left alone, Node lets garbage stand until a quarter of the machine is full. */
const HEAP = "--max-old-space-size=1000";

function oneSize(units: number): Growth {
  const { file, execArgv } = programBeside(__dirname, "growth-job");
  const out = execFileSync(process.execPath, [HEAP, ...execArgv, file, String(units)], { encoding: "utf8", maxBuffer: 1 << 20, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(out.trim().split("\n").at(-1) ?? "{}") as Growth;
}

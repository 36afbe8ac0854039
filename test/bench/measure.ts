/** What every benchmark shares: repeated runs, their middle and spread, a table. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface Measured {
  readonly name: string;
  readonly unit: "ms" | "kB" | "MB" | "count" | "ratio";
  /** Middle of the runs. */
  readonly value: number;
  /** Distance between the quickest and the slowest run, in parts of the middle: the machine's noise. */
  readonly spread: number;
  readonly runs: number;
}

export function measured(name: string, unit: Measured["unit"], values: readonly number[]): Measured {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { name, unit, value: middle, spread: middle === 0 ? 0 : ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / middle, runs: sorted.length };
}

export function tableOf(title: string, lines: readonly Measured[]): string {
  const width = Math.max(...lines.map(({ name }) => name.length));
  const shown = lines.map(({ name, unit, value, spread, runs }) => `  ${name.padEnd(width)}  ${value.toFixed(unit === "ratio" ? 2 : value < 10 && unit === "ms" ? 1 : 0).padStart(8)} ${unit.padEnd(5)}${runs > 1 ? `  ± ${Math.round(spread * 50)} %, ${runs} runs` : ""}`);
  return [title, ...shown].join("\n");
}

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Each is to pay for its own garbage and for nobody else's: called before a time is taken. */
export function cleanUp(): void {
  gc();
}

/** Starts the engine's worker and speaks to it (gọi bộ máy chạy nền). */
import { callThrough } from "#tasks/engine/channel";
import type { Engine } from "#tasks/engine/contract";

/** Where the one-file edition keeps the worker's code. */
export const INLINED_WORKER = "engine-worker";

export function startEngine(): Engine {
  return callThrough(newWorker());
}

function newWorker(): Worker {
  const inlined = document.getElementById(INLINED_WORKER)?.textContent;
  if (inlined) return new Worker(URL.createObjectURL(new Blob([inlined], { type: "text/javascript" })));
  return new Worker(new URL("./worker.ts", import.meta.url), { name: "engine" });
}

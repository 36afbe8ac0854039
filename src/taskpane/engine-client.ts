/** Starts the engine's worker and speaks to it (gọi bộ máy chạy nền). */
import { callThrough } from "#tasks/engine/channel";
import type { Engine } from "#tasks/engine/contract";
import { ownScript } from "./own-script";

/** The script that engine and readers run, where it has no address. */
export interface CodeMessage {
  readonly kind: "code";
  readonly code: Blob;
}

/** Where the one-file edition keeps the worker's code. */
export const INLINED_WORKER = "engine-worker";

export function startEngine(): Engine {
  return callThrough(newWorker());
}

function newWorker(): Worker {
  const inlined = document.getElementById(INLINED_WORKER)?.textContent;
  if (inlined) {
    const code = new Blob([inlined], { type: "text/javascript" });
    const worker = new Worker(ownScript(URL.createObjectURL(code)));
    // An address made here is none there: the engine makes its own for the readers it starts.
    worker.postMessage({ kind: "code", code } satisfies CodeMessage);
    return worker;
  }
  return new Worker(new URL("./worker.ts", import.meta.url), { name: "engine" });
}

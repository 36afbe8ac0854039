/** Starts the engine's worker and speaks to it (gọi bộ máy chạy nền). */
import { callThrough } from "#tasks/engine/channel";
import type { Engine } from "#tasks/engine/contract";

export function startEngine(): Engine {
  return callThrough(new Worker(new URL("./worker.ts", import.meta.url)));
}

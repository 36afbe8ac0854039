/** A process that reads files for the command line: whatever a file does to it, the program itself goes on. */
import type { Channel } from "#tasks/engine/channel";
import { serveReading } from "#tasks/reading/reading-channel";
import { useNodeZip } from "./node-zip";

useNodeZip();
serveReading({
  postMessage: (message: unknown) => process.send?.(message),
  addEventListener: (_type: string, listener: (event: MessageEvent) => void) => process.on("message", (data: unknown) => listener({ data } as MessageEvent)),
} as Channel);
process.on("disconnect", () => process.exit());

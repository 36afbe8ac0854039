/** A thread that reads files for the command line. */
import { parentPort } from "node:worker_threads";
import type { Channel } from "#tasks/engine/channel";
import { serveReading } from "#tasks/reading/reading-channel";
import { useNodeZip } from "./node-zip";

const port = parentPort;
useNodeZip();
if (port) {
  serveReading({
    postMessage: (message) => port.postMessage(message),
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => port.on("message", (data: unknown) => listener({ data } as MessageEvent)),
  } as Channel);
}

/** Readers beside the engine (đọc song song), where the browser lets a worker have workers. */
import type { FromReader } from "#tasks/reading/reading-channel";
import { carefulReaders } from "#tasks/reading/careful-readers";
import { readerHere, readerPool, type ReaderPort, type Readers, type StartReaders } from "#tasks/reading/reader-pool";
import { ownScript } from "./own-script";

/** The name by which the engine's own script knows that it is a reader. */
export const READER = "reader";

/** A reader is there after some tenths of a second: as long as a hundred forms take. */
const WORTH_IT = 60;
const MOST_READERS = 6;

export const startReaders: StartReaders = (job, files) => {
  // Engine and pane only wait meanwhile; with more than two cores, one is left to them.
  const readers = Math.min(Math.max(2, navigator.hardwareConcurrency - 1), MOST_READERS, Math.ceil(files / WORTH_IT));
  if (typeof Worker === "undefined") return null;
  const pool = (): Readers => readerPool(browserReader, job, { readers });
  return files < WORTH_IT ? carefulReaders(readerHere(job), pool) : pool();
};

let address = self.location.href;

/** Readers run this script instead of the one the engine was started from. */
export function useCode(code: Blob): void {
  address = URL.createObjectURL(code);
}

function browserReader(): ReaderPort {
  const worker = new Worker(ownScript(address), { name: READER });
  return {
    post: (message) => worker.postMessage(message),
    onAnswer: (listener) => worker.addEventListener("message", ({ data }) => listener(data as FromReader)),
    onDeath: (listener) => worker.addEventListener("error", (event) => {
      // Dealt with here: further out it would be an error of the page.
      event.preventDefault();
      listener(event.message);
    }),
    end: () => worker.terminate(),
  };
}

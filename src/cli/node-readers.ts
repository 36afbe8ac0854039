/** Readers of the command line (đọc song song): threads of their own, one a core. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FromReader } from "#tasks/reading/reading-channel";
import { carefulReaders } from "#tasks/reading/careful-readers";
import { readerPool, type ReaderPort, type StartReaders } from "#tasks/reading/reader-pool";
import { programBeside } from "./program-beside";

const MOST_READERS = 8;
/** Milliseconds until a thread is there and quick; and for one form here and in a thread, whose engine is still warming up. */
const [START, HERE, THERE] = [700, 2.5, 4] as const;
/** More files than one book holds. */
const MOST_UNPACKED = 8000;
/** A school's form takes a hundredth of a second; what takes this long will not end. */
export const LIMIT_SECONDS = 30;

/** A file that needs more ends its thread and nothing else (in megabytes). */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

/** As many threads as there are cores where that is quicker, else one for the files that are not ordinary. */
export const startNodeReaders: StartReaders = (job, files) => {
  const cores = Math.min(availableParallelism(), MOST_READERS);
  const pool = (readers: number) => readerPool(nodeReader, job, { readers, limitSeconds: LIMIT_SECONDS, lean: files > MOST_UNPACKED });
  return cores < 2 || START + (files * THERE) / cores > files * HERE ? carefulReaders(job, () => pool(1)) : pool(cores);
};

/** One thread. */
export function nodeReader(): ReaderPort {
  const { file, execArgv } = programBeside(__dirname, "reader-thread");
  const worker = new Worker(file, { execArgv: [...execArgv], resourceLimits: MEMORY });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    onAnswer: (listener) => worker.on("message", (answer: FromReader) => listener(answer)),
    onDeath: (listener) => {
      worker.on("error", (error) => listener(error.message));
      worker.on("exit", () => listener("exit"));
    },
    end: () => void worker.terminate(),
  };
}

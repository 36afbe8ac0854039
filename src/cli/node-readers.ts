/**
 * Readers of the command line (đọc song song). Ordinary forms are read on threads, one a core. Anything else goes to a
 * process of its own: what takes all memory at one stroke would end a thread together with the whole program.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { carefulReaders } from "#tasks/reading/careful-readers";
import type { FromReader } from "#tasks/reading/reading-channel";
import type { ReadingJob } from "#tasks/reading/reading-job";
import { readerHere, readerPool, type PoolOptions, type ReaderPort, type Readers, type StartReaders } from "#tasks/reading/reader-pool";
import { programBeside } from "./program-beside";

const MOST_READERS = 8;
/** Milliseconds until a thread is there and quick; and for one form here and in a thread, whose engine is still warming up. */
const [START, HERE, THERE] = [900, 2.7, 3.7] as const;
/** More files than one book holds. */
const MOST_UNPACKED = 8000;

/** A file that needs more ends its reader and nothing else (in megabytes). */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

/** As many threads as there are cores where that is quicker than reading here, and processes once they are needed. */
export const startNodeReaders: StartReaders = (job, files) => readersOf(job, files);

/** The same, with a time limit of one's own. */
export function readersOf(job: ReadingJob, files: number, limitSeconds?: number): Readers {
  const readers = Math.min(availableParallelism(), MOST_READERS);
  const options: PoolOptions = { readers, lean: files > MOST_UNPACKED, ...(limitSeconds === undefined ? {} : { limitSeconds }) };
  const isWorthIt = readers > 1 && START + (files * THERE) / readers <= files * HERE;
  return carefulReaders(isWorthIt ? readerPool(nodeReader, job, options) : readerHere(job, options.lean), () => readerPool(readerProcess, job, options));
}

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

/** One process. */
function readerProcess(): ReaderPort {
  const { file, execArgv } = programBeside(__dirname, "reader-process");
  const memory = `--max-old-space-size=${MEMORY.maxOldGenerationSizeMb}`;
  const child = fork(file, { execArgv: [...execArgv, memory], serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  child.unref();
  child.channel?.unref();
  return {
    post: (message) => void child.send(message, () => undefined),
    onAnswer: (listener) => child.on("message", (answer) => listener(answer as FromReader)),
    onDeath: (listener) => {
      child.on("error", (error) => listener(error.message));
      child.on("exit", (code, signal) => listener(`exit ${signal ?? code ?? ""}`));
    },
    end: () => void child.kill("SIGKILL"),
  };
}

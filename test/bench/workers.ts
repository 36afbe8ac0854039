/** Reading side by side (đọc song song): threads against one thread and against reading where the job runs, warm. */
import { takeIn } from "#tasks/intake";
import { readerPool, type Readers } from "#tasks/reading/reader-pool";
import { nodeReader } from "../../src/cli/node-readers";
import { useNodeZip } from "../../src/cli/node-zip";
import { template } from "../support/sample-reports";
import { corpusOf } from "./corpus";
import { cleanUp, measured, type Measured } from "./measure";

export async function workersBench(runs: number, files: number): Promise<Measured[]> {
  useNodeZip();
  const corpus = await corpusOf(files);
  const { plan, stage } = corpus;
  const job = { plan, stage, template, otherPlans: [] };
  const chosen = Array.from({ length: files }, (_, index) => {
    const { path, bytes } = corpus.file(index);
    return { path, bytes: () => Promise.resolve(bytes) };
  });
  const pools: readonly (readonly [string, Readers | null])[] = [
    ["no thread of its own", null],
    ["one thread", readerPool(nodeReader, job, { readers: 1, limitSeconds: 60 })],
    ["two threads", readerPool(nodeReader, job, { readers: 2, limitSeconds: 60 })],
  ];
  const times = new Map<string, number[]>(pools.map(([name]) => [name, []]));
  for (let round = -1; round < runs; round += 1) {
    for (const [name, pool] of pools) {
      cleanUp();
      const begun = performance.now();
      await takeIn(chosen, {
        ...job, receivedOn: null, receipts: new Map(), known: [],
        ...(pool ? { startReaders: () => ({ ...pool, end: () => undefined }) } : {}),
      });
      if (round >= 0) times.get(name)?.push(performance.now() - begun);
    }
  }
  for (const [, pool] of pools) pool?.end();
  const [one = [], two = []] = [times.get("one thread"), times.get("two threads")];
  return [
    ...[...times].map(([name, all]) => measured(`${files} files, ${name}`, "ms", all)),
    measured("one thread ÷ two threads (at least 1.5)", "ratio", one.map((time, round) => time / (two[round] ?? Number.NaN))),
  ];
}
